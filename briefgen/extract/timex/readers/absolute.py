"""Dates that the text gives itself, whole or in part: 13 August 1990, Aug. 2, October, 2018-19, the 1990s."""

from __future__ import annotations

import re
from datetime import date

from briefgen.extract.timex.calendar import month_value, nearest_year, parse_month, valid_day
from briefgen.extract.timex.context import PUBLISHED, Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.names import is_person
from briefgen.extract.timex.numbers import read_spoken_year
from briefgen.extract.timex.readers.mods import read_mod
from briefgen.extract.timex.tense import (
    ends_in_since,
    follows_ended,
    hangs_on_past,
    is_limit_ahead,
    speaks_of_future,
    speaks_of_past,
    tells_of_past,
    was_ahead,
)
from briefgen.model.timex import Timex3, TimexType

DATE = TimexType.DATE
_YEAR = re.compile(r"\d{4}")


def full_year(year: int, context: Context) -> int:
    """Returns a year with its century: the one nearest before or soon after publication."""
    if year >= 100:
        return year
    reference = context.published_year or 2000
    candidates = [century + year for century in range(reference // 100 * 100 - 100, reference + 101, 100)]
    return max((c for c in candidates if c <= reference + 20), default=candidates[0])


def read_year_of(found: Found, context: Context) -> int | None:
    """Returns the year in group `year`: in figures, in words, or with an apostrophe."""
    words = found.words("year")
    if not words:
        return None
    digits = "".join(ch for ch in words[-1] if ch.isdigit())
    if digits and len(digits) == 2 and not found.has("era"):
        return full_year(int(digits), context)
    if len(words) == 1 and (len(digits) == 4 or found.has("era")):
        return int(digits)
    return read_spoken_year(words, found.grammar.vocabulary)


def read_calendar_date(found: Found, context: Context) -> Timex3 | None:
    """Reads a month with what stands beside it of weekday, day and year."""
    month = found.number_value("month", "ANYMONTH")
    if month is None:
        return None
    year, anchor = read_year_of(found, context), None
    day = read_day_of_month(found, "day")
    if found.has("day") and day is None:
        return None
    if year is day is None and is_person(found.tokens, found.match.span("month")[0], context.people):
        return None
    if year is None:
        year, anchor = infer_year(found, context, month, day)
    mod = read_mod(found)
    if day is None:
        value = month_value(year, month) if year else f"XXXX-{month:02d}"
        return Timex3(type=DATE, value=value, mod=mod, anchor=anchor)
    if year is None:
        return Timex3(type=DATE, value=f"XXXX-{month:02d}-{day:02d}", mod=mod)
    whole = valid_day(year, month, day)
    if whole is None:
        return None
    last = read_day_of_month(found, "day2") if found.match.groupdict().get("day") else None
    if last is not None:
        end_month = month
        if found.match.groupdict().get("month2"):
            first, _ = found.match.span("month2")
            named = found.grammar.vocabulary.value("ANYMONTH", found.tokens.words[first])
            end_month = named if isinstance(named, int) else month
        whole_end = valid_day(year, end_month, last)
        if whole_end and whole_end > whole:
            return Timex3(type=DATE, value=f"{whole}/{whole_end}", mod=mod, anchor=anchor)
    return Timex3(type=DATE, value=whole, mod=mod, anchor=anchor)


def read_day_of_month(found: Found, group: str) -> int | None:
    """Returns the day of the month in a group: 5, 5th, fifth, twenty-first."""
    words = found.words(group)
    total = 0
    for word in words:
        figures = re.match(r"\d{1,2}", word)
        if figures:
            total += int(figures.group())
            continue
        for name in ("ORDINAL", "CARDINAL"):
            value = found.grammar.vocabulary.value(name, word)
            if isinstance(value, int):
                total += value
                break
    return total if 1 <= total <= 31 else None


def infer_year(found: Found, context: Context, month: int, day: int | None) -> tuple[int | None, str | None]:
    """Returns the year of a month that has none beside it, with its anchor: the nearest such month."""
    published = context.published
    if published is None:
        if context.published_month:
            published = date(*context.published_month, 15)
        else:
            return None, None
    told = _year_told(found, context, published.year)
    if told is not None:
        return told
    first = _month_before(found, context)
    if first is not None:
        return first[0] + (month < first[1]), PUBLISHED
    last = _month_behind(found, context)
    if last is not None:
        year = nearest_year(published, last)
        return year - (month > last), PUBLISHED
    place = (context.text, found.start, found.end)
    if ends_in_since(context.text, found.start):
        return published.year - ((month, day or 0) > (published.month, published.day)), PUBLISHED
    year = nearest_year(published, month)
    if year < published.year:
        year += is_limit_ahead(*place) or speaks_of_future(*place)
    elif year > published.year:
        year -= tells_of_past(*place, loosely=month > 1 or published.month > 10)
    elif (month, day or 0) > (published.month, published.day) and follows_ended(*place):
        year -= 1
    elif month < published.month - 1:
        year += speaks_of_future(*place) and not was_ahead(*place)
    elif month > published.month + 4:
        year -= speaks_of_past(*place)
    elif month > published.month:
        year -= hangs_on_past(*place, loosely=month > published.month + 2)
    return year, PUBLISHED


_JOINED = re.compile(r"[\w.]+\s+(?:\d\d?\s+)?(?:and|or|to|through)\s+(?:early |late |mid-)?")


def _month_before(found: Found, context: Context) -> tuple[int, int] | None:
    """Returns year and month of the month that this one is joined to: December and January."""
    named = context.named[-1] if context.named else None
    if named is None or named.anchor_of != "calendar_date":
        return None
    joined = _JOINED.fullmatch(context.text[named.start : found.start])
    return parse_month(named.timex3.value) if joined and named.timex3.anchor == PUBLISHED else None


_STRETCH = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_LAST_MONTH = re.compile(r"\s+(?:and|to|through|until)\s+(?:early |late |mid-)?(\w+)")


def _month_behind(found: Found, context: Context) -> int | None:
    """Returns the month that a stretch beginning with this one ends in: between Jan. 1 and Sept. 18."""
    if not _STRETCH.search(context.text, max(0, found.start - 10), found.start):
        return None
    behind = _LAST_MONTH.match(context.text, found.end)
    month = found.grammar.vocabulary.value("ANYMONTH", behind[1]) if behind else None
    return month if isinstance(month, int) else None


def _year_told(found: Found, context: Context, published_year: int) -> tuple[int, str] | None:
    """Returns the year that a narrative has come to: the one of the date named last."""
    if not context.narrative:
        return None
    for named in reversed(context.named):
        value = named.timex3.value or ""
        if named.timex3.type == DATE and _YEAR.match(value) and int(value[:4]) < published_year:
            return int(value[:4]), f"text:{named.start}"
    return None


def read_year(found: Found, context: Context) -> Timex3 | None:
    """Reads a year: 1996, nineteen ninety-six, '98, mid-1996."""
    year = read_year_of(found, context)
    if year is None or _counts_things(found, year):
        return None
    if found.has("era") and found.text_value("era", "ERA") == "BC":
        return Timex3(type=DATE, value=f"BC{year:04d}")
    return Timex3(type=DATE, value=f"{year:04d}", mod=read_mod(found))


def _counts_things(found: Found, year: int) -> bool:
    """Whether a round figure stands before a plural (`2000 acres`), which it then counts."""
    follower = found.tokens.words[found.last] if found.last < len(found.tokens.words) else ""
    return year % 100 == 0 and len(follower) > 3 and follower.islower() and follower.endswith("s")


def read_year_range(found: Found, context: Context) -> Timex3 | None:
    """Reads 2018-19 and from 2018 to 2019."""
    years = re.findall(r"\d+", context.text[found.start : found.end])
    if len(years) != 2:
        return None
    first, last = years
    last = first[: 4 - len(last)] + last if len(last) < 4 else last
    if int(last) <= int(first) or int(last) > 2100:
        return None
    return Timex3(type=DATE, value=f"{first}/{last}")


def read_decade(found: Found, context: Context) -> Timex3 | None:
    """Reads the 1990s, the '80s, the nineties."""
    mod = read_mod(found)
    named = found.number_value("decade", "DECADEWORD")
    if named is not None:
        return Timex3(type=DATE, value=str(named), mod=mod)
    digits = "".join(ch for ch in found.word("decade") if ch.isdigit())
    if len(digits) == 2:
        if digits < "50" and not re.search(r"['’]", context.text[found.start : found.end]):
            return None
        reference = context.published_year or 2000
        century = reference // 100
        digits = f"{century if int(digits) <= reference % 100 else century - 1}{digits}"
    if len(digits) != 4:
        return None
    return Timex3(
        type=DATE, value=digits[:2] if digits.endswith("00") and digits < "2000" else digits[:3], mod=mod
    )


def read_century(found: Found, context: Context) -> Timex3 | None:
    """Reads the 20th century."""
    words = found.words("nth")
    number = re.match(r"\d+", words[0])
    if number:
        count = int(number.group())
    else:
        count = 0
        for word in words:
            for name in ("ORDINAL", "CARDINAL"):
                value = found.grammar.vocabulary.value(name, word)
                if isinstance(value, int):
                    count += value
                    break
    if not 1 <= count <= 30:
        return None
    if found.has("era") and found.text_value("era", "ERA") == "BC":
        return Timex3(type=DATE, value=f"BC{count:02d}", mod=read_mod(found))
    return Timex3(type=DATE, value=f"{count - 1:02d}", mod=read_mod(found))


ABSOLUTE = {
    "calendar_date": read_calendar_date,
    "year": read_year,
    "year_range": read_year_range,
    "decade": read_decade,
    "century": read_century,
}
