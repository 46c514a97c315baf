"""Days of a month that stand without it: April 24 and 25, on the 12th."""

from __future__ import annotations

import re

from briefgen.extract.timex.calendar import parse_day, parse_month, shift_month, valid_day
from briefgen.extract.timex.context import PUBLISHED, Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import read_day_of_month
from briefgen.extract.timex.tense import speaks_of_future
from briefgen.model.timex import Timex3, TimexType

_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}$")


def read_day_only(found: Found, context: Context) -> Timex3 | None:
    """Reads a day of the month named just before (`April 24 and 25`) or just behind (`3 and 4 January`)."""
    day = read_day_of_month(found, "day")
    if day is None:
        return None
    named = context.named[-1] if context.named else None
    month = parse_month((named.timex3.value or "").rsplit("/", 1)[-1]) if named else None
    if named is None or month is None:
        return None
    value = valid_day(*month, day)
    return Timex3(type=TimexType.DATE, value=value, anchor=f"text:{named.start}") if value else None


def read_day_alone(found: Found, context: Context) -> Timex3 | None:
    """Reads the 12th: of the month of the day named last, else the latest, or next, such day."""
    day = read_day_of_month(found, "day")
    if day is None:
        return None
    for named in reversed(context.named):
        value = named.timex3.value or ""
        if named.timex3.type == TimexType.DATE and _CALENDAR.match(value):
            if parse_day(value) is None:
                break
            month = parse_month(value)
            told = valid_day(*month, day) if month else None
            if told:
                return Timex3(type=TimexType.DATE, value=told, anchor=f"text:{named.start}")
            break
    published = context.published
    if published is None:
        return Timex3(type=TimexType.DATE, value=f"XXXX-XX-{day:02d}")
    ahead = speaks_of_future(context.text, found.start, found.end)
    shift = (1 if ahead else -1) if (day < published.day if ahead else day > published.day) else 0
    near = valid_day(*shift_month(published.year, published.month, shift), day)
    return Timex3(type=TimexType.DATE, value=near, anchor=PUBLISHED) if near else None


DAYS = {"day_only": read_day_only, "day_alone": read_day_alone}
