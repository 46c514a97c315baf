"""How an article is cited: what every reference format is made from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefgen.model.article import PublishedBasis
from briefgen.model.brief import Brief
from briefgen.site.day_words import MONTHS
from briefgen.site.exports.plain import one_line
from briefgen.site.links import web_address
from briefgen.site.remembered import remembered

_DAY = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$")


@dataclass(frozen=True, slots=True)
class CitedDate:
    """A day, month or year of publication; `approximate` where EDTF marks it so."""

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    @property
    def parts(self) -> list[int]:
        """Year, month and day as far as known."""
        return [part for part in (self.year, self.month, self.day) if part is not None]

    @property
    def words(self) -> str:
        """The date as people write it: 27 January 2025."""
        month = MONTHS[self.month - 1] if self.month else ""
        spoken = " ".join(part for part in (str(self.day or ""), month, str(self.year)) if part)
        return f"about {spoken}" if self.approximate else spoken


@lru_cache(maxsize=4096)
def cited_date(edtf: str | None) -> CitedDate | None:
    """Returns the date that an EDTF day, month or year names; of an interval its beginning, as approximate."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    found = _DAY.match(start) or _DAY.match(end)
    if found is None:
        return None
    year, month, day, mark = found.groups()
    if month and not 1 <= int(month) <= 12:
        month = day = None  # a season or a quarter
    if day and not 1 <= int(day) <= 31:
        day = None
    return CitedDate(
        int(year), int(month) if month else None, int(day) if day else None, bool(mark) or bool(slash)
    )


@dataclass(frozen=True, slots=True)
class Citation:
    """An article as a reference list names it. Absent means unknown."""

    key: str
    title: str
    title_is_given: bool
    """False where the words stand in for a headline that is not known."""
    authors: tuple[str, ...]
    publisher: str | None
    date: CitedDate | None
    date_is_inferred: bool
    url: str | None
    language: str
    abstract: str
    """The key points of the brief."""
    keywords: tuple[str, ...]


@remembered
def citation(brief: Brief) -> Citation:
    """Returns how the article of a brief is cited."""
    head = brief.article
    return Citation(
        key=brief.id,
        title=one_line(headline(brief)),
        title_is_given=bool(head.title) and not head.title_is_working,
        authors=tuple(one_line(author) for author in head.authors if one_line(author)),
        publisher=one_line(head.publisher) if head.publisher else None,
        date=cited_date(head.published),
        date_is_inferred=head.published_basis is PublishedBasis.INFERRED,
        url=web_address(one_line(head.url or "")),
        language=head.language,
        abstract=" ".join(one_line(point.text) for point in brief.key_points),
        keywords=tuple(one_line(topic.name) for topic in brief.topics),
    )


def headline(brief: Brief) -> str:
    """Returns the article's title, else its first key point, else its id."""
    first_point = brief.key_points[0].text if brief.key_points else ""
    return next(text for text in (brief.article.title, first_point, brief.id) if text and one_line(text))


def citation_line(cited: Citation) -> str:
    """Returns the reference as one line of plain text, to be copied into a paper."""
    title = cited.title.rstrip(".")
    title = f"“{title}.”" if cited.title_is_given else f"[No headline known: “{title}”]."
    day = cited.date.words if cited.date else "no date known"
    if cited.date and cited.date_is_inferred:
        day += " [date worked out from the text]"
    place = f"{cited.publisher}, {day}" if cited.publisher else day[0].upper() + day[1:]
    authors = ", ".join(cited.authors).rstrip(".")
    line = " ".join(part for part in (authors and f"{authors}.", title, f"{place}.") if part)
    return f"{line} {cited.url}" if cited.url else line
