"""What happened when: every date of every brief, drawn and listed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.places import DateAt
from briefgen.site import wording
from briefgen.site.charts.timeline import Entry, TimelineChart, draw_timeline
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.paging import Part, split_pages
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.date import view_date

DATES_A_PAGE = 80
UNDATED_SHOWN = 20
LABEL = 62


def timeline_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the timeline, the newest dates first in parts, in order of time within each."""
    newest = tuple(reversed(corpus.dates))
    for part in split_pages(newest, DATES_A_PAGE, "timeline/"):
        yield SitePage(
            path=part.path,
            title="Timeline" if part.number == 1 else f"Timeline, page {part.number}",
            nav_title="Timeline" if part.number == 1 else None,
            kind="timeline",
            section="timeline/",
            description="What happened when, as exactly as the articles say it and no more exactly.",
            indexed=False,
            body=partial(_body, corpus, part),
        )


def newest_day(corpus: Corpus) -> str | None:
    """Returns the day of the newest article."""
    return max((b.article.published for b in corpus.briefs if b.article.published), default=None)


def timeline_chart(corpus: Corpus, to: Links) -> TimelineChart | None:
    """Returns the drawing of the corpus's dates."""
    return draw_timeline([entry for at in corpus.dates if (entry := _entry(at, to))], newest_day(corpus))


def _entry(at: DateAt, to: Links) -> Entry | None:
    view = view_date(at, to)
    if not view.event:
        return None
    return Entry(wording.shorten(view.event, LABEL), view.when, view.earliest, view.latest, view.url)


def _body(corpus: Corpus, part: Part[DateAt], to: Links) -> str:
    first = part.number == 1
    return render(
        "timeline.html",
        kind="timeline",
        sprite=SPRITE,
        to=to,
        chart=timeline_chart(corpus, to) if first else None,
        dates=[view_date(at, to) for at in reversed(part.items)],
        total=len(corpus.dates),
        undated=[view_date(at, to) for at in corpus.undated[:UNDATED_SHOWN]] if first else [],
        undated_total=len(corpus.undated),
        pager=part.pager(to),
        number=part.number,
    )
