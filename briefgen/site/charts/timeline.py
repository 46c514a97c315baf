"""The timeline: years above, the busiest recent months below, each date as exact as the text allows.

It is drawn twice, for wide pages and for phones, where each label stands above its bar.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from typing import Protocol, TypeVar

from briefgen.site.charts.days import ordinal
from briefgen.site.day_words import MONTHS
from briefgen.site.wording import shorten

ZOOM_MONTHS = 5
_MONTH = re.compile("|".join(MONTHS))
_LETTER = 7.3
"""Width of a letter of the label, of the small one a tenth less: enough to keep labels inside the drawing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a timeline is drawn on, in pixels."""

    width: int
    row: int
    overview_rows: int
    zoom_rows: int
    stacked: bool
    """Whether a label stands above its bar, for want of room beside it."""


WIDE = Sheet(width=1172, row=31, overview_rows=7, zoom_rows=22, stacked=False)
NARROW = Sheet(width=358, row=47, overview_rows=5, zoom_rows=14, stacked=True)


class Dated(Protocol):
    """What may be drawn: either day may be missing, not both."""

    @property
    def earliest(self) -> str | None:
        """The first day, ISO."""
        ...

    @property
    def latest(self) -> str | None:
        """The last day, ISO."""
        ...

    @property
    def weight(self) -> int:
        """How many articles name it: where room is short, the heavier ones are drawn."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A date that is drawn, with its words."""

    label: str
    when: str
    earliest: str | None
    latest: str | None
    url: str
    weight: int = 1


D = TypeVar("D", bound=Dated)
Bounds = tuple[int, int]
"""First and last day, as numbers."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A drawn date."""

    entry: Entry
    label: str
    """The entry's label, shortened where there is no room for all of it."""
    x: float
    width: float
    y: int
    shape: str
    """day | span | open"""
    text_x: float
    text_y: int
    anchor: str
    when: str
    """The entry's date in words; empty where there is no room for it beside the label."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """All that the template draws."""

    width: int
    height: int
    title: str
    years: tuple[Tick, ...]
    years_bottom: int
    overview: tuple[Bar, ...]
    months: tuple[Tick, ...]
    zoom: tuple[Bar, ...]
    band: int
    """Top of the band with the months' names."""
    window: tuple[float, float]
    """Where the months lie on the axis of years."""
    drawn: int


