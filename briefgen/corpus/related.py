"""Related briefs, each with its reason: shared actors, shared topics, the same words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.corpus.echoes import EchoPlace
from briefgen.corpus.people import CorpusActor, CorpusTopic
from briefgen.model.brief import Brief

ECHO = 4.0
"""The same words in two articles weigh more than most names they share."""
MOST = 5
"""The most related briefs that are told of one."""
CANDIDATES = 200
"""An actor or topic of more briefs than this tells nothing about two of them, and costs time."""


@dataclass(frozen=True, slots=True)
class RelatedBrief:
    """A brief and what it shares, rarest first."""

    id: str
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    quotes: int


class RelatedBriefs(Mapping[str, tuple[RelatedBrief, ...]]):
    """Brief id → the briefs that share most with it, best first; what few briefs share counts more.

    Found when a brief is asked for, and kept.
    """

    def __init__(
        self,
        briefs: Mapping[str, Brief],
        actors: Mapping[str, CorpusActor],
        topics: Mapping[str, CorpusTopic],
        same: Mapping[str, str],
        echo_of: Mapping[tuple[str, str], tuple[EchoPlace, ...]],
    ) -> None:
        self._briefs, self._actors, self._topics = briefs, actors, topics
        self._same, self._echo_of = same, echo_of
        self._found: dict[str, tuple[RelatedBrief, ...]] = {}
        self._sets: dict[int, frozenset[str]] = {}

    def __getitem__(self, id: str) -> tuple[RelatedBrief, ...]:
        if id not in self._found:
            self._found[id] = self._find(self._briefs[id])
        return self._found[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)

    def _find(self, brief: Brief) -> tuple[RelatedBrief, ...]:
        actors = dict.fromkeys([self._same.get(actor.id, actor.id) for actor in brief.links.actors])
        of_actors = self._rare({id: self._actors[id].briefs for id in actors})
        of_topics = self._rare(
            {t.id: self._topics[t.id].briefs for t in brief.topics if t.id in self._topics}
        )
        shared = [
            (weight * math.log((len(self._briefs) + 1) / len(briefs)), briefs)
            for found, weight in ((of_actors, 1.0), (of_topics, 1.5))
            for briefs in found.values()
        ]
        quotes: Counter[str] = Counter()
        for quote in brief.links.quotes:
            for echo in self._echo_of.get((brief.id, quote.id), ()):
                quotes.update(other for other in echo.briefs if other != brief.id)
        scores = _score(brief.id, shared, quotes)
        best = sorted(scores, key=lambda id: (-scores[id], id))[:MOST]
        return tuple(
            RelatedBrief(
                id=other,
                actors=tuple([id for id, briefs in of_actors.items() if other in briefs]),
                topics=tuple([id for id, briefs in of_topics.items() if other in briefs]),
                quotes=quotes[other],
            )
            for other in best
        )

    def _set_of(self, briefs: tuple[str, ...]) -> frozenset[str]:
        """Returns the briefs of an actor or topic as a set, made once."""
        known = self._sets.get(id(briefs))
        return known or self._sets.setdefault(id(briefs), frozenset(briefs))

    def _rare(self, briefs: dict[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
        """Returns what is so rare that sharing it tells something."""
        few = len(self._briefs) <= CANDIDATES
        return {id: self._set_of(of) for id, of in briefs.items() if few or len(of) <= CANDIDATES}


def _score(brief: str, shared: list[tuple[float, frozenset[str]]], quotes: Counter[str]) -> dict[str, float]:
    """Returns how much others share with a brief: of all that may be among the best.

    `shared` are weights with the briefs that have a part in what weighs so much; `quotes` counts common ones.
    """
    seen: set[str] = set()
    several = set(quotes)
    for _, briefs in shared:
        several |= seen & briefs
        seen |= briefs
    several.discard(brief)
    scores = {
        id: sum([weight for weight, briefs in shared if id in briefs], 0.0) + ECHO * quotes[id]
        for id in several
    }
    # Of those that share one thing only, the first few of the rarest will do.
    for weight, briefs in sorted(shared, key=lambda row: -row[0]):
        if sum([score > weight for score in scores.values()]) >= MOST:
            break
        alone = sorted(briefs - several - {brief})[:MOST]
        scores.update(dict.fromkeys(alone, weight))
    return scores
