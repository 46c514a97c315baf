"""Dates counted from an event: what relation the words name, and when the event was.

An event is dated by the registry, where one of its phrases stands there and the article was published when
the phrase meant it, or else by the article itself, where it names the event with a day (`the May 5 vote`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.article import Article
from briefgen.model.base import Model
from briefgen.model.registry import Registry, RegistryEvent
from briefgen.model.timex import TimexMention, TimexType
from briefgen.resolve.date_edtf import bounds_of_edtf

_APOSTROPHES = str.maketrans("’‘", "''")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class RelationWords(Model):
    """Words of one relation, with a sentence that shows it."""

    example: str
    words: tuple[str, ...]


class RelationLexicon(Lexicon):
    """The lexicon `time_relations.yml`."""

    before: RelationWords
    after: RelationWords
    since: RelationWords
    until: RelationWords
    on: RelationWords
    during: RelationWords
    adverbial: RelationWords
    determiners: RelationWords
    nouns: RelationWords


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event that something is counted from."""

    start: int
    end: int
    words: str
    relation: str
    """before, after, since, until, on, during."""
    value: str | None = None
    """TIMEX3 value of the event; None where nothing dates it."""


@cache
def relation_words() -> RelationLexicon:
    """Returns the words of relations in time."""
    return load("time_relations", RelationLexicon)


@cache
def _distance_relation() -> re.Pattern[str]:
    """Matches what follows a distance: `after the election`."""
    words = relation_words()
    before, after = (_any(group.words) for group in (words.before, words.after))
    determiners, nouns = _any(words.determiners.words), _any(words.nouns.words)
    return re.compile(
        rf"\s+(?:(?P<before>{before})|(?P<after>{after}))\s+"
        rf"(?P<event>(?:(?:{determiners})\s+)?(?:[\w.&'’-]+\s+){{0,4}}?(?P<noun>{nouns}))\b",
        re.IGNORECASE,
    )


def _any(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in ordered)


class Events:
    """The events that an article's dates may be counted from."""

    def __init__(self, article: Article, registry: Registry, timexes: tuple[TimexMention, ...]) -> None:
        self._text = article.text
        self._folded = article.text.translate(_APOSTROPHES).lower()
        self._timexes = timexes
        published = article.head.published or ""
        self._phrases = sorted(
            (
                (phrase.translate(_APOSTROPHES).lower(), event)
                for event in registry.events
                if _is_meant(event, published)
                for phrase in (event.name, *event.phrases)
            ),
            key=lambda pair: (-len(pair[0]), pair[0]),
        )

    def after_distance(self, end: int) -> Anchor | None:
        """Returns the event that a distance ending at `end` is counted from, dated or not."""
        words = relation_words()
        for relation, group in (("before", words.before), ("after", words.after)):
            match = re.match(rf"\s+(?:{_any(group.words)})\s+", self._text[end : end + 40], re.IGNORECASE)
            if match:
                known = self._registered(end + match.end(), relation)
                if known is not None:
                    return known
        match = _distance_relation().match(self._text[end : end + 120])
        if match is None or "\n" in match.group():
            return None
        start = end + match.start("event")
        return Anchor(
            start=start,
            end=end + match.end("event"),
            words=match["event"],
            relation="before" if match["before"] else "after",
            value=None if re.match(r"an?\s", match["event"]) else self._dated_in_text(match["noun"]),
        )

    def _registered(self, start: int, relation: str) -> Anchor | None:
        """Returns the registry's event whose phrase stands at `start`."""
        for phrase, event in self._phrases:
            end = start + len(phrase)
            if self._folded.startswith(phrase, start) and not self._folded[end : end + 1].isalnum():
                return Anchor(
                    start=start, end=end, words=self._text[start:end], relation=relation, value=event.date
                )
        return None

    def alone(self) -> tuple[Anchor, ...]:
        """Returns the registry's events that the text dates something by: `since the election`."""
        if not self._phrases:
            return ()
        words = relation_words()
        out: dict[int, Anchor] = {}
        for relation in ("since", "until", "on", "during", "before", "after"):
            group: RelationWords = getattr(words, relation)
            for match in re.finditer(rf"\b(?:{_any(group.words)})\s+", self._text, re.IGNORECASE):
                known = self._registered(match.end(), relation)
                if known is None or known.start in out or self._has_date_behind(known.end):
                    continue
                if relation == "during" and not is_period(known.value):
                    continue
                start = match.start() if relation in ("since", "until", "before", "after") else known.start
                out[known.start] = replace(known, start=start)
        for match in re.finditer(rf"\b(?:{_any(words.adverbial.words)})\s", self._text, re.IGNORECASE):
            known = self._registered(match.start(), "during")
            if known is not None:
                out.setdefault(known.start, known)
        return tuple(out[start] for start in sorted(out))

    def _has_date_behind(self, end: int) -> bool:
        """Whether the text goes on with a date of its own: `during their summit in February`."""
        return any(end <= timex.span[0] <= end + 6 for timex in self._timexes)

    def _dated_in_text(self, noun: str) -> str | None:
        """Returns the one day that the article gives an event of that name."""
        days = set()
        for timex in self._timexes:
            value = timex.timex3.value or ""
            if timex.timex3.type != TimexType.DATE or not _DAY.fullmatch(value):
                continue
            start, end = timex.span
            if _names_beside(self._text, start, end, noun):
                days.add(value)
        return days.pop() if len(days) == 1 else None


def is_period(value: str | None) -> bool:
    """Whether an event lasts so long (a term, a war) that its name alone tells a time."""
    bounds = bounds_of_edtf(value or "")
    return (
        bounds.earliest is not None
        and bounds.latest is not None
        and bounds.latest - bounds.earliest > timedelta(days=60)
    )


def _is_meant(event: RegistryEvent, published: str) -> bool:
    """Whether a text published then means this event by its phrases."""
    day = published[:10]
    if event.not_before and (not day or day < event.not_before[: len(day)]):
        return False
    return not (event.not_after and (not day or day > event.not_after))


def _names_beside(text: str, start: int, end: int, noun: str) -> bool:
    """Whether an event's noun stands beside a date: `the Nov. 5 election`, `the election on Nov. 5`."""
    word = re.escape(noun)
    if re.match(rf"[,’'s]*\s+(?:[\w.-]+\s+){{0,2}}{word}\b", text[end : end + 60], re.IGNORECASE):
        return True
    before = re.search(
        rf"\b{word}(?:\s+(?:on|in|of|held|set|scheduled|for|was|is|will|be|which|that|late|early|,)){{0,4}},?\s*\Z",
        text[max(0, start - 60) : start],
        re.IGNORECASE,
    )
    return bool(before)
