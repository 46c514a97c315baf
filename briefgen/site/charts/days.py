"""Days as numbers and axes as lists of months: what the charts share."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.site.day_words import MONTHS


@lru_cache(maxsize=10_000)  # many events, few days
def ordinal(day: str) -> int | None:
    """Returns an ISO day as a number, None where it is no day of the calendar."""
    try:
        return datetime.date.fromisoformat(day).toordinal()
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[int, int] | None:
    """Returns the first and last day that an EDTF day, month, year or interval can mean, as numbers."""
    if "/" in edtf:
        start, end = (bounds(part) for part in edtf.split("/", 1))
        if start and end:
            return (start[0], max(start[0], end[1]))
        return start or end
    parts = edtf.rstrip("~?%").split("-")
    if not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    try:
        if len(numbers) == 3:
            day = datetime.date(*numbers).toordinal()
            return (day, day)
        if len(numbers) == 2:
            last = calendar.monthrange(*numbers)[1]
            return (
                datetime.date(numbers[0], numbers[1], 1).toordinal(),
                datetime.date(numbers[0], numbers[1], last).toordinal(),
            )
        return (datetime.date(numbers[0], 1, 1).toordinal(), datetime.date(numbers[0], 12, 31).toordinal())
    except (ValueError, TypeError, calendar.IllegalMonthError):
        return None


@dataclass(frozen=True, slots=True)
class Month:
    """A month on an axis: its first day, its length in days, and where it lies."""

    first: int
    days: int
    x: float
    width: float
    label: str
    gap_before: bool
    """Whether months were left out before it."""


@lru_cache(maxsize=4096)
def month_of(day: int) -> tuple[int, int]:
    """Returns year and month of a day."""
    date = datetime.date.fromordinal(day)
    return (date.year, date.month)


def lay_months(days: Iterable[int], left: float, right: float, *, gap: float = 26) -> tuple[Month, ...]:
    """Returns an axis with the months in which some day lies; empty months are cut out.

    The width of a month follows from its length; a cut takes `gap`.
    """
    wanted = sorted({month_of(day) for day in days})
    if not wanted:
        return ()
    gaps = [bool(number) and _following(wanted[number - 1]) != month for number, month in enumerate(wanted)]
    lengths = [calendar.monthrange(*month)[1] for month in wanted]
    scale = (right - left - gap * sum(gaps)) / sum(lengths)
    months, x = [], left
    for (year, month), length, cut in zip(wanted, lengths, gaps, strict=True):
        x += gap if cut else 0
        width = length * scale
        first = datetime.date(year, month, 1).toordinal()
        months.append(Month(first, length, round(x, 1), round(width, 1), f"{MONTHS[month - 1]} {year}", cut))
        x += width
    return tuple(months)


def _following(month: tuple[int, int]) -> tuple[int, int]:
    return (month[0] + 1, 1) if month[1] == 12 else (month[0], month[1] + 1)


def place(day: int, months: Sequence[Month]) -> float:
    """Returns where a day lies on an axis; a day in a month that was cut out lies at the next one's start."""
    for month in months:
        if day < month.first:
            return month.x
        if day < month.first + month.days:
            return round(month.x + (day - month.first + 0.5) / month.days * month.width, 1)
    last = months[-1]
    return round(last.x + last.width, 1)
