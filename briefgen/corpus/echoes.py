"""The same words in several articles: quotations that are one, with what each article changed.

Only words between quotation marks are compared: a paraphrase is expected to differ. Two quotations are one
where at least four words, and three quarters of the shorter one's, stand in both in the same order, they come
from different articles, and nothing says that their speakers differ. Shorter quotations must match word for
word, or stand as they are in the longer one of the same speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefgen.corpus.altered_words import is_altered, slot_of
from briefgen.model.brief import Brief
from briefgen.model.ids import content_id, distinct
from briefgen.model.places import QuoteAt

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RUN = 3
"""Words in a row by which quotations are looked up."""
_COMMON = 40
"""A run of words in more quotations than this is a phrase of the language and finds nothing."""
_LEAST = 4
_SHARE = 0.75
_SHORTEST = 2
_LEAST_WITHIN = 3
_QUOTED = re.compile(r"“([^“”]+)(?:”|$)|\"([^\"]+)(?:\"|$)|«([^«»]+)(?:»|$)|„([^„“”]+)(?:[“”]|$)")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words between quotation marks, and the quotation they belong to."""

    at: QuoteAt
    text: str

    @property
    def words(self) -> list[str]:
        """Returns the words in small letters, without punctuation."""
        return " ".join(_WORD.findall(self.text)).lower().split()


@dataclass(frozen=True, slots=True)
class Echo:
    """One quotation as several articles have it; the fullest wording leads, then by day."""

    id: str
    wordings: tuple[Wording, ...]

    @property
    def briefs(self) -> tuple[str, ...]:
        """Returns the ids of the briefs that have it, each once."""
        return tuple(dict.fromkeys(wording.at.brief.id for wording in self.wordings))

    @property
    def is_exact(self) -> bool:
        """Whether all of them have the very same words."""
        return len({tuple(wording.words) for wording in self.wordings}) == 1


def wordings_of(at: QuoteAt) -> tuple[Wording, ...]:
    """Returns what stands between quotation marks: all of it where none are shown, nothing of a paraphrase."""
    found: list[Wording] = []
    for part in at.texts:
        inside = [next(filter(None, groups)) for groups in _QUOTED.findall(part)]
        found.extend(Wording(at, text.strip()) for text in inside or [part] if text.strip())
    return tuple(found)


@dataclass(frozen=True, slots=True)
class EchoPlace:
    """An echo as one of its quotations knows it: its number, its id, and the briefs that have it."""

    number: int
    id: str
    briefs: tuple[str, ...]


def place_echoes(echoes: Sequence[Echo]) -> dict[tuple[str, str], tuple[EchoPlace, ...]]:
    """Returns brief id and quote id → the echoes that the quotation is part of."""
    places: dict[tuple[str, str], dict[int, EchoPlace]] = {}
    for number, echo in enumerate(echoes):
        place = EchoPlace(number, echo.id, echo.briefs)
        for wording in echo.wordings:
            places.setdefault((wording.at.brief.id, wording.at.id), {})[number] = place
    return {key: tuple(found.values()) for key, found in places.items()}


def find_echoes(briefs: Iterable[Brief], same: Mapping[str, str] | None = None) -> tuple[Echo, ...]:
    """Returns the quotations that stand in several articles, those in most articles first.

    `same` maps ids of actors to the one that stands for them everywhere.
    """
    marked = [wording for brief in briefs for at in brief.links.quotes for wording in wordings_of(at)]
    words = [wording.words for wording in marked]
    groups = _Groups(len(marked))
    for one, other in _candidates(words):
        if groups.top(one) == groups.top(other) or marked[one].at.brief.id == marked[other].at.brief.id:
            continue
        speakers = _speakers_agree(marked[one].at, marked[other].at, same or {})
        if speakers is not False and _is_same(words[one], words[other], named=speakers is True):
            groups.join(one, other)
    for one, other in _altered(marked):
        if groups.top(one) != groups.top(other) and _speakers_agree(
            marked[one].at, marked[other].at, same or {}
        ):
            groups.join(one, other)
    echoes = []
    for members in groups.members():
        found = sorted(
            (marked[index] for index in members), key=lambda w: (-len(w.words), w.at.order, w.text)
        )
        if len({wording.at.brief.id for wording in found}) > 1:
            echoes.append(tuple(found))
    echoes.sort(key=lambda found: (-len({w.at.brief.id for w in found}), found[0].at.order, found[0].text))
    ids = distinct(content_id("s", " ".join(found[0].words)) for found in echoes)
    return tuple(Echo(id, found) for id, found in zip(ids, echoes, strict=True))


