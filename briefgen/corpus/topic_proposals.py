"""Proposes topics: phrases that positions, quotes and claims of many briefs share, grouped by their head."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.lexicons.function_words import function_words
from briefgen.model.brief import Brief
from briefgen.model.ids import slug
from briefgen.model.registry import Registry, RegistryTopic

_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]")
_LONGEST = 3
_WEIGHTS = {1: 0.6, 2: 1.6, 3: 1.8}
"""Phrases of two or three words name a matter; one word seldom does."""
_MOST_PHRASES = 8


@dataclass(frozen=True, slots=True)
class TopicProposal:
    """A topic to accept, reword or drop: how many items and briefs have its phrases."""

    topic: RegistryTopic
    items: int
    briefs: int


def propose_topics(
    briefs: Iterable[Brief], registry: Registry, *, limit: int = 12
) -> tuple[TopicProposal, ...]:
    """Returns topics that the registry does not have yet, those with most items first."""
    taken = _phrase_words(registry)
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for brief in briefs:
        names = _name_words(brief)
        for item, text in _texts(brief):
            for phrase in _phrases(text, names):
                places[phrase].add((brief.id, item))
    scores = {
        phrase: len(found) * _WEIGHTS[len(phrase.split())]
        for phrase, found in places.items()
        if len(found) > 1 and phrase not in taken
    }
    proposals: list[TopicProposal] = []
    used: set[str] = set()
    for phrase in sorted(scores, key=lambda each: (-scores[each], each)):
        if phrase in used or len(phrase.split()) == 1 or _stem(phrase.split()[-1]) in used:
            continue
        group = _group(phrase, scores)
        used |= set(group) | {_stem(phrase.split()[-1])}
        found = set().union(*(places[each] for each in group))
        topic = RegistryTopic(id=slug(phrase), name=phrase.capitalize(), phrases=tuple(group))
        proposals.append(TopicProposal(topic, len(found), len({brief for brief, _ in found})))
    proposals.sort(key=lambda each: (-each.briefs, -each.items, each.topic.id))
    return tuple(proposals[:limit])


def _texts(brief: Brief) -> Iterable[tuple[str, str]]:
    for position in brief.positions:
        yield position.id, position.claim
    for quote in brief.quotes:
        yield quote.id, " ".join(piece.text for piece in quote.content)


def _phrases(text: str, names: set[str]) -> set[str]:
    found: set[str] = set()
    run: list[str] = []
    stop = function_words().stop.words
    # A phrase never goes over a mark, a function word or somebody's name.
    for piece in re.split(r"[^\w’' -]+", text):
        for word in [*_WORD.findall(piece), ""]:
            lowered = word.lower().removesuffix("’s").removesuffix("'s")
            if word and lowered not in stop and lowered not in names and len(lowered) > 2:
                run.append(lowered)
                continue
            # The head of a noun phrase stands last: `main nuclear` of `main nuclear complex` names nothing.
            found.update(" ".join(run[-size:]) for size in range(1, min(_LONGEST, len(run)) + 1))
            run = []
    return found


def _group(phrase: str, scores: dict[str, float]) -> list[str]:
    """Returns a phrase with the others that end with its head."""
    head = _stem(phrase.split()[-1])
    same = [
        other
        for other in scores
        if len(other.split()) > 1 and other != phrase and _stem(other.split()[-1]) == head
    ]
    return [phrase, *sorted(same, key=lambda each: (-scores[each], each))[: _MOST_PHRASES - 1]]


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _name_words(brief: Brief) -> set[str]:
    counts: Counter[str] = Counter()
    for actor in brief.actors:
        for name in (actor.name, *actor.aliases):
            counts.update(
                word.lower().removesuffix("’s") for word in _WORD.findall(name) if word[0].isupper()
            )
    return set(counts)


def _phrase_words(registry: Registry) -> set[str]:
    return {
        phrase.lower().rstrip("*") for topic in registry.topics for phrase in (topic.name, *topic.phrases)
    }
