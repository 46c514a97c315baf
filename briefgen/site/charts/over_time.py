"""An actor's positions over time: a row a topic, own words above, what others say below.

It is drawn twice, for wide pages and for phones, where a topic's name stands above its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.model.places import PositionAt
from briefgen.site.charts.days import Month, bounds, lay_months, month_of, place

MARK = 16
LANE = 25
ROWS = 12
LONGEST = 100
"""A span of more days than this says too little about when to be drawn."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the positions are drawn on, in pixels."""

    width: int
    left: int
    """Where the months begin; before it stand the names of topics."""
    head: int
    """Room for a topic's name above its row."""
    months: int
    """The newest months with a position that are drawn."""


WIDE = Sheet(width=1172, left=232, head=0, months=9)
NARROW = Sheet(width=358, left=0, head=22, months=5)


class Held(NamedTuple):
    """A position to be drawn."""

    row: str
    mark: str
    own: bool
    at: PositionAt


class Dot(NamedTuple):
    """A drawn mark: one position, or several of one kind in one place."""

    x: float
    y: float
    mark: str
    newest: PositionAt
    """The position that it leads to."""
    number: int
    span: tuple[float, float] | None
    """Where its line begins and ends, for a date known only roughly."""


@dataclass(frozen=True, slots=True)
class Row:
    """A topic."""

    id: str
    y: float
    height: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class OverTimeChart:
    """All that the template draws."""

    width: int
    height: float
    months: tuple[Month, ...]
    rows: tuple[Row, ...]
    drawn: int


class _Spot(NamedTuple):
    mark: str
    own: bool
    first: int
    last: int

    @property
    def middle(self) -> int:
        """The day at which it is drawn."""
        return (self.first + self.last) // 2


Spots = Mapping[str, Mapping[_Spot, list[PositionAt]]]
"""Of each row, which positions share a mark."""


def gather_spots(held: Iterable[Held]) -> Spots:
    """Returns what is drawn of positions, row by row; a date that is known only within months is left out."""
    spots: dict[str, dict[_Spot, list[PositionAt]]] = {}
    for item in held:
        span = bounds(item.at.when)
        if span and span[1] - span[0] <= LONGEST:
            spot = _Spot(item.mark, item.own, *span)
            spots.setdefault(item.row, {}).setdefault(spot, []).append(item.at)
    return spots


def draw_over_time(spots: Spots, order: Sequence[str], sheet: Sheet = WIDE) -> OverTimeChart | None:
    """Returns the drawing, rows in the given order, or None where there is too little to see.

    Drawn are the newest months with a position.
    """
    days = {spot.middle for row in spots.values() for spot in row}
    newest = sorted({month_of(day) for day in days})[-sheet.months :]
    months = lay_months([day for day in days if month_of(day) in newest], sheet.left, sheet.width)
    rows, y, drawn = [], 34.0, 0
    for id in [id for id in order if id in spots][:ROWS]:
        shown = {spot: items for spot, items in spots[id].items() if month_of(spot.middle) in newest}
        if shown:
            row = _row(id, y, sheet.head, shown, months)
            rows.append(row)
            y += row.height
            drawn += sum(dot.number for dot in row.dots)
    if drawn < 3 or len(rows) < 2:
        return None
    return OverTimeChart(width=sheet.width, height=y + 6, months=months, rows=tuple(rows), drawn=drawn)


def _row(
    id: str, y: float, head: int, spots: Mapping[_Spot, list[PositionAt]], months: Sequence[Month]
) -> Row:
    lanes: list[float] = []
    """The x up to which each lane is taken; own words take the upper lanes, so they are laid first."""
    dots: list[Dot] = []
    first_other = 0
    for own in (True, False):
        if not own:
            first_other = len(lanes)
        chosen = [spot for spot in spots if spot.own is own]
        for spot in sorted(chosen, key=lambda s: (s.first + s.last, s.mark, s.first)):
            x = place(spot.middle, months)
            start = 0 if own else first_other
            lane = next((n for n in range(start, len(lanes)) if lanes[n] + 8 < x - MARK / 2), len(lanes))
            if lane == len(lanes):
                lanes.append(0.0)
            lanes[lane] = x + MARK / 2 + (16 if len(spots[spot]) > 1 else 0)
            dots.append(_dot(spot, spots[spot], x, y + 8 + head + LANE * lane, months))
    return Row(id, y, 14 + head + LANE * max(len(lanes), 1), tuple(dots))


def _dot(spot: _Spot, items: list[PositionAt], x: float, y: float, months: Sequence[Month]) -> Dot:
    span = None
    if spot.first != spot.last:
        start, end = place(spot.first, months), place(spot.last, months)
        span = (min(start, x - MARK / 2), max(end, x + MARK / 2))
    return Dot(round(x - MARK / 2, 1), y, spot.mark, items[-1], len(items), span)
