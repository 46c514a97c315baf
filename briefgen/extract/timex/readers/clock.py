"""Times of day: 10 p.m. Wednesday, noon, 0735 GMT, this morning, Saturday night."""

from __future__ import annotations

import re
from datetime import date

from briefgen.extract.timex.calendar import nearest_year, shift_days, valid_day
from briefgen.extract.timex.context import PUBLISHED, Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import read_day_of_month, read_year_of
from briefgen.extract.timex.readers.mods import read_mod
from briefgen.extract.timex.readers.named import day_of_holiday
from briefgen.extract.timex.readers.relative import weekday_value
from briefgen.extract.timex.tense import goes_further_back, speaks_of_future
from briefgen.model.timex import Timex3, TimexType

_NO_DAY = "XXXX-XX-XX"
_DAY_BEHIND = re.compile(
    r"\s*(?:\([A-Z]{2,5}\)\s*)?,?\s*(last night|yesterday|tonight|today)\b", re.IGNORECASE
)


def read_clock(found: Found, context: Context) -> Timex3 | None:
    """Reads a time of the clock, with its day where that stands beside it."""
    clock = _clock_of(found)
    if clock is None:
        return None
    day, anchor = day_beside(found, context)
    zone = found.text_value("zone", "ZONE") if found.has("zone") else ""
    return Timex3(
        type=TimexType.TIME,
        value=f"{day}T{clock}{zone or ''}",
        mod=read_mod(found),
        anchor=anchor,
    )


def read_clock_to_clock(found: Found, context: Context) -> Timex3 | None:
    """Reads 2 p.m. where the day stands behind the time it lasts to: from 2 p.m. to 4 p.m. on Tuesday."""
    clock = _clock_of(found)
    has_hour = found.has("half") or ":" in found.word("clock") or not found.word("clock")[0].isdigit()
    return read_clock(found, context) if clock and has_hour else None