def draw_timeline(
    events: Sequence[D], newest: str | None, describe: Callable[[D], Entry], sheet: Sheet = WIDE
) -> TimelineChart | None:
    """Returns the drawing of events, or None where there are too few for one.

    `newest` is the day of the newest article: the months around it are drawn large. Only what may be drawn is
    described.
    """
    known = [(event, bounds) for event in events if (bounds := _bounds(event.earliest, event.latest))]
    end = ordinal(newest or "") or max((b[1] for _, b in known), default=None)
    if len(known) < 3 or end is None:
        return None
    first, last = _zoom_range(end, [b for _, b in known])
    near = [row for row in known if first <= row[1][0] <= last and row[1][1] <= last + 366]
    before = [row for row in known if row[1][0] < first]
    inside = _heaviest(near, sheet.zoom_rows, describe)
    outside = _heaviest(before, sheet.overview_rows, describe)
    start_year = datetime.date.fromordinal(min([b[0] for _, b in outside] + [first])).year
    left = datetime.date(start_year, 1, 1).toordinal()
    right = max(last, datetime.date(datetime.date.fromordinal(last).year, 12, 31).toordinal())

    def on_years(day: int) -> float:
        return round((day - left) / max(right - left, 1) * sheet.width, 1)

    def on_months(day: int) -> float:
        return round((day - first) / max(last - first, 1) * (sheet.width - 16) + 8, 1)

    row, drop = sheet.row, 18 if sheet.stacked else 0
    overview = tuple(_bar(e, b, on_years, 36 + drop + row * n, 0, sheet) for n, (e, b) in enumerate(outside))
    band = 40 + row * len(outside) + (30 if outside else 0)
    zoom = tuple(
        _bar(e, b, on_months, band + 56 + drop + row * n, 8, sheet) for n, (e, b) in enumerate(inside)
    )
    years = range(start_year, datetime.date.fromordinal(right).year + 1)
    step = max(1, -(-len(years) // (6 if sheet.stacked else 12)))
    return TimelineChart(
        width=sheet.width,
        height=band + 44 + row * max(len(inside), 1),
        title=_title(first, last),
        years=tuple(
            Tick(on_years(datetime.date(year, 1, 1).toordinal()), str(year)) for year in years[::step]
        )
        if outside
        else (),
        years_bottom=30 + row * len(outside),
        overview=overview,
        months=tuple(Tick(on_months(day), label) for day, label in _months(first, last, short=sheet.stacked)),
        zoom=zoom,
        band=band,
        window=(on_years(first), on_years(last)),
        drawn=len(inside) + len(outside),
    )


@lru_cache(maxsize=10_000)  # many events, few days
def _bounds(earliest: str | None, latest: str | None) -> Bounds | None:
    first = ordinal(earliest or "")
    last = ordinal(latest or "")
    if first is None and last is None:
        return None
    # An open side is drawn two weeks long: enough to see that it goes on.
    if first is None:
        assert last is not None  # noqa: S101  one of the two is known
        return (last - 14, last)
    return (first, max(first, last)) if last is not None else (first, first + 14)


def _zoom_range(end: int, bounds: Sequence[Bounds]) -> tuple[int, int]:
    date = datetime.date.fromordinal(end)
    month = date.year * 12 + date.month - 1
    ahead = max((b[0] for b in bounds if end < b[0] <= end + 45), default=end)
    last_month = max(
        month, datetime.date.fromordinal(ahead).year * 12 + datetime.date.fromordinal(ahead).month - 1
    )
    first_month = month - ZOOM_MONTHS + 1
    busy = [b[0] for b in bounds if b[0] <= end]
    if busy:
        oldest = datetime.date.fromordinal(min(b for b in busy))
        first_month = max(first_month, oldest.year * 12 + oldest.month - 1)
    last_year, last_index = divmod(last_month, 12)
    days = calendar.monthrange(last_year, last_index + 1)[1]
    return (
        datetime.date(first_month // 12, first_month % 12 + 1, 1).toordinal(),
        datetime.date(last_year, last_index + 1, days).toordinal(),
    )


def _heaviest(
    rows: list[tuple[D, Bounds]], limit: int, describe: Callable[[D], Entry]
) -> list[tuple[Entry, Bounds]]:
    # Among equals the latest are kept: they are what a reader of news looks for.
    ranks = [(-event.weight, -bounds[0]) for event, bounds in rows]
    least = nsmallest(limit, ranks)[-1] if len(rows) > limit else (0, 0)
    told = [
        (rank, describe(event), bounds)
        for rank, (event, bounds) in zip(ranks, rows, strict=True)
        if rank <= least
    ]
    best = sorted(told, key=lambda row: (*row[0], row[1].label))[:limit]
    return sorted([row[1:] for row in best], key=lambda row: (row[1], row[0].label))


def _bar(
    entry: Entry,
    bounds: Bounds,
    scale: Callable[[int], float],
    y: int,
    left: float,
    sheet: Sheet,
) -> Bar:
    shape = "open" if not (entry.earliest and entry.latest) else "day" if bounds[0] == bounds[1] else "span"
    x, end = max(scale(bounds[0]), left + 5), min(scale(bounds[1]), sheet.width - 5)
    width = max(end - x, 12.0 if shape != "day" else 0.0)
    x = min(x, sheet.width - 5 - width)
    gap = 14 if shape == "day" else 10
    room_right, room_left = sheet.width - x - width - gap, x - gap - left
    room = max(room_left, room_right)
    if sheet.stacked or room < min(_length("x" * 12, entry.when), _length(entry.label, entry.when)):
        # Above its bar a label has the whole width. On a wide sheet only a span as wide as the drawing needs it.
        when = _MONTH.sub(lambda month: month[0][:3], entry.when) if sheet.stacked else entry.when
        when = when if _length("x" * 24, when) <= sheet.width else ""
        label = shorten(entry.label, int((sheet.width - _length("", when)) / _LETTER))
        return Bar(
            entry, label, x, round(width, 1), y, shape, 0 if sheet.stacked else x, y - 12, "start", when
        )
    label = entry.label
    if _length(label, entry.when) > room:
        label = shorten(label, max(int((room - _length("", entry.when)) / _LETTER), 8))
    after = _length(label, entry.when) <= room_right
    return Bar(
        entry,
        label,
        x,
        round(width, 1),
        y,
        shape,
        round(x + width + gap if after else x - gap, 1),
        y + 5,
        "start" if after else "end",
        entry.when,
    )


def _length(label: str, when: str) -> float:
    return len(label) * _LETTER + len(when) * _LETTER * 0.9 + 14


def _months(first: int, last: int, *, short: bool) -> list[tuple[int, str]]:
    months, day = [], datetime.date.fromordinal(first)
    while day.toordinal() <= last:
        name = MONTHS[day.month - 1]
        label = f"{name[:3]} {day.year % 100:02}" if short else f"{name} {day.year}"
        months.append((day.toordinal(), label))
        day = datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return months


def _title(first: int, last: int) -> str:
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    if start.year == end.year:
        return f"{MONTHS[start.month - 1]} to {MONTHS[end.month - 1]} {end.year}"
    return f"{MONTHS[start.month - 1]} {start.year} to {MONTHS[end.month - 1]} {end.year}"
