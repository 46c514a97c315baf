"""Actors that may be one under two ids, or two under one: for a person to decide in registry/actors.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefgen.corpus.integrity import Level, Problem
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry

_NEAR = 2
"""Letters in which two spellings of a surname may differ: `Zelensky`, `Zelenskyy`."""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """What judging an actor across briefs needs of it."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    named: bool = True
    """False for one that its article describes and does not name (`analysts`)."""


def actor_rows(brief: Brief) -> tuple[ActorRow, ...]:
    """Returns the rows of a brief's actors, in order."""
    return tuple(
        ActorRow(actor.id, actor.name, actor.kind, actor.country, any(c.isupper() for c in actor.name))
        for actor in brief.actors
    )


@dataclass(slots=True)
class ActorFindings:
    """Gathers the actors of all briefs and tells which look like one, or like two."""

    registry: Registry
    _rows: dict[str, list[tuple[str, ActorRow]]] = field(default_factory=dict)

    def add(self, brief: str, rows: Iterable[ActorRow]) -> None:
        """Takes the actors of a brief."""
        for row in rows:
            if row.named:
                self._rows.setdefault(row.id, []).append((brief, row))

    def problems(self) -> Iterator[Problem]:
        """Yields a warning for each id that means two things, and a note for each pair that may be one."""
        for id in sorted(self._rows):
            yield from self._torn(id)
        yield from self._near()

    def _torn(self, id: str) -> Iterator[Problem]:
        found = self._rows[id]
        kinds = sorted({row.kind.value for _, row in found if row.kind is ActorKind.PERSON} or [])
        others = sorted({row.kind.value for _, row in found if row.kind is not ActorKind.PERSON})
        countries = sorted({row.country for _, row in found if row.country})
        briefs = ", ".join(sorted({brief for brief, _ in found}))
        if kinds and others:
            message = (
                f"{id!r} is a person in one brief and {others[0]} in another ({briefs}): name them apart in"
                " the registry, or correct the kind in a review"
            )
            yield Problem(Level.WARNING, "torn-actor", message)
        elif kinds and len(countries) > 1 and id not in {actor.id for actor in self.registry.actors}:
            message = (
                f"{id!r} is of {' and of '.join(countries)} ({briefs}): two people of one name? Enter both in"
                " the registry, with not_same"
            )
            yield Problem(Level.WARNING, "torn-actor", message)

    def _near(self) -> Iterator[Problem]:
        decided = _decided(self.registry)
        people = {id: _words(rows[0][1].name) for id, rows in self._rows.items() if _is_person(rows)}
        by_surname: dict[str, list[str]] = {}
        for id, words in sorted(people.items()):
            for word in {words[0], words[-1]} if words else set():
                by_surname.setdefault(word, []).append(id)
        seen: set[frozenset[str]] = set()
        for one in sorted(people):
            for other in self._alike(one, people, by_surname):
                pair = frozenset((one, other))
                if len(pair) < 2 or pair in seen or pair in decided:
                    continue
                seen.add(pair)
                message = (
                    f"{one!r} and {other!r} may be one person: say so in the registry, with same or not_same"
                )
                yield Problem(Level.NOTE, "near-actor", message)

    def _alike(
        self, one: str, people: dict[str, tuple[str, ...]], by_surname: dict[str, list[str]]
    ) -> Iterator[str]:
        words = people[one]
        if not words:
            return
        if len(words) == 1:
            # A bare surname meets whoever bears it elsewhere.
            yield from (id for id in by_surname.get(words[0], []) if id != one)
            return
        for other, theirs in sorted(people.items()):
            if other == one or len(theirs) != len(words) or theirs[0] != words[0]:
                continue
            if theirs[-1] != words[-1] and _distance(theirs[-1], words[-1]) <= _NEAR < len(words[-1]) - 2:
                yield other


def _decided(registry: Registry) -> set[frozenset[str]]:
    """Returns the pairs that a person has decided on, and those who both stand in the registry."""
    pairs = {frozenset((a.id, other)) for a in registry.actors for other in (*a.same, *a.not_same)}
    ids = sorted(actor.id for actor in registry.actors)
    return pairs | {frozenset((a, b)) for at, a in enumerate(ids) for b in ids[at + 1 :]}


def _is_person(rows: list[tuple[str, ActorRow]]) -> bool:
    return all(row.kind is ActorKind.PERSON for _, row in rows)


def _words(name: str) -> tuple[str, ...]:
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return tuple(re.findall(r"[a-z]+", text.replace("'", "").replace("-", " ")))


def _distance(one: str, other: str) -> int:
    """Returns the edit distance of two words (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