def _clock_of(found: Found) -> str | None:
    named = found.text_value("clock", "CLOCKWORD")
    if named is not None:
        return named
    words = found.words("clock")
    figures = [int(part) for part in re.findall(r"\d+", words[0])] if words else []
    if not figures:
        spoken = found.number_value("clock", "CARDINAL")
        if spoken is None:
            return None
        figures = [spoken]
    if len(figures) == 1 and figures[0] >= 100:
        figures = [figures[0] // 100, figures[0] % 100]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else None
    half = found.text_value("half", "AMPM") or {"morning": "AM", "afternoon": "PM", "evening": "PM"}.get(
        found.words("half")[-1] if found.has("half") else "", ""
    )
    if found.has("half") and found.words("half")[-1] == "night":
        half = "PM" if hour > 4 else "AM"
    if half and hour > 12:
        half = ""
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    if hour > 24 or (minute or 0) > 59:
        return None
    return f"{hour:02d}:{minute or 0:02d}"


def day_beside(found: Found, context: Context) -> tuple[str, str | None]:
    """Returns the day that stands beside a time, or the day last named in its sentence, or publication."""
    if found.has("month"):
        month = found.number_value("month", "ANYMONTH") or 0
        day = read_day_of_month(found, "day") or 0
        year = read_year_of(found, context)
        anchor = None
        if year is None and context.published is not None:
            year, anchor = nearest_year(context.published, month), PUBLISHED
        if year is None:
            return f"XXXX-{month:02d}-{day:02d}", None
        return valid_day(year, month, day) or _NO_DAY, anchor
    if found.has("eve") or found.has("holiday"):
        rule = "12-24" if found.has("eve") else found.text_value("holiday", "HOLIDAY") or ""
        feast = day_of_holiday(rule, found, context)
        return (feast.isoformat(), PUBLISHED) if feast else (_NO_DAY, None)
    if found.has("weekday"):
        number = found.number_value("weekday", "ANYWEEKDAY") or 1
        return weekday_value(found, context, number)
    if found.has("today"):
        shift = found.number_value("today", "TODAY") or 0
        moved = shift_days(context.published, shift) if context.published else None
        return (moved.isoformat(), PUBLISHED) if moved else (_NO_DAY, None)
    if (behind := _DAY_BEHIND.match(context.text, found.end)) and context.published:
        moved = shift_days(context.published, -(behind[1].lower() in ("last night", "yesterday")))
        return (moved.isoformat(), PUBLISHED) if moved else (_NO_DAY, None)
    if found.rule.read == "clock" and _is_of_another_day(found, context):
        return _NO_DAY, None
    last = _day_near(found, context)
    if last is not None:
        return last[0].isoformat(), last[1]
    if context.published is not None:
        return context.published.isoformat(), PUBLISHED
    return _NO_DAY, None


def _is_of_another_day(found: Found, context: Context) -> bool:
    """Whether a time of the clock belongs to a day gone by that the paragraph does not name.

    `She had gone to bed at 10 p.m. She woke up at 5 a.m.`
    """
    if goes_further_back(context.text, found.start, found.end):
        return True
    for named in reversed(context.named):
        if named.timex3.type in (TimexType.DATE, TimexType.TIME):
            is_open = (named.timex3.value or "").startswith(f"{_NO_DAY}T")
            return is_open and "\n" not in context.text[named.start : found.start]
    return False


def _day_near(found: Found, context: Context) -> tuple[date, str] | None:
    """Returns the day named last, if it stands in the same paragraph."""
    last = context.last_day(found)
    if last is None:
        return None
    start = int(last[1].partition(":")[2])
    return None if "\n" in context.text[start : found.start] else last


def read_part(found: Found, context: Context) -> Timex3 | None:
    """Reads a part of a day: Saturday night, this morning, last night, the next morning."""
    part = str(found.rule.args.get("part", "")) or found.text_value("part", "PART")
    if part is None:
        return None
    if found.is_name() if found.has("side") and not found.has("weekday") else _is_name(found):
        return None
    mod = "START" if "part" in found.rule.args else read_mod(found)
    day, anchor = day_beside(found, context)
    side = found.word("side")
    if side and not found.has("weekday"):
        base: tuple[date, str] | None = None
        if side in ("next", "following", "previous", "same", "that"):
            base = context.last_day(found)
        if base is None and context.published is not None:
            base = context.published, PUBLISHED
        if base is None:
            day, anchor = _NO_DAY, None
        else:
            shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(side, 0)
            moved = shift_days(base[0], shift)
            day, anchor = (moved.isoformat() if moved else _NO_DAY), base[1]
    return Timex3(type=TimexType.TIME, value=f"{day}T{part}", mod=mod, anchor=anchor)


def _is_name(found: Found) -> bool:
    """Whether the words begin a name (`Saturday Night Live`, `the Evening Standard`)."""
    words = found.tokens.words
    return words[found.last - 1].istitle() and found.tokens.codes[found.last : found.last + 1] == "W"


_NEAR = 80
"""Characters within which a negation in the same clause is looked for."""
_NOT_BEFORE = re.compile(r"(?:\b(?:not|never|hardly|cannot)|n['’]t)\b[^.,;:!?\n]*$", re.I)


def read_overnight(found: Found, context: Context) -> Timex3 | None:
    """Reads overnight: the night before publication, or the one to come where the clause speaks of it.

    What did not come about overnight came about slowly, and in no night.
    """
    shift = int(found.rule.args.get("shift", 0))
    if shift and _NOT_BEFORE.search(context.text, max(0, found.start - _NEAR), found.start):
        return None
    if shift and speaks_of_future(context.text, found.start, found.end):
        shift = 0
    moved = shift_days(context.published, shift) if context.published else None
    if moved is None:
        return Timex3(type=TimexType.TIME, value=f"{_NO_DAY}TNI")
    return Timex3(type=TimexType.TIME, value=f"{moved.isoformat()}TNI", anchor=PUBLISHED)


CLOCK = {
    "clock": read_clock,
    "clock_to_clock": read_clock_to_clock,
    "part": read_part,
    "overnight": read_overnight,
}
