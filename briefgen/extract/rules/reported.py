"""Reported clauses that the small model robs of their subject or cuts in two: `said cutting it must be a goal`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import subject_of
from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.coordinates import hang, has_that
from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.position_cues import position_cues

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_HELPERS = frozenset({"be", "have", "do"})
_CLAUSES = frozenset({"acl", "relcl", "ccomp", "conj", "advcl"})


def mend_reported(sentence: Span) -> None:
    """Gives what is said its subject and its end back."""
    for token in sentence:
        tag, dep = token.tag_, token.dep_
        if dep == "xcomp" and tag == "VBG":
            _mend_gerund(token)
        elif dep == "dobj":
            _mend_object(token)
        elif tag == "VBN" and dep == "ccomp":
            _mend_reduced(token)
        elif dep == "conj" and token.head.dep_ == "ccomp":
            _mend_beside_poll(token)
        elif token.lower_ != "that":
            continue
        elif tag == "WDT" and dep in SUBJECTS:
            _mend_plural(token)
        elif dep == "mark":
            _mend_degree(token)
            _mend_second(token)
        elif tag in ("IN", "DT") and dep == "det":
            _mend_mark(token)


def _mend_gerund(gerund: Token) -> None:
    """Makes a subject of a gerund with its object, taken for what is said: `said cutting output must be a goal`."""
    cue = gerund.head
    clause = next((c for c in gerund.rights if c.dep_ == "ccomp"), None)
    own = None if clause is None else subject_of(clause)
    if clause is None or own is None or not says(cue.lemma_) or cue.i > gerund.i or not _is_finite(clause):
        return
    is_told = says(gerund.lemma_) or thinks(gerund.lemma_)
    if is_told or own.dep_ not in SUBJECTS or own.left_edge.i != gerund.i + 1 or own.pos_ == "PRON":
        return
    clause.head, clause.dep_ = cue, "ccomp"
    gerund.head, gerund.dep_ = clause, "csubj"
    own.head, own.dep_ = gerund, "dobj"


def _mend_object(noun: Token) -> None:
    """Makes the subject of what is said or known of its object: `argued headwinds to growth would persist`."""
    cue, end = noun.head, noun.right_edge.i + 1
    aim = next((c for c in cue.rights if c.dep_ == "xcomp" and c.left_edge.i == end), None)
    verb = _verb_at(noun, end if aim is None else aim.right_edge.i + 1)
    if verb is None or verb.head != cue or verb.dep_ not in ("ccomp", "conj") or cue.i > noun.i:
        return
    helped = verb.pos_ == "AUX" or any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    is_taken = verb.tag_ == "VBD" and not helped  # `saw the bridge destroyed`
    if subject_of(verb) is not None or (is_taken and not says(cue.lemma_)):
        return
    noun.head, verb.dep_ = verb, "ccomp"
    if aim is not None:
        aim.head, aim.dep_ = noun, "acl"  # `knew his choice to sell it was illegal`
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"


def _mend_reduced(participle: Token) -> None:
    """Takes a participle to its noun, where the verb stands behind it: `alleging those being held are denied help`."""
    own = next((c for c in participle.lefts if c.dep_ in SUBJECTS), None)
    helpers = [c.lower_ for c in participle.lefts if c.dep_ in ("aux", "auxpass")]
    verb = _verb_at(participle, participle.right_edge.i + 1)
    if own is None or helpers not in ([], ["being"]) or verb is None or verb.dep_ not in _CLAUSES:
        return
    cue = participle.head
    if cue.i > participle.i or subject_of(verb) is not None:
        return
    verb.head, verb.dep_ = cue, "ccomp"
    for child in [c for c in participle.lefts if c.dep_ == "mark" or c == own]:
        child.head = verb
    own.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"
    participle.head, participle.dep_ = own, "acl"


def _mend_beside_poll(verb: Token) -> None:
    """Parts from what a poll found what is told beside it: `A poll found 40% want a vote, and the mayor has left`."""
    first = verb.head
    cue = first.head
    poll, own = subject_of(cue), subject_of(verb)
    joint = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if poll is None or poll.lemma_ not in saying().polls or cue.i > first.i or own is None or has_that(verb):
        return
    is_share = own.tag_ in ("CD", "PRP") or any(c.dep_ == "nummod" for c in own.children)
    is_share = is_share or own.lower_ in position_cues().shares
    if joint.dep_ == "cc" and text_before(joint) == "," and not is_share:
        hang(verb, cue)


def _mend_plural(that: Token) -> None:
    """Makes a subject of several taken for the verb behind `that`: `said that cutbacks in steel could cost jobs`."""
    noun = that.nbor(1) if that.i + 1 < len(that.doc) else that
    is_taken = noun.tag_ == "VBZ" and noun.lower_.endswith("s") and noun == that.head
    if not is_taken or noun.lemma_ in _HELPERS or any(c.dep_ in ("dobj", "ccomp") for c in noun.rights):
        return
    verb = noun.head if noun.dep_ in SUBJECTS else _verb_at(noun, noun.right_edge.i + 1)
    if verb is None or not _goes_with_several(verb):
        return
    if noun.dep_ not in SUBJECTS:
        if subject_of(verb) is not None or verb.dep_ not in _CLAUSES or noun.dep_ not in _CLAUSES:
            return
        verb.head, verb.dep_ = noun.head, "acl" if noun.dep_ == "relcl" else noun.dep_
    that.head, that.dep_, that.tag_ = verb, "mark", "IN"
    noun.head, noun.dep_, noun.tag_, noun.pos_ = verb, "nsubj", "NNS", "NOUN"
    for child in noun.rights:
        child.dep_ = "amod" if child.dep_ == "acomp" else child.dep_


def _mend_mark(that: Token) -> None:
    """Makes a conjunction of the `that` taken for a noun's: `proposed that part of the deal would go to Oslo`."""
    noun = that.head
    clause = noun.head
    cue = clause.head
    if noun.dep_ not in SUBJECTS or noun.left_edge != that:
        return
    is_name = noun.pos_ == "PRON" or noun.text[0].isupper()
    is_joined = clause.dep_ == "conj" and is_name and that.i > clause.head.i
    if (clause.dep_ == "ccomp" and that.i - 1 == cue.i and that.tag_ == "IN") or is_joined:
        that.head, that.dep_ = clause, "mark"  # `said it was late, but that Cole would go`


