"""The parts of the tagger: numbers, tense, tokens, the grammar's own errors."""

from __future__ import annotations

import pytest

from briefgen.errors import LexiconError
from briefgen.extract.timex.grammar import compile_pattern, grammar
from briefgen.extract.timex.numbers import read_number, read_spoken_year
from briefgen.extract.timex.tense import sentence_around, speaks_of_future, speaks_of_past
from briefgen.extract.timex.tokens import tokenize
from briefgen.extract.timex.vocabulary import vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty four", 24),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("2 1 / 2", 2.5),
        ("two and a half", 2.5),
        ("a couple of", 2),
        ("a", 1),
        ("a few", None),
        ("1,200", 1200),
        ("two or three", 2),
    ],
)
def test_number_words(words: str, number: float | None) -> None:
    assert read_number(words.split(), WORDS) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety - six", 1996),
        ("two thousand", 2000),
        ("twenty twenty four", 2024),
        ("1887", 1887),
        ("ten", None),
    ],
)
def test_spoken_years(words: str, year: int | None) -> None:
    assert read_spoken_year(words.split(), WORDS) == year


def place(text: str, words: str) -> tuple[str, int, int]:
    start = text.index(words)
    return text, start, start + len(words)


@pytest.mark.parametrize(
    "text",
    [
        "The vote will be held on Friday.",
        "On Friday, the port is to close.",
        "It opens as early as Friday.",
        "They’ll hold it on Friday.",
        "A vote on Friday could sink the plan.",
        "They want an extension to Friday.",
        "She said she would rule on Friday.",
        "They called a protest outside parliament for Friday.",
        "The bill goes to a vote on Friday.",
        "The mayor invited the unions to talks on Friday.",
        "She wants the bypass approved on Friday.",
        "They vote on the bypass on Friday.",
        "The board meets on Friday.",
        "He said the party would quit if she was still mayor on Friday.",
        "The bridge will not open until Friday.",
    ],
)
def test_what_is_to_come(text: str) -> None:
    assert speaks_of_future(*place(text, "Friday"))


@pytest.mark.parametrize(
    "text",
    [
        "They will appeal the decision, announced Friday.",
        "She left on Friday.",
        "It will rain. She left on Friday.",
        "The lease had been about to end Friday.",
        "The attack on Friday could have been stopped.",
        "They called for an inquiry on Friday.",
        "The mayor invited him to the hall and left on Friday.",
        "She wants to know who left and voted on Friday.",
        "The members who voted on Friday left.",
        "The board met on Friday.",
        "He was asked if she was at the mayor's on Friday.",
        "The bridge did not open until Friday.",
    ],
)
def test_what_is_not_to_come(text: str) -> None:
    assert not speaks_of_future(*place(text, "Friday"))


def test_what_has_been() -> None:
    assert speaks_of_past(*place("She left in March.", "March"))
    assert not speaks_of_past(*place("She will leave in March.", "March"))


def test_sentence_ends_at_marks_and_lines() -> None:
    text = "It rained. She left on Friday. It snowed."
    assert sentence_around(*place(text, "Friday")) == ("She left on ", "")


def test_tokens_keep_their_places() -> None:
    text = "At 10:35 a.m. on Oct. 7, 1998-99"
    tokens = tokenize(text, WORDS)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert tokens.words == ["At", "10:35", "a.m.", "on", "Oct", ".", "7", ",", "1998-99"]
    assert len(tokens.codes) == len(tokens.words)


def test_words_of_two_classes_keep_both_values() -> None:
    assert WORDS.value("UNIT", "second") == "TS"
    assert WORDS.value("ORDINAL", "Second") == 2
    assert WORDS.value("UNIT", "boat") is None


@pytest.mark.parametrize("pattern", ["NOCLASS", "( MONTH", "MONTH)"])
def test_pattern_that_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(LexiconError):
        compile_pattern(pattern, {}, grammar().vocabulary)
