"""The timeline: years above, the busiest recent months below, each date as exact as the text allows."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.site.charts.days import ordinal
from briefgen.site.day_words import MONTHS
from briefgen.site.wording import shorten

WIDTH = 1172
ROW = 31
OVERVIEW_ROWS = 7
ZOOM_ROWS = 22
ZOOM_MONTHS = 5
_LETTER = 7.3
"""Width of a letter of the label, of the small one a tenth less: enough to keep labels inside the drawing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A date to be drawn: either day may be missing, not both."""

    label: str
    when: str
    earliest: str | None
    latest: str | None
    url: str
    weight: int = 1
    """How many articles name it: where room is short, the heavier ones are drawn."""


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
    anchor: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """All that the template draws."""

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


def draw_timeline(entries: Sequence[Entry], newest: str | None) -> TimelineChart | None:
    """Returns the drawing of dated entries, or None where there are too few for one.

    `newest` is the day of the newest article: the months around it are drawn large.
    """
    known = [(entry, bounds) for entry in entries if (bounds := _bounds(entry))]
    end = ordinal(newest or "") or max((b[1] for _, b in known), default=None)
    if len(known) < 3 or end is None:
        return None
    first, last = _zoom_range(end, [b for _, b in known])
    inside = [row for row in known if first <= row[1][0] <= last and row[1][1] <= last + 366]
    outside = [row for row in known if row[1][0] < first]
    inside, outside = _heaviest(inside, ZOOM_ROWS), _heaviest(outside, OVERVIEW_ROWS)
    start_year = datetime.date.fromordinal(min([b[0] for _, b in outside] + [first])).year
    left = datetime.date(start_year, 1, 1).toordinal()
    right = max(last, datetime.date(datetime.date.fromordinal(last).year, 12, 31).toordinal())

    def on_years(day: int) -> float:
        return round((day - left) / max(right - left, 1) * WIDTH, 1)

    def on_months(day: int) -> float:
        return round((day - first) / max(last - first, 1) * (WIDTH - 16) + 8, 1)

    overview = tuple(_bar(e, b, on_years, 36 + ROW * n, 0, WIDTH) for n, (e, b) in enumerate(outside))
    band = 40 + ROW * len(outside) + (30 if outside else 0)
    zoom = tuple(_bar(e, b, on_months, band + 56 + ROW * n, 8, WIDTH) for n, (e, b) in enumerate(inside))
    years = range(start_year, datetime.date.fromordinal(right).year + 1)
    step = max(1, -(-len(years) // 12))
    return TimelineChart(
        height=band + 44 + ROW * max(len(inside), 1),
        title=_title(first, last),
        years=tuple(
            Tick(on_years(datetime.date(year, 1, 1).toordinal()), str(year)) for year in years[::step]
        )
        if outside
        else (),
        years_bottom=30 + ROW * len(outside),
        overview=overview,
        months=tuple(Tick(on_months(day), label) for day, label in _months(first, last)),
        zoom=zoom,
        band=band,
        window=(on_years(first), on_years(last)),
        drawn=len(inside) + len(outside),
    )


def _bounds(entry: Entry) -> tuple[int, int] | None:
    first = ordinal(entry.earliest or "")
    last = ordinal(entry.latest or "")
    if first is None and last is None:
        return None
    # An open side is drawn two weeks long: enough to see that it goes on.
    if first is None:
        assert last is not None  # noqa: S101  one of the two is known
        return (last - 14, last)
    return (first, max(first, last)) if last is not None else (first, first + 14)


def _zoom_range(end: int, bounds: Sequence[tuple[int, int]]) -> tuple[int, int]:
    date = datetime.date.fromordinal(end)
    month = date.year * 12 + date.month - 1
    ahead = max((b[0] for b in bounds if end < b[0] <= end + 45), default=end)
    last_month = max(month, datetime.date.fromordinal(ahead).year * 12 + datetime.date.fromordinal(ahead).month - 1)
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
    rows: list[tuple[Entry, tuple[int, int]]], limit: int
) -> list[tuple[Entry, tuple[int, int]]]:
    # Among equals the latest are kept: they are what a reader of news looks for.
    best = sorted(rows, key=lambda row: (-row[0].weight, -row[1][0], row[0].label))[:limit]
    return sorted(best, key=lambda row: (row[1], row[0].label))


def _bar(
    entry: Entry,
    bounds: tuple[int, int],
    scale: Callable[[int], float],
    y: int,
    left: float,
    right: float,
) -> Bar:
    shape = "open" if not (entry.earliest and entry.latest) else "day" if bounds[0] == bounds[1] else "span"
    x, end = max(scale(bounds[0]), left + 5), min(scale(bounds[1]), right - 5)
    width = max(end - x, 12.0 if shape != "day" else 0.0)
    gap = 14 if shape == "day" else 10
    room_right, room_left = right - x - width - gap, x - gap - left
    label = entry.label
    if max(room_left, room_right) < _length("x" * 12, entry.when) and width > _length("x" * 12, entry.when):
        # A span as wide as the drawing leaves room for its label only on itself.
        letters = int((width - 32 - _length("", entry.when)) / _LETTER)
        label = shorten(label, letters)
        return Bar(entry, label, x, round(width, 1), y, shape, round(x + 16, 1), "start")
    if _length(label, entry.when) > max(room_left, room_right):
        letters = int((max(room_left, room_right) - _length("", entry.when)) / _LETTER)
        label = shorten(label, max(letters, 8))
    after = _length(label, entry.when) <= room_right
    return Bar(
        entry,
        label,
        x,
        round(width, 1),
        y,
        shape,
        round(x + width + gap if after else x - gap, 1),
        "start" if after else "end",
    )


def _length(label: str, when: str) -> float:
    return len(label) * _LETTER + len(when) * _LETTER * 0.9 + 14


def _months(first: int, last: int) -> list[tuple[int, str]]:
    months, day = [], datetime.date.fromordinal(first)
    while day.toordinal() <= last:
        months.append((day.toordinal(), f"{MONTHS[day.month - 1]} {day.year}"))
        day = datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return months


def _title(first: int, last: int) -> str:
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    if start.year == end.year:
        return f"{MONTHS[start.month - 1]} to {MONTHS[end.month - 1]} {end.year}"
    return f"{MONTHS[start.month - 1]} {start.year} to {MONTHS[end.month - 1]} {end.year}"
