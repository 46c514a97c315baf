"""The home page: what is new, who stands where, what happened lately."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.spoken import spoken_quotes
from briefgen.corpus.stances import by_holder_and_topic
from briefgen.site import outputs, wording
from briefgen.site.charts.days import ordinal
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.briefs import view_row
from briefgen.site.pages.changes import view_arrivals
from briefgen.site.pages.matrix import build_matrix, choose_actors, choose_topics
from briefgen.site.pages.timeline import EventView, view_event
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import newest_day

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
        lastmod=newest_day(corpus.briefs),
        indexed=False,
        body=partial(_body, corpus, settings),
    )


def _body(corpus: Corpus, settings: SiteSettings, to: Links) -> str:
    newest = tuple(reversed(corpus.briefs))[:BRIEFS_SHOWN]
    held = corpus.once(by_holder_and_topic)
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
                wording.count(sum([len(b.links.positions) for b in corpus.briefs]), "position"),
                wording.count(sum(len(spoken_quotes(b)) for b in corpus.briefs), "quotation"),
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


def _lately(corpus: Corpus, to: Links) -> list[EventView]:
    """Returns the last events before and around the newest article, in order of time."""
    today = newest_day(corpus.briefs) or ""
    end = ordinal(today)
    if end is None:
        return []
    near = [
        entry
        for entry in corpus.timeline
        if (first := ordinal(entry.earliest or "")) is not None and end - LATELY <= first <= end + LATELY
    ]
    before = [entry for entry in near if (entry.earliest or "") <= today]
    ahead = [entry for entry in near if (entry.earliest or "") > today][:2]
    # What several articles tell goes first where room is short.
    ranked = sorted(before, key=lambda entry: (-min(entry.weight, 2), entry.earliest or ""))
    several = [entry for entry in ranked if entry.weight > 1][-DATES_SHOWN // 2 :]
    latest = [entry for entry in before if entry not in several][-(DATES_SHOWN - len(several) - len(ahead)) :]
    chosen = set(map(id, (*several, *latest, *ahead)))
    return [view_event(entry, to) for entry in near if id(entry) in chosen]
