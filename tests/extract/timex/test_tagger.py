from __future__ import annotations

import pytest

from briefgen.extract.timex import tag

CASES = [
    ("The talks broke down in February 2019.", "2024-11-19", "February 2019", "2019-02"),
    ("He spoke on Friday.", "2024-12-29", "Friday", "2024-12-27"),
    ("He noted last week that it was over.", "2024-12-29", "last week", "2024-W51"),
    ("It happened the past four years.", "2025-01-24", "the past four years", "P4Y"),
    ("A five-day session ended.", "2024-12-29", "five-day", "P5D"),
    ("It began in October.", "2024-12-29", "October", "2024-10"),
    ("She left earlier this month.", "2024-11-19", "earlier this month", "2024-11"),
    ("He vowed it in January last year.", "2025-01-27", "January last year", "2024-01"),
]


@pytest.mark.parametrize(("text", "published", "words", "value"), CASES)
def test_expression_has_extent_and_value(text: str, published: str, words: str, value: str) -> None:
    found = tag(text, published)
    assert [(item.text, item.timex3.value) for item in found] == [(words, value)]
    for item in found:
        assert text[slice(*item.span)] == item.text


def test_nothing_relative_is_dated_without_publication() -> None:
    assert [item.timex3.value for item in tag("He left on Friday, in June.")] == ["XXXX-WXX-5", "XXXX-06"]


MORE = [
    ("They will strike on 12 May unless talks succeed.", "2025-04-24", "12 May", "2025-05-12"),
    ("She spoke at 9.30am on Monday.", "2025-02-25", "Monday", "2025-02-24"),
    ("It fell in the quarter; profit rose.", "2025-02-25", "the quarter", "2024-Q4"),
    ("The levy starts next January.", "2025-02-25", "next January", "2026-01"),
    ("They met during the first half of 2024.", "2025-02-25", "the first half of 2024", "2024-H1"),
    ("The vote comes as early as Friday.", "2025-02-25", "Friday", "2025-02-28"),
    ("Norway will back the levy if ministers agree in spring, she said.", "2024-05-03", "spring", "2025-SP"),
    ("She was hired in the summer.", "2024-03-03", "the summer", "2023-SU"),
    ("The fair opens in the summer.", "2024-03-03", "the summer", "2024-SU"),
    ("He left a year and a half ago.", "2024-06-03", "a year and a half ago", "2022-12"),
    ("It was the 1960s.", "2025-02-25", "the 1960s", "196"),
    ("It closed in December.", "2025-02-25", "December", "2024-12"),
    ("Talks lasted seven-and-a-half hours.", "2025-02-25", "seven-and-a-half hours", "PT7H30M"),
    ("He waited 41/2 years.", "2025-02-25", "41/2 years", "P4Y6M"),
]


@pytest.mark.parametrize(("text", "published", "words", "value"), MORE)
def test_value_among_others(text: str, published: str, words: str, value: str) -> None:
    assert (words, value) in [(item.text, item.timex3.value) for item in tag(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "The 6-year-old sang.",
        "She is 34 years old, in her 30s.",
        "They won 21-14.",
        "A second boat sank off Room 1998.",
        "Jan Smith may march.",
        "“60 Minutes” aired it.",
        "Tomorrow's Affairs said so.",
        "It fell on Super Tuesday.",
        "He owns 2012 acres.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert tag(text, "2025-02-25") == ()
