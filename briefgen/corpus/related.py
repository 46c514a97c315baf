"""Related briefs, each with its reason: shared actors, shared topics, the same words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.corpus.echoes import EchoPlace
from briefgen.corpus.people import CorpusActor, CorpusTopic
from briefgen.model.brief import Brief

ECHO = 6.0
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

    Found when a brief is asked for, and kept. How rare something is is told by the size of the corpus to the next
    power of two, so that one brief more changes nothing between briefs that share nothing with it.
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
        self._size = len(briefs).bit_length()
        self._found: dict[str, tuple[RelatedBrief, ...]] = {}
        self._sets: dict[int, frozenset[str]] = {}

    def __getitem__(self, id: str) -> tuple[RelatedBrief, ...]:
        if id not in self._found:
            self._found[id] = self._find(self._briefs[id])
        return self._found[id]

    def __contains__(self, id: object) -> bool:
        return id in self._briefs

    def __iter__(self) -> Iterator[str]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)

    def found_in(self, id: str) -> tuple[object, ...]:
        """Returns all that is looked at for a brief: where it is the same, so is what is found."""
        brief = self._briefs[id]
        echoes = [echo.briefs for echo in self._echoes(brief)]
        return (id, self._size, *self._rare_actors(brief), None, *self._rare_topics(brief), *echoes)

    def _find(self, brief: Brief) -> tuple[RelatedBrief, ...]:
        of_actors = {actor.id: self._set_of(actor.briefs) for actor in self._rare_actors(brief)}
        of_topics = {topic.id: self._set_of(topic.briefs) for topic in self._rare_topics(brief)}
        shared = [
            (weight * (self._size - math.log2(len(briefs))), briefs)
            for found, weight in ((of_actors, 1.0), (of_topics, 1.5))
            for briefs in found.values()
        ]
        quotes: Counter[str] = Counter()
        for echo in self._echoes(brief):
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

    def _rare_actors(self, brief: Brief) -> list[CorpusActor]:
        ids = dict.fromkeys([self._same.get(actor.id, actor.id) for actor in brief.links.actors])
        return [actor for id in ids if self._is_rare((actor := self._actors[id]).briefs)]

    def _rare_topics(self, brief: Brief) -> list[CorpusTopic]:
        known = [self._topics[topic.id] for topic in brief.topics if topic.id in self._topics]
        return [topic for topic in known if self._is_rare(topic.briefs)]

    def _is_rare(self, briefs: tuple[str, ...]) -> bool:
        """Whether something is in so few briefs that sharing it tells something."""
        return len(briefs) <= CANDIDATES or len(self._briefs) <= CANDIDATES

    def _echoes(self, brief: Brief) -> list[EchoPlace]:
        places = [(brief.id, quote.id) for quote in brief.links.quotes]
        return [echo for place in places for echo in self._echo_of.get(place, ())]


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
