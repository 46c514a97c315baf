"""A quotation as a page shows it."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.corpus.echoes import EchoPlace
from briefgen.model.places import QuoteAt
from briefgen.model.quote import QuoteForm
from briefgen.site import wording
from briefgen.site.day_words import say
from briefgen.site.links import Links, text_fragment
from briefgen.site.views.names import (
    Name,
    name_actor,
    name_actors,
    name_topic,
    other_than,
    source_line,
)

ECHOES_A_PAGE = 25
SPEAKER_NOT_NAMED = "Speaker not named"


class QuoteView(NamedTuple):
    """Everything a page prints of a quotation."""

    id: str
    form: str
    direct: bool
    parts: tuple[str, ...]
    speakers: tuple[Name, ...]
    role: str | None
    venue: str | None
    said: str
    relayed_by: Name | None
    topics: tuple[Name, ...]
    places: tuple[tuple[int, int], ...]
    url: str
    source: Name
    original: str | None
    reviewed: bool
    same: tuple[Name, ...]
    """Where the same words stand in other outlets."""
    cite: str
    """The quotation with its source in one line, for `copy citation`."""


def view_quote(corpus: Corpus, at: QuoteAt, to: Links) -> QuoteView:
    """Returns a quotation as the page at `to` shows it."""
    brief, quote = at.brief, at.quote
    ids = quote.speaker.actors if quote.speaker else ()
    if ids:
        speakers = name_actors(corpus, ids, to)
    elif quote.speaker:
        speakers = (Name(wording.name_unknown(quote.speaker.text)),)
    else:
        speakers = (Name(SPEAKER_NOT_NAMED),)
    role = None
    if len(ids) == 1:
        # The role as this article has it: across the corpus it may change.
        here = next((actor for actor in brief.actors if actor.id == ids[0]), None)
        role = other_than(here.role, here.name) if here else None
    parts = tuple(content.text for content in quote.content)
    return QuoteView(
        id=quote.id,
        form=wording.FORM[quote.form],
        direct=quote.form is not QuoteForm.INDIRECT,
        parts=parts,
        speakers=speakers,
        role=role,
        venue=quote.venue,
        said=say(quote.said),
        relayed_by=name_actor(corpus, quote.relayed_by, to) if quote.relayed_by else None,
        topics=tuple(name_topic(corpus, id, to) for id in quote.topics),
        places=tuple(content.span for content in quote.content),
        url=to.brief(brief.id, quote.id),
        source=Name(source_line(brief), to.brief(brief.id)),
        original=text_fragment(brief.article.url, parts[0]) if parts else None,
        reviewed=quote.id in corpus.reviewed.get(brief.id, ()),
        same=_same(corpus, at, to),
        cite=_cite(parts, speakers, brief_line=source_line(brief)),
    )


def _same(corpus: Corpus, at: QuoteAt, to: Links) -> tuple[Name, ...]:
    return tuple(
        Name(
            f"the same words in {wording.count(len(echo.briefs) - 1, 'other article')}",
            echo_url(echo, to),
        )
        for echo in corpus.echo_of.get((at.brief.id, at.id), ())
    )


def echo_url(echo: EchoPlace, to: Links) -> str:
    """Returns where the wordings of a quotation stand side by side."""
    page = echo.number // ECHOES_A_PAGE + 1
    folder = "quotes/same/" if page == 1 else f"quotes/same/page/{page}/"
    return to.to(f"{folder}#{echo.id}")


def _cite(parts: tuple[str, ...], speakers: tuple[Name, ...], *, brief_line: str) -> str:
    who = wording.join_words([name.text for name in speakers])
    return f"{' … '.join(parts)} ({who}, in {brief_line})"
