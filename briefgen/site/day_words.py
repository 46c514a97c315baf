"""Days in words: EDTF as a reader says it."""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"}
HALVES = {40: "first half", 41: "second half"}
_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(-?\d{4})-(\d\d)")
_YEAR = re.compile(r"-?\d{4}")


@lru_cache(maxsize=4096)
def say(edtf: str | None, *, short: bool = False) -> str:
    """Returns an EDTF date in English: `29 December 2024`, `spring 2025`, `after 20 January 2025`.

    What is not understood comes back as it is; nothing gives an empty string.
    """
    if not edtf:
        return ""
    if "/" in edtf:
        return _say_interval(*edtf.split("/", 1), short=short)
    doubt = edtf[-1] if edtf[-1] in "~?%" else ""
    words = _say_one(edtf.rstrip("~?%"), short=short)
    return {"~": f"about {words}", "?": f"probably {words}", "%": f"probably about {words}"}.get(doubt, words)


def say_span(earliest: str | None, latest: str | None) -> str:
    """Returns the days that something lies between, in words; an open side is said as open."""
    if earliest and latest:
        return say(earliest) if earliest == latest else _say_interval(earliest, latest)
    if earliest:
        return f"after {say(earliest)}"
    return f"before {say(latest)}" if latest else ""


def month_of(day: str) -> str:
    """Returns `December 2024` for 2024-12-29."""
    found = _MONTH.match(day)
    return f"{MONTHS[int(found[2]) - 1]} {found[1]}" if found else day


def _say_one(edtf: str, *, short: bool) -> str:
    if found := _DAY.fullmatch(edtf):
        month = MONTHS[int(found[2]) - 1] if 1 <= int(found[2]) <= 12 else found[2]
        return f"{int(found[3])} {month[:3] if short else month} {found[1]}"
    if found := _MONTH.fullmatch(edtf):
        return _say_part(found[1], int(found[2]))
    if re.fullmatch(r"\d{3}X", edtf):
        return f"the {edtf[:3]}0s"
    if re.fullmatch(r"\d{2}XX", edtf):
        return f"the {edtf[:2]}00s"
    return edtf


def _say_part(year: str, part: int) -> str:
    if 1 <= part <= 12:
        return f"{MONTHS[part - 1]} {year}"
    if part in SEASONS:
        return f"{SEASONS[part]} {year}"
    if part in QUARTERS:
        return f"{QUARTERS[part]} of {year}"
    return f"{HALVES[part]} of {year}" if part in HALVES else f"{year}-{part}"


def _say_interval(start: str, end: str, *, short: bool = False) -> str:
    if start in ("", ".."):
        return f"up to {say(end, short=short)}"
    if end in ("", ".."):
        return f"from {say(start, short=short)}"
    first, last = _DAY.fullmatch(start), _DAY.fullmatch(end)
    if first and last and first[1] == last[1]:
        if first[2] == last[2]:
            return f"{int(first[3])} to {say(end, short=short)}"
        month = MONTHS[int(first[2]) - 1]
        return f"{int(first[3])} {month[:3] if short else month} to {say(end, short=short)}"
    return f"{say(start, short=short)} to {say(end, short=short)}"
