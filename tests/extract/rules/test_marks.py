"""Marks pair by family within a paragraph."""

from __future__ import annotations

import pytest

from briefgen.extract.rules.marks import scan


@pytest.mark.parametrize(
    ("text", "insides"),
    [
        ("“We refuse,” she said. “We do.”", ["We refuse,", "We do."]),
        ('"We refuse," she said. "We do."', ["We refuse,", "We do."]),
        ("«We refuse», she said.", ["We refuse"]),
        ("``We refuse,'' she said.", ["We refuse,"]),
        ("„We refuse“, she said.", ["We refuse"]),
        ("She said: ‘We refuse to wait.’ Then she left.", ["We refuse to wait."]),
        ("She said: 'We refuse to wait.' Then she left.", ["We refuse to wait."]),
        ("It’s the workers’ pay, isn’t it?", []),
        ("It's the workers' pay in '98, isn't it?", []),
        ("The ‘workers’ pay’ is a myth.", ["workers’ pay"]),
        ('He is 6\' 2" tall and said "no" twice.', ["no"]),
        ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,"]),
        ("“Nobody knows. Then she said, “We refuse.”", ["We refuse."]),
        ("“Nobody knows,“ he said.", ["Nobody knows,"]),
        ('“Nobody knows," he said.', ["Nobody knows,"]),
        ('“Nobody knows," he said. "Not even we.”', ["Nobody knows,", "Not even we."]),
        ('"Nobody knows,” he said. “Not even we."', ["Nobody knows,", "Not even we."]),
        ('“He said "no" and left,” she said.', ['He said "no" and left,']),
        ('“It has a 12" gun and no crew,” she said.', ['It has a 12" gun and no crew,']),
        ("An open “mark\n\n“We refuse,” she said.", ["mark", "We refuse,"]),
        ("An open “mark\n\nShe said “no” to it.", ["no"]),
        ('Empty "" and " " say nothing.', []),
    ],
)
def test_insides(text: str, insides: list[str]) -> None:
    assert [text[m.inner[0] : m.inner[1]] for m in scan(text)] == insides


def test_a_paragraph_that_opens_again_goes_on() -> None:
    text = "“We refuse. It is late.\n\n“And we are tired,” she said.\n\n“Go,” he said."
    first, second, third = scan(text)
    assert first.is_open and first.continues is None
    assert second.continues == 0 and not second.is_open
    assert third.continues is None


def test_no_text_has_no_marks() -> None:
    assert scan("") == () == scan("\n\n \n")
