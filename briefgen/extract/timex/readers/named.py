"""References without a calendar value: now, recently, the future; and holidays by name."""

from __future__ import annotations

from briefgen.extract.timex.calendar import holiday, on_or_before
from briefgen.extract.timex.context import PUBLISHED, Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import read_year_of
from briefgen.extract.timex.readers.mods import read_mod
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
    anchor = None
    if year is None:
        published = context.published
        if published is None:
            return Timex3(type=TimexType.DATE, value=f"XXXX-{rule}" if "-" in rule else "XXXX-XX-XX")
        days = [
            day
            for y in (-2, -1, 0, 1, 2)
            if 1 <= published.year + y <= 9999 and (day := holiday(rule, published.year + y))
        ]
        if rule == "election":
            days = [day for day in days if day.year % 2 == 0]
        side = found.word("side")
        if side in ("last", "past", "previous"):
            days = [day for day in days if day < published]
        elif side in ("next", "coming"):
            days = [day for day in days if day > published]
        value = min(days, key=lambda day: (abs((day - published).days), day))
        anchor = PUBLISHED
    else:
        found_day = holiday(rule, year)
        if found_day is None:
            return None
        value = found_day
    shift = int(found.rule.args.get("weekday", 0))
    if shift:
        value = on_or_before(value, shift) or value
    return Timex3(type=TimexType.DATE, value=value.isoformat(), anchor=anchor)


def read_named_day(found: Found, context: Context) -> Timex3 | None:
    """Reads a day that all texts call by the same figures (9/11)."""
    words = context.text[found.start : found.end]
    names = [str(value) for key, value in found.rule.args.items() if key.startswith("text")]
    return Timex3(type=TimexType.DATE, value=str(found.rule.args["value"])) if words in names else None


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
}
