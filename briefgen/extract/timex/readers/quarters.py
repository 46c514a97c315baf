"""Quarters and fiscal years: the third quarter, a year earlier, the quarter ended Sept. 30, fiscal 1989."""

from __future__ import annotations

import re
from datetime import date

from briefgen.extract.timex.calendar import parse_day, quarter_value, shift_days
from briefgen.extract.timex.context import PUBLISHED, Context, Named
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import full_year, read_calendar_date, read_year_of
from briefgen.extract.timex.readers.mods import read_mod
from briefgen.extract.timex.readers.relative import read_side
from briefgen.extract.timex.tense import speaks_of_future
from briefgen.model.timex import Timex3, TimexType

DATE = TimexType.DATE
_QUARTER = re.compile(r"\d{4}-(?:Q\d|H\d|QX)$")


def read_quarter(found: Found, context: Context) -> Timex3 | None:
    """Reads the third quarter, third-quarter, Q3 2024, the second quarter of 1988, last year's first half."""
    number = found.number_value("nth", "ORDINAL")
    name = found.text_value("nth", "QUARTERNAME") or found.text_value("nth", "HALFNAME")
    half = found.has("half") or (name or "").startswith("H")
    if number is None:
        digits = re.search(r"\d", found.word("nth"))
        if digits is None:
            number = {"final": 2 if half else 4, "last": 2 if half else 4}.get(found.word("nth"))
        else:
            number = int(digits.group())
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    letter = "H" if half else "Q"
    year, anchor = read_year_of(found, context), None
    behind = re.match(r"\dq\W?(\d{2,4})$", found.word("nth"))
    if behind is not None:
        year = full_year(int(behind[1]), context)
    if year is None:
        published = context.published
        if published is None:
            return Timex3(type=DATE, value=f"XXXX-{letter}{number}", mod=read_mod(found))
        anchor = PUBLISHED
        if found.has("side"):
            year = published.year + (read_side(found) or 0)
        elif found.has("fiscal"):
            year = published.year
        elif found.has("ago"):
            year = _nearest(published, number, 6 if half else 3) - 1
        else:
            year = _nearest(published, number, 6 if half else 3)
    return Timex3(type=DATE, value=f"{year:04d}-{letter}{number}", mod=read_mod(found), anchor=anchor)


def read_month_quarter(found: Found, context: Context) -> Timex3 | None:
    """Reads the March quarter, the December quarter of 2018: the quarter that the month ends."""
    month = found.number_value("month", "ANYMONTH")
    if month is None or month % 3:
        return None
    year, anchor = read_year_of(found, context), None
    if year is None and context.published is not None:
        side = read_side(found) if found.has("side") else None
        near = _nearest(context.published, month // 3, 3)
        year, anchor = near if side is None else context.published.year + side, PUBLISHED
    value = f"{year:04d}-Q{month // 3}" if year is not None else f"XXXX-Q{month // 3}"
    return Timex3(type=DATE, value=value, anchor=anchor)


def _nearest(published: date, number: int, months: int) -> int:
    """Returns the year in which that quarter or half lies nearest to publication by its middle."""
    middle = (number - 1) * months + (months + 1) / 2
    distance = middle - published.month
    if distance > 5:
        return published.year - 1
    return published.year + 1 if distance < -7 else published.year


def _current_quarter(context: Context) -> Named | None:
    """Returns the quarter that results are told of: the one named last that was over at publication.

    Quarters counted back from another are left out; one not yet over serves where there is no other.
    """
    ahead: Named | None = None
    for named in reversed(context.named):
        value = named.timex3.value or ""
        if named.timex3.type != DATE or named.back or not _QUARTER.match(value):
            continue
        if not _is_ahead(value, context.published):
            return named
        ahead = ahead or named
    return ahead


def _is_ahead(value: str, published: date | None) -> bool:
    """Whether a quarter was not over at publication."""
    if published is None or value[5] != "Q" or not value[6].isdigit():
        return False
    return value[:7] >= quarter_value(published.year, published.month)


def _speaks_of_months(context: Context) -> bool:
    """Whether a stretch of months (`the first nine months`) was named after the last quarter."""
    for named in reversed(context.named):
        value = named.timex3.value or ""
        if named.timex3.type == DATE and not named.back and _QUARTER.match(value):
            return False
        if named.timex3.type == TimexType.DURATION and re.fullmatch(r"P[369]M|P1Y", value):
            return True
    return False


def read_the_quarter(found: Found, context: Context) -> Timex3 | None:
    """Reads the quarter, the latest period, the year-ago quarter: by the quarter that the text named last."""
    shift = -1 if found.has("ago") else 0
    named = _current_quarter(context)
    year = read_year_of(found, context)
    if named is not None and named.timex3.value:
        value = named.timex3.value
        base = year if year is not None else int(value[:4]) + shift
        return Timex3(type=DATE, value=f"{base:04d}{value[4:]}", anchor=f"text:{named.start}")
    if year is not None:
        return Timex3(type=DATE, value=f"{year:04d}")
    day = context.published
    if day is None:
        return None
    if found.word("kind") == "quarter":
        # of a quarter that is not yet over only its forecast speaks: `will go on through the quarter`
        ahead = not shift and speaks_of_future(context.text, found.start, found.end)
        back = 0 if ahead else -1
        return Timex3(type=DATE, value=quarter_value(day.year + shift, day.month, back), anchor=PUBLISHED)
    return Timex3(type=DATE, value=f"{day.year - 1:04d}", anchor=PUBLISHED) if shift else None


def read_quarter_ended(found: Found, context: Context) -> Timex3 | None:
    """Reads the quarter ended July 31: the one that holds the middle of its three months."""
    whole = read_calendar_date(found, context)
    day = parse_day(whole.value) if whole else None
    middle = shift_days(day, -45) if day else None
    if middle is None:
        return None
    return Timex3(type=DATE, value=quarter_value(middle.year, middle.month))


def read_year_ago(found: Found, context: Context) -> Timex3 | None:
    """Reads a year ago, a year earlier, year-earlier: the same quarter a year back where one was named."""
    named = _current_quarter(context)
    if named is not None and named.timex3.value and not _speaks_of_months(context):
        value = named.timex3.value
        return Timex3(type=DATE, value=f"{int(value[:4]) - 1:04d}{value[4:]}", anchor=f"text:{named.start}")
    if context.published_year is None:
        return Timex3(type=DATE, value="XXXX")
    return Timex3(type=DATE, value=f"{context.published_year - 1:04d}", anchor=PUBLISHED)


def read_fiscal_year(found: Found, context: Context) -> Timex3 | None:
    """Reads fiscal 1989, FY2024, FY2024-25, the current fiscal year."""
    figures = re.findall(r"\d+", found.word("year"))
    if len(figures) == 2 and len(figures[0]) == 4:
        return Timex3(type=DATE, value=f"{figures[0]}/{figures[0][:2]}{figures[1]}")
    year = read_year_of(found, context)
    if year is not None:
        return Timex3(type=DATE, value=f"{year:04d}", mod=read_mod(found))
    if context.published_year is None:
        return Timex3(type=DATE, value="XXXX", mod=read_mod(found))
    shift = read_side(found) or 0
    return Timex3(
        type=DATE, value=f"{context.published_year + shift:04d}", mod=read_mod(found), anchor=PUBLISHED
    )


QUARTERS = {
    "quarter": read_quarter,
    "month_quarter": read_month_quarter,
    "the_quarter": read_the_quarter,
    "quarter_ended": read_quarter_ended,
    "year_ago": read_year_ago,
    "fiscal_year": read_fiscal_year,
}
