"""Distances on the calendar: so many days, weeks, months or years before or after a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DURATION = re.compile(r"P(\d+)([DWMYQ])")


@dataclass(frozen=True, slots=True)
class Distance:
    """A whole number of days, weeks, months, quarters or years."""

    count: int
    unit: str
    """D, W, M, Q or Y."""


def read_distance(value: str | None) -> Distance | None:
    """Returns the distance that a TIMEX3 duration is (P10D); None where it is vague or made of parts."""
    match = _DURATION.fullmatch(value or "")
    return Distance(int(match[1]), match[2]) if match else None


def shift(day: date, distance: Distance, *, forward: bool) -> str | None:
    """Returns the TIMEX3 value so far from a day, as fine as the unit; None outside the calendar."""
    count = distance.count if forward else -distance.count
    if distance.unit in ("D", "W"):
        try:
            moved = day + timedelta(days=count * (7 if distance.unit == "W" else 1))
        except OverflowError:
            return None
        if distance.unit == "D":
            return moved.isoformat()
        year, week, _ = moved.isocalendar()
        return f"{year:04d}-W{week:02d}"
    index = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3, "Y": 12}[distance.unit]
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        return None
    if distance.unit == "Y":
        return f"{year:04d}"
    return f"{year:04d}-Q{(month + 2) // 3}" if distance.unit == "Q" else f"{year:04d}-{month:02d}"
