"""Where it all comes from: the outlets, their articles, and what each contributed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus, Outlet
from briefgen.corpus.spoken import spoken_quotes
from briefgen.model.brief import Brief
from briefgen.site import wording
from briefgen.site.links import Links, web_address
from briefgen.site.page import SitePage
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import Name, day_of, title_of

ARTICLES_SHOWN = 60
"""Articles listed for an outlet; its older ones stand in the list of briefs."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article and what came of it."""

    name: Name
    day: str
    basis: str
    original: str | None
    positions: int
    own: int
    quotes: int
    dates: int


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet with its newest articles."""

    id: str
    name: str
    total: int
    positions: int
    quotes: int
    rows: tuple[ArticleRow, ...]


def source_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the page of sources."""
    yield SitePage(
        path="sources/",
        title="Sources",
        nav_title="Sources",
        kind="sources",
        section="sources/",
        description="The outlets and articles these briefs are made from, and what each contributed.",
        indexed=False,
        body=partial(_body, corpus),
    )


def _body(corpus: Corpus, to: Links) -> str:
    return render(
        "sources.html",
        kind="sources",
        sprite=SPRITE,
        to=to,
        articles=len(corpus.briefs),
        outlets=[_outlet(corpus, outlet, to) for outlet in corpus.outlets.values()],
    )


def _outlet(corpus: Corpus, outlet: Outlet, to: Links) -> OutletView:
    briefs = [corpus.by_id[id] for id in reversed(outlet.briefs)]
    return OutletView(
        id=outlet.id,
        name=outlet.name or wording.UNNAMED_OUTLET,
        total=len(briefs),
        positions=sum(len(brief.links.positions) for brief in briefs),
        quotes=sum(len(spoken_quotes(brief)) for brief in briefs),
        rows=tuple(_row(brief, to) for brief in briefs[:ARTICLES_SHOWN]),
    )


def _row(brief: Brief, to: Links) -> ArticleRow:
    basis = brief.article.published_basis
    return ArticleRow(
        name=Name(title_of(brief), to.brief(brief.id)),
        day=day_of(brief),
        basis=wording.PUBLISHED_BASIS[basis] if basis else "",
        original=web_address(brief.article.url),
        positions=len(brief.links.positions),
        own=sum(wording.fill_of(at) == "own" for at in brief.links.positions),
        quotes=len(spoken_quotes(brief)),
        dates=len(brief.links.dates),
    )
