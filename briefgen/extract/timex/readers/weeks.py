"""Weeks and weekdays by their place in a month: the week of March 6, the second Sunday of May."""

from __future__ import annotations

from datetime import date

from briefgen.extract.timex.calendar import on_or_after, on_or_before, parse_day, shift_days, week_of
from briefgen.extract.timex.context import Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import infer_year, read_calendar_date, read_year_of
from briefgen.extract.timex.readers.mods import read_mod
from briefgen.model.timex import Timex3, TimexType

DATE = TimexType.DATE


def read_week_of_day(found: Found, context: Context) -> Timex3 | None:
    """Reads the week of March 6, the week ended June 7."""
    day = _day_of(found, context)
    return Timex3(type=DATE, value=week_of(day), mod=read_mod(found)) if day else None


def _day_of(found: Found, context: Context) -> date | None:
    whole = read_calendar_date(found, context)
    return parse_day(whole.value) if whole else None


def read_nth_weekday(found: Found, context: Context) -> Timex3 | None:
    """Reads the second Sunday of May, the last Friday in June 2012."""
    weekday = found.number_value("weekday", "ANYWEEKDAY")
    month = found.number_value("month", "ANYMONTH")
    if weekday is None or month is None:
        return None
    year, anchor = _year_of_month(found, context, month)
    if year is None:
        return None
    if found.word("nth") == "last":
        first_after = date(year + month // 12, month % 12 + 1, 1)
        day = on_or_before(shift_days(first_after, -1) or first_after, weekday)
    else:
        nth = found.number_value("nth", "ORDINAL") or 1
        first = on_or_after(date(year, month, 1), weekday)
        day = shift_days(first, 7 * (nth - 1)) if first else None
    if day is None or day.month != month:
        return None
    return Timex3(type=DATE, value=day.isoformat(), anchor=anchor)


def read_nth_week(found: Found, context: Context) -> Timex3 | None:
    """Reads the first week of May: the weeks counted from the month's first day; and its weekends."""
    month = found.number_value("month", "ANYMONTH")
    if month is None:
        return None
    year, anchor = _year_of_month(found, context, month)
    nth = 4 if found.word("nth") == "last" else found.number_value("nth", "ORDINAL") or 1
    if year is None or nth > 5:
        return None
    if found.has("weekend"):
        last = date(year + month // 12, month % 12 + 1, 1)
        first = on_or_after(date(year, month, 1), 6)
        latest = on_or_before(shift_days(last, -1) or last, 6)
        saturday = latest if found.word("nth") == "last" else first and shift_days(first, 7 * (nth - 1))
        return Timex3(type=DATE, value=f"{week_of(saturday)}-WE", anchor=anchor) if saturday else None
    day = shift_days(date(year, month, 1), 7 * (nth - 1) + 3)
    return Timex3(type=DATE, value=week_of(day), anchor=anchor) if day else None


def _year_of_month(found: Found, context: Context, month: int) -> tuple[int | None, str | None]:
    year = read_year_of(found, context)
    return (year, None) if year is not None else infer_year(found, context, month, None)


WEEKS = {
    "week_of_day": read_week_of_day,
    "nth_weekday": read_nth_weekday,
    "nth_week": read_nth_week,
}
