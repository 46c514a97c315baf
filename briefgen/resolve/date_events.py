"""Dates counted from an event: what relation the words name, and when the event was.

An event is dated by the registry, where one of its phrases stands there and the article was published when
the phrase meant it, or else by the article itself (`date_told`). What an article tells of an event that it
calls by a bare noun (`the vote`) goes before the registry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from briefgen.model.article import Article
from briefgen.model.extraction import DatedEvent
from briefgen.model.registry import Registry, RegistryEvent
from briefgen.model.timex import TimexMention
from briefgen.resolve.date_edtf import bounds_of_edtf
from briefgen.resolve.date_told import RelationWords, Told, any_of, relation_words

_APOSTROPHES = str.maketrans("’‘", "''")
_BARE = re.compile(r"the\s+(?P<noun>\w+)", re.IGNORECASE)


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
def _distance_relation() -> re.Pattern[str]:
    """Matches what follows a distance: `after the election`."""
    words = relation_words()
    before, after = (any_of(group.words) for group in (words.before, words.after))
    return re.compile(
        rf"\s+(?:(?P<before>{before})|(?P<after>{after}))\s+"
        rf"(?P<event>{_named_event()})",
        re.IGNORECASE,
    )


@cache
def _named_event() -> str:
    """Returns what matches an event by its noun, the last of a row: `the murder trial`."""
    words = relation_words()
    nouns, determiners = any_of(words.nouns), any_of(words.determiners.words)
    others = any_of((*words.heads.words, *words.nouns))
    return (
        rf"(?:(?:{determiners})\s+)?(?:[\w.&'’-]+\s+){{0,4}}?"
        rf"(?P<noun>{nouns})\b(?!\s+(?:{others})\b)"
    )


@cache
def _turn() -> re.Pattern[str]:
    """Matches `after the war ends`."""
    turns = any_of(relation_words().turns.words)
    return re.compile(
        rf"\b(?P<relation>after|before|until|once)\s+(?P<event>{_named_event()})\s+(?:{turns})\b",
        re.IGNORECASE,
    )


@cache
def _since() -> re.Pattern[str]:
    """Matches `since the strike`."""
    return re.compile(rf"\bsince\s+(?P<event>{_named_event()})", re.IGNORECASE)


@cache
def _relation(relation: str) -> re.Pattern[str]:
    """Matches the words of a relation: `since`, `ever since`."""
    group: RelationWords = getattr(relation_words(), relation)
    return re.compile(rf"\b(?:{any_of(group.words)})\s+", re.IGNORECASE)


class Events:
    """The events that an article's dates may be counted from."""

    def __init__(
        self,
        article: Article,
        registry: Registry,
        timexes: tuple[TimexMention, ...],
        dated: tuple[DatedEvent, ...] = (),
    ) -> None:
        self._text = article.text
        self._folded = article.text.translate(_APOSTROPHES).lower()
        self._timexes = timexes
        self._told = Told(article.text, timexes, dated)
        published = article.head.published or ""
        self._phrases = sorted(
            (
                (phrase.translate(_APOSTROPHES).lower(), event)
                for event in registry.events
                if _is_meant(event, published, article.text)
                for phrase in (event.name, *event.phrases)
            ),
            key=lambda pair: (-len(pair[0]), pair[0]),
        )

    def after_distance(self, end: int) -> Anchor | None:
        """Returns the event that a distance ending at `end` is counted from, dated or not."""
        words = relation_words()
        for relation, group in (("before", words.before), ("after", words.after)):
            match = re.match(rf"\s+(?:{any_of(group.words)})\s+", self._text[end : end + 40], re.IGNORECASE)
            if match:
                known = self._registered(end + match.end(), relation)
                if known is not None:
                    return self._as_told(known)
        match = _distance_relation().match(self._text[end : end + 120])
        if match is None or "\n" in match.group():
            return None
        start = end + match.start("event")
        return Anchor(
            start=start,
            end=end + match.end("event"),
            words=match["event"],
            relation="before" if match["before"] else "after",
            value=None if re.match(r"an?\s", match["event"]) else self._told.day_of(match["noun"]),
        )

    def _as_told(self, anchor: Anchor) -> Anchor:
        """Returns an event called by its bare noun (`the vote`) with the day the article gives it, if any."""
        bare = _BARE.fullmatch(anchor.words)
        told = self._told.day_of(bare["noun"]) if bare else None
        return anchor if told is None else replace(anchor, value=told)

    def _registered(self, start: int, relation: str) -> Anchor | None:
        """Returns the registry's event whose phrase stands at `start`."""
        for phrase, event in self._phrases:
            end = start + len(phrase)
            if self._folded.startswith(phrase, start) and not _goes_on(self._folded, end):
                return Anchor(
                    start=start, end=end, words=self._text[start:end], relation=relation, value=event.date
                )
        return None

    def alone(self) -> tuple[Anchor, ...]:
        """Returns the dated events that the text dates something by: `since the election`."""
        words = relation_words()
        out: dict[int, Anchor] = {}
        for relation in ("since", "until", "on", "during", "before", "after") if self._phrases else ():
            for match in _relation(relation).finditer(self._text):
                known = self._registered(match.end(), relation)
                known = None if known is None else self._as_told(known)
                if known is None or known.start in out or self._has_date_behind(known.end):
                    continue
                if relation == "during" and not is_period(known.value):
                    continue
                start = match.start() if relation in ("since", "until", "before", "after") else known.start
                out[known.start] = replace(known, start=start)
        for match in _since().finditer(self._text):
            told = self._told.day_of(match["noun"])
            start, end = match.span("event")
            if told is None or start in out or "\n" in match.group() or self._has_date_behind(end):
                continue
            out[start] = Anchor(
                start=match.start(), end=end, words=match["event"], relation="since", value=told
            )
        for match in re.finditer(rf"\b(?:{any_of(words.adverbial.words)})\s", self._text, re.IGNORECASE):
            known = self._registered(match.start(), "during")
            if known is not None:
                out.setdefault(known.start, known)
        return tuple(out[start] for start in sorted(out))

    def turns(self) -> tuple[Anchor, ...]:
        """Returns the events by whose beginning or end the text dates something: `after the war ends`."""
        out = []
        for match in _turn().finditer(self._text):
            relation = match["relation"].lower()
            if "\n" in match.group():
                continue
            out.append(
                Anchor(
                    start=match.start(),
                    end=match.end(),
                    words=match["event"],
                    relation="after" if relation == "once" else relation,
                    value=self._told.day_of(match["noun"]),
                )
            )
        return tuple(out)

    def _has_date_behind(self, end: int) -> bool:
        """Whether the text goes on with a date of its own: `during their summit in February`."""
        return any(end <= timex.span[0] <= end + 6 for timex in self._timexes)


def is_period(value: str | None) -> bool:
    """Whether an event lasts so long (a term, a war) that its name alone tells a time."""
    bounds = bounds_of_edtf(value or "")
    return (
        bounds.earliest is not None
        and bounds.latest is not None
        and bounds.latest - bounds.earliest > timedelta(days=60)
    )


def _goes_on(text: str, end: int) -> bool:
    """Whether a phrase that ends there is only the beginning of a word or of another event's name."""
    heads = any_of(relation_words().heads.words)
    return text[end : end + 1].isalnum() or bool(re.match(rf"\s+(?:{heads})\b", text[end : end + 30]))


def _is_meant(event: RegistryEvent, published: str, text: str) -> bool:
    """Whether a text published then means this event by its phrases."""
    day = published[:10]
    named = rf"(?<!\w)(?:{'|'.join(map(re.escape, event.only_with))})(?!\w)"
    if event.only_with and not re.search(named, text):
        return False
    if event.not_before and (not day or day < event.not_before[: len(day)]):
        return False
    return not (event.not_after and (not day or day > event.not_after))
