"""What the words beside one place of a name show it to be: a place, a firm, a people, initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.grammar import preposition_of
from briefgen.extract.rules.mention.phrases import names_role
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.mention.what_bodies import is_party_behind
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc

INITIALS = re.compile(r"(?:[A-Z]\.){2,4}")
"""A name of initials only: `T.R.`"""
INITIALS_BEFORE = re.compile(r"(?:[A-Z]\.\s?){1,3}\s?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?$")
"""Initials before a surname: `H.S. Raju`."""
_PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers"])
_PLURAL_VERBS = frozenset(["are", "were", "have"])


def says_where(doc: Doc, span: NameSpan) -> bool:
    """Whether a name only says where here: `the port of Malindra`, `left Malindra`, `shops in Malindra`.

    A body may stand behind `in` and `at` as well, a person hardly.
    """
    cues = mention_cues()
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ == "of" and span.start > 1:
        return doc[span.start - 2].lower_ in cues.place_nouns
    root = doc[span.start : span.end].root
    if root.dep_ == "dobj" and root.head.lemma_ in cues.visited:
        return span.sort is not NameSort.BODY
    return before is not None and preposition_of(root) in cues.where and span.sort is not NameSort.BODY


def tells_town(doc: Doc, span: NameSpan) -> bool:
    """Whether a capital is told of as a town: `the Mayor of Oslo`, `the Oslo Assembly`."""
    words = mention_cues().parts_of_towns
    if span.sort is NameSort.BODY:
        return span.end - span.start > 1 and doc[span.end - 1].lower_ in words
    if span.sort is not NameSort.CAPITAL:
        return False
    if span.end < len(doc) and doc[span.end].lower_ in words:
        return True
    return span.start > 1 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].lower_ in words


def names_place(doc: Doc, span: NameSpan) -> bool:
    """Whether a noun that only places are called stands behind a name: `the Kyzyl-Bel crossing`."""
    after = doc[span.end] if span.end < len(doc) else None
    is_place = after is not None and after.lower_ in mention_cues().geographic_nouns and after.tag_ == "NN"
    return is_place and doc[span.start : span.end].root.head == after


def owns_firm(doc: Doc, span: NameSpan) -> bool:
    """Whether a name has what firms have: `Verlon executives`, `a spokesman for Verlon`."""
    cues = mention_cues()
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.lower_ in cues.parts_of_firms and after.tag_ in ("NN", "NNS"):
        return doc[span.start : span.end].root.head.i == after.i
    if span.start < 2 or doc[span.start - 1].lower_ not in ("of", "at", "in", "for"):
        return False
    if doc[span.start - 1].lower_ == "for":
        return doc[span.start - 2].lower_ in noun_sets().voices and span.end - span.start == 1
    return doc[span.start - 2].lower_ in cues.parts_of_firms


def is_many(doc: Doc, span: NameSpan) -> bool:
    """Whether a single name ends like a plural and is the subject of a plural verb: `Latinos are`."""
    token = doc[span.start]
    word = token.text
    if span.label in ("ORG", "PERSON") or not word.endswith("s") or word.endswith("ss") or not word.istitle():
        return False
    if token.dep_ not in ("nsubj", "nsubjpass") or any(c.dep_ in ("conj", "cc") for c in token.children):
        return False
    verb = token.head
    words = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return any(
        word.lower_ in _PLURAL_VERBS or (word.tag_ == "VBP" and word.lower_ not in ("am", "do"))
        for word in words
        if word.tag_ in ("VBP", "VBD") and (word.tag_ == "VBP" or word.lower_ == "were")
    )


def has_party_sign(doc: Doc, span: NameSpan) -> bool:
    """Whether party and home stand in brackets behind a name: `Jo Lind (D-N.Y.)`."""
    at = span.end
    if at + 3 >= len(doc) or doc[at].text != "(" or doc[at + 1].text not in ("D", "R", "I"):
        return False
    return doc[at + 2].text in ("-", "‑", "–")


def is_called(doc: Doc, span: NameSpan) -> bool:
    """Whether the words before it say that somebody goes by a name: `a man known only as T.R.`"""
    before = [doc[i].lower_ for i in range(max(0, span.start - 4), span.start)]
    return bool(before) and before[-1] in ("as", "to") and bool(set(before) & mention_cues().naming_words)


def is_spoken_of(doc: Doc, span: NameSpan) -> bool:
    """Whether the next sentence goes on with `he` or `she` of a subject beside which no other person is told."""
    root = doc[span.start : span.end].root
    behind = root.sent.end
    if root.dep_ != "nsubj" or root.head.pos_ != "VERB" or behind >= len(doc):
        return False
    if doc[behind].lower_ not in ("he", "she"):
        return False
    others = (t for t in doc[:behind] if not span.start <= t.i < span.end)
    return not any(t.ent_type_ == "PERSON" or t.lower_ in _PERSONAL or names_role(t) for t in others)


def is_of_party(doc: Doc, span: NameSpan) -> bool:
    """Whether a name stands where only a party's does: `the Nordal Vei leader`, `a coalition of Nordal Vei`."""
    cues = mention_cues()
    root = doc[span.start : span.end].root
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and root.head == after and root.dep_ in ("compound", "nmod", "amod"):
        is_large = doc[span.start - 1].lower_ == "the" or span.end - span.start > 1
        is_part = after.lower_ in cues.parts_of_parties and after.text.islower()
        return is_part and is_large and span.sort is not NameSort.PLACE
    while root.dep_ == "conj" and root.head.pos_ == "PROPN":
        root = root.head
    over = root.head.head if root.dep_ == "pobj" else root
    return over.lower_ in cues.unions_of_parties and root.head.lower_ in ("of", "between", "by")


