"""An item together with the brief it stands in, as far as it links that brief to others.

That is what indexes over all briefs hold, and all that counting over all of them needs. The item itself is asked of the
brief where a page prints it (`folded.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.position import Basis, Position, Stance
from briefgen.model.quote import Quote, QuoteForm
from briefgen.model.timex import BriefDate

if TYPE_CHECKING:
    from briefgen.model.brief import Brief


class ActorAt(NamedTuple):
    """What an actor is in one brief."""

    id: str
    name: str
    kind: ActorKind
    role: str | None
    affiliation: str | None
    country: str | None
    aliases: tuple[str, ...]
    mentions: int
    """How many."""


class PositionAt(NamedTuple):
    """A position and its brief."""

    brief: Brief
    place: int
    """Among the brief's positions."""
    id: str
    start: int
    """The first character of its evidence."""
    when: str
    """The day it is held at, EDTF: its own, else the article's, else an empty string."""
    holder: tuple[str, ...]
    asserted_by: tuple[str, ...]
    target: str | None
    topic: str | None
    stance: Stance
    basis: Basis
    claim: str
    holder_words: str | None
    """The words of the text that name the holder."""

    @property
    def position(self) -> Position:
        """Returns the position itself."""
        return self.brief.positions[self.place]

    @property
    def is_authors_own(self) -> bool:
        """Whether the author or his outlet holds it, in his own voice: no words name a holder."""
        if self.basis is not Basis.NARRATED or self.holder_words or len(self.holder) != 1:
            return False
        return (self.holder[0], ActorKind.MEDIA) in [
            (actor.id, actor.kind) for actor in self.brief.links.actors
        ]

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts by day, brief, place and id, which is one order on every machine."""
        return (self.when, self.brief.id, self.start, self.id)


class QuoteAt(NamedTuple):
    """A quote and its brief."""

    brief: Brief
    place: int
    """Among the brief's quotes."""
    id: str
    start: int
    """The first character of its content."""
    when: str
    """The day it was said, EDTF: its own, else the article's, else an empty string."""
    said: str | None
    """Its own day."""
    form: QuoteForm
    is_spoken: bool
    """Whether readers call it a quotation: words that somebody said or wrote, or that stand in quotation marks."""
    speakers: tuple[str, ...]
    topics: tuple[str, ...]
    texts: tuple[str, ...]
    """Its content, where it stands in quotation marks, else none."""

    @property
    def quote(self) -> Quote:
        """Returns the quote itself."""
        return self.brief.quotes[self.place]

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts by day, brief, place and id."""
        return (self.when, self.brief.id, self.start, self.id)


class DateAt(NamedTuple):
    """A date and its brief."""

    brief: Brief
    place: int
    """Among the brief's dates."""
    id: str
    start: int
    """The first character of its words."""
    text: str
    """Its words."""
    edtf: str | None
    earliest: str | None
    latest: str | None
    event: str | None
    """The words of what happened then, None where nothing is told."""
    status: str | None
    """The event's."""
    actors: tuple[str, ...]
    """The event's."""

    @property
    def date(self) -> BriefDate:
        """Returns the date itself."""
        return self.brief.dates[self.place]

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Sorts by first day, last day, brief and place; dates with no day at all come last."""
        last = self.latest or "9999"
        return (self.earliest or last, last, self.brief.id, self.start, self.id)


class BriefLinks(NamedTuple):
    """All that links a brief to others, each kind in the order of its items."""

    actors: tuple[ActorAt, ...]
    positions: tuple[PositionAt, ...]
    quotes: tuple[QuoteAt, ...]
    dates: tuple[DateAt, ...]


def links_of(brief: Brief) -> BriefLinks:
    """Returns what links a brief to others, made from its items."""
    return BriefLinks(
        tuple(map(_actor, brief.actors)),
        tuple([_position(brief, place, position) for place, position in enumerate(brief.positions)]),
        tuple([_quote(brief, place, quote) for place, quote in enumerate(brief.quotes)]),
        tuple([_date(brief, place, date) for place, date in enumerate(brief.dates)]),
    )


def _actor(actor: Actor) -> ActorAt:
    return ActorAt(
        actor.id,
        actor.name,
        actor.kind,
        actor.role,
        actor.affiliation,
        actor.country,
        actor.aliases,
        len(actor.mentions),
    )


def _position(brief: Brief, place: int, position: Position) -> PositionAt:
    return PositionAt(
        brief,
        place,
        position.id,
        position.evidence[0].start,
        position.when or brief.article.published or "",
        position.holder,
        position.asserted_by,
        position.target,
        position.topic,
        position.stance,
        position.basis,
        position.claim,
        position.holder_text.text if position.holder_text else None,
    )


def _quote(brief: Brief, place: int, quote: Quote) -> QuoteAt:
    is_marked = quote.form is not QuoteForm.INDIRECT
    return QuoteAt(
        brief,
        place,
        quote.id,
        quote.content[0].start if quote.content else 0,
        quote.said or brief.article.published or "",
        quote.said,
        quote.form,
        quote.speech or is_marked,
        quote.speaker.actors if quote.speaker else (),
        quote.topics,
        tuple([part.text for part in quote.content]) if is_marked else (),
    )


def _date(brief: Brief, place: int, date: BriefDate) -> DateAt:
    event = date.event
    return DateAt(
        brief,
        place,
        date.id,
        date.span[0],
        date.text,
        date.edtf,
        date.earliest,
        date.latest,
        event.text if event else None,
        event.status if event else None,
        event.actors if event else (),
    )
