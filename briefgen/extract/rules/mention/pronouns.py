"""Pronouns: person, number, gender, and whether `it` refers at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.kinds import noun_kind
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.predicates import disposition
from briefgen.model.extraction import Gender, Number

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class PronounFeatures:
    """What a pronoun shows of whom it means."""

    person: int
    number: Number
    gender: Gender


def _table() -> dict[str, PronounFeatures]:
    one, many, either = Number.SINGULAR, Number.PLURAL, Number.UNKNOWN
    rows = (
        ("i me my mine myself", 1, one, Gender.UNKNOWN),
        ("we us our ours ourselves", 1, many, Gender.UNKNOWN),
        ("you your yours yourself yourselves", 2, either, Gender.UNKNOWN),
        ("he him his himself", 3, one, Gender.MALE),
        ("she her hers herself", 3, one, Gender.FEMALE),
        ("it its itself", 3, one, Gender.NEUTER),
        ("they them their theirs themselves", 3, many, Gender.UNKNOWN),
    )
    return {word: PronounFeatures(p, n, g) for words, p, n, g in rows for word in words.split()}


PRONOUNS = _table()
"""Features by pronoun, in lower case."""


def is_empty(token: Token) -> bool:
    """Whether `it` refers to nothing: `it is clear that`, `it remains to be seen`, `it was Rivera who`.

    What stays `as it is` or `where they are` needs no name either.
    """
    if _stays(token):
        return True
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    cues = mention_cues()
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    clausal = any(child.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "relcl") for child in verb.children)
    if verb.lemma_ == "be":
        if any(
            child.dep_ in ("acomp", "attr") and child.lower_ in cues.empty_adjectives
            for child in verb.children
        ):
            return True
        if any(child.dep_ == "acomp" and disposition(child.text) for child in verb.children):
            return False  # `It is ready to pay if the town agrees`
        told = next((child for child in verb.children if child.dep_ == "attr"), None)
        if told is not None and (_is_picked_out(told) or _is_no_actor(told)):
            return True
        return clausal and any(child.dep_ in ("attr", "acomp") for child in verb.children)
    if verb.lemma_ in cues.empty_verbs and clausal:
        return True
    return token.dep_ == "nsubjpass" and any(child.dep_ in ("ccomp", "csubj") for child in verb.children)


def _is_picked_out(told: Token) -> bool:
    """Whether `it` only brings somebody to the fore: `it is Cole who waits`, not `it is the only bank that pays`."""
    clause = next((c for c in told.children if c.dep_ == "relcl"), None)
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if subject is None or subject.lower_ not in ("who", "that", "which"):
        return False
    if subject.lower_ == "who" or told.tag_ in ("NNP", "NNPS", "NNS"):
        return True
    lefts = list(told.lefts)
    return any(c.lower_ == "the" for c in lefts) and not any(c.dep_ == "amod" for c in lefts)


def _is_no_actor(told: Token) -> bool:
    """Whether it is told to be a thing that no body is: `it is the steepest fall in years`."""
    is_extreme = any(c.tag_ in ("JJS", "RBS") or c.lower_ in ("first", "second", "third") for c in told.lefts)
    return told.tag_ == "NN" and is_extreme and noun_kind(told) is None


def _stays(token: Token) -> bool:
    """Whether a pronoun only says that something stays: `keep rates where they are`."""
    verb = token.head
    if token.i == 0 or token.lower_ not in ("it", "they") or verb.lemma_ != "be":
        return False
    return token.nbor(-1).lower_ in ("where", "as") and token.i + 1 == verb.i == verb.right_edge.i
