"""Modality: words that hedge, negate, condition or judge."""

from __future__ import annotations

import re
from functools import cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model

_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


class WordSet(Model):
    """Words with one effect, and a sentence that shows it."""

    example: str
    words: frozenset[str]


class ModalityLexicon(Lexicon):
    """modality.yml."""

    possible: WordSet
    probable: WordSet
    unknown: WordSet
    phrases_unknown: WordSet
    negators: WordSet
    conditions: WordSet
    condition_phrases: WordSet
    mere_ifs: WordSet
    conditional_stance: WordSet
    future: WordSet
    necessity: WordSet
    aspect: WordSet
    performed: WordSet
    contrary: WordSet
    ends: WordSet
    hostile: WordSet
    friendly: WordSet
    commentators: WordSet
    insiders: WordSet
    judgement: WordSet
    judging_adjectives: WordSet
    judging: WordSet
    fears: WordSet
    rumoured: WordSet
    said_to: WordSet
    by_report: WordSet
    minds: WordSet
    telling: WordSet
    contents: WordSet
    hearsay: WordSet
    deeds: WordSet
    protests: WordSet
    means: WordSet
    aimed: WordSet
    idle_orders: WordSet
    held_wishes: WordSet
    held_fears: WordSet
    held_beliefs: WordSet
    held_words: WordSet


@cache
def modality() -> ModalityLexicon:
    """Returns the words that hedge, negate, condition or judge."""
    return load("modality", ModalityLexicon)


def has_word_of(text: str, words: frozenset[str]) -> bool:
    """Whether a text has one of some nouns, singular or plural: `Western diplomats` has `diplomat`."""
    found = {word.lower() for word in _WORD.findall(text)}
    return bool((found | {word.removesuffix("s") for word in found}) & words)
