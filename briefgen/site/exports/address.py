"""Where things stand on the site, seen from outside it or from another of its files."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote


def brief_path(id: str) -> str:
    """Returns the path of a brief's page from the root of the site."""
    return f"briefs/{id}/"


def actor_path(id: str) -> str:
    """Returns the path of an actor's page from the root of the site."""
    return f"actors/{id}/"


def topic_path(id: str) -> str:
    """Returns the path of a topic's page from the root of the site."""
    return f"topics/{id}/"


@dataclass(frozen=True, slots=True)
class Address:
    """The site's address, where one is set: files that leave the site carry whole links, else relative ones."""

    site_url: str = ""

    def link(self, target: str, *, seen_from: str = "") -> str:
        """Returns the link to a path of the site; relative to the file `seen_from` where no address is set."""
        path, mark, anchor = target.partition("#")
        escaped = quote(path, safe="/-._~") + (mark + quote(anchor, safe="-._~") if mark else "")
        if self.site_url:
            return self.site_url.rstrip("/") + "/" + escaped
        folder = posixpath.dirname(seen_from)
        up = "../" * (folder.count("/") + 1) if folder else ""
        return (up + escaped) or "./"
