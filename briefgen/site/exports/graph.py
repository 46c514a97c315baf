"""Who speaks about whom: a directed graph of actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.corpus.people import CorpusActor
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


@dataclass(slots=True)
class _Tally:
    """An edge while it is counted."""

    first: str | None = None
    last: str | None = None
    newest: str = ""
    number: int = 0
    support: int = 0
    oppose: int = 0
    conditional: int = 0


def speech_graph(corpus: Corpus) -> SpeechGraph:
    """Returns the graph, nodes and edges in the order of their ids."""
    found: dict[Ends, _Tally] = {}
    canonical = {id: id for id in corpus.actors} | {
        other: id for other, id in corpus.same.items() if id in corpus.actors
    }
    between: dict[tuple[tuple[str, ...], tuple[str, ...], str | None], Sequence[Ends]] = {}
    for brief in corpus.briefs:  # by day
        day = brief.article.published or None
        for at in brief.links.positions:
            target = at.target if at.basis in OWN else None
            if target is None and not at.asserted_by:
                continue  # most are about no other actor
            named = (at.holder, at.asserted_by, target)
            if named not in between:
                between[named] = _ends(*named, canonical)
            for ends in between[named]:
                tally = found.get(ends)
                if tally is None:
                    tally = found[ends] = _Tally()
                tally.number += 1
                tally.first, tally.last, tally.newest = tally.first or day, day, brief.id
                if ends[2] == POSITION:
                    stance = at.stance
                    tally.support += stance is Stance.SUPPORT
                    tally.oppose += stance is Stance.OPPOSE
                    tally.conditional += stance is Stance.CONDITIONAL
    edges = tuple(_edge(ends, found[ends]) for ends in sorted(found))
    touched = {id for edge in edges for id in (edge.source, edge.target)}
    return SpeechGraph(tuple(corpus.actors[id] for id in sorted(touched)), edges)


def _ends(
    holder: tuple[str, ...], told_by: tuple[str, ...], toward: str | None, canonical: Mapping[str, str]
) -> Sequence[Ends]:
    """Returns the edges that a position is part of; `toward` is what its holder himself says it of."""
    target = canonical.get(toward) if toward is not None else None
    holders = _known(holder, canonical)
    ends = [
        (speaker, holder, ATTRIBUTION)
        for speaker in _known(told_by, canonical)
        for holder in holders
        if speaker != holder
    ]
    if target is not None:
        ends += [(holder, target, POSITION) for holder in holders if holder != target]
    return ends


def _known(ids: tuple[str, ...], canonical: Mapping[str, str]) -> list[str]:
    """Returns the canonical ids of those that are actors, each once."""
    if not ids:
        return []
    if len(ids) == 1:
        return [canonical[ids[0]]] if ids[0] in canonical else []
    return list(dict.fromkeys(canonical[id] for id in ids if id in canonical))


def _edge(ends: Ends, tally: _Tally) -> Edge:
    return Edge(
        *ends,
        tally.number,
        tally.support,
        tally.oppose,
        tally.conditional,
        tally.first,
        tally.last,
        tally.newest,
    )
