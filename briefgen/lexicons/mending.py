"""Words by which parses are mended."""

from __future__ import annotations

from functools import cache

from briefgen.lexicons.load import Lexicon, load


class Mending(Lexicon):
    """The lexicon en/mending.yml."""

    taking_base: frozenset[str]
    signs: frozenset[str]
    taking_as: frozenset[str]
    states: frozenset[str]
    """Verbs of what one is or has, which nobody does beside saying something."""
    same_in_past: frozenset[str]
    prefixes: frozenset[str]
    """What is hyphened to a verb and makes another of it."""
    amounts: frozenset[str]
    denying: frozenset[str]
    never_names: frozenset[str]
    """Exclamations and adverbs that open a sentence, and so have a capital."""
    never_passive: frozenset[str]
    telling: frozenset[str]
    """Verbs whose object says what the participle behind it tells."""
    opening_clauses: frozenset[str]
    free_relatives: frozenset[str]
    moments: frozenset[str]
    """Nouns of a time that a clause behind them tells."""
    manners: frozenset[str]
    withheld: frozenset[str]
    lemmas: dict[str, str]
    """Lemmas of verbs that the small model gets wrong."""


@cache
def mending() -> Mending:
    """Returns the words by which parses are mended, loaded once."""
    return load("mending", Mending)
