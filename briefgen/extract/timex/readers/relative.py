"""Dates counted in whole units from publication or from a date in the text: Friday, last June, next year."""

from __future__ import annotations

import re
from datetime import date

from briefgen.extract.timex.calendar import (
    month_value,
    on_or_after,
    on_or_before,
    parse_day,
    parse_month,
    quarter_value,
    shift_days,
    shift_month,
    valid_day,
    week_of,
)
from briefgen.extract.timex.context import PUBLISHED, Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.names import is_paper
from briefgen.extract.timex.numbers import read_number
from briefgen.extract.timex.readers.absolute import read_day_of_month, read_year_of
from briefgen.extract.timex.readers.mods import read_mod
from briefgen.extract.timex.tense import (
    ends_in_since,
    follows_would,
    is_condition_ahead,
    is_limit_ahead,
    speaks_of_future,
    speaks_of_past,
)
from briefgen.model.timex import Timex3, TimexType

DATE = TimexType.DATE


def read_today(found: Found, context: Context) -> Timex3 | None:
    """Reads today, yesterday, tomorrow, and the day before or after those."""
    if _is_name(found):
        return None
    shift = (found.number_value("today", "TODAY") or 0) + int(found.rule.args.get("shift", 0))
    if context.published is None:
        return Timex3(type=DATE, value="PRESENT_REF" if not shift else "XXXX-XX-XX")
    moved = shift_days(context.published, shift)
    return (
        Timex3(type=DATE, value=moved.isoformat(), mod=read_mod(found), anchor=PUBLISHED) if moved else None
    )


def _is_name(found: Found) -> bool:
    """Whether the word begins a name (`Tomorrow's Affairs`, `USA Today`)."""
    words, index = found.tokens.words, found.last
    if not words[found.first].istitle():
        return False
    follows = words[index : index + 3]
    if len(follows) == 3 and follows[1] == "s" and follows[2].istitle():
        return True
    codes = found.tokens.codes
    before, after = codes[max(0, found.first - 1) : found.first], codes[index : index + 1]
    return before == "W" or (before in ("q", "'") and after in ("q", "'"))


def weekday_value(found: Found, context: Context, number: int) -> tuple[str, str | None]:
    """Returns the day that a weekday means, with its anchor."""
    published = context.published
    if published is None:
        return f"XXXX-WXX-{number}", None
    side = (found.words("side2") or found.words("side") or [""])[0]
    day: date | None
    if side in ("next", "coming", "upcoming") or (
        not side
        and (
            speaks_of_future(context.text, found.start, found.end)
            or is_condition_ahead(context.text, found.start, found.end)
        )
    ):
        start = published if not side else shift_days(published, 1) or published
        day = on_or_after(start, number)
    elif side in ("last", "past", "previous"):
        day = on_or_before(shift_days(published, -1) or published, number)
    elif side == "this":
        day = shift_days(published, number - published.isoweekday())
    else:
        day = on_or_before(published, number)
    return (day.isoformat(), PUBLISHED) if day else (f"XXXX-WXX-{number}", None)


_BETWEEN_DAYS = re.compile(r"\w+(?:\s+(and|to|through|or|until)\s+|\s?[-–]\s?)")


def _day_after_neighbour(found: Found, context: Context, number: int) -> tuple[str, str] | None:
    """Returns the weekday that follows another one named just before (`Thursday through Saturday`)."""
    if not context.named or found.has("side"):
        return None
    named = context.named[-1]
    day = parse_day(named.timex3.value)
    between = _BETWEEN_DAYS.fullmatch(context.text[named.start : found.start])
    if day is None or named.anchor_of != "weekday" or between is None:
        return None
    joins = (between[1] or "to") in ("and", "or", "until")
    follows = on_or_after(day, number)
    if follows is None or not 0 < (follows - day).days <= (3 if joins else 6):
        return None
    published = context.published
    known = published is not None and (day > published or follows <= published)
    return (follows.isoformat(), f"text:{named.start}") if known or not joins else None


def read_day_beside(found: Found, context: Context) -> Timex3 | None:
    """Reads the day before, the day after: beside the day named last."""
    last = context.last_day(found)
    if last is None:
        return None
    moved = shift_days(last[0], 1 if found.word("side") == "after" else -1)
    return Timex3(type=DATE, value=moved.isoformat(), anchor=last[1]) if moved else None


def read_weekday(found: Found, context: Context) -> Timex3 | None:
    """Reads Friday, last Friday, next Monday."""
    number = found.number_value("weekday", "ANYWEEKDAY")
    if number is None or is_paper(found.tokens, found.last - 1):
        return None
    if "weeks" in found.rule.args and context.published is not None:
        days = 7 * int(found.rule.args["weeks"]) + number - context.published.isoweekday()
        moved = shift_days(context.published, days)
        return Timex3(type=DATE, value=moved.isoformat(), anchor=PUBLISHED) if moved else None
    value, anchor = _day_after_neighbour(found, context, number) or weekday_value(found, context, number)
    return Timex3(type=DATE, value=value, mod=read_mod(found), anchor=anchor)


