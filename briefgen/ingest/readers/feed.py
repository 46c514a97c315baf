"""Reads the entries of an RSS or Atom feed."""

from __future__ import annotations

import io
from typing import Any

from briefgen.errors import Place, SourceError
from briefgen.ingest.front_matter import parse_web_address
from briefgen.ingest.readers.incoming import Incoming, Link
from briefgen.ingest.readers.tidy import tidy_field
from briefgen.model.article import PublishedBasis


def looks_like_feed(data: bytes) -> bool:
    """Returns whether bytes begin as a feed does."""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf")):
        return False
    return any(tag in head for tag in (b"<rss", b"<feed", b"<rdf:rdf"))


def read_feed(data: bytes, place: Place, *, limit: int) -> tuple[Link, ...]:
    """Returns the newest entries of a feed that name an article by an http or https address.

    Raises SourceError where it is no feed.
    """
    if b"<!ENTITY" in data or b"<!entity" in data:
        raise SourceError("a feed that defines entities of its own", todo="Do not use it.", place=place)
    import feedparser

    try:
        parsed: Any = feedparser.parse(io.BytesIO(data), sanitize_html=True)
        entries = list(parsed.entries)[:limit]
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, AssertionError) as error:
        raise SourceError(f"a broken feed ({error})", todo="Check its address.", place=place) from error
    if not entries and not parsed.get("version"):
        raise SourceError("no feed, or an empty one", todo="Check its address.", place=place)
    publisher = tidy_field(parsed.feed.get("title"))
    links = []
    for entry in entries:
        try:
            url = parse_web_address(str(entry.get("link", "")))
        except ValueError:
            continue  # an entry that names no web address has no article
        day = _day(entry)
        incoming = Incoming(
            text="",
            title=tidy_field(entry.get("title")),
            publisher=publisher,
            authors=tuple(name for name in [tidy_field(entry.get("author"), 100)] if name),
            published=day,
            published_basis=PublishedBasis.METADATA if day else None,
            published_reason="the feed's own date" if day else None,
        )
        links.append(Link(url, incoming))
    return tuple({link.url: link for link in links}.values())


def _day(entry: Any) -> str | None:
    # Asked for by `get`, the one stands for the other with a warning.
    name = next((name for name in ("published_parsed", "updated_parsed") if name in entry), None)
    stamp = entry[name] if name else None
    if stamp is None or not 1800 <= stamp.tm_year < 2100:
        return None
    return f"{stamp.tm_year:04}-{stamp.tm_mon:02}-{stamp.tm_mday:02}"
