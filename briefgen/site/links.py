"""Addresses of pages: made for people, relative, so that the site works below any path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

FRAGMENT_WORDS = 5
_PLAIN = re.compile(r"[A-Za-z0-9 ._]*")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from one page; `prefix` leads from it to the root of the site."""

    prefix: str

    @classmethod
    def at(cls, path: str) -> Links:
        """Returns the addresses as seen from `briefs/x/` (two levels down) or `` (the root)."""
        return cls("../" * path.count("/"))

    def root(self) -> str:
        """Returns the address of the home page."""
        return self.prefix or "./"

    def to(self, path: str) -> str:
        """Returns the address of a path below the root."""
        return (self.prefix + path) or "./"

    def brief(self, id: str, item: str = "") -> str:
        """Returns the address of a brief, or of one item in it."""
        return f"{self.prefix}briefs/{id}/{'#' + item if item else ''}"

    def actor(self, id: str) -> str:
        """Returns the address of an actor."""
        return f"{self.prefix}actors/{id}/"

    def topic(self, id: str) -> str:
        """Returns the address of a topic."""
        return f"{self.prefix}topics/{id}/"

    def outlet(self, id: str) -> str:
        """Returns the address of an outlet's part of the sources page."""
        return f"{self.prefix}sources/#{id}"


def text_fragment(url: str | None, words: str) -> str | None:
    """Returns the address of exact words in the original (`#:~:text=`), or None where it has no address.

    Long words are named by their head and tail, as the specification of text fragments has it
    (https://wicg.github.io/scroll-to-text-fragment/). Only http and https are links.
    """
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    base = url.split("#", 1)[0]
    tokens = words.split()
    if len(tokens) <= 2 * FRAGMENT_WORDS:
        return f"{base}#:~:text={_encode(' '.join(tokens))}"
    head, tail = " ".join(tokens[:FRAGMENT_WORDS]), " ".join(tokens[-FRAGMENT_WORDS:])
    return f"{base}#:~:text={_encode(head)},{_encode(tail)}"


def web_address(url: str | None) -> str | None:
    """Returns the address where it is one of http or https, else None: no other scheme becomes a link."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _encode(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text.replace(" ", "%20")
    # A hyphen has a meaning of its own in a text directive.
    return quote(text, safe="").replace("-", "%2D")
