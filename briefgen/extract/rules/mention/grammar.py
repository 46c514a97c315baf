"""What a phrase does in its sentence, read off the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.extraction import GrammaticalRole, Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = {
    "nsubj": GrammaticalRole.SUBJECT,
    "nsubjpass": GrammaticalRole.SUBJECT,
    "csubj": GrammaticalRole.SUBJECT,
    "dobj": GrammaticalRole.OBJECT,
    "dative": GrammaticalRole.OBJECT,
    "poss": GrammaticalRole.POSSESSIVE,
    "compound": GrammaticalRole.MODIFIER,
    "amod": GrammaticalRole.MODIFIER,
    "nmod": GrammaticalRole.MODIFIER,
    "npadvmod": GrammaticalRole.MODIFIER,
    "nummod": GrammaticalRole.MODIFIER,
    "appos": GrammaticalRole.APPOSITION,
    "pobj": GrammaticalRole.OBLIQUE,
    "agent": GrammaticalRole.OBLIQUE,
}


def grammatical_role(token: Token) -> GrammaticalRole:
    """Returns what the phrase headed by `token` does; in a coordination, what its first member does."""
    while token.dep_ == "conj" and token.head != token and token.head.pos_ in ("PROPN", "NOUN", "PRON"):
        token = token.head
    if token.dep_ in ("appos", "conj", "npadvmod", "dep", "nmod", "ROOT") and _stands_before_verb(token):
        return GrammaticalRole.SUBJECT
    if token.dep_ == "appos" and token.head.i < token.i and not _is_set_off(token):
        return grammatical_role(token.head)
    if token.dep_ in ("nmod", "compound") and token.i > token.head.i:
        return GrammaticalRole.OTHER
    if token.dep_ == "attr" and any(child.dep_ == "expl" for child in token.head.children):
        return GrammaticalRole.SUBJECT  # `Then there is the Lawyers' Union`
    if is_object_of_verb_above(token):
        return GrammaticalRole.OBJECT
    return _ROLES.get(token.dep_, GrammaticalRole.OTHER)


def is_object_of_verb_above(token: Token) -> bool:
    """Whether a pronoun is the subject of words without a finite verb: `make it fairer`, `stop him leaving`."""
    clause = token.head
    if token.tag_ != "PRP" or token.dep_ != "nsubj" or clause.dep_ not in ("ccomp", "xcomp"):
        return False
    if clause.head.i > token.i or clause.head.pos_ not in ("VERB", "AUX"):
        return False
    if token.lower_ in ("him", "them", "me", "us"):
        return True
    is_bare = clause.tag_ in ("JJ", "JJR", "JJS", "VBG", "NN") or any(
        c.lower_ == "to" and c.dep_ == "aux" for c in clause.children
    )
    helped = any(
        c.dep_ in ("aux", "auxpass", "cop", "mark") and c.tag_ in ("VBD", "VBZ", "VBP", "MD", "IN")
        for c in clause.children
    )
    return token.lower_ == "it" and is_bare and not helped


def _stands_before_verb(token: Token) -> bool:
    """Whether a name stands right before a finite verb that has no other subject, whatever the parse says."""
    if token.pos_ != "PROPN":
        return False
    doc = token.doc
    at = token.i + 1
    while at < len(doc) and doc[at].tag_ == "RB":
        at += 1
    if at >= len(doc) or doc[at].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    verb = doc[at].head if doc[at].dep_ in ("aux", "auxpass") else doc[at]
    return not any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def _is_set_off(token: Token) -> bool:
    """Whether a comma or bracket stands before an apposition: not in `Democratic nominee Ann Cole said`."""
    doc = token.doc
    return any(doc[i].is_punct and doc[i].text != "-" for i in range(token.head.i + 1, token.i))


def number_of(token: Token) -> Number:
    """Returns the grammatical number that the word itself shows."""
    if token.tag_ in ("NNS", "NNPS"):
        return Number.PLURAL
    if token.tag_ in ("NN", "NNP"):
        return Number.SINGULAR
    return Number.UNKNOWN


def preposition_of(token: Token) -> str | None:
    """Returns the preposition that governs the phrase headed by `token`, in lower case."""
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent", "pcomp", "prt", "conj"):
        return token.head.lower_
    return None


def is_one_in_two_words(heads: list[Token]) -> bool:
    """Whether two nouns under one article tell of one person: `the delegate and activist, who backs her`."""
    if len(heads) != 2 or any(head.tag_ != "NN" for head in heads):
        return False
    first, second = heads
    shares = any(c.dep_ == "det" for c in first.lefts) and not any(
        c.dep_ in ("det", "poss", "nummod") for c in second.lefts
    )
    clause = next((c for c in second.rights if c.dep_ == "relcl"), None)
    return shares and clause is not None and clause.tag_ in ("VBZ", "VBD")


def members(token: Token) -> list[Token]:
    """Returns the heads of a coordination that `token` heads, itself first."""
    out = [token]
    at = 0
    while at < len(out):
        out.extend(child for child in out[at].children if child.dep_ == "conj" and child not in out)
        at += 1
    out.sort(key=lambda member: member.i)
    return out[1:] if _is_told_by_names(out) else out


def _is_told_by_names(heads: list[Token]) -> bool:
    """Whether the first of three tells what the others are: `both candidates, Jo Lind and Tom Field, say`."""
    is_both = len(heads) == 3 and any(c.lower_ == "both" for c in heads[0].lefts)
    return is_both and heads[0].tag_ == "NNS" and all(head.tag_ == "NNP" for head in heads[1:])
