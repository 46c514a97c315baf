"""References without a calendar value: now, recently, the future; and holidays by name."""

from __future__ import annotations

import re
from datetime import date

from briefgen.extract.timex.calendar import holiday, shift_days, week_of
from briefgen.extract.timex.context import PUBLISHED, Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import read_year_of
from briefgen.extract.timex.readers.mods import read_mod
from briefgen.extract.timex.tense import ends_in_since, speaks_of_future
from briefgen.model.timex import Timex3, TimexType


def read_fixed(found: Found, context: Context) -> Timex3 | None:
    """Reads what the rule itself values: now is PRESENT_REF, a while is PXX."""
    return Timex3(
        type=TimexType(str(found.rule.args.get("type", "DATE"))),
        value=str(found.rule.args["value"]),
        mod=read_mod(found),
    )


def read_holiday(found: Found, context: Context) -> Timex3 | None:
    """Reads Thanksgiving Day, last Christmas, Christmas 2023: the nearest where no year stands."""
    rule = found.text_value("holiday", "HOLIDAY") or str(found.rule.args.get("day", ""))
    if not rule:
        return None
    year = read_year_of(found, context)
    if year is not None:
        told = holiday(rule, year)
        return Timex3(type=TimexType.DATE, value=told.isoformat()) if told else None
    if context.published is None:
        return Timex3(type=TimexType.DATE, value=f"XXXX-{rule}" if _FIXED.match(rule) else "XXXX-XX-XX")
    day = day_of_holiday(rule, found, context)
    if day is not None and found.has("beside"):
        day = shift_days(day, 1 if found.word("beside") == "after" else -1)
    return Timex3(type=TimexType.DATE, value=day.isoformat(), anchor=PUBLISHED) if day else None


def day_of_holiday(rule: str, found: Found, context: Context) -> date | None:
    """Returns the day of a holiday nearest to publication, on the side that the words ask for."""
    published = context.published
    if published is None:
        return None
    days = [
        day
        for y in range(published.year - 4, published.year + 5)
        if 1 <= y <= 9999 and (day := holiday(rule, y))
    ]
    if rule == "election":
        days = [day for day in days if day.year % 2 == 0]
    side = found.word("side")
    if side in ("last", "past", "previous"):
        days = [day for day in days if day < published]
    elif side in ("next", "coming"):
        days = [day for day in days if day > published]
    elif ends_in_since(context.text, found.start):
        days = [day for day in days if day <= published]
    elif speaks_of_future(context.text, found.start, found.end):
        days = [day for day in days if day >= published]
    return min(days, key=lambda day: (abs((day - published).days), day), default=None)


_FIXED = re.compile(r"\d\d-\d\d$")
_MONDAYS = {"memorial": "last mon 5", "labor": "1st mon 9", "columbus": "2nd mon 10"}


def read_holiday_week(found: Found, context: Context) -> Timex3 | None:
    """Reads Easter week, the Labor Day weekend: the ISO week, or the Saturday and Sunday beside the day."""
    rule = found.text_value("holiday", "HOLIDAY") or _MONDAYS.get(found.word("name"), "")
    day = day_of_holiday(rule, found, context)
    if day is None:
        return None
    if found.word("span") == "week":
        return Timex3(type=TimexType.DATE, value=week_of(day), anchor=PUBLISHED)
    # a holiday early in the week belongs to the weekend before it
    saturday = shift_days(day, -(day.isoweekday() + 1) if day.isoweekday() <= 2 else 6 - day.isoweekday())
    return Timex3(type=TimexType.DATE, value=f"{week_of(saturday or day)}-WE", anchor=PUBLISHED)


def read_new_year(found: Found, context: Context) -> Timex3 | None:
    """Reads the new year: the one to come, from the summer on; before it the one that has begun."""
    if context.published_year is None:
        return None
    later = context.published_month is not None and context.published_month[1] > 6
    back = ends_in_since(context.text, found.start)
    return Timex3(
        type=TimexType.DATE,
        value=f"{context.published_year + (later and not back):04d}",
        mod="START",
        anchor=PUBLISHED,
    )


def read_turn(found: Found, context: Context) -> Timex3 | None:
    """Reads the turn of the century, in a text of this one."""
    value = str(found.rule.args["value"])
    if context.published_year is None or context.published_year <= int(value):
        return None
    return Timex3(type=TimexType.DATE, value=value, mod="APPROX")


def read_named_day(found: Found, context: Context) -> Timex3 | None:
    """Reads a day that all texts call by the same figures (9/11)."""
    words = context.text[found.start : found.end]
    names = [str(value) for key, value in found.rule.args.items() if key.startswith("text")]
    value = str(found.rule.args["value"])
    known = context.published is None or value <= context.published.isoformat()
    return Timex3(type=TimexType.DATE, value=value) if words in names and known else None


def read_publication(found: Found, context: Context) -> Timex3 | None:
    """Reads the time this article was published: the day of publication."""
    if context.published is None:
        return Timex3(type=TimexType.DATE, value="PRESENT_REF")
    return Timex3(type=TimexType.DATE, value=context.published.isoformat(), anchor=PUBLISHED)


def read_once(found: Found, context: Context) -> Timex3 | None:
    """Reads once where it stands before a past verb or an adverb: it once called, who once famously."""
    index = found.last
    follower = found.tokens.words[index] if index < len(found.tokens.words) else ""
    return Timex3(type=TimexType.DATE, value="PAST_REF") if follower.endswith(("ed", "ly")) else None


def read_since_then(found: Found, context: Context) -> Timex3 | None:
    """Reads since then: from the date named last to publication."""
    for named in reversed(context.named):
        value = named.timex3.value or ""
        if named.timex3.type == TimexType.DATE and value[:4].isdigit() and "/" not in value:
            if context.published is None:
                return Timex3(type=TimexType.DATE, value=f"{value}/..", anchor=f"text:{named.start}")
            day = context.published.isoformat()
            if value < day:
                return Timex3(type=TimexType.DATE, value=f"{value}/{day}", anchor=f"text:{named.start}")
    return None


NAMED = {
    "named_day": read_named_day,
    "once": read_once,
    "since_then": read_since_then,
    "publication": read_publication,
    "fixed": read_fixed,
    "holiday": read_holiday,
    "holiday_week": read_holiday_week,
    "new_year": read_new_year,
    "turn": read_turn,
}
