"""The search page: words, filters, or both."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.render import render
from briefgen.site.search.facets import ACTORS_OFFERED, TOPICS_OFFERED
from briefgen.site.search.indexes import index_folders
from briefgen.site.sprite import SPRITE

FILTERS = (
    ("actor", "Actor"),
    ("topic", "Topic"),
    ("outlet", "Outlet"),
    ("year", "Year"),
    ("form", "Quotations"),
    ("basis", "Positions held"),
)


def find_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the search page."""
    yield SitePage(
        path="find/",
        title="Search",
        nav_title="Search",
        kind="find",
        section="find/",
        description="Search the briefs by words, actor, topic, outlet, year, form of quotation and basis.",
        indexed=False,
        body=partial(_body, corpus),
    )


def _body(corpus: Corpus, to: Links) -> str:
    return render(
        "find.html",
        kind="find",
        sprite=SPRITE,
        to=to,
        facets=FILTERS,
        indexes=index_folders(len(corpus.briefs)),
        left_out=_left_out(corpus),
    )


def _left_out(corpus: Corpus) -> str:
    capped = [
        f"{most} of {len(all_of):,} {what}"
        for all_of, most, what in (
            (corpus.actors, ACTORS_OFFERED, "actors"),
            (corpus.topics, TOPICS_OFFERED, "topics"),
        )
        if len(all_of) > most
    ]
    return (
        f"The filters offer {' and '.join(capped)}, those in most briefs; words find all." if capped else ""
    )
