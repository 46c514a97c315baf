"""A link: the cue and the source that a quotation in marks was found to have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefgen.extract.rules.attribution.candidate import TokenSpan
from briefgen.extract.rules.grammar import Grammar


class Basis(StrEnum):
    """Which rule found the source."""

    AFTER = "cue after it"
    BEFORE = "cue before it"
    ACCORDING = "according to"
    COLON = "a colon before it"
    SAME_PARAGRAPH = "a quotation of the same paragraph"
    RUNNING = "the speaker goes on"
    SENTENCE_BEFORE = "subject of the sentence before"
    SIGNATURE = "signed"


@dataclass(frozen=True, slots=True)
class Link:
    """Cue and source of a quotation, by token index of one frame."""

    grammar: Grammar
    source: int | None
    basis: Basis
    cue: TokenSpan | None = None
    verb: int | None = None

    @property
    def lemma(self) -> str | None:
        """The cue's lemma."""
        return None if self.verb is None else self.grammar.lemmas[self.verb]