def _mend_degree(that: Token) -> None:
    """Hangs what follows from a degree to it: `complained that it sold so cheaply abroad that it hurt them`."""
    result = that.head
    first = next(
        (
            c
            for c in result.head.rights
            if c.i < that.i and c.dep_ == result.dep_ and c.right_edge.i == that.i - 1
        ),
        None,
    )
    if first is None or result.left_edge != that or text_before(that) == ",":
        return
    if any(t.lower_ in ("so", "such") and t.dep_ in ("advmod", "predet", "amod") for t in first.subtree):
        result.head, result.dep_ = first, "advcl"


def _mend_second(that: Token) -> None:
    """Joins the second of three things said to the first: `said it was time to go, that all had waited and that`."""
    second = that.head
    first = second.head
    if text_before(that) != "," or second.dep_ != "ccomp" or first.dep_ != "ccomp" or first.i > that.i:
        return
    third = next((c for c in second.rights if c.dep_ == "conj" and has_that(c)), None)
    if third is not None and says(first.head.lemma_) and not (says(first.lemma_) or thinks(first.lemma_)):
        second.dep_ = "conj"


def _verb_at(before: Token, at: int) -> Token | None:
    """Returns the finite verb whose own words begin at a place, nothing of a list between."""
    if at >= before.sent.end or before.doc[at - 1].is_punct or before.doc[at - 1].dep_ == "cc":
        return None
    verb = before.doc[at]
    while verb.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.head.i > verb.i:
        verb = verb.head
    return verb if verb.left_edge.i == at and _is_finite(verb) else None


def _is_finite(verb: Token) -> bool:
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if helpers:
        return helpers[0].tag_ in _FINITE
    return verb.pos_ in ("VERB", "AUX") and verb.tag_ in _FINITE


def _goes_with_several(verb: Token) -> bool:
    """Whether a verb can have several for its subject: `are`, `could lead`, `fell`, not `is`, `leads`."""
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    return _is_finite(verb) and first.tag_ != "VBZ" and first.lower_ != "was"
