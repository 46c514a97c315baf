"""Words by which whoever says something of a matter takes a side on it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefgen.lexicons.load import Lexicon, load


class StanceWords(Lexicon):
    """The lexicon en/stances.yml."""

    harsh_adjectives: frozenset[str]
    harsh_nouns: frozenset[str]
    levies: frozenset[str]
    """What a matter is called a charge by, where it is none: `a tax on being poor`."""
    gifts: frozenset[str]
    gifted: frozenset[str]
    """Whom nobody means to give anything: `a gift to every populist`."""
    kind_adjectives: frozenset[str]
    kind_nouns: frozenset[str]
    deeds: Mapping[str, frozenset[str]]
    """Verbs of what one is accused of, with what must stand under each, if anything must."""
    harm: Mapping[str, frozenset[str]]
    """Verbs of what a measure does in the eyes of those against it."""
    boon: Mapping[str, frozenset[str]]
    """Verbs of what a measure does in the eyes of those for it."""
    failing: frozenset[str]
    """What one hopes that others do, if one is against them; with particles."""
    made_to: frozenset[str]
    """What one wants to make others do, if one is against them."""
    yielding: frozenset[str]
    """What somebody who holds on will not do."""
    by_choice: frozenset[str]
    """What somebody does by choice, beside `chosen` of en/resolving.yml."""

    bargaining: frozenset[str]
    """What somebody does not do, or cannot do, if he is against it."""
    pressing: frozenset[str]
    """What cannot be done to somebody, in the eyes of those who are against it."""


@cache
def stance_words() -> StanceWords:
    """Returns the words that take a side."""
    return load("stances", StanceWords)
