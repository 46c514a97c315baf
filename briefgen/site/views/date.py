"""A date as a page shows it: no more exact than the text allows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefgen.model.places import DateAt
from briefgen.site import wording
from briefgen.site.day_words import say, say_span
from briefgen.site.links import Links, text_fragment
from briefgen.site.views.names import Name, source_line

EVENT_LENGTH = 110
STATUS = {
    "negated": "did not happen",
    "planned": "planned",
    "conditional": "on conditions",
    "reported": "as reported",
}


class DateView(NamedTuple):
    """Everything a page prints of a date."""

    id: str
    text: str
    when: str
    shape: str
    """day | span | open | none: how its mark is drawn."""
    event: str
    status: str | None
    earliest: str | None
    latest: str | None
    url: str
    source: Name
    original: str | None
    again: bool = False
    """Whether the date before it in the list is the same, and need not be said again."""


def view_date(at: DateAt, to: Links) -> DateView:
    """Returns a date as the page at `to` shows it."""
    date, brief = at.date, at.brief
    return DateView(
        id=date.id,
        text=date.text,
        when=say(date.edtf) or say_span(date.earliest, date.latest),
        shape=shape_of(date.earliest, date.latest),
        event=wording.name_event(date.event.text, EVENT_LENGTH) if date.event else "",
        status=STATUS.get(date.event.status or "") if date.event else None,
        earliest=date.earliest,
        latest=date.latest,
        url=to.brief(brief.id, date.id),
        source=Name(source_line(brief), to.brief(brief.id)),
        original=text_fragment(brief.article.url, date.text),
    )


def shape_of(earliest: str | None, latest: str | None) -> str:
    """Returns how days are drawn: a known day, a span, open at a side, or not at all."""
    if earliest and latest:
        return "day" if earliest == latest else "span"
    return "open" if earliest or latest else "none"


def say_once(views: Iterable[DateView]) -> tuple[DateView, ...]:
    """Returns dates in their order, those marked that repeat the one before."""
    out: list[DateView] = []
    for view in views:
        out.append(view._replace(again=True) if out and out[-1].when == view.when else view)
    return tuple(out)