def read_weekdays_ago(found: Found, context: Context) -> Timex3 | None:
    """Reads two Sundays ago."""
    number = found.number_value("weekday", "WEEKDAYS")
    count = read_number(found.words("n"), found.grammar.vocabulary)
    if number is None or not count or count > 99 or context.published is None:
        return None
    last = on_or_before(shift_days(context.published, -1) or context.published, number)
    day = shift_days(last, -7 * (int(count) - 1)) if last else None
    return Timex3(type=DATE, value=day.isoformat(), anchor=PUBLISHED) if day else None


def read_unit_beside(found: Found, context: Context) -> Timex3 | None:
    """Reads the year before, the month after: beside the date named last."""
    unit = found.text_value("unit", "ANYUNIT") or "Y"
    base = named_base(context, unit)
    if base is None:
        return None
    value = shifted(base[0], 1 if found.word("side") == "after" else -1, unit)
    return Timex3(type=DATE, value=value, anchor=base[1]) if value else None


def read_before_last(found: Found, context: Context) -> Timex3 | None:
    """Reads the week before last, the month after next."""
    if context.published is None:
        return None
    unit = found.text_value("unit", "ANYUNIT") or found.text_value("unit", "WEEKEND") or "Y"
    value = shifted(context.published, 2 if found.has("side") else -2, unit)
    return Timex3(type=DATE, value=value, anchor=PUBLISHED) if value else None


def read_side(found: Found) -> int | None:
    """Returns how many units on `last`, `this`, `next` mean: -1, 0, 1."""
    if "sign" in found.rule.args:
        return int(found.rule.args["sign"])
    for name in ("LAST", "NEXT"):
        value = found.number_value("side", name)
        if value is not None:
            return value
    return 0


def read_shift(found: Found, context: Context) -> Timex3 | None:
    """Reads last year, this month, next week, the current quarter, the following year."""
    if found.is_name():
        return None
    unit = found.text_value("unit", "ANYUNIT") or str(found.rule.args.get("unit", "D"))
    shift = read_side(found) or 0
    word = found.word("side")
    base: tuple[date, str] | None = None
    if (
        word in ("following", "previous", "preceding", "prior", "same", "that")
        or found.rule.args.get("from") == "text"
    ):
        base = named_base(context, unit)
    if base is None:
        if context.published is None:
            return Timex3(type=DATE, value=_unknown(unit), mod=read_mod(found))
        base = context.published, PUBLISHED
    if word in ("next", "coming") and unit == "100Y" and base[0].year % 100 < _EARLY:
        return Timex3(type=TimexType.DURATION, value="P100Y", mod=read_mod(found), anchor=base[1])
    value = shifted(base[0], shift, unit)
    if value is None:
        return None
    return Timex3(type=DATE, value=value, mod=read_mod(found), anchor=base[1])


_EARLY = 75
"""Up to which year of a century `the next century` is the hundred years to come, not the century that follows."""
_UNIT_VALUE = {"Y": r"\d{4}", "M": r"\d{4}-\d\d", "D": r"\d{4}-\d\d-\d\d", "W": r"\d{4}-\d\d-\d\d"}


def named_base(context: Context, unit: str) -> tuple[date, str] | None:
    """Returns the first day of the date named last that is at least as fine as the unit."""
    pattern = re.compile(_UNIT_VALUE.get(unit, r"\d{4}-\d\d-\d\d"))
    named = context.last_matching(pattern)
    if named is None:
        return None
    value = named.timex3.value or ""
    anchor = f"text:{named.start}"
    day = parse_day(value)
    if day is None:
        month = parse_month(value)
        day = date(*month, 1) if month else date(int(value[:4]), 1, 1) if int(value[:4]) else None
    return (day, anchor) if day else None


def _unknown(unit: str) -> str:
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "Q": "XXXX-QX"}.get(unit, "XXXX-XX-XX")


def shifted(day: date, shift: int, unit: str) -> str | None:
    """Returns the unit that `day` lies in, or the one so many on; None outside the calendar."""
    if unit == "D":
        moved = shift_days(day, shift)
        return moved.isoformat() if moved else None
    if unit in ("W", "WE", "2W"):
        moved = shift_days(day, 7 * shift)
        if moved is None:
            return None
        return week_of(moved) + ("-WE" if unit == "WE" else "")
    if unit == "M":
        year, month = shift_month(day.year, day.month, shift)
        return month_value(year, month) if 0 < year < 10000 else None
    if unit == "Q":
        return quarter_value(day.year, day.month, shift)
    years = {"Y": 1, "10Y": 10, "100Y": 100}.get(unit)
    if years is None or not 0 < day.year + shift * years < 10000:
        return None
    digits = {1: 4, 10: 3, 100: 2}[years]
    return f"{day.year + shift * years:04d}"[:digits]


