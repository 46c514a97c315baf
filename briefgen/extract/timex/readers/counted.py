"""Counted time: durations (two years), sets (every month), and distances from a point (ten days ago)."""

from __future__ import annotations

import re
from datetime import date

from briefgen.extract.timex.calendar import month_value, quarter_value, shift_days, shift_month, week_of
from briefgen.extract.timex.context import PUBLISHED, Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.names import is_daily
from briefgen.extract.timex.numbers import read_number
from briefgen.extract.timex.readers.mods import read_mod
from briefgen.extract.timex.readers.relative import named_base
from briefgen.model.timex import Timex3, TimexType

_SMALLER = {
    "Y": ("M", 12),
    "M": ("D", 30),
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
}
_HOURS_OF_MANY = 10_000
"""Hours that many people worked, no stretch of time: `a million hours of overtime`."""
_RANKS = ("Y", "M", "W", "D", "TH", "TM", "TS")


def duration_value(count: float | None, unit: str) -> str:
    """Returns a duration as TIMEX3 writes it: P2Y, PT5H30M, PXW; `unit` as the lexicon has it (10Y, TH)."""
    multiple = "".join(ch for ch in unit if ch.isdigit())
    unit = unit[len(multiple) :]
    if unit == "G":
        return "PXX"
    if unit == "WE":
        unit, count = ("D", 2 * count) if count is not None else ("WE", count)
    if count is None:
        if multiple:
            unit = {"10": "E", "100": "C", "1000": "L"}.get(multiple, unit)
        return _write("X", unit)
    if multiple:
        count *= int(multiple)
    whole = int(count)
    rest = count - whole
    if rest < 1e-9:
        return _write(str(whole), unit)
    if unit in _SMALLER:
        small, each = _SMALLER[unit]
        if not multiple and abs(rest * each - round(rest * each)) < 0.35 and unit not in ("M", "W"):
            small_count = str(round(rest * each))
            if not whole:
                return _write(small_count, small)
            tail = small_count + small.removeprefix("T")
            joined = _write(str(whole), unit)
            return joined + ("T" + tail if small.startswith("T") and "T" not in joined else tail)
    return _write(f"{count:g}", unit)


def _write(count: str, unit: str) -> str:
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def read_count(found: Found, group: str = "n") -> float | None:
    """Returns the number in a group; None where it is vague (`few`) or absent."""
    return read_number(found.words(group), found.grammar.vocabulary)


def unit_of(found: Found) -> str:
    """Returns the unit's code in group `unit`."""
    for name in ("ANYUNIT", "UNITABBR"):
        value = found.text_value("unit", name)
        if value is not None:
            return value
    return "D"


def _is_title(found: Found) -> bool:
    """Whether the unit has a capital that its place in the sentence does not ask for (`60 Minutes`)."""
    words = found.tokens.words[found.first : found.last]
    return len(words) > 1 and words[-1].istitle() and not words[0].istitle()


def unit_word_is_single(found: Found) -> bool:
    """Whether the unit stands in the singular (`day-long`)."""
    return found.text_value("unit", "UNIT") is not None


def read_duration(found: Found, context: Context) -> Timex3 | None:
    """Reads two years, a few days, five-month, 2 1/2 hours, the past three weeks."""
    unit = unit_of(found)
    if _is_title(found):
        return None
    count = read_count(found) if found.has("n") else None
    if "one" in found.rule.args:
        count = 1
    if unit == "TH" and (count or 0) >= _HOURS_OF_MANY:
        return None
    if found.has("long") and unit_word_is_single(found):
        count = 1
    if found.has("half"):
        count = (count or 0) + 0.5
    return Timex3(type=TimexType.DURATION, value=duration_value(count, unit), mod=read_mod(found))


def read_duration_of_two(found: Found, context: Context) -> Timex3 | None:
    """Reads two hours and 20 minutes: P… and what the smaller unit adds."""
    first, second = read_count(found), read_count(found, "n3")
    unit, small = unit_of(found), found.text_value("unit3", "ANYUNIT")
    if first is None or second is None or small is None or _RANKS.index(small) <= _RANKS.index(unit):
        return None
    head, tail = duration_value(first, unit), duration_value(second, small)[1:]
    if "T" in head:
        tail = tail.removeprefix("T")
    return Timex3(type=TimexType.DURATION, value=head + tail, mod=read_mod(found))


