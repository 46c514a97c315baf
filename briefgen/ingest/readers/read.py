"""Tells what kind of file bytes are, and reads it."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from enum import StrEnum
from pathlib import PurePath

from briefgen.errors import Place, SourceError
from briefgen.ingest.decode import decode
from briefgen.ingest.front_matter import part
from briefgen.ingest.readers.docx import read_docx
from briefgen.ingest.readers.eml import read_eml
from briefgen.ingest.readers.feed import looks_like_feed, read_feed
from briefgen.ingest.readers.html import read_html
from briefgen.ingest.readers.incoming import Incoming, Link
from briefgen.ingest.readers.pdf import read_pdf
from briefgen.ingest.readers.warc import read_warc
from briefgen.model.article import PublishedBasis

MAX_UNPACKED = 200_000_000
SUFFIXES = (
    *(".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"),
    *(".xml", ".rss", ".atom", ".warc", ".gz"),
)
"""Names that `add` takes out of a folder."""


class Kind(StrEnum):
    """A kind of file that can be read."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EML = "eml"
    FEED = "feed"
    WARC = "warc"


_HTML = re.compile(rb"^(?:\s|<!--.*?-->)*(?:<!doctype html|<html\b|<head\b|<body\b|<article\b)", re.I | re.S)
_HEADER = re.compile(
    rb"^(?:From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[\w-]+):", re.I
)


def detect(data: bytes, name: str = "", content_type: str = "") -> Kind:
    """Returns what kind of file bytes are: by how they begin, then by name, then by what a server says."""
    suffix = PurePath(name).suffix.lower()
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return Kind.DOCX
    if data.startswith(b"WARC/"):
        return Kind.WARC
    if looks_like_feed(data):
        return Kind.FEED
    if suffix in (".html", ".htm", ".xhtml") or _HTML.match(data[:4000].lstrip(b"\xef\xbb\xbf")):
        return Kind.HTML
    if suffix == ".eml" or (suffix not in (".md", ".markdown", ".txt") and _HEADER.match(data)):
        return Kind.EML
    if suffix not in (".md", ".markdown", ".txt") and "html" in content_type.lower():
        return Kind.HTML
    return Kind.TEXT


def read_bytes(
    data: bytes,
    place: Place,
    *,
    url: str | None = None,
    content_type: str = "",
    max_bytes: int,
    feed_items: int = 30,
) -> tuple[Incoming | Link, ...]:
    """Returns the articles of a file: one for most kinds, several of a web archive, links of a feed.

    Raises SourceError or YamlError where nothing can be read.
    """
    name = place.path.name if place.path else ""
    if data.startswith(b"\x1f\x8b"):
        data = _unpack(data, place)
        name = name.removesuffix(".gz")
    if not data.strip():
        raise SourceError("empty", todo="Check where it comes from.", place=place)
    match detect(data, name, content_type):
        case Kind.PDF:
            return (read_pdf(data, place),)
        case Kind.DOCX:
            return (read_docx(data, place),)
        case Kind.HTML:
            return (read_html(data, place, url),)
        case Kind.EML:
            return (read_eml(data, place),)
        case Kind.FEED:
            return read_feed(data, place, limit=feed_items)
        case Kind.WARC:
            return _pages(data, place)
        case Kind.TEXT:
            return (_read_text(data, place, url, max_bytes),)


def _pages(data: bytes, place: Place) -> tuple[Incoming, ...]:
    articles = []
    for url, page in read_warc(data, place):
        try:
            articles.append(read_html(page, place, url))
        except SourceError:
            continue  # most pages of an archive are lists and searches, no articles
    if not articles:
        raise SourceError("a web archive without an article", todo="Check what was archived.", place=place)
    return tuple(articles)


def _read_text(data: bytes, place: Place, url: str | None, max_bytes: int) -> Incoming:
    decoded = decode(data, place, max_bytes=max_bytes)
    parted = part(decoded.text, place.path)
    if not parted.text.strip():
        raise SourceError("no text below the front matter", todo="Put the article's text in.", place=place)
    said = parted.front_matter
    return Incoming(
        text=parted.text,
        title=said.title,
        publisher=said.publisher,
        authors=said.authors,
        published=said.published,
        published_basis=said.published_basis or (PublishedBasis.GIVEN if said.published else None),
        published_reason=said.published_reason,
        url=said.url or url,
        canonical_url=said.canonical_url,
        language=said.language,
        rights=said.rights,
    )


def _unpack(data: bytes, place: Place) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            unpacked = file.read(MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"broken gzip ({error})", todo="Fetch it again.", place=place) from error
    if len(unpacked) > MAX_UNPACKED:
        raise SourceError("unpacks to too much", todo="Split it.", place=place)
    return unpacked
