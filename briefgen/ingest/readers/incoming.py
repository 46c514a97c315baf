"""What a reader gives: a text on its way into content/sources/."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model.article import PublishedBasis


@dataclass(frozen=True, slots=True)
class Incoming:
    """The text of one article and what its file says of it; None and empty where it says nothing."""

    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """EDTF."""
    published_basis: PublishedBasis | None = None
    published_reason: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    language: str | None = None
    rights: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An article that a feed names, to be fetched; `incoming` is what the feed itself says of it."""

    url: str
    incoming: Incoming