def read_weekend(found: Found, context: Context) -> Timex3 | None:
    """Reads the weekend, last weekend, this weekend: as the week's number with WE behind it."""
    if context.published is None:
        return Timex3(type=DATE, value="XXXX-WXX-WE")
    shift = read_side(found) or 0
    side = found.word("side")
    if side in ("coming", "upcoming"):
        shift = 0
    # up to Thursday `the weekend` is the one past; up to Tuesday `this weekend` is too
    past_until = 4 if not side else 2 if side == "this" else 0
    ahead = speaks_of_future(context.text, found.start, found.end)
    if context.published.isoweekday() <= past_until and not ahead:
        shift = -1
    value = shifted(context.published, shift, "WE")
    return Timex3(type=DATE, value=value, mod=read_mod(found), anchor=PUBLISHED) if value else None


def read_month_side(found: Found, context: Context) -> Timex3 | None:
    """Reads last June, next May, January last year, 3 May last year, this September."""
    month = found.number_value("month", "ANYMONTH")
    if month is None:
        return None
    if context.published_month is None:
        return Timex3(type=DATE, value=f"XXXX-{month:02d}", mod=read_mod(found))
    year, now = context.published_month
    side = (found.words("side2") or found.words("side") or [""])[0]
    named = context.last_matching(re.compile(r"\d{4}")) if side == "that" else None
    if named is not None:
        value = month_value(int((named.timex3.value or "")[:4]), month)
        return Timex3(type=DATE, value=value, mod=read_mod(found), anchor=f"text:{named.start}")
    if found.rule.args.get("unit") == "year":
        year += read_side(found) or 0
    elif side in ("next", "coming", "upcoming") or (side == "past" and _goes_past(found, context)):
        year += 1 if month <= now else 0
    elif side in ("last", "past", "previous"):
        year -= 1 if month >= now else 0
    day = read_day_of_month(found, "day")
    whole = month_value(year, month) if day is None else valid_day(year, month, day)
    return Timex3(type=DATE, value=whole, mod=read_mod(found), anchor=PUBLISHED) if whole else None


def _goes_past(found: Found, context: Context) -> bool:
    """Whether `past` means beyond: `to keep it open past June`, not `this past June`."""
    before = context.text[max(0, found.start - 20) : found.start].lower().split()
    return before[-1:] not in (["this"], ["the"], ["these"]) and context.text[found.start] == "p"


_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def read_season(found: Found, context: Context) -> Timex3 | None:
    """Reads last fall, this summer, the winter of 1994, spring. A winter has the year it begins in."""
    season = found.text_value("season", "SEASON")
    if season is None:
        return None
    year = read_year_of(found, context)
    if year is not None:
        return Timex3(type=DATE, value=f"{year:04d}-{season}", mod=read_mod(found))
    if context.published_month is None:
        return Timex3(type=DATE, value=f"XXXX-{season}", mod=read_mod(found))
    year, now = context.published_month
    start = _SEASON_START[season]
    # how many months ago the nearest such season began; negative: it lies ahead
    age = (now - start + 6) % 12 - 6
    first = year * 12 + now - 1 - age
    side = found.word("side")
    if found.rule.args.get("unit") == "year":
        first = (year + (read_side(found) or 0)) * 12 + start - 1
    elif side in ("last", "past", "previous"):
        first -= 12 if age < 3 else 0
    elif side in ("next", "coming"):
        first += 12 if age > 0 else 0
    elif side == "that" and (named := context.last_matching(re.compile(r"\d{4}"))) is not None:
        first = int((named.timex3.value or "")[:4]) * 12 + start - 1
    elif not side:
        place = (context.text, found.start, found.end)
        is_limit = is_limit_ahead(*place)
        if age < 0 and ends_in_since(context.text, found.start):
            first -= 12
        elif is_limit:
            first += 12 if age >= 2 else 0
        elif age == -6 or (
            age < 0 and speaks_of_past(*place) and not follows_would(context.text, found.start)
        ):
            first -= 12
        elif age >= 2 and speaks_of_future(*place):
            first += 12
    return Timex3(type=DATE, value=f"{first // 12:04d}-{season}", mod=read_mod(found), anchor=PUBLISHED)


RELATIVE = {
    "today": read_today,
    "weekday": read_weekday,
    "day_beside": read_day_beside,
    "unit_beside": read_unit_beside,
    "before_last": read_before_last,
    "weekdays_ago": read_weekdays_ago,
    "shift": read_shift,
    "weekend": read_weekend,
    "month_side": read_month_side,
    "season": read_season,
}