def is_party_of_side(doc: Doc, span: NameSpan) -> bool:
    """Whether a name stands between a side and the word for a party: `the ruling Nordal Vei party`."""
    cues = mention_cues()
    is_told = span.start > 0 and doc[span.start - 1].lower_ in cues.sides_of_parties | cues.colours_of_parties
    return is_told and span.end < len(doc) and is_party_behind(doc, span.end)


def are_several(doc: Doc, span: NameSpan) -> bool:
    """Whether a name of several words is a plural that acts as one: `the Nordal Dems want`."""
    last = doc[span.end - 1]
    is_plural = last.tag_ == "NNPS" and last.text.istitle() and doc[span.start - 1].lower_ == "the"
    return is_plural and last.dep_ == "nsubj" and last.head.tag_ == "VBP" and span.start > 0


def is_which(doc: Doc, span: NameSpan) -> bool:
    """Whether a clause with `which` tells of a name that is no place: `Equator Rubber, which employs 1,400 people`."""
    at = span.end
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ != "which":
        return False
    verb = doc[at + 1].head
    is_of_name = verb.dep_ == "relcl" and span.start <= verb.head.i < span.end
    is_deed = verb.tag_ == "VBZ" and verb.lemma_.lower() in mention_cues().callings_of_bodies
    return is_of_name and is_deed and doc[at + 1].dep_ == "nsubj" and span.sort is not NameSort.PLACE


def is_who(doc: Doc, span: NameSpan) -> bool:
    """Whether a clause about one person stands behind a name: `Nino Lind, who leads the club`."""
    at = span.end
    if at + 2 >= len(doc) or doc[at].text != ",":
        return False
    if doc[at + 1].lower_ == "whose":
        return doc[at + 2].lower_ in mention_cues().kin
    if doc[at + 1].lower_ != "who":
        return False
    verb = doc[at + 2]
    return verb.tag_ in ("VBZ", "VBD") and verb.lower_ not in _PLURAL_VERBS


def is_shortened(doc: Doc, span: NameSpan) -> bool:
    """Whether the initials of a name stand in brackets behind it, as those of a body: `Banco Rural (BR)`."""
    at = span.end
    if at + 2 >= len(doc) or doc[at].text + doc[at + 2].text != "()" or not doc[at + 1].text.isupper():
        return False
    firsts = "".join(doc[i].text[0] for i in range(span.start, span.end) if doc[i].text[0].isupper())
    return len(firsts) > 1 and doc[at + 1].text == firsts


def has_age(doc: Doc, span: NameSpan) -> bool:
    """Whether an age stands behind a name: `Lind, 43, who grows rice`."""
    at = span.end
    is_set_off = at + 2 < len(doc) and doc[at].text + doc[at + 2].text in (",,", "()")
    return is_set_off and doc[at + 1].shape_ == "dd" and doc[at + 1].text != "00"
