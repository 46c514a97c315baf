"""Names taken apart for comparing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.resolve.cast.words import folded, is_acronym, is_part_of, is_same_person, personal


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Park Sung-min", ("park", "sung", "min")),
        ("the U.N.", ("un",)),
        ("José Núñez", ("jose", "nunez")),
        ("Workers’ Party", ("workers", "party")),
        ("", ()),
    ],
)
def test_folded(name: str, words: tuple[str, ...]) -> None:
    assert folded(name) == words


def test_a_suffix_is_no_name() -> None:
    assert personal("John C. Marsh Jr.") == ("john", "c", "marsh")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Donald J. Cole", "Donald Cole", True),
        ("D. Cole", "Donald Cole", True),
        ("Park Sung-min", "Park Sungmin", True),
        ("Anna Cole", "Donald Cole", False),
        ("Donald Cole", "Donald Field", False),
        ("Cole", "Donald Cole", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert is_same_person(personal(one), personal(other)) is same


def test_acronyms() -> None:
    assert is_acronym("FSB", folded("Food Standards Board"))
    assert is_acronym("BoT", folded("Board of Trade")) is False
    assert is_acronym("BT", folded("Board of Trade"))
    assert not is_acronym("GDP", folded("Food Standards Board"))


def test_parts() -> None:
    assert is_part_of(folded("Trade Board"), folded("Irish Trade Board"))
    assert is_part_of(folded("Atlas"), folded("Atlas Foods"))
    assert not is_part_of(folded("Irish Board"), folded("Irish Trade Board"))


@given(st.text())
def test_folding_never_fails_and_is_stable(name: str) -> None:
    words = folded(name)
    assert folded(" ".join(words)) in (words, words[1:])
