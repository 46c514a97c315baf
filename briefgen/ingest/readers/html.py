"""Takes the article out of a web page."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from briefgen.errors import Place, SourceError
from briefgen.ingest.front_matter import parse_web_address
from briefgen.ingest.published import published_in_url
from briefgen.ingest.readers.incoming import Incoming
from briefgen.ingest.readers.tidy import tidy_field, tidy_paragraphs
from briefgen.model.article import PublishedBasis

_CANONICAL = re.compile(rb"<link\b[^>]*\brel=[\"']?canonical\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<html\b[^>]*\blang=[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)
_AUTHOR_PARTS = re.compile(r"\s*;\s*")


def read_html(data: bytes, place: Place, url: str | None = None) -> Incoming:
    """Returns the article of a page: main text, and what its metadata say.

    Raises SourceError where no article is found on it.
    """
    import trafilatura

    try:
        page: Any = trafilatura.bare_extraction(
            data,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_formatting=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, RecursionError, AssertionError, LookupError) as error:
        raise SourceError(f"a page that cannot be read ({error})", todo=_TODO, place=place) from error
    text = getattr(page, "text", None)
    if not text or len(text.split()) < 20:
        raise SourceError("no article was found on the page", todo=_TODO, place=place)
    title = tidy_field(page.title)
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if title and paragraphs and tidy_field(paragraphs[0]) == title:
        # The title stands in the front matter; said twice it would count as a sentence.
        paragraphs = paragraphs[1:]
    canonical = _canonical(data, url)
    published, basis, reason = _published(page, canonical or url)
    authors = _AUTHOR_PARTS.split(page.author) if page.author else []
    return Incoming(
        text=tidy_paragraphs(paragraphs),
        title=title,
        publisher=tidy_field(page.sitename) or tidy_field(page.hostname),
        authors=tuple(name for author in authors if (name := tidy_field(author, 100))),
        published=published,
        published_basis=basis,
        published_reason=reason,
        url=url,
        canonical_url=canonical if canonical != url else None,
        language=_language(data),
        rights=tidy_field(page.license),
    )


_TODO = "Save the article's text as a file and add that."


def _published(page: Any, url: str | None) -> tuple[str | None, PublishedBasis | None, str | None]:
    in_url = published_in_url(url)
    if page.date and re.fullmatch(r"\d{4}-\d\d-\d\d", page.date):
        if in_url and in_url.value == page.date:
            return in_url.value, in_url.basis, in_url.reason
        return page.date, PublishedBasis.METADATA, None
    return (in_url.value, in_url.basis, in_url.reason) if in_url else (None, None, None)


def _canonical(data: bytes, url: str | None) -> str | None:
    link = _CANONICAL.search(data[:200_000])
    href = _HREF.search(link.group()) if link else None
    if href is None:
        return None
    raw = next(group for group in href.groups() if group is not None).decode("utf-8", "replace")
    try:
        return parse_web_address(urljoin(url or "", raw))
    except ValueError:
        return None


def _language(data: bytes) -> str | None:
    match = _LANGUAGE.search(data[:20_000])
    return match.group(1).decode("ascii").partition("-")[0].lower() if match else None
