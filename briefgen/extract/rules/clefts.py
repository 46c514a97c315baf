"""Clauses turned round: `It is Oslo that wants it`, whose parse hides who does it; and minds told with a `with`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.predicates import disposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_CONTRAST = 8
"""Tokens between who it is and `who`: `it was the mayor, not the bank, who`."""
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_BEFORE_NOUN = frozenset({"DT", "JJ", "CD", "PRP$", "NN", "NNP", "RB", "PDT"})
_OPENS_PHRASE = frozenset(["that", "of", "about", "at", "to", "by", "over", "with", "for", "it", "they"])
"""What may stand right behind a state of mind that is told of those before it."""


def mend_cleft(who: Token) -> None:
    """Makes the one whom `It is … who` sets off the subject of what he does: `It is Jo Lind who wants the delay`.

    What it is not that somebody does tells nothing of him: `It is not Jo Lind who wants it`.
    """
    verb = who.head
    if who.dep_ != "nsubj" or verb.i < who.i or verb.pos_ not in ("VERB", "AUX"):
        return
    be = next((t for t in verb.ancestors if t.lemma_ == "be" and t.tag_ in ("VBZ", "VBD")), None)
    if be is None or be.i > who.i:
        return
    it = next((c for c in be.lefts if c.dep_ in ("nsubj", "expl") and c.lower_ == "it"), None)
    one = next((c for c in be.rights if c.dep_ == "attr" and c.i < who.i), None)
    if it is None or one is None or it.i + 1 != be.i or one.tag_ not in _NOUNS:
        return
    between = [t.lower_ for t in who.doc[one.i + 1 : who.i]]
    is_contrast = between[:2] == [",", "not"] and between[-1] == "," and len(between) <= _LONGEST_CONTRAST
    if between and not is_contrast:
        return
    if any(c.dep_ == "neg" for c in be.children):
        verb.head, verb.dep_ = one, "relcl"
        return
    above, dep = be.head, be.dep_
    for child in list(be.children):
        if child not in (one, verb):
            child.head = verb
    verb.head, verb.dep_ = (verb, "ROOT") if dep == "ROOT" else (above, dep)
    be.head, be.dep_ = verb, "aux"
    it.head, it.dep_ = verb, "expl"
    one.head, one.dep_ = verb, "nsubj"
    who.dep_ = "dep"


def mend_absolute(preposition: Token) -> None:
    """Gives a state of mind behind `with` those of whom it is told: `met, with many afraid that it would fail`."""
    is_set_off = preposition.is_sent_start or text_before(preposition) in (",", "—", "–")
    if not is_set_off or preposition.dep_ not in ("prep", "mark"):
        return
    doc, end = preposition.doc, preposition.sent.end
    at = preposition.i + 1
    while at + 1 < end and doc[at].tag_ in _BEFORE_NOUN and doc[at + 1].tag_ in _NOUNS | _BEFORE_NOUN:
        if disposition(doc[at + 1].lower_) is not None:
            break
        at += 1
    if at + 2 >= end:
        return
    noun, state = doc[at], doc[at + 1]
    is_state = state.tag_ in ("JJ", "VBN", "VBD") and disposition(state.lower_) is not None
    is_open = doc[at + 2].lower_ in _OPENS_PHRASE
    is_who = noun.tag_ in _NOUNS or noun.lower_ in ("many", "some", "few", "most", "others")
    if not (is_state and is_open and is_who) or state.dep_ == "ROOT":
        return
    above = next((t for t in (state.head, preposition.head) if t not in (noun, preposition, state)), None)
    if above is None:
        return
    for child in list(state.lefts):
        if child.i < preposition.i:
            child.head = above
    if preposition.head == state or state.is_ancestor(preposition):
        preposition.head = above
    preposition.dep_ = "prep"
    noun.head, noun.dep_ = state, "nsubj"
    state.head, state.dep_, state.tag_, state.pos_ = preposition, "pcomp", "VBN", "VERB"
