"""Attributions become quotes."""

from __future__ import annotations

from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.model.quote import Quote
from briefgen.model.timex import BriefDate
from briefgen.resolve.actors import Cast


def resolve_quotes(
    article: Article, extraction: Extraction, cast: Cast, dates: tuple[BriefDate, ...]
) -> tuple[Quote, ...]:
    """Returns the quotes of an article, one for each attribution, in the same order."""
    return ()
