"""What a value is counted from: the day of publication, what the text has named so far, and tense."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from briefgen.extract.timex.calendar import parse_day, parse_month
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.names import people_named
from briefgen.extract.timex.tokens import Tokens
from briefgen.model.timex import Timex3, TimexType

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Named:
    """A time that the text has named already."""

    start: int
    timex3: Timex3
    anchor_of: str = ""
    """The reader that read it."""
    back: bool = False
    """Whether it was itself counted back from another (`the year-ago quarter`)."""


@dataclass(slots=True)
class Context:
    """The state of reading one text from left to right. It lives inside one call of `tag`."""

    text: str
    published: date | None
    published_month: tuple[int, int] | None
    published_year: int | None
    narrative: bool = False
    """Whether the text tells of years long before publication, and counts from them."""
    people: frozenset[str] = frozenset()
    """Months that the text uses as surnames: `Theresa May`."""
    named: list[Named] = field(default_factory=list)

    @classmethod
    def at(cls, tokens: Tokens, published: str | None, months: str = "") -> Context:
        """Returns the context of a text published on a day, in a month, in a year, or at an unknown time.

        `months`: the codes of the months.
        """
        day = parse_day(published)
        month = (day.year, day.month) if day else parse_month(published)
        year = re.match(r"\d{4}", published or "")
        known = month[0] if month else int(year.group()) if year else None
        return cls(
            text=tokens.text,
            published=day,
            published_month=month,
            published_year=known,
            narrative=known is not None and is_narrative(tokens, known),
            people=people_named(tokens, months),
        )

    def add(self, found: Found, timex3: Timex3) -> None:
        """Keeps a value, for what comes later to be counted from."""
        self.named.append(
            Named(
                start=found.start,
                timex3=timex3,
                anchor_of=found.rule.read,
                back=found.rule.read == "year_ago" or found.has("ago"),
            )
        )

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


_MANY_YEARS = 12
_DENSE = 0.004


def is_narrative(tokens: Tokens, published_year: int) -> bool:
    """Whether a text names many years, one in 250 words or more, and most lie well before publication."""
    years = [int(tokens.words[i]) for i, code in enumerate(tokens.codes) if code in "6y"]
    past = sum(year <= published_year - 3 for year in years)
    return past >= _MANY_YEARS and past > 0.8 * len(years) and past > _DENSE * len(tokens.words)
