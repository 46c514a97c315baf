"""Who stands where: positions counted by holder, topic and stance, with the best word they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.model.places import PositionAt
from briefgen.model.position import Basis, Stance

_BASES = (Basis.STATED, Basis.ENACTED, Basis.RELAYED, Basis.NARRATED, Basis.IMPUTED)
"""From the holder's own word to what others only ascribe."""
_RANK = {basis: rank for rank, basis in enumerate(_BASES)}
_IN_ORDER = (Stance.SUPPORT, Stance.CONDITIONAL, Stance.OPPOSE, Stance.NONE)
_SHOWN = {stance: stance for stance in Stance} | {Stance.NEUTRAL: Stance.NONE}
"""Stance → as what it is counted."""


class StanceCount(NamedTuple):
    """How many positions take one stance, and the best basis among them."""

    stance: Stance
    basis: Basis
    number: int


def count_stances(positions: Iterable[PositionAt]) -> tuple[StanceCount, ...]:
    """Returns the stances that positions take, in the order support, conditional, oppose, none.

    Neutral and none count as one: a reader gets `takes no side` for both.
    """
    found: dict[Stance, list[int]] = {}  # the rank of the best basis, and how many
    for at in positions:
        basis = at.basis
        if basis is Basis.NARRATED and at.is_authors_own:
            basis = Basis.STATED
        rank, stance = _RANK[basis], _SHOWN[at.stance]
        known = found.get(stance)
        if known is None:
            found[stance] = [rank, 1]
        else:
            known[0] = min(known[0], rank)
            known[1] += 1
    return tuple(
        [
            StanceCount(stance, _BASES[found[stance][0]], found[stance][1])
            for stance in _IN_ORDER
            if stance in found
        ]
    )


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
