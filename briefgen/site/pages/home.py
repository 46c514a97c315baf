"""The home page: what is new, who stands where, what happened lately."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.stances import by_holder_and_topic
from briefgen.site import outputs, wording
from briefgen.site.charts.days import ordinal
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.briefs import view_row
from briefgen.site.pages.changes import view_arrivals
from briefgen.site.pages.matrix import build_matrix, choose_actors, choose_topics
from briefgen.site.pages.timeline import newest_day
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.date import DateView, view_date

BRIEFS_SHOWN = 4
ACTORS_SHOWN = 8
TOPICS_SHOWN = 7
DATES_SHOWN = 8
ARRIVALS_SHOWN = 3
LATELY = 120
"""Days before the newest article that count as lately."""
LEAD = (
    "We read the news and keep, for each article, who holds which position and who says so, "
    "beside the exact words."
)


def home_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the home page."""
    yield SitePage(
        path="",
        title=settings.title,
        nav_title="Home",
        kind="home",
        description=settings.description or LEAD,
        lastmod=newest_day(corpus),
        indexed=False,
        body=partial(_body, corpus, settings),
    )


def _body(corpus: Corpus, settings: SiteSettings, to: Links) -> str:
    newest = tuple(reversed(corpus.briefs))[:BRIEFS_SHOWN]
    held = by_holder_and_topic(corpus)
    actors = choose_actors(corpus, held)[:ACTORS_SHOWN]
    topics = choose_topics(corpus, TOPICS_SHOWN)
    return render(
        "home.html",
        kind="home",
        sprite=SPRITE,
        to=to,
        settings=settings,
        lead=settings.description or LEAD,
        kicker=", ".join(
            (
                wording.count(len(corpus.briefs), "article"),
                wording.count(sum(len(b.positions) for b in corpus.briefs), "position"),
                wording.count(sum(len(b.quotes) for b in corpus.briefs), "quotation"),
            )
        ),
        rows=[view_row(corpus, brief, to, points=3) for brief in newest],
        total=len(corpus.briefs),
        matrix=build_matrix(corpus, held, actors, topics, to) if actors and topics else None,
        dates=_lately(corpus, to),
        arrivals=view_arrivals(corpus, to, ARRIVALS_SHOWN),
        since=corpus.changes,
        downloads=[(d.label, to.to(d.path)) for d in outputs.SITE_DOWNLOADS],
    )


def _lately(corpus: Corpus, to: Links) -> list[DateView]:
    """Returns the last dated events before and around the newest article, oldest first."""
    end = ordinal(newest_day(corpus) or "")
    if end is None:
        return []
    chosen: dict[tuple[str, str], DateView] = {}
    for at in corpus.dates:
        first = ordinal(at.date.earliest or "")
        if first is None or not end - LATELY <= first <= end + LATELY:
            continue
        view = view_date(at, to)
        if view.event and view.shape != "none":
            chosen.setdefault((view.when, view.event), view)
    before = [view for view in chosen.values() if (view.earliest or "") <= (newest_day(corpus) or "")]
    ahead = [view for view in chosen.values() if view not in before]
    return before[-(DATES_SHOWN - min(2, len(ahead))) :] + ahead[:2]
