"""An article from a text and what is known of it."""

from __future__ import annotations

import hashlib
import re

from briefgen.model.article import Article, ArticleHead, PublishedBasis

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
    head = ArticleHead(
        id=id,
        title=title,
        publisher=publisher,
        published=published,
        published_basis=PublishedBasis.GIVEN if published else None,
        words=len(_WORD.findall(text)),
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    return Article(head=head, text=text)
