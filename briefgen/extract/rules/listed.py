"""Content clauses told one after another: `thinks they will settle before the month is out, and that it will fail`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import shared_subject, subject_of
from briefgen.extract.rules.attribution.saying import says, thinks
from briefgen.extract.rules.coordinates import hang, has_that
from briefgen.extract.rules.neighbours import text_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITHIN = frozenset({"advcl", "relcl", "acl"})


def mend_listed(that: Token) -> None:
    """Hangs a further content clause to the first one, not to a clause within it; it goes on with that."""
    verb, above = that.head, that.head.head
    if verb.dep_ == "conj" and above.dep_ in _WITHIN and not has_that(above):
        first = next((t for t in above.ancestors if t.dep_ == "ccomp"), None)
        if first is not None and first.i < above.i:
            hang(verb, first)
        return
    is_next = verb.left_edge == that and text_before(that) == "," and above.i < that.i
    if is_next and verb.dep_ == "advcl" and above.dep_ == "ccomp" and has_that(above):
        verb.dep_ = "conj"  # `said that it was short, that it cost too much and that it had failed`


def mend_next_infinitive(verb: Token) -> None:
    """Hangs a bare verb to the infinitive that it goes on from: `a reason to go north, go east, see the coast`."""
    first, owner = verb.head, shared_subject(verb.head)
    joined = any(c.dep_ == "cc" for c in first.rights if c.i < verb.i)
    is_bare = (
        verb.tag_ in ("VB", "VBP")
        and subject_of(verb) is None
        and not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    )
    if not is_bare or joined or first.i > verb.i or owner is None or text_before(verb.left_edge) != ",":
        return
    is_many = owner.tag_ in ("NNS", "NNPS") or owner.lower_ in ("they", "we", "you", "i")
    earlier = next(
        (
            t
            for t in first.subtree
            if first.i < t.i < verb.i and t.lemma_ == verb.lemma_ and any(c.tag_ == "TO" for c in t.lefts)
        ),
        None,
    )
    if earlier is not None and (not is_many or first.tag_ == "VB"):
        hang(verb, earlier)
        verb.tag_ = "VB"


def mend_next_participle(verb: Token) -> None:
    """Hangs a participle to the one before it, not to what is under that: `vowing to fight and slamming the call`."""
    first = verb.head
    above = first.head
    is_infinitive = first.tag_ == "VB" and any(c.tag_ == "TO" for c in first.lefts)
    if verb.tag_ == "VBG" == above.tag_ and is_infinitive and above.i < first.i < verb.i:
        hang(verb, above)


def mend_explained(colon: Token) -> None:
    """Joins what a colon leads to on to what is told before it: `Aides say he is calm: he regards it as lost`.

    It goes on about the same one, by the same pronoun.
    """
    root = colon.sent.root
    teller = next((c for c in root.lefts if c.dep_ == "parataxis" and c.i < colon.i < root.i), None)
    if teller is None or not (says(teller.lemma_) or thinks(teller.lemma_)):
        return
    told = next((c for c in teller.rights if c.dep_ == "ccomp" and c.i < colon.i), None)
    one, other = subject_of(root), None if told is None else subject_of(told)
    if told is None or one is None or other is None or one.pos_ != "PRON" or one.lower_ != other.lower_:
        return
    teller.head, teller.dep_ = teller, "ROOT"
    root.head, root.dep_ = told, "conj"
