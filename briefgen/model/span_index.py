"""Stretches of a text found by place, in a time that does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from briefgen.model.evidence import Span

Item = TypeVar("Item")
_CELL = 256
"""Characters of one cell: a sentence or two, so that a cell knows few stretches and few cells know one."""


class _Entry(NamedTuple, Generic[Item]):
    """A stretch as it was added."""

    number: int
    start: int
    end: int
    item: Item


class SpanIndex(Generic[Item]):
    """Items by the stretch that each stands for; answers come in the order in which they were added.

    Each cell of the text lists the stretches that touch it, so a question looks at its own cells only.
    """

    def __init__(self, items: Iterable[tuple[Span, Item]] = ()) -> None:
        self._cells: dict[int, list[_Entry[Item]]] = {}
        self._size = 0
        for span, item in items:
            self.add(span, item)

    def add(self, span: Span, item: Item) -> None:
        """Adds an item that stands for a stretch; an item may have several."""
        entry = _Entry(self._size, *span, item)
        self._size += 1
        for cell in range(span[0] // _CELL, span[1] // _CELL + 1):
            self._cells.setdefault(cell, []).append(entry)

    def at(self, offset: int) -> list[Item]:
        """Returns the items whose stretch holds the character at `offset`."""
        return [e.item for e in self._cells.get(offset // _CELL, ()) if e.start <= offset < e.end]

    def starting_in(self, start: int, end: int) -> list[Item]:
        """Returns the items whose stretch begins at or after `start` and before `end`."""
        return [e.item for e in self._in_cells(start, end) if start <= e.start < end]

    def overlapping(self, start: int, end: int) -> list[Item]:
        """Returns the items whose stretch shares a character with [start, end)."""
        return [e.item for e in self._in_cells(start, end) if e.start < end and start < e.end]

    def _in_cells(self, start: int, end: int) -> list[_Entry[Item]]:
        cells = range(start // _CELL, end // _CELL + 1)
        found = {entry.number: entry for cell in cells for entry in self._cells.get(cell, ())}
        return [found[number] for number in sorted(found)]
