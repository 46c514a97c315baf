"""Courses: an actor's positions on a topic over time, with each turn marked, and who stands on which side.

Only what takes a side counts, and only what rests on the holder's own word or deed, or on the author's: what
others ascribe to him says more of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.corpus.corpus import Corpus
from briefgen.model.places import PositionAt
from briefgen.model.position import Basis, Stance

_LEANING = frozenset({Stance.SUPPORT, Stance.CONDITIONAL, Stance.OPPOSE})
_DAY = 10
"""Characters of an ISO day at the head of an EDTF value."""


@dataclass(frozen=True, slots=True)
class Step:
    """One position on the way, with the day that orders it."""

    at: PositionAt
    day: str | None
    """EDTF: when the position was taken, else when the article was published; None where neither is known."""
    turned: bool
    """Whether the holder leaned another way the last time."""


@dataclass(frozen=True, slots=True)
class Course:
    """A holder's way on one topic, oldest first."""

    holder: str
    topic: str
    steps: tuple[Step, ...]

    @property
    def turns(self) -> tuple[Step, ...]:
        """Returns the steps at which the holder leaned another way than before."""
        return tuple(step for step in self.steps if step.turned)

    @property
    def latest(self) -> Step:
        """Returns the last step."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands where on a topic, by the latest that is known of each; ids in alphabetical order."""

    topic: str
    support: tuple[str, ...]
    conditional: tuple[str, ...]
    oppose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two articles that have one holder lean opposite ways toward one target on one day or month."""

    holder: str
    target: str
    one: PositionAt
    other: PositionAt


def courses_of(corpus: Corpus, holder: str) -> tuple[Course, ...]:
    """Returns an actor's courses, by topic; positions without a topic are left out."""
    rows: dict[str, list[PositionAt]] = {}
    for at in corpus.held_by.get(corpus.actor_id(holder), ()):
        if at.topic and _counts(at):
            rows.setdefault(at.topic, []).append(at)
    return tuple(_course(corpus.actor_id(holder), topic, rows[topic]) for topic in sorted(rows))


def sides_on(corpus: Corpus, topic: str) -> Sides:
    """Returns who supports and who opposes, each holder by the latest position known of him."""
    rows: dict[str, list[PositionAt]] = {}
    for at in corpus.on_topic.get(topic, ()):
        if _counts(at):
            for holder in dict.fromkeys(corpus.holders(at)):
                rows.setdefault(holder, []).append(at)
    latest = {holder: _course(holder, topic, found).latest for holder, found in rows.items()}

    def on(stance: Stance) -> tuple[str, ...]:
        return tuple(sorted(h for h, step in latest.items() if step.at.stance is stance))

    return Sides(topic, on(Stance.SUPPORT), on(Stance.CONDITIONAL), on(Stance.OPPOSE))


def find_contradictions(corpus: Corpus) -> tuple[Contradiction, ...]:
    """Returns where two articles have a holder support and oppose one target at one time, by holder, target.

    A turn in time is no contradiction: both positions must date from the same day, or be undated and stand in
    articles of one day.
    """
    out = []
    for holder in sorted(corpus.held_by):
        rows: dict[tuple[str, str], list[PositionAt]] = {}
        for at in corpus.held_by[holder]:
            target, day = at.target or at.topic, day_of(at)
            if target is not None and day is not None and _counts(at):
                rows.setdefault((target, day[:_DAY]), []).append(at)
        for (target, _), found in sorted(rows.items()):
            for one, other in _opposite(found):
                out.append(Contradiction(holder, target, one, other))
    return tuple(out)


def day_of(at: PositionAt) -> str | None:
    """Returns when a position was taken, else when its article was published, as EDTF."""
    return at.when or None


def _counts(at: PositionAt) -> bool:
    return at.stance in _LEANING and at.basis is not Basis.IMPUTED


def _course(holder: str, topic: str, found: Iterable[PositionAt]) -> Course:
    ordered = sorted(found, key=lambda at: at.order)
    steps = []
    before: Stance | None = None
    for at in ordered:
        stance = at.stance
        steps.append(Step(at, day_of(at), turned=before is not None and stance is not before))
        before = stance
    return Course(holder, topic, tuple(steps))


def _opposite(found: list[PositionAt]) -> Iterable[tuple[PositionAt, PositionAt]]:
    """Yields pairs from different articles of which one supports and the other opposes."""
    sides = {Stance.SUPPORT, Stance.OPPOSE}
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            if one.brief.id != other.brief.id and {one.stance, other.stance} == sides:
                yield one, other
