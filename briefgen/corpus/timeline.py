"""What happened when: the same event told by several articles is one entry with all its sources.

Two dated events are one where their days can be the same and their words are: at least two words of substance
shared, and half of the shorter's. Within one article the days must be the very same. Entries are led by the
telling that dates the event most exactly.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import chain
from operator import attrgetter, itemgetter
from typing import NamedTuple

from briefgen.lexicons.function_words import function_words
from briefgen.model.ids import content_id
from briefgen.model.places import DateAt

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDING = re.compile(r"(?:['’]s|ing|ed|es|s)$")
_KEYS = 4
"""By how many of its rarest words an event is looked up."""
_MIN_SHARED = 2
_MIN_PART = 0.5
_LONGEST = 800
"""Days: what is dated to a longer stretch than this is joined with nothing finer."""
_EMPTY = frozenset([""])
_MOST_STEMS = 50_000
_RANK = {None: 0, "reported": 1, "planned": 2, "conditional": 3, "negated": 4}


class TimelineEntry(NamedTuple):
    """One event with every telling of it."""

    event: str
    """The words of the telling that leads."""
    status: str | None
    """negated | planned | conditional | reported; None where one article says that it happened."""
    edtf: str | None
    earliest: str | None
    latest: str | None
    actors: tuple[str, ...]
    """Canonical ids of those who act in it, by how many tellings name them."""
    told: tuple[DateAt, ...]
    """The tellings: the most exact first, then by brief and place."""

    @property
    def id(self) -> str:
        """Returns its id, which is made of the telling that leads."""
        return content_id("e", self.told[0].brief.id, self.told[0].id)

    @property
    def briefs(self) -> tuple[str, ...]:
        """Returns the ids of the briefs that tell it, each once."""
        return tuple(dict.fromkeys([at.brief.id for at in self.told]))

    @property
    def weight(self) -> int:
        """Returns how many briefs tell it."""
        return len(self.briefs) if len(self.told) > 1 else 1


class _Telling(NamedTuple):
    """A dated event ready to be compared."""

    place: int
    """Among all events, in order of time."""
    at: DateAt
    words: frozenset[str]
    first: date
    last: date
    days: int
    """How many days it may have happened on."""


def build_timeline(
    dates: Iterable[DateAt], same: Mapping[str, str] | None = None
) -> tuple[TimelineEntry, ...]:
    """Returns the events of dates that come in order of time, those told by several briefs joined.

    `same` maps ids of actors to the one that stands for them everywhere. Dates with no event, or with no day
    on either side, are no events of the timeline.
    """
    events = [at for at in dates if at.event is not None and (at.earliest or at.latest)]
    groups = _join(_tellings(events))
    groups += [(place, [at]) for place, at in enumerate(events) if not (at.earliest and at.latest)]
    groups.sort(key=itemgetter(0))
    known = same or {}
    return tuple([_entry(told, known) for _, told in groups])


def _tellings(events: Iterable[DateAt]) -> list[_Telling]:
    """Returns those of the events, given in order of time, that have two known ends; the most exact first."""
    tellings = []
    for place, at in enumerate(events):
        event, earliest, latest = at.event, at.earliest, at.latest
        if event is not None and earliest and latest:
            first = date.fromisoformat(earliest)
            last = first if latest == earliest else date.fromisoformat(latest)
            words = content_words(event)
            tellings.append(_Telling(place, at, words, first, last, (last - first).days + 1))
    tellings.sort(key=attrgetter("days"))
    return tellings


def _join(tellings: list[_Telling]) -> list[tuple[int, list[DateAt]]]:
    """Returns the tellings in groups of one event, each led by its most exact, with the place of that."""
    known = Counter(chain.from_iterable([telling.words for telling in tellings]))
    rarity = {word: rank for rank, word in enumerate(sorted(known, key=lambda word: (known[word], word)))}
    # Looked up by month and word: a leader's first day lies within the days of what joins it.
    leaders: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    groups: list[list[_Telling]] = []
    for telling in tellings:
        months = _months(telling)
        near = _find_near(telling.words, [leaders[month] for month in months if month in leaders])
        group = next((index for index in near if _is_same(groups[index], telling)), None)
        if group is not None:
            groups[group].append(telling)
            continue
        groups.append([telling])
        by_word = leaders[months[0]]
        for key in sorted(telling.words, key=rarity.__getitem__)[:_KEYS]:
            by_word[key].append(len(groups) - 1)
    return [(group[0].place, [telling.at for telling in group]) for group in groups]


def _find_near(words: frozenset[str], months: list[dict[str, list[int]]]) -> Iterable[int]:
    """Returns the numbers of the groups that are looked up by one of the words in one of the months, each once."""
    keys = sorted(frozenset().union(*[words & by_word.keys() for by_word in months]))
    return dict.fromkeys([index for key in keys for by_word in months for index in by_word.get(key, ())])


def _months(telling: _Telling) -> range:
    """Returns the months, counted from year 0, in which what it may be joined with can begin."""
    first = telling.first.year * 12 + telling.first.month
    if telling.days > _LONGEST:
        return range(first, first + 1)
    return range(first, telling.last.year * 12 + telling.last.month + 1)


def _is_same(group: list[_Telling], telling: _Telling) -> bool:
    """Whether a telling is of the group's event: compatible with its leader in days, words and polarity."""
    leader = group[0]
    if telling.days > _LONGEST and telling.days != leader.days:
        return False
    # the leader is at least as exact: its days must lie within the telling's
    if not (telling.first <= leader.first and leader.last <= telling.last):
        return False
    if leader.at.brief.id == telling.at.brief.id and leader.days != telling.days:
        return False
    if (leader.at.status == "negated") != (telling.at.status == "negated"):
        return False
    shared = len(leader.words & telling.words)
    return shared >= _MIN_SHARED and shared >= _MIN_PART * min(len(leader.words), len(telling.words))


def _entry(told: list[DateAt], same: Mapping[str, str]) -> TimelineEntry:
    leader = told[0]
    status = leader.status
    if len(told) > 1:
        status = min([at.status for at in told], key=lambda status: _RANK.get(status, 5))
    return TimelineEntry(
        leader.event or "",
        status,
        leader.edtf,
        leader.earliest,
        leader.latest,
        _count([same.get(id, id) for at in told if at.actors for id in dict.fromkeys(at.actors)]),
        tuple(told),
    )


def _count(named: list[str]) -> tuple[str, ...]:
    """Returns each once, those named most often first, then as they were named."""
    if len(named) < 2:
        return tuple(named)
    times = Counter(named)
    return tuple(sorted(times, key=lambda name: -times[name]))


@cache
def _stop_words() -> frozenset[str]:
    words = function_words()
    return frozenset(words.stop.words | words.openers.words)


def content_words(text: str) -> frozenset[str]:
    """Returns the words of substance in a text: small, without endings, without words of grammar."""
    return frozenset(map(_stems().__getitem__, _WORD.findall(text.lower()))) - _EMPTY


class _Stems(dict[str, str]):
    """Word → its stem, found when it is first asked for."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        stem = self[word] = _stem(word)
        return stem


@cache
def _stems() -> _Stems:
    return _Stems()


def _stem(word: str) -> str:
    """Returns a word without its ending, or an empty string for one of no substance."""
    if len(word) < 3 or word in _stop_words() or word.isdigit():
        return ""
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= 3 else word
