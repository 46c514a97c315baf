"""Words that carry grammar rather than matter."""

from __future__ import annotations

from functools import cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.lexicons.modality import WordSet


class FunctionWords(Lexicon):
    """function_words.yml."""

    openers: WordSet
    """Words that begin a sentence with a capital and would else have none."""
    unfinished: WordSet
    """Words that a clause seldom ends with: a line that stops behind one goes on in the next."""
    stop: WordSet
    empty: WordSet
    """Nouns that say nothing of their own about what a matter is."""
    takes_the: WordSet
    """Last words of names that running text gives an article (`the Foreign Ministry`)."""


@cache
def function_words() -> FunctionWords:
    """Returns the words that carry grammar."""
    return load("function_words", FunctionWords)
