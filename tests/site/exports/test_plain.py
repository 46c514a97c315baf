"""Plain strings."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefgen.site.exports.plain import one_line, page_text, shortened, xml_text


@given(st.text(max_size=80))
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert line == line.strip()
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in line)
    assert one_line(line) == line


@given(st.text(max_size=80), st.integers(min_value=2, max_value=40))
def test_shortened_is_no_longer_than_wanted(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert len(cut) <= limit
    assert cut == one_line(text) or cut.endswith("…")


def test_marks_that_turn_the_direction_are_left_out() -> None:
    assert xml_text("a\u202egnp\u202cb\u2066c\u2069") == "agnpbc"
    assert page_text("<p>a\u202eb\r\n\x1b[31m</p>\n") == "<p>ab \n[31m</p>\n"


def test_words_of_all_scripts_stay() -> None:
    for words in ("naïve — “quoted”\n", "مرحبا שלום", "a\u200db", "a\xa0b", "\U0001f3f4\U000e0067"):
        assert page_text(words) == words
