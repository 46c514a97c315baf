"""TIMEX3 values as EDTF (ISO 8601-2), and the first and last day that a value can mean.

EDTF knows no ISO week and no `early`: a week becomes the interval of its days, an early, mid or late part the
interval of its third, marked as approximate, and `earlier this month` ends on the day of publication.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from briefgen.model.timex import Timex3

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_SEASON_START = {"21": 3, "22": 6, "23": 9, "24": 12}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-([QH])(\d)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_BEFORE_CHRIST = re.compile(r"BC(\d{4})")
_UNKNOWN_YEAR = re.compile(r"XXXX-(\d\d)(-\d\d)?")


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day that a value can mean; None where it is open or unknown."""

    earliest: date | None = None
    latest: date | None = None


NO_BOUNDS = Bounds()


def edtf_of(timex3: Timex3, published: date | None = None) -> str | None:
    """Returns the value as EDTF; None for what names no stretch of the calendar (PAST_REF, P5D)."""
    value = timex3.value
    if value is None or timex3.type in ("DURATION", "SET"):
        return None
    plain = _edtf_of_value(value)
    if plain is None:
        return None
    if timex3.mod in ("START", "MID", "END") and "/" not in plain:
        third = _third(bounds_of_edtf(plain), timex3.mod)
        if third is not None:
            return third
    if timex3.mod in ("BEFORE", "AFTER") and published is not None:
        return _cut(plain, timex3.mod, published)
    if timex3.mod == "APPROX" and "/" not in plain:
        return f"{plain}~"
    return plain


def _edtf_of_value(value: str) -> str | None:
    if "/" in value:
        parts = [part if part in ("", "..") else _edtf_of_value(part) for part in value.split("/")]
        if len(parts) != 2 or any(part is None or "/" in part for part in parts):
            return None
        return "/".join(str(part) for part in parts)
    if _DAY.match(value):
        return value[:10] if _days(int(value[:4]), int(value[5:7]), int(value[8:10])) else None
    if match := _WEEK.fullmatch(value):
        return _week(match)
    if match := _QUARTER.fullmatch(value):
        code = int(match[3]) + (32 if match[2] == "Q" else 39)
        return f"{match[1]}-{code}"
    if match := _SEASON.fullmatch(value):
        return f"{match[1]}-{_SEASONS[match[2]]}"
    if match := _BEFORE_CHRIST.fullmatch(value):
        return f"-{int(match[1]) - 1:04d}"
    if _MONTH.fullmatch(value) or _YEAR.fullmatch(value) or _UNKNOWN_YEAR.fullmatch(value):
        return value
    if value.isdigit() and len(value) in (2, 3):
        return value + "X" * (4 - len(value))
    return None


def _days(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _week(match: re.Match[str]) -> str | None:
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    first = monday + timedelta(days=5) if match[3] else monday
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _third(bounds: Bounds, mod: str) -> str | None:
    """Returns the early, middle or late third of a stretch as an interval of approximate ends."""
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None or (last - first).days < 6:
        return None
    length = (last - first).days + 1
    place = {"START": 0, "MID": 1, "END": 2}[mod]
    begin = first + timedelta(days=length * place // 3)
    end = first + timedelta(days=length * (place + 1) // 3 - 1)
    return f"{begin.isoformat()}~/{end.isoformat()}~"


def _cut(plain: str, mod: str, published: date) -> str:
    """Returns the part of a stretch before or after publication: earlier this month, later this year."""
    bounds = bounds_of_edtf(plain)
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None or not first < published < last:
        return plain
    return f"{first}/{published}" if mod == "BEFORE" else f"{published}/{last}"


def bounds_of(timex3: Timex3, published: date | None = None) -> Bounds:
    """Returns the first and last day that a TIMEX3 value can mean."""
    edtf = edtf_of(timex3, published)
    return bounds_of_edtf(edtf) if edtf else NO_BOUNDS


def bounds_of_edtf(edtf: str) -> Bounds:
    """Returns the first and last day of an EDTF value, as far as its calendar goes from year 1 to 9999."""
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return Bounds(bounds_of_edtf(first).earliest, bounds_of_edtf(last).latest)
    plain = edtf.rstrip("~?%")
    if _DAY.fullmatch(plain):
        day = _days(*(int(part) for part in plain.split("-")))
        return Bounds(day, day)
    if _MONTH.fullmatch(plain):
        year, code = int(plain[:4]), int(plain[5:])
        first_month, months = _months_of(code)
        return _span_of_months(year, first_month, months) if months else NO_BOUNDS
    if re.fullmatch(r"\d{4}|\d{3}X|\d\dXX", plain):
        first_year, last_year = int(plain.replace("X", "0")), int(plain.replace("X", "9"))
        if first_year < 1:
            return NO_BOUNDS
        return Bounds(date(first_year, 1, 1), date(last_year, 12, 31))
    return NO_BOUNDS


def _months_of(code: int) -> tuple[int, int]:
    """Returns the first month of a month, season, quarter or half by its EDTF code, and how many it has."""
    if 1 <= code <= 12:
        return code, 1
    if 21 <= code <= 24:
        return _SEASON_START[str(code)], 3
    if 33 <= code <= 36:
        return 3 * (code - 33) + 1, 3
    if 40 <= code <= 41:
        return 6 * (code - 40) + 1, 6
    return 0, 0


def _span_of_months(year: int, month: int, months: int) -> Bounds:
    if not 1 <= year < 9999:
        return NO_BOUNDS
    end_index = year * 12 + month - 1 + months - 1
    end_year, end_month = end_index // 12, end_index % 12 + 1
    last = calendar.monthrange(end_year, end_month)[1]
    return Bounds(date(year, month, 1), date(end_year, end_month, last))
