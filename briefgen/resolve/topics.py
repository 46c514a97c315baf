"""Phrases become topics, by the registry or, with none, by the article's own repeated phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.lexicons.function_words import function_words
from briefgen.model.article import Article, ZoneKind
from briefgen.model.evidence import Span
from briefgen.model.extraction import Extraction, MentionForm
from briefgen.model.ids import slug
from briefgen.model.registry import Registry
from briefgen.model.topic import BriefTopic

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]|[A-Za-z]")
_DISCOVERED = 8
"""At most this many topics are found in an article without a registry: what a reader can still survey."""
_REACH = 80
"""Characters that a topic's phrase may begin before the words that it touches."""
_LONGEST = 3
"""Words of a topic's name at most."""


@dataclass(frozen=True, slots=True)
class TopicHit:
    """Where a topic's phrase stands in the text."""

    topic: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of an article and their places."""

    topics: tuple[BriefTopic, ...]
    hits: tuple[TopicHit, ...]

    def within(self, *spans: Span) -> tuple[TopicHit, ...]:
        """Returns the hits inside any of the spans, by place."""
        found: set[int] = set()
        for start, end in spans:
            first = bisect_left(self.hits, start, key=_start)
            last = bisect_left(self.hits, end, key=_start)
            found.update(index for index in range(first, last) if self.hits[index].end <= end)
        return tuple(self.hits[index] for index in sorted(found))

    def touching(self, span: Span) -> tuple[TopicHit, ...]:
        """Returns the hits that a span overlaps at their last word, by place."""
        first = bisect_left(self.hits, span[0] - _REACH, key=_start)
        last = bisect_left(self.hits, span[1], key=_start)
        return tuple(hit for hit in self.hits[first:last] if span[0] < hit.end <= span[1])


def _start(hit: TopicHit) -> int:
    return hit.start


def resolve_topics(article: Article, extraction: Extraction, registry: Registry) -> Topics:
    """Returns the topics of an article, heaviest first, and every place that touches one."""
    phrases = {topic.id: (topic.name, topic.phrases or (topic.name,)) for topic in registry.topics}
    if phrases:
        hits = [
            TopicHit(topic_id, *match.span())
            for topic_id, (_, words) in phrases.items()
            for match in _pattern(words).finditer(article.text)
        ]
    else:
        phrases, hits = _discover(article, extraction)
    hits.sort(key=lambda hit: (hit.start, -hit.end, hit.topic))
    return Topics(topics=_weigh(phrases, hits, extraction.sentences), hits=tuple(hits))


def _weigh(
    phrases: dict[str, tuple[str, tuple[str, ...]]], hits: list[TopicHit], sentences: tuple[Span, ...]
) -> tuple[BriefTopic, ...]:
    """Returns the topics that are touched, each with its share of the topical sentences."""
    touching: dict[str, set[int]] = {}
    # Sentences may lie in one another: the frame of a quotation and what stands in it.
    for index, (start, end) in enumerate(sentences):
        for hit in hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]:
            touching.setdefault(hit.topic, set()).add(index)
    topical = len(set().union(*touching.values())) if touching else 0
    found = [
        BriefTopic(id=topic, name=phrases[topic][0], weight=round(len(at) / topical, 2))
        for topic, at in touching.items()
    ]
    return tuple(sorted(found, key=lambda topic: (-topic.weight, topic.id)))


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Returns the pattern of a topic's phrases: whole words, any case and number."""
    parts = []
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        words = [re.escape(word).replace("'", "['’]").replace("\\-", "[-‑ ]") for word in phrase.split()]
        if phrase.endswith("*"):
            words[-1] = words[-1].removesuffix("\\*") + r"\w*"
        parts.append(r"\s+".join(words) + ("" if phrase.endswith("*") else r"(?:s|es)?"))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.I)


def _discover(
    article: Article, extraction: Extraction
) -> tuple[dict[str, tuple[str, tuple[str, ...]]], list[TopicHit]]:
    """Returns the noun phrases that an article repeats, the heaviest first, and where they stand.

    Whoever speaks or holds something is an actor, and what stands in a name or its role names nobody's matter.
    One-word phrases must come back more often than longer ones; a phrase inside a chosen longer one is not
    chosen again.
    """
    empty = function_words().empty.words
    found: dict[tuple[str, ...], list[Span]] = {}
    for words, starts, end in _nouns(article, extraction):
        shortest = 2 if words[-1] in empty else 1
        for size in range(shortest, min(_LONGEST, len(words)) + 1):
            found.setdefault(words[-size:], []).append((starts[-size], end))
    repeated = [(words, at) for words, at in found.items() if len(at) >= (2 if len(words) > 1 else 3)]
    repeated.sort(key=lambda item: (-len(item[1]) * (len(item[0]) ** 1.5), item[0]))
    chosen: dict[str, tuple[str, tuple[str, ...]]] = {}
    hits: list[TopicHit] = []
    used: set[str] = set()
    for words, places in repeated:
        if len(chosen) == _DISCOVERED:
            break
        if used & set(words):
            continue
        used.update(words)
        phrase = " ".join(words)
        topic = slug(phrase)
        chosen[topic] = (phrase[:1].upper() + phrase[1:], (phrase,))
        if len(words) > 1:  # no verb looks like it
            places = [match.span() for match in _pattern((phrase,)).finditer(article.text)]
        hits += (TopicHit(topic, start, end) for start, end in places)
    return chosen, hits


def _nouns(
    article: Article, extraction: Extraction
) -> Iterator[tuple[tuple[str, ...], tuple[int, ...], int]]:
    """Yields the words of each noun phrase, where each begins, and where the phrase ends."""
    text, stop, mentions = article.text, function_words().stop.words, extraction.mentions
    speaking = {a.source for a in extraction.attributions} | {
        m for p in extraction.positions for m in p.holder
    }
    actors = [mentions[m].head.span for m in speaking if m is not None]
    named = [s for m in mentions if m.form is MentionForm.NAME for s in (m.span, m.role and m.role.span) if s]
    covered = {at for start, end in (*actors, *named) for at in range(start, end)}
    voices = {_singular(mentions[m].head.text.lower()) for m in speaking if m is not None}
    boiler = [zone.span for zone in article.zones if zone.kind in (ZoneKind.BOILERPLATE, ZoneKind.BYLINE)]
    for start, end in extraction.noun_phrases:
        if any(a <= start < b for a, b in boiler):
            continue
        run: list[tuple[str, int]] = []
        for match in _WORD.finditer(text, start, end):
            word = match.group().lower().removesuffix("’s").removesuffix("'s")
            if word in stop or len(word) < 3 or match.start() in covered or "’" in word or "'" in word:
                run = []
                continue
            run.append((_singular(word), match.start()))
        if run and run[-1][0] not in voices:
            yield tuple(word for word, _ in run), tuple(at for _, at in run), end


def _singular(word: str) -> str:
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ies", "news")) and len(word) > 3:
        return word[:-1]
    return word
