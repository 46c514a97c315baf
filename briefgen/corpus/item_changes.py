"""What changed among the items of one brief: positions, quotes and dates that came, went, read otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import TypeVar

from briefgen.model.base import Model
from briefgen.model.brief import Brief
from briefgen.model.position import Position
from briefgen.model.quote import Quote
from briefgen.model.timex import BriefDate

T = TypeVar("T", Position, Quote, BriefDate)

_SAME_WORDS = 0.6
"""From this likeness on (difflib's ratio over words) a claim that went and one that came are one."""
_PLACES = frozenset({"id", "span", "evidence"})
"""Fields that say where an item stands: an edit above it moves them and changes nothing of what it says."""


class PositionShown(Model):
    """A position with names in place of ids, for a reader who has not the brief at hand."""

    id: str
    holder: tuple[str, ...]
    basis: str
    act: str
    stance: str
    target: str | None = None
    topic: str | None = None
    claim: str
    salience: str
    asserted_by: tuple[str, ...] = ()


class QuoteShown(Model):
    """A quote with names in place of ids."""

    id: str
    form: str
    speaker: tuple[str, ...]
    """Names of the actors, or the words that name a source nobody knows; empty where it has none."""
    words: str


class DateShown(Model):
    """A date: the words, and the day or time they mean."""

    id: str
    text: str
    edtf: str | None = None


class PositionChange(Model):
    """A position that is still there and reads otherwise; `fields` names what differs."""

    before: PositionShown
    after: PositionShown
    fields: tuple[str, ...]

    @property
    def changes_stance(self) -> bool:
        """Whether the stance is among what differs."""
        return "stance" in self.fields


class ItemChanges(Model):
    """The items of one brief that came, went or changed, in order of place."""

    new_positions: tuple[PositionShown, ...] = ()
    gone_positions: tuple[PositionShown, ...] = ()
    changed_positions: tuple[PositionChange, ...] = ()
    new_quotes: tuple[QuoteShown, ...] = ()
    gone_quotes: tuple[QuoteShown, ...] = ()
    changed_quotes: int = 0
    new_dates: tuple[DateShown, ...] = ()
    gone_dates: tuple[DateShown, ...] = ()
    changed_dates: int = 0


def compare_items(old: Brief | None, new: Brief | None) -> ItemChanges:
    """Returns how the items of a brief changed; None stands for a brief that is not there."""
    gone, came, kept = _pair(old.positions if old else (), new.positions if new else ())
    gone, came, reworded = _reworded(gone, came)
    before, after = _Names(old), _Names(new)
    gone_quotes, came_quotes, kept_quotes = _pair(old.quotes if old else (), new.quotes if new else ())
    gone_dates, came_dates, kept_dates = _pair(old.dates if old else (), new.dates if new else ())
    changed = [(a, b, fields) for a, b in (*kept, *reworded) if (fields := _differing(a, b))]
    order = {position.id: place for place, position in enumerate(new.positions)} if new else {}
    changed.sort(key=lambda row: order[row[1].id])
    return ItemChanges(
        new_positions=tuple(after.position(p) for p in came),
        gone_positions=tuple(before.position(p) for p in gone),
        changed_positions=tuple(
            PositionChange(before=before.position(a), after=after.position(b), fields=fields)
            for a, b, fields in changed
        ),
        new_quotes=tuple(after.quote(q) for q in came_quotes),
        gone_quotes=tuple(before.quote(q) for q in gone_quotes),
        changed_quotes=sum(1 for a, b in kept_quotes if _differing(a, b)),
        new_dates=tuple(_date(d) for d in came_dates),
        gone_dates=tuple(_date(d) for d in gone_dates),
        changed_dates=sum(1 for a, b in kept_dates if _differing(a, b)),
    )


class _Names:
    """Names of the actors and topics of a brief by id; an id that names nothing stands for itself."""

    def __init__(self, brief: Brief | None) -> None:
        self._names = {topic.id: topic.name for topic in brief.topics} if brief else {}
        self._names |= {actor.id: actor.name for actor in brief.actors} if brief else {}

    def name(self, id: str) -> str:
        return self._names.get(id, id)

    def position(self, position: Position) -> PositionShown:
        holder = tuple(self.name(id) for id in position.holder)
        if not holder and position.holder_text:
            holder = (position.holder_text.text,)
        return PositionShown(
            id=position.id,
            holder=holder,
            basis=position.basis.value,
            act=position.act.value,
            stance=position.stance.value,
            target=self.name(position.target) if position.target else None,
            topic=self.name(position.topic) if position.topic else None,
            claim=position.claim,
            salience=position.salience.value,
            asserted_by=tuple(self.name(id) for id in position.asserted_by),
        )

    def quote(self, quote: Quote) -> QuoteShown:
        speaker: tuple[str, ...] = ()
        if quote.speaker:
            speaker = tuple(self.name(id) for id in quote.speaker.actors) or (quote.speaker.text,)
        words = " … ".join(part.text for part in quote.content)
        return QuoteShown(id=quote.id, form=quote.form.value, speaker=speaker, words=words)


def _date(date: BriefDate) -> DateShown:
    return DateShown(id=date.id, text=date.text, edtf=date.edtf)


def _pair(old: Iterable[T], new: Iterable[T]) -> tuple[list[T], list[T], list[tuple[T, T]]]:
    before = {item.id: item for item in old}
    after = {item.id: item for item in new}
    return (
        [item for id, item in before.items() if id not in after],
        [item for id, item in after.items() if id not in before],
        [(before[id], item) for id, item in after.items() if id in before],
    )


def _reworded(
    gone: list[Position], came: list[Position]
) -> tuple[list[Position], list[Position], list[tuple[Position, Position]]]:
    """Returns what really went, what really came, and pairs of one holder whose words are nearly the same."""
    pairs: list[tuple[Position, Position]] = []
    left = list(came)
    for old in gone:
        likely = [
            (_likeness(old, new), -place, new) for place, new in enumerate(left) if old.holder == new.holder
        ]
        best = max(likely, key=_score, default=None)
        if best and best[0] >= _SAME_WORDS:
            pairs.append((old, best[2]))
            left.remove(best[2])
    paired = {old.id for old, _ in pairs}
    return [old for old in gone if old.id not in paired], left, pairs


def _score(row: tuple[float, int, Position]) -> tuple[float, int]:
    return row[0], row[1]


def _likeness(old: Position, new: Position) -> float:
    words: Callable[[Position], list[str]] = lambda position: position.claim.casefold().split()  # noqa: E731
    return SequenceMatcher(None, words(old), words(new), autojunk=False).ratio()


def _differing(old: Model, new: Model) -> tuple[str, ...]:
    names = (name for name in type(old).model_fields if name not in _PLACES)
    return tuple(name for name in names if _said(getattr(old, name)) != _said(getattr(new, name)))


def _said(value: object) -> object:
    """Returns a value without the places in it."""
    if isinstance(value, Model):
        return {name: _said(getattr(value, name)) for name in type(value).model_fields if name not in _PLACES}
    if isinstance(value, tuple):
        return [_said(item) for item in value]
    return value