def mark_differences(words: str, leader: str) -> tuple[tuple[str, bool], ...]:
    """Returns the text in stretches, each with whether the leader has other words there."""
    mine, theirs = list(_WORD.finditer(words)), [w.lower() for w in _WORD.findall(leader)]
    matcher = SequenceMatcher(None, [m[0].lower() for m in mine], theirs, autojunk=False)
    stretches: list[tuple[str, bool]] = []
    at = 0
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind == "equal" or start == end:
            continue
        first, last = mine[start].start(), mine[end - 1].end()
        if first > at:
            stretches.append((words[at:first], False))
        stretches.append((words[first:last], True))
        at = last
    if at < len(words):
        stretches.append((words[at:], False))
    return tuple(stretches)


class _Groups:
    """Disjoint groups of numbers: joined two by two, each led by its smallest."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def top(self, number: int) -> int:
        while self._up[number] != number:
            self._up[number] = self._up[self._up[number]]
            number = self._up[number]
        return number

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.top(one), self.top(other)))
        self._up[second] = first

    def members(self) -> list[list[int]]:
        groups: dict[int, list[int]] = {}
        for number in range(len(self._up)):
            groups.setdefault(self.top(number), []).append(number)
        return [members for members in groups.values() if len(members) > 1]


def _candidates(words: Sequence[list[str]]) -> list[tuple[int, int]]:
    """Returns pairs of quotations that share a run of words, or, of short ones, all of them."""
    first: dict[tuple[str, ...], int] = {}
    shared: dict[tuple[str, ...], list[int]] = {}  # most runs stand in one quotation only
    for number, found in enumerate(words):
        if len(found) < _SHORTEST:
            continue
        runs = zip(found, found[1:], found[2:], strict=False) if len(found) >= _RUN else [tuple(found)]
        for run in runs:
            before = first.setdefault(run, number)
            if before != number:
                numbers = shared.setdefault(run, [before])
                if numbers[-1] != number:
                    numbers.append(number)
    pairs: dict[tuple[int, int], None] = {}
    for numbers in shared.values():
        if len(numbers) <= _COMMON:
            pairs.update(
                ((one, other), None) for place, one in enumerate(numbers) for other in numbers[place + 1 :]
            )
    return sorted(pairs)


def _altered(marked: Sequence[Wording]) -> list[tuple[int, int]]:
    """Returns pairs of short quotations from different articles that fill the same place."""
    slots: dict[str, list[int]] = {}
    for number, wording in enumerate(marked):
        for stem in sorted(slot_of(wording.at, wording.text)):
            slots.setdefault(stem, []).append(number)
    pairs = {
        (one, other)
        for numbers in slots.values()
        if len(numbers) <= _COMMON
        for place, one in enumerate(numbers)
        for other in numbers[place + 1 :]
        if marked[one].at.brief.id != marked[other].at.brief.id
        and is_altered(marked[one].at, marked[one].text, marked[other].at, marked[other].text)
    }
    return sorted(pairs)


def _is_same(one: list[str], other: list[str], *, named: bool) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if named and len(short) >= _LEAST_WITHIN and _stands_in(short, long):
        return True
    if len(short) < _LEAST:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    return matched >= _LEAST and matched / len(short) >= _SHARE


def _stands_in(short: list[str], long: list[str]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _speakers_agree(one: QuoteAt, other: QuoteAt, same: Mapping[str, str]) -> bool | None:
    """Returns whether two quotations have one speaker; None where one of them names nobody."""
    first = {same.get(id, id) for id in one.speakers}
    second = {same.get(id, id) for id in other.speakers}
    if not first or not second:
        return None
    # An article may know somebody by surname only (`berg` and `ada-berg`): the same words settle it.
    return any(
        set(a.split("-")) <= set(b.split("-")) or set(b.split("-")) <= set(a.split("-"))
        for a in first
        for b in second
    )
