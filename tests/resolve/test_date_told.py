from __future__ import annotations

import pytest

from briefgen.extract.timex import tag
from briefgen.model.extraction import DatedEvent
from briefgen.model.timex import DateEvent
from briefgen.resolve.date_told import Told

PUBLISHED = "2025-05-20"


def told(text: str, *clauses: tuple[str, str, str | None]) -> Told:
    """Returns what a text tells, each clause given with the date that dates it and its status."""
    timexes = tag(text, PUBLISHED)
    events = []
    for words, clause, status in clauses:
        timex = next(item for item in timexes if item.text == words)
        start = text.index(clause)
        event = DateEvent(text=clause, span=(start, start + len(clause)), status=status)
        events.append(DatedEvent(timex=timex.span, event=event))
    return Told(text, timexes, tuple(events))


@pytest.mark.parametrize(
    ("text", "words", "clause", "noun", "day"),
    [
        ("The strike began on May 5.", "May 5", "The strike began", "strike", "2025-05-05"),
        ("The truce took effect on May 5.", "May 5", "The truce took effect", "ceasefire", "2025-05-05"),
        ("Lima hosted the summit on May 5.", "May 5", "Lima hosted the summit", "summit", "2025-05-05"),
        ("A jury convicted her on May 5.", "May 5", "A jury convicted her", "verdict", "2025-05-05"),
        ("Voters go to the polls on May 5.", "May 5", "Voters go to the polls", "election", "2025-05-05"),
        ("On May 5 he spoke of the strike.", "May 5", "he spoke of the strike", "strike", None),
        ("It rose after the fire on 9 May.", "9 May", "It rose after the fire", "trial", None),
    ],
)
def test_clause_tells_the_day_of_what_happens_in_it(
    text: str, words: str, clause: str, noun: str, day: str | None
) -> None:
    assert told(text, (words, clause, None)).day_of(noun) == day


def test_noun_beside_a_date_is_dated_by_it() -> None:
    assert told("The May 5 vote failed.").day_of("vote") == "2025-05-05"
    assert told("The election on May 5 failed.").day_of("vote") == "2025-05-05"


def test_two_days_are_none() -> None:
    assert told("The May 5 vote failed, and the May 9 vote too.").day_of("vote") is None


def test_what_did_not_happen_has_no_day() -> None:
    text = "The strike did not begin on May 5."
    assert told(text, ("May 5", "The strike did not begin", "negated")).day_of("strike") is None
