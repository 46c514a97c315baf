"""The home page: what is new, who stands where, what happened lately."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefgen.corpus.corpus import Corpus
from briefgen.site import outputs, wording
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.briefs import view_row
from briefgen.site.render import render
from briefgen.config import SiteSettings
from briefgen.site.sprite import SPRITE

BRIEFS_SHOWN = 5
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
        lastmod=max((b.article.published for b in corpus.briefs if b.article.published), default=None),
        indexed=False,
        body=partial(_body, corpus, settings),
    )


def _body(corpus: Corpus, settings: SiteSettings, to: Links) -> str:
    newest = tuple(reversed(corpus.briefs))[:BRIEFS_SHOWN]
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
        downloads=[(d.label, to.to(d.path)) for d in outputs.SITE_DOWNLOADS],
    )
