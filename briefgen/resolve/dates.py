"""Time expressions become dates: TIMEX3 to EDTF with earliest and latest day, events to anchors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefgen.model.article import Article
from briefgen.model.evidence import Span
from briefgen.model.extraction import Extraction
from briefgen.model.ids import content_id, distinct
from briefgen.model.registry import Registry
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import BriefDate, DateEvent, Timex3, TimexMention, TimexType
from briefgen.resolve.actors import Cast
from briefgen.resolve.date_edtf import bounds_of, bounds_of_edtf, edtf_of
from briefgen.resolve.date_events import Anchor, Events
from briefgen.resolve.date_shift import read_distance, shift


def resolve_dates(
    article: Article, extraction: Extraction, cast: Cast, registry: Registry
) -> tuple[BriefDate, ...]:
    """Returns the dates of an article, one for each time expression, by place.

    A distance from an event (`10 days after the election`) becomes a day where the registry or the article
    dates the event; otherwise it stays a duration whose anchor names the event. Expressions that only the
    registry makes dates (`since the election`) are added.
    """
    dated = _by_events(article, extraction, registry)
    events = {event.timex: event.event for event in extraction.events}
    published = bounds_of_edtf(article.head.published or "").earliest
    places = SpanIndex((mention.span, index) for index, mention in enumerate(extraction.mentions))
    ids = distinct(content_id("d", timex.text, timex.timex3.value or "") for timex, _ in dated)
    return tuple(
        _brief_date(date_id, timex, published, _with_actors(events.get(place), extraction, places, cast))
        for date_id, (timex, place) in zip(ids, dated, strict=True)
    )


def _brief_date(
    date_id: str, timex: TimexMention, published: date | None, event: DateEvent | None
) -> BriefDate:
    bounds = bounds_of(timex.timex3, published)
    if (
        event is not None
        and event.status is None
        and published
        and (bounds.earliest or published) > published
    ):
        # what is told of a day to come is a plan, whatever its tense: `the fair opens on Friday`
        event = event.model_copy(update={"status": "planned"})
    return BriefDate(
        id=date_id,
        text=timex.text,
        span=timex.span,
        timex3=timex.timex3,
        edtf=edtf_of(timex.timex3, published),
        earliest=_iso(bounds.earliest),
        latest=_iso(bounds.latest),
        event=event,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _with_actors(
    event: DateEvent | None, extraction: Extraction, places: SpanIndex[int], cast: Cast
) -> DateEvent | None:
    """Returns the event with the actors whose mentions stand in it, by place."""
    if event is None:
        return None
    start, end = event.span
    ids = [
        actor
        for index in places.starting_in(start, end)
        if (mention := extraction.mentions[index]).span[1] <= end and mention.acts
        for actor in cast.of_mention[index]
    ]
    return event.model_copy(update={"actors": tuple(dict.fromkeys(ids))})


def _by_events(
    article: Article, extraction: Extraction, registry: Registry
) -> list[tuple[TimexMention, Span]]:
    """Returns the expressions, those counted from an event anchored, each with its own first span."""
    events = Events(article, registry, extraction.timexes, extraction.events)
    out, taken = [], []
    for timex in extraction.timexes:
        anchor = events.after_distance(timex.span[1]) if timex.timex3.type == TimexType.DURATION else None
        dated = timex if anchor is None else _anchored(article.text, timex, anchor)
        out.append((dated, timex.span))
        taken.append((timex.span[0], timex.span[1] if anchor is None else anchor.end))
    for timex in _added(article, events):
        if not any(start < timex.span[1] and timex.span[0] < end for start, end in taken):
            out.append((timex, timex.span))
            taken.append(timex.span)
    return sorted(out, key=lambda pair: pair[0].span)


def _anchored(text: str, timex: TimexMention, anchor: Anchor) -> TimexMention:
    """Returns a distance from an event as the day it comes to, or with the event as its anchor."""
    named = f"event:{anchor.relation} {anchor.words}"
    value = _value_from(anchor, timex)
    if value is None:
        return timex.model_copy(update={"timex3": timex.timex3.model_copy(update={"anchor": named})})
    span = (timex.span[0], anchor.end)
    timex3 = Timex3(type=TimexType.DATE, value=value, mod=timex.timex3.mod, anchor=named)
    return TimexMention(text=text[span[0] : span[1]], span=span, timex3=timex3)


def _value_from(anchor: Anchor, timex: TimexMention) -> str | None:
    distance = read_distance(timex.timex3.value)
    words = timex.text.lower().split()
    is_stretch = words[0] in ("the", "these", "those") and words[-1].endswith("s")
    if anchor.value is None or distance is None or is_stretch:
        return None
    bounds = bounds_of_edtf(anchor.value)
    forward = anchor.relation == "after"
    day = bounds.latest if forward else bounds.earliest
    return shift(day, distance, forward=forward) if day else None


def _added(article: Article, events: Events) -> Iterator[TimexMention]:
    """Yields the expressions that are dates by an event, those by its beginning or end known or not."""
    published = article.head.published
    for anchor in (*events.alone(), *events.turns()):
        value = _related(anchor, published)
        named = f"event:{anchor.words}" if value else f"event:{anchor.relation} {anchor.words}"
        yield TimexMention(
            text=article.text[anchor.start : anchor.end],
            span=(anchor.start, anchor.end),
            timex3=Timex3(type=TimexType.DATE, value=value, anchor=named),
        )


def _related(anchor: Anchor, published: str | None) -> str | None:
    """Returns the stretch that a relation to an event names: from it to publication, up to it, from it on."""
    if anchor.value is None:
        return None
    first, last = anchor.value.split("/")[0], anchor.value.split("/")[-1]
    if anchor.relation == "since":
        return f"{last}/{published}" if published and last <= published else f"{last}/.."
    if anchor.relation == "after":
        return f"{last}/.."
    if anchor.relation in ("before", "until"):
        return f"../{first}"
    return anchor.value
