"""Phrases become topics, by the registry or, with none, by the article's own repeated phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

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


def _start(hit: TopicHit) -> int:
    return hit.start


def resolve_topics(article: Article, extraction: Extraction, registry: Registry) -> Topics:
    """Returns the topics of an article, heaviest first, and every place that touches one."""
    phrases = {topic.id: (topic.name, topic.phrases or (topic.name,)) for topic in registry.topics}
    if not phrases:
        phrases = _discover(article, extraction)
    hits = sorted(
        (
            TopicHit(topic_id, *match.span())
            for topic_id, (_, words) in phrases.items()
            for match in _pattern(words).finditer(article.text)
        ),
        key=lambda hit: (hit.start, -hit.end, hit.topic),
    )
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


def _discover(article: Article, extraction: Extraction) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Returns the phrases that an article repeats, names of people and places left out, most frequent first.

    One-word phrases must come back more often than longer ones; a phrase inside a chosen longer one is not
    chosen again.
    """
    text, stop = article.text, function_words().stop.words
    named = [m.head.span for m in extraction.mentions if m.form is MentionForm.NAME]
    covered = {at for start, end in named for at in range(start, end)}
    boiler = [zone.span for zone in article.zones if zone.kind in (ZoneKind.BOILERPLATE, ZoneKind.BYLINE)]
    phrases: list[tuple[str, ...]] = []
    for start, end in extraction.sentences:
        if any(a <= start < b for a, b in boiler):
            continue
        run: list[str] = []
        previous = start
        for match in _WORD.finditer(text, start, end):
            at = match.start()
            word = match.group().lower().removesuffix("’s").removesuffix("'s")
            is_joined = "’" in word or "'" in word  # `he’ll`, `doesn’t`
            is_empty = word in stop or len(word) < 3 or at in covered or is_joined
            if run and (is_empty or text[previous:at].strip()):
                phrases += _phrases(run)
                run = []
            previous = match.end()
            if not is_empty:
                run.append(_singular(word))
        phrases += _phrases(run)
    repeated = [(words, n) for words, n in Counter(phrases).items() if n >= (2 if len(words) > 1 else 3)]
    chosen: dict[str, tuple[str, tuple[str, ...]]] = {}
    used: set[str] = set()
    repeated.sort(key=lambda item: (-item[1] * (len(item[0]) ** 1.5), item[0]))
    for words, _ in repeated:
        if len(chosen) == _DISCOVERED:
            break
        if used & set(words):
            continue
        used.update(words)
        phrase = " ".join(words)
        chosen[slug(phrase)] = (phrase[:1].upper() + phrase[1:], (phrase,))
    return chosen


def _phrases(run: list[str]) -> list[tuple[str, ...]]:
    """Returns the phrases of one to three words in a run of words."""
    single = [(word,) for word in run if not word.endswith(("ing", "ed", "ly"))]
    return [*single, *pairwise(run), *zip(run, run[1:], run[2:], strict=False)]


def _singular(word: str) -> str:
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ies", "news")) and len(word) > 3:
        return word[:-1]
    return word
