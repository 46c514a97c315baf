"""Dates in figures alone: 1998-01-08, 25.12.2012, 8/13/90."""

from __future__ import annotations

import re
from datetime import date

from briefgen.extract.timex.calendar import parse_day, valid_day
from briefgen.extract.timex.context import Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import full_year
from briefgen.model.timex import Timex3, TimexType

_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b")
_NEAR = 31
"""Days: news writes of dates about its own; the other order rarely falls so near by chance."""
_MONTH_FIRST = re.compile(r"\b([A-Z][a-z]+) \d{1,2}\b")
_DAY_FIRST = re.compile(r"\b\d{1,2} ([A-Z][a-z]+)\b")


def read_iso_date(found: Found, context: Context) -> Timex3 | None:
    """Reads 1998-01-08."""
    word = found.tokens.words[found.first]
    day = parse_day(word)
    if day is None:
        return None
    if "T" in word:
        return Timex3(type=TimexType.TIME, value=word)
    return Timex3(type=TimexType.DATE, value=day.isoformat())


def read_dot_date(found: Found, context: Context) -> Timex3 | None:
    """Reads 25.12.2012: day first."""
    day, month, year = (int(part) for part in found.tokens.words[found.first].split("."))
    value = valid_day(year, month, day)
    return Timex3(type=TimexType.DATE, value=value) if value else None


def read_slash_date(found: Found, context: Context) -> Timex3 | None:
    """Reads 8/13/90 and 13/8/90: in the order that can be, that the text keeps, or that lies near it."""
    month, day, year = (int(part) for part in found.tokens.words[found.first].split("/"))
    year = full_year(year, context)
    if month > 12 or (day <= 12 and _is_day_first(found, context, year, month, day)):
        month, day = day, month
    value = valid_day(year, month, day)
    return Timex3(type=TimexType.DATE, value=value) if value else None


def _is_day_first(found: Found, context: Context, year: int, first: int, second: int) -> bool:
    """Whether a text puts the day before the month; American order where nothing tells."""
    for left, right in _SLASHED.findall(context.text):
        if (int(left) > 12) != (int(right) > 12):
            return int(left) > 12
    month = found.grammar.vocabulary.value
    day_first, month_first = (
        sum(month("ANYMONTH", word) is not None for word in pattern.findall(context.text))
        for pattern in (_DAY_FIRST, _MONTH_FIRST)
    )
    if day_first != month_first:
        return day_first > month_first
    published = context.published
    if published is None:
        return False
    month_led, day_led = (
        abs((date(year, *pair) - published).days) for pair in ((first, second), (second, first))
    )
    return day_led <= _NEAR < month_led


FIGURES = {"iso_date": read_iso_date, "slash_date": read_slash_date, "dot_date": read_dot_date}
