"""Participles of saying and thinking hung to a noun beside them: `made an attempt to calm them, writing that`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import subject_of
from briefgen.extract.rules.attribution.saying import says, thinks
from briefgen.extract.rules.grammar import FINITE_TAGS
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.actor_words import names_document, noun_sets, nouns_of_bodies
from briefgen.lexicons.position_cues import position_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_UP = frozenset({"dobj", "pobj", "prep", "conj", "attr", "acl", "xcomp", "relcl", "ccomp", "pcomp", "dative"})
_TIMES = frozenset({"after", "before", "when", "since", "once", "until"})


def mend_participle(participle: Token) -> None:
    """Hangs a participle of saying or thinking to whose words it tells."""
    _mend_beside_infinitive(participle)
    if not (says(participle.lemma_) or thinks(participle.lemma_)):
        return
    if text_before(participle.left_edge) == ",":
        if participle.dep_ == "acl":
            _mend_beside_thing(participle)
        elif participle.dep_ == "advcl":
            _mend_beside_clause(participle)


def mend_that_alone(that: Token) -> None:
    """Gives a verb its `that` back, parted by a comma from what is said: `dispute that, saying it is late`."""
    verb = that.head
    if that.dep_ == "dobj" and verb.i < that.i and verb.lemma_ in position_cues().taking_that:
        that.tag_, that.pos_ = "DT", "PRON"
    elif verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.i == that.i - 1:
        that.head, that.dep_, that.tag_, that.pos_ = verb.head, "dobj", "DT", "PRON"


def _mend_beside_infinitive(participle: Token) -> None:
    """Gives a deed to the clause before it, not to what is wanted: `to stop them after they met, throwing chairs`."""
    verb = participle.head
    is_infinitive = verb.tag_ == "VB" and verb.i < participle.i and participle.dep_ == "advcl"
    if is_infinitive and subject_of(verb) is None and text_before(participle.left_edge) == ",":
        end = participle.left_edge.i - 2
        last = next((c for c in verb.rights if c.dep_ == "advcl" and c.right_edge.i == end), None)
        if last is not None and _is_finite(last) and subject_of(last) is not None:
            participle.head = last


def _mend_beside_thing(participle: Token) -> None:
    """Gives words behind a comma to the sentence's subject, not to a thing: `called for a vote, declaring that`."""
    noun = participle.head
    if noun.i > participle.i or noun.pos_ != "NOUN" or _may_speak(noun):
        return
    at = noun
    while at.dep_ in _UP and at.head.i < at.i:
        at = at.head
        if _is_finite(at) and subject_of(at) is not None:
            participle.head, participle.dep_ = at, "advcl"
            return


def _mend_beside_clause(participle: Token) -> None:
    """Gives words to the last who could say them: `It was a bad day, as Cole urged calm, saying that`.

    So behind a relative clause: `That is the view of clerks, who were not surprised, saying that`.
    """
    main = participle.head
    own = subject_of(main)
    above = main.head
    if main.dep_ == "advcl" and above.i < main.i and says(above.lemma_) and not says(main.lemma_):
        is_time = any(c.dep_ in ("mark", "advmod") and c.lower_ in _TIMES for c in main.lefts)
        if is_time and subject_of(above) is not None:
            participle.head = above  # `she said after the boat had sunk, adding that`
        return
    last = next((c for c in main.rights if c.right_edge.i == participle.left_edge.i - 2), None)
    if own is None or last is None or says(main.lemma_):
        return
    is_nobody = own.lower_ in ("it", "this", "that", "there") or (own.pos_ == "NOUN" and not _may_speak(own))
    if not is_nobody:
        return
    if last.dep_ != "advcl":
        ends = (t for t in last.subtree if t.dep_ == "relcl" and t.right_edge.i == last.right_edge.i)
        last = next((t for t in ends if t.left_edge.lower_ == "who"), last)
    other = last.head if last.dep_ == "relcl" else subject_of(last)
    is_clause = last.dep_ in ("advcl", "relcl") and _is_finite(last)
    if is_clause and other is not None and (other.pos_ in ("PROPN", "PRON") or _may_speak(other)):
        participle.head = last


def _may_speak(noun: Token) -> bool:
    nouns = noun_sets()
    lemma = noun.lemma_
    return lemma in nouns.people | nouns.state | nouns.public | nouns_of_bodies() or names_document(lemma)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE_TAGS or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE_TAGS for c in verb.lefts
    )
