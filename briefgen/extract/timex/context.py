"""What a value is counted from: the day of publication, what the text has named so far, and tense."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from briefgen.extract.timex.calendar import parse_day, parse_month
from briefgen.extract.timex.found import Found
from briefgen.lexicons.load import Lexicon, load
from briefgen.model.timex import Timex3, TimexType

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Named:
    """A time that the text has named already."""

    start: int
    timex3: Timex3


@dataclass(slots=True)
class Context:
    """The state of reading one text from left to right. It lives inside one call of `tag`."""

    text: str
    published: date | None
    published_month: tuple[int, int] | None
    published_year: int | None
    named: list[Named] = field(default_factory=list)

    @classmethod
    def at(cls, text: str, published: str | None) -> Context:
        """Returns the context of a text published on a day, in a month, in a year, or at an unknown time."""
        day = parse_day(published)
        month = (day.year, day.month) if day else parse_month(published)
        year = re.match(r"\d{4}", published or "")
        known = month[0] if month else int(year.group()) if year else None
        return cls(text=text, published=day, published_month=month, published_year=known)

    def add(self, found: Found, timex3: Timex3) -> None:
        """Keeps a value, for what comes later to be counted from."""
        self.named.append(Named(start=found.start, timex3=timex3))

    def last_day(self, found: Found) -> tuple[date, str] | None:
        """Returns the day named last before `found`, with its anchor name."""
        for named in reversed(self.named):
            if named.timex3.type in (TimexType.DATE, TimexType.TIME):
                day = parse_day(named.timex3.value)
                if day is not None:
                    return day, f"text:{named.start}"
        return None

    def last_matching(self, pattern: re.Pattern[str]) -> Named | None:
        """Returns the latest named date whose value fits a pattern."""
        for named in reversed(self.named):
            if named.timex3.type == TimexType.DATE and pattern.match(named.timex3.value or ""):
                return named
        return None


_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(`]*[A-Z])|\n")


class TenseCues(Lexicon):
    """The lexicon `time_cues.yml`: expressions that turn a clause to what is to come."""

    future: tuple[str, ...]


@cache
def _future_pattern(language: str = "en") -> re.Pattern[str]:
    cues = load("time_cues", TenseCues, language).future
    words = "|".join(re.escape(cue).replace("'", "['’]") for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})\b", re.IGNORECASE)


def sentence_around(text: str, start: int, end: int, reach: int = 240) -> tuple[str, str]:
    """Returns the words of the same sentence before and after an expression, at most `reach` characters."""
    before = text[max(0, start - reach) : start]
    cuts = [match.end() for match in _SENTENCE_END.finditer(before)]
    if cuts:
        before = before[cuts[-1] :]
    after = text[end : end + reach]
    cut = _SENTENCE_END.search(after)
    return before, after[: cut.start()] if cut else after


def speaks_of_future(context: Context, found: Found) -> bool:
    """Whether the clause just before an expression speaks of what is to come."""
    before, _ = sentence_around(context.text, found.start, found.end, reach=90)
    return bool(_future_pattern().search(before))
