"""Related briefs, each with its reason: shared actors, shared topics, the same words."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief

ECHO = 4.0
"""The same words in two articles weigh more than most names they share."""
CANDIDATES = 200
"""An actor or topic of more briefs than this tells nothing about two of them, and costs time."""


@dataclass(frozen=True, slots=True)
class RelatedBrief:
    """A brief and what it shares, rarest first."""

    id: str
    score: float
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    quotes: int


def related_briefs(corpus: Corpus, brief: Brief, *, limit: int = 5) -> tuple[RelatedBrief, ...]:
    """Returns the briefs that share most with this one; what few briefs share counts more."""
    total = len(corpus.briefs)
    scores: Counter[str] = Counter()
    shared_actors: dict[str, list[str]] = {}
    shared_topics: dict[str, list[str]] = {}
    for id in dict.fromkeys(corpus.actor_id(actor.id) for actor in brief.actors):
        _share(scores, shared_actors, id, corpus.actors[id].briefs, brief.id, total, 1.0)
    for topic in brief.topics:
        if topic.id in corpus.topics:
            _share(scores, shared_topics, topic.id, corpus.topics[topic.id].briefs, brief.id, total, 1.5)
    quotes: Counter[str] = Counter()
    for quote in brief.quotes:
        for number in corpus.echo_of.get((brief.id, quote.id), ()):
            quotes.update(other for other in corpus.echoes[number].briefs if other != brief.id)
    for other, number in quotes.items():
        scores[other] += ECHO * number  # type: ignore[assignment]
    best = sorted(scores, key=lambda id: (-scores[id], id))[:limit]
    return tuple(
        RelatedBrief(
            id=id,
            score=scores[id],
            actors=tuple(shared_actors.get(id, ())),
            topics=tuple(shared_topics.get(id, ())),
            quotes=quotes[id],
        )
        for id in best
    )


def _share(
    scores: Counter[str],
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
            scores[other] += rarity  # type: ignore[assignment]
            shared.setdefault(other, []).append(id)
