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
