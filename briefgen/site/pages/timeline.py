"""What happened when: every dated event, drawn and listed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.timeline import TimelineEntry
from briefgen.model.places import DateAt
from briefgen.site import wording
from briefgen.site.charts.timeline import NARROW, WIDE, Entry, TimelineChart, draw_timeline
from briefgen.site.day_words import say, say_span
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.paging import Part, split_by_age
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.date import EVENT_LENGTH, STATUS, shape_of, view_date
from briefgen.site.views.names import Name, newest_day, source_line

EVENTS_A_PAGE = 80
OTHERS_SHOWN = 30
TELLINGS_SHOWN = 5
LABEL = 62


class TellingView(NamedTuple):
    """An article's words for a day."""

    source: Name
    words: str


class EventView(NamedTuple):
    """A dated event with those who tell it."""

    id: str
    when: str
    shape: str
    event: str
    status: str | None
    url: str
    told: tuple[TellingView, ...]
    more: int
    earliest: str | None
    latest: str | None
    articles: int


def view_event(entry: TimelineEntry, to: Links) -> EventView:
    """Returns an event as the page at `to` shows it."""
    leader = entry.told[0]
    shown = entry.told[:TELLINGS_SHOWN]
    return EventView(
        id=entry.id,
        when=_when(entry),
        shape=shape_of(entry.earliest, entry.latest),
        event=wording.name_event(entry.event, EVENT_LENGTH),
        status=STATUS.get(entry.status or ""),
        url=to.brief(leader.brief.id, leader.id),
        told=tuple(
            TellingView(Name(source_line(at.brief), to.brief(at.brief.id, at.id)), at.text) for at in shown
        ),
        more=len(entry.told) - len(shown),
        earliest=entry.earliest,
        latest=entry.latest,
        articles=entry.weight,
    )


def timeline_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the timeline, the newest events first in parts, in order of time within each."""
    newest = tuple(reversed(corpus.timeline))
    eventless = [at for at in (*corpus.dates, *corpus.undated) if at.event is None] + [
        at for at in corpus.undated if at.event is not None
    ]
    for part in split_by_age(newest, EVENTS_A_PAGE, "timeline/"):
        yield SitePage(
            path=part.path,
            title=part.title("Timeline"),
            nav_title="Timeline" if part.is_front else None,
            kind="timeline",
            section="timeline/",
            description="What happened when, as exactly as the articles say it and no more exactly.",
            indexed=False,
            body=partial(_body, corpus, part, eventless if part.is_front else []),
        )


def timeline_charts(corpus: Corpus, to: Links) -> tuple[TimelineChart | None, TimelineChart | None]:
    """Returns the drawings of the corpus's events, for wide pages and for phones."""
    newest, describe = newest_day(corpus.briefs), partial(_entry, to)
    wide, narrow = (draw_timeline(corpus.timeline, newest, describe, sheet) for sheet in (WIDE, NARROW))
    return wide, narrow


def _entry(to: Links, entry: TimelineEntry) -> Entry:
    url = to.brief(entry.told[0].brief.id, entry.told[0].id)
    label = wording.shorten(wording.name_event(entry.event, EVENT_LENGTH), LABEL)
    return Entry(label, _when(entry), entry.earliest, entry.latest, url, entry.weight)


def _when(entry: TimelineEntry) -> str:
    return say(entry.edtf) or say_span(entry.earliest, entry.latest)


def _body(corpus: Corpus, part: Part[TimelineEntry], eventless: list[DateAt], to: Links) -> str:
    first = part.is_front
    chart, narrow = timeline_charts(corpus, to) if first else (None, None)
    return render(
        "timeline.html",
        kind="timeline",
        sprite=SPRITE,
        to=to,
        chart=chart,
        narrow=narrow,
        events=[view_event(entry, to) for entry in reversed(part.items)],
        total=len(corpus.timeline) if first else 0,
        others=[view_date(at, to) for at in eventless[:OTHERS_SHOWN]] if first else [],
        others_total=len(eventless),
        pager=part.pager(to),
        part=part,
    )
