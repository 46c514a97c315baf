"""Words of time that are names: Theresa May, April Jones, the Evening Standard, the Sunday Times."""

from __future__ import annotations

import re

from briefgen.extract.timex.tense import is_saying
from briefgen.extract.timex.tokens import Tokens
from briefgen.lexicons.actor_words import is_given_name, noun_sets, outlets, person_names

_BEFORE_A_MONTH = frozenset(
    {"in", "since", "until", "till", "during", "through", "last", "next", "this", "early", "late", "mid", "-"}
)
"""What stands before a month in a text that also names a person so: `criticised by May` is no month."""


def people_named(tokens: Tokens, months: str) -> frozenset[str]:
    """Returns the months of a text that it uses as surnames, by their codes: `Theresa May`, `Mrs May`."""
    places = [match.start() for match in re.finditer(f"[{months}]", tokens.codes)] if months else []
    return frozenset(
        tokens.words[at] for at in places if tokens.words[at].istitle() and _follows_name(tokens, at)
    )


def is_person(tokens: Tokens, at: int, people: frozenset[str]) -> bool:
    """Whether a month without day and year is a person, by the words beside it or by the text's other words."""
    if _follows_name(tokens, at) or _begins_name(tokens, at):
        return True
    return tokens.words[at] in people and _before(tokens, at) not in _BEFORE_A_MONTH


def _before(tokens: Tokens, at: int) -> str:
    return tokens.words[at - 1].lower() if at else ""


def _follows_name(tokens: Tokens, at: int) -> bool:
    """Whether a title or a given name stands right before: `Mrs. May`, `Theresa May`."""
    before = at - 1 - (tokens.codes[at - 1 : at] == "d")
    if before < 0:
        return False
    word = tokens.words[before]
    titles = noun_sets()
    return word.istitle() and (
        word.lower() in titles.honorifics or word.lower() in titles.titles or is_given_name(word)
    )


def _begins_name(tokens: Tokens, at: int) -> bool:
    """Whether a month that is a given name stands before a surname and what persons do: `April Jones, 34,`."""
    if tokens.words[at] not in person_names() or tokens.codes[at + 1 : at + 2] != "W":
        return False
    if _before(tokens, at) in _BEFORE_A_MONTH:
        return False
    behind = tokens.words[at + 2 : at + 5]
    is_aged = len(behind) == 3 and behind[0] == "," and behind[1].isdigit() and behind[2] in ",."
    return is_aged or any(word in ("who", "whose") or is_saying(word) for word in behind[:1])


def is_paper(tokens: Tokens, at: int) -> bool:
    """Whether a word of time begins the name of a paper: `the Sunday Times`, `the Evening Standard`."""
    follower = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return tokens.words[at].istitle() and follower in outlets().heads and _before(tokens, at) == "the"


def is_daily(tokens: Tokens, at: int) -> bool:
    """Whether a word like `daily` is a paper: `the local daily Al-Fjord`, `the French weekly said`; no `daily show`."""
    if at < 2 or not tokens.words[at - 1].isalpha():
        return False
    if tokens.codes[at - 1] != "W" and tokens.words[at - 2].lower() not in ("the", "a", "an"):
        return False
    behind = tokens.codes[at + 1 : at + 4]
    return behind.startswith(("W", ",W", "w-W")) or any(map(is_saying, tokens.words[at + 1 : at + 2]))
