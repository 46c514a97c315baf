"""Time expressions become dates: TIMEX3 to EDTF with earliest and latest day, events to anchors."""

from __future__ import annotations

from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.model.registry import Registry
from briefgen.model.timex import BriefDate
from briefgen.resolve.actors import Cast


def resolve_dates(
    article: Article, extraction: Extraction, cast: Cast, registry: Registry
) -> tuple[BriefDate, ...]:
    """Returns the dates of an article, one for each time expression, by place."""
    return ()
