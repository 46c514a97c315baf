"""Finds the item that a decision of a review is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from briefgen.model.actor import Actor
from briefgen.model.base import Model
from briefgen.model.brief import Brief
from briefgen.model.position import Position
from briefgen.model.quote import Quote
from briefgen.model.review import ReviewItem
from briefgen.model.timex import BriefDate
from briefgen.model.topic import BriefTopic


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A kind of item that can be reviewed: where it stands in a brief, and how its ids begin."""

    field: str
    prefix: str
    model: type[Model]


ITEM_KINDS: Mapping[str, ItemKind] = {
    "actor": ItemKind("actors", "a", Actor),
    "quote": ItemKind("quotes", "q", Quote),
    "position": ItemKind("positions", "p", Position),
    "date": ItemKind("dates", "d", BriefDate),
    "topic": ItemKind("topics", "t", BriefTopic),
}
CERTAIN_WORDS = 8
"""An item of so many words is known by them alone where they stand only once."""
ENOUGH_BESIDE = 4
"""So many neighbours in an unbroken run tell an item from others of the same words."""
_WINDOW = 4
_PLACED = ("quote", "position", "date")
_NUMBER = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a brief as the machine made it."""

    kind: str
    id: str
    value: Any
    words: str
    """The exact words it rests on, white space folded; an actor's or topic's name."""
    start: int
    """Where it begins in the article; 0 for a topic."""


def items_of(brief: Brief) -> tuple[Item, ...]:
    """Returns every item of a brief that can be reviewed."""
    items = []
    for name, kind in ITEM_KINDS.items():
        for value in getattr(brief, kind.field):
            items.append(Item(name, value.id, value, words_of(value), _start(value)))
    return tuple(items)


def words_of(value: Any) -> str:
    """Returns the exact words an item rests on, white space folded."""
    if isinstance(value, Quote):
        parts = [piece.text for piece in value.content]
    elif isinstance(value, Position):
        parts = [piece.text for piece in value.evidence]
    elif isinstance(value, BriefDate):
        parts = [value.text]
    else:
        parts = [value.name]
    return " ".join(" ".join(parts).split())


def _start(value: Any) -> int:
    if isinstance(value, Quote):
        return value.content[0].start
    if isinstance(value, Position):
        return value.evidence[0].start
    if isinstance(value, BriefDate):
        return value.span[0]
    if isinstance(value, Actor):
        return value.mentions[0].start if value.mentions else 0
    return 0


def reading(value: Any) -> dict[str, Any]:
    """Returns what a person who accepts an item agrees to, as plain data."""
    data = value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, Quote):
        return {"form": data["form"], "speaker": list(value.speaker.actors) if value.speaker else []}
    if isinstance(value, Position):
        return {key: data.get(key) for key in ("holder", "act", "basis", "stance", "target") if data.get(key)}
    if isinstance(value, BriefDate):
        return {"value": value.timex3.value} if value.timex3.value else {"type": value.timex3.type.value}
    if isinstance(value, Actor):
        return {"name": value.name, "kind": value.kind.value}
    return {"name": value.name}


def same_reading(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Returns whether two readings say the same; nothing noted before says nothing against it."""
    return all(_plain(value) == _plain(now.get(key)) for key, value in before.items())


def _plain(value: Any) -> Any:
    """Returns a value as it looks when it was written and read again: texts, without what is empty."""
    if isinstance(value, Mapping):
        kept = {key: _plain(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in (None, "", [], {}, "False")}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return None if value in (None, "") else str(value)


def family(items: Sequence[Item], id: str, kind: str | None = None) -> list[Item]:
    """Returns the items that share their words with an id: the same id but for the number behind it."""
    base = _base(id)
    return [item for item in items if _base(item.id) == base and kind in (None, item.kind)]


def _base(id: str) -> str:
    return _NUMBER.sub("", id) if re.match(r"[qpd]-[a-z2-7]{8}(?:-\d+)?$", id) else id


def beside(items: Sequence[Item], item: Item) -> tuple[str, ...]:
    """Returns the ids of the four items before one in the article, nearest first, and of the four after it.

    A `|` parts the two; `^` and `$` stand for the ends of the article. The numbers behind ids are left out,
    since they change with what stands above.
    """
    placed = sorted(
        (other for other in items if other.kind in _PLACED),
        key=lambda other: (other.start, other.kind, other.id),
    )
    at = next(index for index, other in enumerate(placed) if other is item)
    before = [_base(other.id) for other in reversed(placed[max(0, at - _WINDOW) : at])]
    after = [_base(other.id) for other in placed[at + 1 : at + 1 + _WINDOW]]
    return (*before, *("^",)[: len(before) < _WINDOW], "|", *after, *("$",)[: len(after) < _WINDOW])


def find_item(items: Sequence[Item], decision: ReviewItem) -> list[Item]:
    """Returns the item that a decision is about; several where that is open, none where it is gone.

    Long words that stand once are known by themselves; others also by what stands beside them.
    """
    target = decision.target or ""
    same = family(items, target, decision.kind)
    if decision.words:
        words = " ".join(decision.words.split())
        same = [item for item in same if item.words == words] or [
            item for item in items if item.words == words and item.kind == _kind_of(target, decision)
        ]
    if not decision.beside or not same or same[0].kind not in _PLACED:
        return [item for item in same if item.id == target] or same
    if len(same) == 1 and len(same[0].words.split()) >= CERTAIN_WORDS and _base(target) == target:
        return same
    runs = [(_runs(beside(items, item), decision.beside), item) for item in same]
    if not any(min(run) >= 1 and sum(run) >= ENOUGH_BESIDE for run, _ in runs):
        return same if len(same) > 1 else []
    # One whose surroundings are merely somewhat alike is enough to ask.
    return [item for run, item in runs if sum(run) >= ENOUGH_BESIDE - 2]


def _runs(now: Sequence[str], then: Sequence[str]) -> tuple[int, int]:
    """Returns how many neighbours are the same in an unbroken run from the item, before and after it."""
    before, after = (
        sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))
        for mine, theirs in zip(_sides(now), _sides(then), strict=True)
    )
    return before, after


def _sides(window: Sequence[str]) -> tuple[list[str], list[str]]:
    middle = window.index("|") if "|" in window else len(window)
    return list(window[:middle]), list(window[middle + 1 :])


def _kind_of(target: str, decision: ReviewItem) -> str | None:
    if decision.kind:
        return decision.kind
    prefix = target.partition("-")[0]
    kinds = (name for name, kind in ITEM_KINDS.items() if kind.prefix == prefix and name in _PLACED)
    return next(kinds, None)
