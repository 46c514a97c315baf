"""Time expressions become dates: TIMEX3 to EDTF with earliest and latest day, events to anchors."""

from __future__ import annotations

from datetime import date

from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.model.ids import content_id, distinct
from briefgen.model.registry import Registry
from briefgen.model.timex import BriefDate
from briefgen.resolve.actors import Cast
from briefgen.resolve.date_edtf import bounds_of, edtf_of


def resolve_dates(
    article: Article, extraction: Extraction, cast: Cast, registry: Registry
) -> tuple[BriefDate, ...]:
    """Returns the dates of an article, one for each time expression, by place."""
    events = {event.timex: event.event for event in extraction.events}
    timexes = sorted(extraction.timexes, key=lambda timex: timex.span)
    ids = distinct(content_id("d", timex.text, timex.timex3.value or "") for timex in timexes)
    out = []
    for date_id, timex in zip(ids, timexes, strict=True):
        bounds = bounds_of(timex.timex3)
        out.append(
            BriefDate(
                id=date_id,
                text=timex.text,
                span=timex.span,
                timex3=timex.timex3,
                edtf=edtf_of(timex.timex3),
                earliest=_iso(bounds.earliest),
                latest=_iso(bounds.latest),
                event=events.get(timex.span),
            )
        )
    return tuple(out)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
