"""A position being made, in the terms of its passage."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.position.frames import Frame
from briefgen.model.evidence import Span
from briefgen.model.position import Act, Basis, Certainty, Stance


@dataclass(frozen=True, slots=True)
class Draft:
    """A position in the terms of one passage's tokens."""

    clause: Clause
    tokens: tuple[int, ...]
    holder: tuple[int, ...]
    act: Act
    stance: Stance
    basis: Basis
    certainty: Certainty
    asserted_by: tuple[int, ...] = ()
    relayed_by: tuple[int, ...] = ()
    holder_is_author: bool = False
    condition: Span | None = None
    source: Frame | None = None
    key: str = ""
    target: tuple[int, ...] = ()
    subject: int | None = None
    """Token that names the subject of the claim, where the clause has none of its own."""
    link: str | None = None
    """Verb between the possessor and the noun that carries the position."""
    link_from: int | None = None
    """The first token that the link leaves of the words, where it says the noun as well: `refuses to` `endorse him`."""
    named: Span | None = None
    """Where the holder's name stands within a word (`U.S.-led`)."""
    first_half: Span | None = None
    """The subject that a tag parts from its verb."""
    front: Span | None = None
    """Where the subject stands, before the quotation that says the rest."""
    cue: tuple[int, ...] = ()
    """Tokens of the clause that says it, evidence of a saying that another tells of."""
    words: Span | None = None
    """What the claim says in place of the clause: the question that a short answer answers."""
    strength: float = 0.5
