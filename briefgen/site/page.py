"""A page of the site before it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefgen.site.links import Links


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page: its place, what its head says, and how to make its body.

    The body is made only when the page is written, so that ten thousand pages never stand in memory.
    """

    path: str
    """Below the root, with a slash at its end: `briefs/x/`; empty for the home page."""
    title: str
    kind: str
    """home | brief | briefs | actor | actors | topic | topics | positions | quotes | timeline | …"""
    body: Callable[[Links], str]
    description: str = ""
    section: str = ""
    """The hub it belongs to, as a path: `briefs/`."""
    nav_title: str | None = None
    """What the navigation calls it, where it is a hub."""
    lastmod: str | None = None
    """ISO day of its last change, where known."""
    about: str | None = None
    """Id of the brief, actor or topic it is about."""
    indexed: bool = True
    """Whether search should find it: overview pages repeat what other pages say."""

    @property
    def links(self) -> Links:
        """Addresses as seen from this page."""
        return Links.at(self.path)
