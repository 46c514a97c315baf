"""Who speaks about whom: a directed graph of actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.corpus.people import CorpusActor
from briefgen.model.places import PositionAt
from briefgen.model.position import Stance
from briefgen.site.exports.statements import OWN

Ends = tuple[str, str, str]
"""Source, target and kind of an edge."""
POSITION = "position"
ATTRIBUTION = "attribution"


class Edge(NamedTuple):
    """All that one actor says about another in one way.

    Kind `position`: the source takes a position on the target, in own words or deeds. Kind `attribution`:
    the source says what the target holds; the stance is the target's toward a third and is not counted.
    """

    source: str
    target: str
    kind: str
    number: int
    support: int
    oppose: int
    conditional: int
    first: str | None
    last: str | None
    newest: str
    """Id of the last brief that has one of them."""


@dataclass(frozen=True, slots=True)
class SpeechGraph:
    """The actors that speak about one another, and how."""

    nodes: tuple[CorpusActor, ...]
    edges: tuple[Edge, ...]


_Tally = list[Any]
"""An edge while it is counted: its values, in the order of its fields."""
_NUMBER, _FIRST = Edge._fields.index("number"), Edge._fields.index("first")
_COUNTED = {
    stance: Edge._fields.index(stance.value) for stance in (Stance.SUPPORT, Stance.OPPOSE, Stance.CONDITIONAL)
}
"""Stance → where it is counted."""


def speech_graph(corpus: Corpus) -> SpeechGraph:
    """Returns the graph, nodes and edges in the order of their ids."""
    actors = _Actors(corpus)
    found: dict[Ends, _Tally] = {}
    for brief in corpus.briefs:  # by day
        day = brief.article.published or None
        for at in brief.links.positions:
            if at.asserted_by:
                for holder in actors[at.holder]:
                    for speaker in actors[at.asserted_by]:
                        _count(found, (speaker, holder, ATTRIBUTION), at, day)
            if at.target is not None and at.basis in OWN:
                for target in actors[(at.target,)]:
                    for holder in actors[at.holder]:
                        _count(found, (holder, target, POSITION), at, day)
    edges = tuple([Edge._make(found[ends]) for ends in sorted(found)])
    touched = {edge.source for edge in edges} | {edge.target for edge in edges}
    return SpeechGraph(tuple(corpus.actors[id] for id in sorted(touched)), edges)


def _count(found: dict[Ends, _Tally], ends: Ends, at: PositionAt, day: str | None) -> None:
    """Counts a position, said on some day, for the edge between two who are not the same."""
    source, target, kind = ends
    if source == target:
        return
    tally = found.get(ends)
    if tally is None:
        found[ends] = tally = [source, target, kind, 0, 0, 0, 0, None, None, ""]
    tally[_NUMBER] += 1
    tally[_FIRST:] = tally[_FIRST] or day, day, at.brief.id
    if kind == POSITION and at.stance in _COUNTED:
        tally[_COUNTED[at.stance]] += 1


class _Actors(dict[tuple[str, ...], tuple[str, ...]]):
    """Ids → the canonical ids of those that are actors, each once; found when first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._canonical = {id: id for id in corpus.actors} | {
            other: id for other, id in corpus.same.items() if id in corpus.actors
        }

    def __missing__(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        known = self[ids] = tuple(dict.fromkeys(self._canonical[id] for id in ids if id in self._canonical))
        return known
