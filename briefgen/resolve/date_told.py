"""The day that an article itself gives an event that other dates are counted from.

The event's noun may stand beside the date (`the May 5 vote`), or in the clause that the date dates: as its
subject (`the strike began on 5 May`), behind a verb that tells of it (`Lima hosted the summit`), or as the
verb itself (`a jury convicted her`: the verdict). Where the article gives two days, it gives none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model
from briefgen.model.evidence import Span
from briefgen.model.extraction import DatedEvent
from briefgen.model.timex import TimexMention, TimexType

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_WORDS = 5
"""A subject stands among so many first words of its clause."""


class RelationWords(Model):
    """Words of one relation, with a sentence that shows it."""

    example: str
    words: tuple[str, ...]


class Happening(Model):
    """What happens: nouns that name it and verbs that tell it."""

    example: str
    nouns: tuple[str, ...]
    verbs: tuple[str, ...] = ()


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
    heads: RelationWords
    turns: RelationWords
    happenings: tuple[Happening, ...]
    holding: RelationWords

    @property
    def nouns(self) -> tuple[str, ...]:
        """Every noun that names an event."""
        return tuple(noun for happening in self.happenings for noun in happening.nouns)


@cache
def relation_words() -> RelationLexicon:
    """Returns the words of relations in time."""
    return load("time_relations", RelationLexicon)


@lru_cache(maxsize=256)
def any_of(words: tuple[str, ...]) -> str:
    """Returns the inside of an expression that matches any of some words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in ordered)


@cache
def _happening(noun: str) -> Happening:
    low = noun.lower()
    named = (h for h in relation_words().happenings if low in (n.lower() for n in h.nouns))
    return next(named, Happening(example="", nouns=(noun,)))


class Told:
    """The days that an article tells of events."""

    def __init__(
        self, text: str, timexes: tuple[TimexMention, ...], events: tuple[DatedEvent, ...] = ()
    ) -> None:
        clauses: dict[Span, str] = {
            item.timex: item.event.text
            for item in events
            if item.event.status not in ("negated", "conditional")
        }
        self._known: dict[str, str | None] = {}
        self._days = [
            (timex.timex3.value or "", _around(text, timex.span), clauses.get(timex.span, ""))
            for timex in timexes
            if timex.timex3.type in (TimexType.DATE, TimexType.TIME) and _DAY.match(timex.timex3.value or "")
        ]

    def day_of(self, noun: str) -> str | None:
        """Returns the one day that the article gives an event of that name."""
        if noun not in self._known:
            self._known[noun] = self._find(noun)
        return self._known[noun]

    def _find(self, noun: str) -> str | None:
        happening = _happening(noun)
        for nouns in ((noun,), happening.nouns):
            beside = {day[:10] for day, around, _ in self._days if _stands_beside(around, nouns)}
            told = {day[:10] for day, _, clause in self._days if _tells(clause, nouns, happening.verbs)}
            for days in (beside, told):
                if days:
                    return days.pop() if len(days) == 1 else None
        return None


def _around(text: str, span: Span) -> tuple[str, str]:
    return text[max(0, span[0] - 60) : span[0]], text[span[1] : span[1] + 60]


def _stands_beside(around: tuple[str, str], nouns: tuple[str, ...]) -> bool:
    """Whether an event's noun stands beside a date: `the Nov. 5 election`, `the election on Nov. 5`."""
    word = rf"(?:{any_of(nouns)})"
    if re.match(rf"[,’'s]*\s+(?:[\w.-]+\s+){{0,2}}{word}\b", around[1], re.IGNORECASE):
        return True
    linked = r"on|in|of|held|set|scheduled|for|was|is|will|be|which|that|late|early|,"
    return bool(re.search(rf"\b{word}(?:\s+(?:{linked})){{0,4}},?\s*\Z", around[0], re.IGNORECASE))


def _tells(clause: str, nouns: tuple[str, ...], verbs: tuple[str, ...]) -> bool:
    """Whether a clause tells that an event of that name happened."""
    if not clause:
        return False
    words = relation_words()
    determiner = rf"(?:(?:{any_of(words.determiners.words)})\s+)?"
    noun = rf"{determiner}(?:(?!{_relation()})[\w.&'’-]+\s+){{0,{_FIRST_WORDS - 1}}}?(?:{any_of(nouns)})\b"
    if re.match(noun, clause, re.IGNORECASE):
        return True
    holding = any_of(words.holding.words)
    if re.search(rf"\b(?:{holding})\s+{noun}", clause, re.IGNORECASE):
        return True
    return bool(verbs) and bool(
        re.match(
            rf"(?:(?!{_relation()})[\w.,&'’-]+\s+){{1,{_FIRST_WORDS}}}(?:{any_of(verbs)})\b",
            clause,
            re.IGNORECASE,
        )
    )


@cache
def _relation() -> str:
    """Returns what matches a word behind which another event stands: `two years after the fire`."""
    words = relation_words()
    groups = (words.before, words.after, words.since, words.until, words.during, words.holding)
    others = ("over", "about", "of", "to", "that", "said", "says", "told")
    return rf"(?:{any_of((*(word for group in groups for word in group.words), *others))})\b"
