"""Quotes: attributions of words to a source, after PolNeAR's source, cue and content."""

from __future__ import annotations

from enum import StrEnum

from briefgen.model.base import Identifier, Model
from briefgen.model.evidence import Evidence, Span


class QuoteForm(StrEnum):
    """How much of the content stands in quotation marks: all of it, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Speaker(Model):
    """Who says it: the words that name the source, and the actor where that is safe to say."""

    actor: str | tuple[str, ...] | None = None
    """An actor's id; several where they speak as one; absent where not resolved."""
    text: str
    span: Span

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors' ids, none where not resolved."""
        if self.actor is None:
            return ()
        return (self.actor,) if isinstance(self.actor, str) else self.actor


class Quote(Model):
    """Words attributed to a source. Content has several parts where a speech is broken by its frame."""

    id: str
    form: QuoteForm
    speaker: Speaker | None = None
    cue: Evidence | None = None
    content: tuple[Evidence, ...]
    continues: str | None = None
    """Id of the quote that this one goes on with: one speech broken by its frame or a paragraph."""
    speech: bool = True
    """False where the cue is one of belief, plan, wish or act (`wants to`, `signed`) rather than of saying or
    writing: the words are attributed, but not quoted."""
    venue: str | None = None
    """Where or how it was said, in the article's words: `told VOA Korean via email`."""
    said: str | None = None
    """EDTF day on which it was said, where the text tells."""
    topics: tuple[Identifier, ...] = ()
    relayed_by: str | None = None
    """Id of the actor through whom the words reached the author (`KCNA quoted Kim as saying`)."""
