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

    def __getitem__(self, id: str) -> tuple[RelatedBrief, ...]:
        if id not in self._found:
            self._found[id] = self._find(self._briefs[id])
        return self._found[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)

    def _find(self, brief: Brief) -> tuple[RelatedBrief, ...]:
        total = len(self._briefs)
        scores: dict[str, float] = {}
        shared_actors: dict[str, list[str]] = {}
        shared_topics: dict[str, list[str]] = {}
        for id in dict.fromkeys(self._same.get(actor.id, actor.id) for actor in brief.actors):
            _share(scores, shared_actors, id, self._actors[id].briefs, brief.id, total, 1.0)
        for topic in brief.topics:
            if topic.id in self._topics:
                briefs = self._topics[topic.id].briefs
                _share(scores, shared_topics, topic.id, briefs, brief.id, total, 1.5)
        quotes: Counter[str] = Counter()
        for quote in brief.quotes:
            for echo in self._echo_of.get((brief.id, quote.id), ()):
                quotes.update(other for other in echo.briefs if other != brief.id)
        for other, number in quotes.items():
            scores[other] = scores.get(other, 0.0) + ECHO * number
        best = sorted(scores, key=lambda id: (-scores[id], id))[:MOST]
        return tuple(
            RelatedBrief(
                id=id,
                actors=tuple(shared_actors.get(id, ())),
                topics=tuple(shared_topics.get(id, ())),
                quotes=quotes[id],
            )
            for id in best
        )


def _share(
    scores: dict[str, float],
    shared: dict[str, list[str]],
    id: str,
    briefs: tuple[str, ...],
    own: str,
    total: int,
    weight: float,
) -> None:
    if len(briefs) > CANDIDATES and total > CANDIDATES:
        return
    rarity = weight * math.log((total + 1) / len(briefs))
    for other in briefs:
        if other != own:
            scores[other] = scores.get(other, 0.0) + rarity
            shared.setdefault(other, []).append(id)