def read_set(found: Found, context: Context) -> Timex3 | None:
    """Reads every month, each July, Mondays, twice a week."""
    quant = found.text_value("every", "EVERY") if found.has("every") else None
    if found.has("weekday"):
        day = found.number_value("weekday", "ANYWEEKDAY") or found.number_value("weekday", "WEEKDAYS")
        value = f"XXXX-WXX-{day}"
        if found.has("part"):
            value += f"T{found.text_value('part', 'PART') or found.text_value('part', 'PARTS')}"
        return Timex3(type=TimexType.SET, value=value, quant=quant)
    if found.has("month"):
        return Timex3(
            type=TimexType.SET, value=f"XXXX-{found.number_value('month', 'ANYMONTH'):02d}", quant=quant
        )
    if found.has("season"):
        season = found.text_value("season", "SEASON") or found.text_value("season", "SEASONS")
        return Timex3(type=TimexType.SET, value=f"XXXX-{season}", quant=quant)
    if found.has("holiday"):
        rule = found.text_value("holiday", "HOLIDAY") or ""
        value = f"XXXX-{rule}" if rule[:2].isdigit() and "-" in rule else "P1Y"
        return Timex3(type=TimexType.SET, value=value, quant=quant)
    if found.has("part"):
        part = found.text_value("part", "PART") or found.text_value("part", "PARTS")
        return Timex3(type=TimexType.SET, value=f"XXXX-XX-XXT{part}", quant=quant)
    if found.has("weekend"):
        return Timex3(type=TimexType.SET, value="XXXX-WXX-WE", quant=quant)
    count = read_count(found) if found.has("n") else None
    if found.has("other"):
        count = 2
    elif found.has("half"):
        count = 0.5
    elif found.has("nth"):
        figures = re.match(r"\d+", found.word("nth"))
        count = int(figures.group()) if figures else found.number_value("nth", "ORDINAL")
    value = duration_value(count if count is not None or found.has("n") else 1, unit_of(found))
    return Timex3(type=TimexType.SET, value=value, quant=quant, freq=_times(found))


def read_frequency(found: Found, context: Context) -> Timex3 | None:
    """Reads daily, weekly, annually."""
    value = found.text_value("frequency", "FREQUENCY")
    codes, words = found.tokens.codes, found.tokens.words
    if words[found.first].istitle() and "W" in codes[max(0, found.first - 1) : found.last + 1]:
        return None  # the name of a paper
    if is_daily(found.tokens, found.last - 1):
        return None
    return Timex3(type=TimexType.SET, value=value, freq=_times(found)) if value else None


def _times(found: Found) -> str | None:
    """Returns how often in each: twice a week is 2X."""
    if not found.has("times"):
        return None
    times = {"once": 1, "twice": 2, "thrice": 3}.get(found.word("times"))
    if times is None:
        times = int(read_number(found.words("times"), found.grammar.vocabulary) or 0)
    return f"{times}X" if times else None


def read_distance(found: Found, context: Context) -> Timex3 | None:
    """Reads ten days ago, two years earlier, three weeks from now, in five years."""
    sign = int(found.rule.args.get("sign", 0)) or (
        -1 if found.word("side") in ("ago", "earlier", "before", "back") else 1
    )
    unit = unit_of(found)
    count = read_count(found)
    if count is not None and found.has("plus"):
        count += 0.5
    mod = read_mod(found)
    if count is None:
        return _vague_distance(found, sign, unit, mod)
    anchor: tuple[date, str] | None = None
    if found.rule.args.get("from") == "text":
        anchor = named_base(context, "W" if unit == "D" else unit)
    if anchor is None and context.published is not None:
        anchor = (context.published, PUBLISHED)
    if anchor is None:
        return Timex3(type=TimexType.DURATION, value=duration_value(count, unit), mod=mod)
    value = count_from(anchor[0], sign * count, unit)
    if anchor[1] != PUBLISHED and sign > 0 and value and _is_ahead(value, context):
        value = None
    if value is None:
        return Timex3(type=TimexType.DURATION, value=duration_value(count, unit), mod=mod)
    kind = TimexType.TIME if "T" in value else TimexType.DATE
    return Timex3(type=kind, value=value, mod=mod, anchor=anchor[1])


def _is_ahead(value: str, context: Context) -> bool:
    """Whether what a story counts to lies after publication: then it counts from something else."""
    day = context.published.isoformat() if context.published else ""
    return bool(day) and value[:4].isdigit() and value[: len(day)] > day and value[:4] > day[:4]


def _vague_distance(found: Found, sign: int, unit: str, mod: str | None) -> Timex3:
    if found.rule.args.get("from") == "text":
        return Timex3(type=TimexType.DURATION, value=duration_value(None, unit), mod=mod)
    return Timex3(type=TimexType.DATE, value="PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)


def count_from(day: date, count: float, unit: str) -> str | None:
    """Returns the value so many units from `day`, as fine as the unit; None where it leaves the calendar."""
    multiple = "".join(ch for ch in unit if ch.isdigit())
    unit = unit[len(multiple) :]
    count *= int(multiple or 1)
    if unit == "Y":
        if count != int(count):
            year, month = shift_month(day.year, day.month, round(count * 12))
            return month_value(year, month) if 0 < year < 10000 else None
        year = day.year + int(count)
        return f"{year:04d}" if 0 < year < 10000 else None
    if unit in ("M", "Q"):
        months = round(count * (3 if unit == "Q" else 1))
        year, month = shift_month(day.year, day.month, months)
        if not 0 < year < 10000:
            return None
        return month_value(year, month) if unit == "M" else quarter_value(year, month)
    if unit == "W":
        moved = shift_days(day, round(7 * count))
        return week_of(moved) if moved else None
    if unit == "D":
        moved = shift_days(day, round(count))
        return moved.isoformat() if moved else None
    return None


def read_longword(found: Found, context: Context) -> Timex3 | None:
    """Reads weeklong, yearlong."""
    value = found.text_value("unit", "LONGWORD")
    return Timex3(type=TimexType.DURATION, value=value) if value else None


COUNTED = {
    "longword": read_longword,
    "duration": read_duration,
    "duration_of_two": read_duration_of_two,
    "set": read_set,
    "frequency": read_frequency,
    "distance": read_distance,
}
