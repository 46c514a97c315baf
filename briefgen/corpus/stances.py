"""Who stands where: positions counted by holder, topic and stance, with the best word they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.model.places import PositionAt
from briefgen.model.position import Basis, Stance

_BASES = (Basis.STATED, Basis.ENACTED, Basis.RELAYED, Basis.NARRATED, Basis.IMPUTED)
"""From the holder's own word to what others only ascribe."""


class StanceCount(NamedTuple):
    """How many positions take one stance, and the best basis among them."""

    stance: Stance
    basis: Basis
    number: int


def count_stances(positions: Iterable[PositionAt]) -> tuple[StanceCount, ...]:
    """Returns the stances that positions take, in the order support, conditional, oppose, none.

    Neutral and none count as one: a reader gets `takes no side` for both.
    """
    found: dict[tuple[Stance, Basis], int] = {}
    for at in positions:
        basis = at.basis
        if basis is Basis.NARRATED and at.is_authors_own:
            basis = Basis.STATED
        key = (at.stance, basis)
        found[key] = found.get(key, 0) + 1
    best: dict[Stance, StanceCount] = {}
    for (stance, basis), number in found.items():
        stance = Stance.NONE if stance is Stance.NEUTRAL else stance
        known = best.get(stance, StanceCount(stance, basis, 0))
        best[stance] = StanceCount(stance, min(basis, known.basis, key=_BASES.index), number + known.number)
    order = (Stance.SUPPORT, Stance.CONDITIONAL, Stance.OPPOSE, Stance.NONE)
    return tuple(best[stance] for stance in order if stance in best)


def by_holder_and_topic(corpus: Corpus) -> Mapping[str, Mapping[str, tuple[PositionAt, ...]]]:
    """Returns holder id → topic id → the positions, oldest first; positions without a topic are left out."""
    return {id: topics for id, found in corpus.held_by.items() if (topics := by_topic(found))}


def by_topic(positions: Iterable[PositionAt]) -> Mapping[str, tuple[PositionAt, ...]]:
    """Returns topic id → the positions on it, in their order; those without a topic are left out."""
    rows: dict[str, list[PositionAt]] = {}
    for at in positions:
        if at.topic:
            rows.setdefault(at.topic, []).append(at)
    return {topic: tuple(found) for topic, found in rows.items()}
