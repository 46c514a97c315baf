"""An item together with the brief it stands in: what indexes over all briefs hold."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief
from briefgen.model.position import Basis, Position
from briefgen.model.quote import Quote
from briefgen.model.timex import BriefDate


@dataclass(frozen=True, slots=True)
class PositionAt:
    """A position and its brief."""

    brief: Brief
    position: Position

    @property
    def when(self) -> str:
        """Returns the day it is held at, EDTF: its own, else the article's, else an empty string."""
        return self.position.when or self.brief.article.published or ""

    @property
    def is_authors_own(self) -> bool:
        """Whether the author or his outlet holds it, in his own voice: no words name a holder."""
        position = self.position
        if position.basis is not Basis.NARRATED or position.holder_text or len(position.holder) != 1:
            return False
        holder = position.holder[0]
        return any(actor.kind is ActorKind.MEDIA and actor.id == holder for actor in self.brief.actors)

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts by day, brief, place and id, which is one order on every machine."""
        brief, position = self.brief, self.position
        when = position.when or brief.article.published or ""
        return (when, brief.id, position.evidence[0].span[0], position.id)


@dataclass(frozen=True, slots=True)
class QuoteAt:
    """A quote and its brief."""

    brief: Brief
    quote: Quote

    @property
    def when(self) -> str:
        """Returns the day it was said, EDTF: its own, else the article's, else an empty string."""
        return self.quote.said or self.brief.article.published or ""

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts by day, brief, place and id."""
        start = self.quote.content[0].start if self.quote.content else 0
        return (self.when, self.brief.id, start, self.quote.id)


@dataclass(frozen=True, slots=True)
class DateAt:
    """A date and its brief."""

    brief: Brief
    date: BriefDate

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Sorts by first day, last day, brief and place; dates with no day at all come last."""
        date = self.date
        last = date.latest or "9999"
        return (date.earliest or last, last, self.brief.id, date.span[0], date.id)
