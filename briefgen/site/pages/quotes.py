"""In their own words: every quotation, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from heapq import nsmallest
from typing import NamedTuple

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.echoes import Echo, mark_differences
from briefgen.corpus.spoken import spoken_quotes
from briefgen.model.places import QuoteAt
from briefgen.model.quote import QuoteForm
from briefgen.site import wording
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.paging import Part, split_by_age, split_pages
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import Name, day_of, publisher_of
from briefgen.site.views.quote import ECHOES_A_PAGE, view_quote

QUOTES_A_PAGE = 40
SPEAKERS_SHOWN = 10
ECHOES_SHOWN = 5
WORDINGS_SHOWN = 12


def quote_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the quotations that stand in quotation marks, in parts."""
    marked = [at for at in corpus.quotes() if at.form is not QuoteForm.INDIRECT]
    newest = sorted(marked, key=lambda at: at.order, reverse=True)
    paraphrases = sum(len(spoken_quotes(brief)) for brief in corpus.briefs) - len(newest)
    for part in split_by_age(newest, QUOTES_A_PAGE, "quotes/"):
        yield SitePage(
            path=part.path,
            title=part.title("Quotes"),
            nav_title="Quotes" if part.is_front else None,
            kind="quotes",
            section="quotes/",
            description="Words that stand in quotation marks, with who said them, to whom and when.",
            indexed=False,
            body=partial(_front, corpus, len(newest), paraphrases, part)
            if part.is_front
            else partial(_older, corpus, part),
        )


def _front(corpus: Corpus, total: int, paraphrases: int, part: Part[QuoteAt], to: Links) -> str:
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
        speakers=[Name(corpus.actors[id].name, f"{to.actor(id)}#quotes") for id in speakers],
        quotes=[view_quote(corpus, at, to) for at in part.items],
        pager=part.pager(to),
        part=part,
        echoes=[view_echo(corpus, echo, to) for echo in corpus.echoes[:ECHOES_SHOWN]],
        echo_total=len(corpus.echoes),
    )


def _older(corpus: Corpus, part: Part[QuoteAt], to: Links) -> str:
    """Returns a page of older quotations, which says nothing of the others."""
    quotes = [view_quote(corpus, at, to) for at in part.items]
    return render(
        "quotes.html", kind="quotes", sprite=SPRITE, to=to, quotes=quotes, pager=part.pager(to), part=part
    )


class WordingView(NamedTuple):
    """One article's wording, in stretches, each with whether it differs from the fullest."""

    stretches: tuple[tuple[str, bool], ...]
    source: Name
    day: str


class EchoView(NamedTuple):
    """A quotation as several articles have it."""

    id: str
    title: str
    how: str
    wordings: tuple[WordingView, ...]
    more: int


def echo_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the pages of quotations that stand in several articles."""
    for part in split_pages(corpus.echoes, ECHOES_A_PAGE, "quotes/same/"):
        yield SitePage(
            path=part.path,
            title=part.title("The same words"),
            kind="echoes",
            section="quotes/",
            description="Quotations that stand in several articles, with what each changed.",
            indexed=False,
            body=partial(_echoes, corpus, part),
        )


def _echoes(corpus: Corpus, part: Part[Echo], to: Links) -> str:
    return render(
        "echoes.html",
        kind="echoes",
        sprite=SPRITE,
        to=to,
        echoes=[view_echo(corpus, echo, to) for echo in part.items],
        total=len(corpus.echoes),
        pager=part.pager(to),
        number=part.number,
    )


def view_echo(corpus: Corpus, echo: Echo, to: Links) -> EchoView:
    """Returns a quotation as articles have it, differences marked against the fullest wording."""
    leader = echo.wordings[0]
    speakers = leader.at.speakers
    named = [corpus.names[i].name for i in map(corpus.actor_id, speakers) if i in corpus.names]
    shown = echo.wordings[:WORDINGS_SHOWN]
    outlets = len({corpus.outlet_of[id] for id in echo.briefs})
    return EchoView(
        id=echo.id,
        title=wording.join_words(named) or "Speaker not named",
        how=f"{'The very same words' if echo.is_exact else 'Partly the same words'} in "
        f"{wording.count(len(echo.briefs), 'article')} of {wording.count(outlets, 'outlet')}.",
        wordings=tuple(
            WordingView(
                stretches=((one.text, False),) if one is leader else mark_differences(one.text, leader.text),
                source=Name(publisher_of(one.at.brief), to.brief(one.at.brief.id, one.at.id)),
                day=day_of(one.at.brief),
            )
            for one in shown
        ),
        more=len(echo.wordings) - len(shown),
    )
