"""Conditions the small model hangs on the wrong verb: `would pay, she said, provided that the price falls`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying, says

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDITIONAL_PARTICIPLES = frozenset({"provided", "providing", "assuming"})
_OPENING = CONDITIONAL_PARTICIPLES | {"if", "unless", "should", "long", "had"}
_CLAUSES = frozenset({"pcomp", "ccomp", "advcl", "relcl", "acl", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def mend_condition(token: Token) -> None:
    """Hangs a condition to the verb that it limits, where `token` opens one and it hangs elsewhere."""
    word = token.lower_
    if word not in _OPENING:
        return
    if word in CONDITIONAL_PARTICIPLES:
        _mend_participle(token)
    elif word in ("if", "unless") and token.dep_ == "mark" and token.head.dep_ == "conj":
        token.head.dep_ = "advcl"  # `has offered a loan, but only if the city pays`
    elif word == "should" and token.is_sent_start and token.head.dep_ == "ccomp":
        if token.head.head.i > token.head.i:
            token.head.dep_ = "advcl"  # `Should he find that it leaked, the firm would pay`
    elif word == "should" and token.dep_ == "aux":
        _mend_inverted(token)
    elif word == "had" and token.dep_ == "aux" and not token.is_sent_start:
        _mend_had(token)
    elif word == "long" and token.i > 0 and token.nbor(-1).lower_ in ("as", "so"):
        main = _limited(token.head, token)
        if token.dep_ == "advmod" and main != token.head and token.i + 1 < len(token.doc):
            _move_measure(token, main)


def _mend_inverted(should: Token) -> None:
    """Gives the main verb what stands before an inverted condition: `would answer twice should troops move`."""
    verb, main = should.head, _limited(should.head.head, should)
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    above = (verb.head, *verb.head.ancestors)
    joined = [c for up in above for c in up.rights if c.dep_ == "conj" and main.i < c.i < should.i]
    main = max(joined, key=lambda c: c.i, default=main)
    if main.i > should.i or subject is None or subject.i < should.i or verb.dep_ not in _CLAUSES:
        return
    before = [c for c in (*verb.lefts, *verb.head.rights) if main.i < c.i < should.i and c.dep_ == "advmod"]
    for word in before:
        word.head = main
    verb.head, verb.dep_ = main, "advcl"


def _mend_had(had: Token) -> None:
    """Frees the main verb from an inverted condition that was taken for it: `would have paid had the price fallen`."""
    verb = had.head
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    inside = [c for c in verb.lefts if c.dep_ == "ccomp" and c.i < had.i and _has_subject(c)]
    if subject is None or subject.i < had.i or verb.tag_ != "VBN" or not inside:
        return
    main = inside[-1]
    limited = max(
        (c for c in main.rights if c.dep_ == "conj" and c.i < had.i), key=lambda c: c.i, default=main
    )
    main.dep_ = verb.dep_
    main.head = main if verb.dep_ == "ROOT" else verb.head
    for child in list(verb.children):
        if child.i < had.i and child != main:
            child.head = main
    verb.head, verb.dep_ = limited, "advcl"


def _mend_participle(opening: Token) -> None:
    """Makes a conjunction of `provided`, `providing that`."""
    if opening.i < 2 or any(c.dep_ in (*_SUBJECTS, "aux", "auxpass") for c in opening.lefts):
        return
    beside = [*opening.rights, *opening.head.rights, *opening.head.head.rights]
    below = [c for c in beside if c.dep_ in _CLAUSES and _has_subject(c) and c.left_edge.i == opening.i + 1]
    if not below or opening.dep_ in ("ROOT", "amod", "acl", "relcl"):
        return
    verb, main = below[0], _limited(opening.head, opening)
    for child in list(opening.children):
        if child != verb:
            child.head = main
    verb.head, verb.dep_ = main, "advcl"
    opening.head, opening.dep_, opening.tag_, opening.pos_ = verb, "mark", "IN", "SCONJ"


def _limited(verb: Token, opening: Token) -> Token:
    """Returns the verb that a condition limits: what is said, not that it is said."""
    if not says(verb.lemma_) and verb.lemma_ not in saying().tagging | saying().mulling:
        return verb
    if verb.dep_ == "parataxis":
        return verb.head
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < opening.i and _has_subject(c)]
    return said[-1] if said else verb


def _move_measure(long: Token, main: Token) -> None:
    """Hangs `as long as it rains` to a verb."""
    first = long.nbor(-1)
    for word in (first, long):
        if word.head == long.head or word == long:
            word.head = main
    first.head = long


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.lefts)
