"""Statements that read: verbs the small model takes for the noun behind whose statement it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.lexicons.actor_words import noun_sets

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend_reading(root: Token) -> None:
    """Makes the verb of `A statement from the club read: …`, taken for the noun behind the club."""
    if root.lower_ == "read" and root.tag_ == "NN":
        _mend_read_root(root)
    if root.tag_ != "NN" or root.lemma_ not in noun_sets().documents:
        return
    for preposition in root.rights:
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if noun is None or noun.lower_ != "read" or noun.tag_ != "NN":
            continue
        owner = next((c for c in noun.lefts if c.i == noun.i - 1 and c.dep_ == "compound"), None)
        if owner is None or (noun.i + 1 < len(noun.doc) and not noun.nbor(1).is_punct):
            continue
        for child in list(noun.lefts):
            if child != owner:
                child.head = owner
        owner.head, owner.dep_ = preposition, "pobj"
        set_off = [c for c in root.lefts if c.dep_ in ("intj", "punct")]
        make_root(root, noun, "VBD")
        for child in set_off:
            child.head = noun
        return


def _mend_read_root(read: Token) -> None:
    """`The club's statement read: …`."""
    if read.i + 1 >= len(read.doc) or not read.nbor(1).is_punct:
        return
    document = next((c for c in read.lefts if c.i == read.i - 1 and c.dep_ in ("compound", "nsubj")), None)
    if document is None or document.lemma_ not in noun_sets().documents:
        return
    for child in list(read.lefts):
        if child.dep_ in ("det", "poss", "amod", "compound") and child != document:
            child.head = document
    document.dep_ = "nsubj"
    read.tag_, read.pos_ = "VBD", "VERB"


def make_root(noun: Token, verb: Token, tag: str) -> None:
    """Makes a verb of a tag the root of its sentence, and the noun that was it its subject."""
    for child in list(noun.rights):
        if child.i > verb.i:
            child.head = verb
    verb.tag_, verb.pos_, verb.dep_ = tag, "VERB", "ROOT"
    verb.head = verb
    noun.dep_ = "nsubj"
    noun.head = verb
