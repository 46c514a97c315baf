"""An article from a text and what is known of it."""

from __future__ import annotations

import hashlib
import re

from briefgen.errors import Place, SourceError
from briefgen.ingest.published import find_published
from briefgen.ingest.zones import find_zones
from briefgen.model.article import Article, ArticleHead, PublishedBasis, ZoneKind

MAX_LINE = 100_000
"""The language model reads a paragraph as a whole: one of this length would fill the memory."""
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def article_from_text(
    id: str,
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Article:
    """Returns the article with its zones; the text is taken as it is, so that offsets point into it."""
    return make_article(
        ArticleHead(
            id=id,
            title=title,
            publisher=publisher,
            published=published,
            published_basis=PublishedBasis.GIVEN if published else None,
        ),
        text,
    )


def make_article(head: ArticleHead, text: str, warnings: tuple[str, ...] = ()) -> Article:
    """Returns the article of a head and a text: its zones, and title and day where the text has them.

    Raises SourceError for a text with a line that is far too long.
    """
    _refuse_long_lines(head.id, text)
    zones = find_zones(text, title=None if head.title_is_working else head.title)
    known: dict[str, object] = {
        "words": count_words(text),
        "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    }
    if head.published is None and (found := find_published(text, head.url)) is not None:
        known |= {
            "published": found.value,
            "published_basis": found.basis,
            "published_reason": found.reason,
        }
    if head.title is None:
        title = next((zone.span for zone in zones if zone.kind is ZoneKind.TITLE), None)
        if title is not None:
            known["title"] = " ".join(text[title[0] : title[1]].split())
    return Article(head=head.model_copy(update=known), text=text, zones=zones, warnings=warnings)


def _refuse_long_lines(id: str, text: str) -> None:
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE:
        raise SourceError(
            f"a line of {longest:,} characters: no article has such a paragraph",
            todo="Put an empty line between paragraphs, or take the file out of sources/.",
            place=Place(article=id),
        )


def count_words(text: str) -> int:
    """Returns the number of words of a text."""
    return len(_WORD.findall(text))
