"""The day of publication, from a line that says so, the address, or the dateline.

Bare prose is not asked: finders that guess from it are wrong four times in five. What is found says what it
rests on; where nothing says it, the answer is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.article import PublishedBasis
from briefgen.model.base import Model

_HEAD = 1200
"""How far into a text a line about the text itself may stand."""
_OLDEST, _NEWEST = 1800, 2100


@dataclass(frozen=True, slots=True)
class Publication:
    """When a text was published, and how that is known."""

    value: str
    """EDTF: a day, or a month where no day is given."""
    basis: PublishedBasis
    reason: str


class _Words(Model):
    example: str
    words: tuple[str, ...]


class _Labels(Lexicon):
    labels: _Words


class _TimeNames(Lexicon):
    cased: dict[str, dict[str, str | int | float]]
    plain: dict[str, dict[str, str | int | float]]


@dataclass(frozen=True, slots=True)
class _Patterns:
    months: dict[str, int]
    date: str
    """A whole date, as the source of an expression with groups by form."""
    labelled: re.Pattern[str]
    alone: re.Pattern[str]
    dateline: re.Pattern[str]


@cache
def _patterns(language: str = "en") -> _Patterns:
    names = load("time", _TimeNames, language)
    labels = load("publication", _Labels, language)
    months = {
        word.lower(): int(number)
        for group in ("MONTH", "MONTHABBR")
        for word, number in names.cased[group].items()
    }
    month = "|".join(sorted(months, key=len, reverse=True))
    days = "|".join(
        sorted(
            (word.lower() for group in ("WEEKDAY", "WEEKDAYABBR") for word in names.cased[group]),
            key=len,
            reverse=True,
        )
    )
    whole = (
        rf"(?:(?:{days})\.?,?\s+)?(?:"
        rf"\d{{4}}-\d\d-\d\d(?!\d)|\d{{4}}/\d\d/\d\d(?!\d)"
        rf"|(?:{month})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{month})\.?,?\s+\d{{4}})"
    )
    words = "|".join(re.escape(word) for word in sorted(labels.labels.words, key=len, reverse=True))
    name = r"[A-Z][\w.'’-]{0,30}"
    clock = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*[A-Z]{0,4})?"
    return _Patterns(
        months=months,
        date=whole,
        labelled=re.compile(
            rf"^[^\S\n]*[*_(\[]*(?:(?:{words})[*_]*\s*(?P<mark>[:|–-])|(?P<bare>date|dateline)|(?:{words}))"
            rf"[*_]*\s*[*_]*(?P<date>{whole})(?P<rest>{clock}[*_)\]]*[^\S\n]*(?:$|[|·•]))?",
            re.IGNORECASE | re.MULTILINE,
        ),
        alone=re.compile(rf"^[^\S\n]*[*_(\[]*(?P<date>{whole}){clock}[*_)\]]*[^\S\n]*$", re.I | re.M),
        dateline=re.compile(
            # A space between words, and words of a bounded length: else a row of capitals takes years.
            rf"^[^\S\n]*{name}(?:\s{name}){{0,3}}(?:,\s{{0,3}}{name}(?:\s{name}){{0,2}})?\s?[,(]?\s{{0,3}}"
            rf"(?P<date>(?i:{month})\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+(?i:{month})\.?,?\s+\d{{4}})\)?"
            rf"\s*(?:\([^)\n]{{1,30}}\))?\s*[-–—]",
            re.M,
        ),
    )


def find_published(text: str, url: str | None = None) -> Publication | None:
    """Returns when a text was published: by a line that says so, its address, its dateline; else None."""
    return published_in_line(text) or published_in_url(url) or published_in_dateline(text)


def published_in_line(text: str) -> Publication | None:
    """Returns the day that a labelled line near the top says (`date 2025-01-27`, `Published: …`).

    A line that is a date and nothing else counts too, where there is only one.
    """
    head = text[:_HEAD]
    for match in _patterns().labelled.finditer(head):
        # a sentence may begin so: `Released on 5 January 2020, the report …`
        if not (match["mark"] or match["bare"] or match["rest"] is not None):
            continue
        value = read_day(match["date"])
        if value:
            said = " ".join(match.group().split())
            return Publication(value, PublishedBasis.METADATA, f"the text says “{said}”")
    lines = {value for match in _patterns().alone.finditer(head) if (value := read_day(match["date"]))}
    if len(lines) == 1:
        value = lines.pop()
        return Publication(value, PublishedBasis.INFERRED, f"a line near the top is the date {value} alone")
    return None


_URL_DAY = re.compile(r"(?<!\d)(?P<y>\d{4})(?P<s>[/_-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
_URL_RUN = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_URL_MONTH_NAME = re.compile(r"/(?P<y>\d{4})/(?P<m>[a-z]{3,9})/(?P<d>\d{1,2})(?!\d)", re.IGNORECASE)
_URL_MONTH = re.compile(r"/(?P<y>\d{4})/(?P<m>\d\d)/")


def published_in_url(url: str | None) -> Publication | None:
    """Returns the day or month that an address carries: /2025/01/27/, -20250127, /2025/jan/27/, /2025/01/."""
    if not url:
        return None
    path = re.sub(r"^[a-z]+://[^/]*", "", url.split("?")[0], flags=re.IGNORECASE)
    for pattern in (_URL_DAY, _URL_MONTH_NAME, _URL_RUN):
        for match in pattern.finditer(path):
            value = _day(match["y"], match["m"], match["d"])
            if value:
                return Publication(value, PublishedBasis.URL, f"the address has {match.group().strip('/')}")
    month = _URL_MONTH.search(path)
    if month and _OLDEST <= int(month["y"]) < _NEWEST and 1 <= int(month["m"]) <= 12:
        return Publication(
            f"{month['y']}-{month['m']}", PublishedBasis.URL, f"the address has {month.group().strip('/')}"
        )
    return None


def published_in_dateline(text: str) -> Publication | None:
    """Returns the whole date of a dateline: `BEIJING, Jan. 27, 2025 (Agency) -`. A year must be there."""
    match = _patterns().dateline.search(text[:_HEAD])
    value = read_day(match["date"]) if match else None
    if match is None or value is None:
        return None
    said = " ".join(match.group().split())
    return Publication(value, PublishedBasis.DATELINE, f"the dateline says “{said}”")


def read_day(words: str) -> str | None:
    """Returns a whole date in words or figures as a day; None where it is none or never was."""
    figures = re.search(r"(\d{4})[-/](\d\d)[-/](\d\d)", words)
    if figures:
        return _day(*figures.groups())
    year = re.search(r"\d{4}", words)
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", words)
    months = _patterns().months
    month = next((word for word in re.findall(r"[A-Za-z]+", words) if word.lower() in months), None)
    if not (year and day and month):
        return None
    return _day(year.group(), month, day.group())


def _day(year: str, month: str, day: str) -> str | None:
    """Returns the day as ISO; None for a day that never was or a year that is no year of a newspaper."""
    number = int(month) if month.isdigit() else _patterns().months.get(month.lower(), 0)
    if not _OLDEST <= int(year) < _NEWEST:
        return None
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
