"""In their own words: every quotation, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from heapq import nsmallest

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.places import QuoteAt
from briefgen.model.quote import QuoteForm
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.paging import Part, split_pages
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import Name
from briefgen.site.views.quote import view_quote

QUOTES_A_PAGE = 40
SPEAKERS_SHOWN = 10


def quote_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the quotations that stand in quotation marks, in parts."""
    marked = [at for at in corpus.quotes() if at.quote.form is not QuoteForm.INDIRECT]
    newest = sorted(marked, key=lambda at: at.order, reverse=True)
    paraphrases = sum(len(brief.quotes) for brief in corpus.briefs) - len(newest)
    for part in split_pages(newest, QUOTES_A_PAGE, "quotes/"):
        yield SitePage(
            path=part.path,
            title="Quotes" if part.number == 1 else f"Quotes, page {part.number}",
            nav_title="Quotes" if part.number == 1 else None,
            kind="quotes",
            section="quotes/",
            description="Words that stand in quotation marks, with who said them, to whom and when.",
            indexed=False,
            body=partial(_body, corpus, len(newest), paraphrases, part),
        )


def _body(corpus: Corpus, total: int, paraphrases: int, part: Part[QuoteAt], to: Links) -> str:
    known = [id for id in corpus.spoken_by if id in corpus.actors]
    speakers = nsmallest(SPEAKERS_SHOWN, known, key=lambda id: (-len(corpus.spoken_by[id]), id))
    return render(
        "quotes.html",
        kind="quotes",
        sprite=SPRITE,
        to=to,
        total=total,
        paraphrases=paraphrases,
        speaker_count=len(known),
        speakers=[
            Name(corpus.actors[id].name, f"{to.actor(id)}#quotes") for id in speakers
        ],
        quotes=[view_quote(corpus, at, to) for at in part.items],
        pager=part.pager(to),
        number=part.number,
    )
