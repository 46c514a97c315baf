"""Arithmetic on calendar values: days, ISO weeks, months, quarters, years, as TIMEX3 writes them."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


def parse_day(value: str | None) -> date | None:
    """Returns the day a value names or begins with; None where it names none, or one that never was."""
    match = _DAY.match(value or "")
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def parse_month(value: str | None) -> tuple[int, int] | None:
    """Returns year and month that a value names or begins with."""
    match = _MONTH.match(value or "")
    if match is None or not 1 <= int(match[2]) <= 12:
        return None
    return int(match[1]), int(match[2])


def shift_days(day: date, days: int) -> date | None:
    """Returns the day so many days on; None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Returns year and month so many months on."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def week_of(day: date) -> str:
    """Returns the ISO week of a day: 2024-W52."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    """Returns a month as TIMEX3 writes it."""
    return f"{year:04d}-{month:02d}"


def quarter_value(year: int, month: int, quarters: int = 0) -> str:
    """Returns the quarter of a month, or the one so many quarters on."""
    year, month = shift_month(year, month, 3 * quarters)
    return f"{year:04d}-Q{(month - 1) // 3 + 1}"


def on_or_before(day: date, weekday: int) -> date | None:
    """Returns the latest such weekday (1 Monday … 7 Sunday) not after `day`."""
    return shift_days(day, -((day.isoweekday() - weekday) % 7))


def on_or_after(day: date, weekday: int) -> date | None:
    """Returns the earliest such weekday not before `day`."""
    return shift_days(day, (weekday - day.isoweekday()) % 7)


def nearest_year(day: date, month: int) -> int:
    """Returns the year in which that month lies nearest to `day`."""
    distance = month - day.month
    if distance > 5:
        return day.year - 1
    # between two that lie about as far, news looks back
    return day.year + 1 if distance < -7 else day.year


def easter(year: int) -> date:
    """Returns Easter Sunday of a year (the Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date | None:
    """Returns the day of a holiday in a year: `12-25`, `easter-2`, `4th thu 11`, `last mon 5`."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if rule == "election":
        # the Tuesday after the first Monday of November
        return on_or_after(date(year, 11, 2), 2)
    if "-" in rule:
        month, day = (int(part) for part in rule.split("-"))
        return date(year, month, day)
    which, weekday, month_text = rule.split()
    month = int(month_text)
    wanted = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(weekday) + 1
    if which == "last":
        next_year, next_month = shift_month(year, month, 1)
        return on_or_before(date(next_year, next_month, 1) - timedelta(days=1), wanted)
    first = on_or_after(date(year, month, 1), wanted)
    return None if first is None else shift_days(first, 7 * (int(which[0]) - 1))


def valid_day(year: int, month: int, day: int) -> str | None:
    """Returns the day as TIMEX3 writes it; None for a day that never was."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
