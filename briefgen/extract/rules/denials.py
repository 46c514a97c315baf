"""Denials set beside what is denied, mended: `Oslo accused Bern of theft, a charge Bern denies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import says
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_OPENING = frozenset({"ROOT", "advcl", "csubj"})


def mend_denials(sentence: Span) -> None:
    """Hangs denials to what they deny, and that to the sentence, not to what is said in it."""
    _mend_rejoinder(sentence.root)
    for token in sentence:
        if token.dep_ == "conj" and token.head.dep_ == "ccomp":
            _mend_instead(token)
        elif token.dep_ == "ccomp" and token.lemma_ == "be" and token.head.dep_ == "ccomp":
            _mend_verdict(token)
        if token.dep_ not in ("relcl", "acl"):
            continue
        if token.dep_ == "relcl" and token.tag_ == "NNS":
            _mend_plural(token)
        if token.lemma_ in mending().denying:
            _mend_denied(token)


def _mend_verdict(verdict: Token) -> None:
    """Makes what it is to say something the subject of the verdict on it: `To say that Oslo wants war is a lie`."""
    content, saying_ = verdict.head, verdict.head.head
    noun = next((c for c in verdict.lefts if c.dep_ == "nsubj" and c.left_edge.i > content.i), None)
    is_led = saying_.tag_ == "VBG" or any(c.tag_ == "TO" for c in saying_.lefts)
    opens = saying_.left_edge.is_sent_start or saying_.left_edge.i == 0
    if noun is None or not says(saying_.lemma_) or not is_led or not opens or saying_.dep_ not in _OPENING:
        return
    if not any(c.dep_ in ("attr", "acomp") for c in verdict.rights):
        return
    noun.head, noun.dep_ = content, "dobj"
    verdict.dep_ = "ROOT" if saying_.dep_ == "ROOT" else "ccomp"
    verdict.head = verdict if saying_.dep_ == "ROOT" else saying_.head
    for mark in [c for c in saying_.rights if c.is_punct]:
        mark.head = verdict
    saying_.head, saying_.dep_ = verdict, "csubj"


def _mend_instead(verb: Token) -> None:
    """Frees what is so from what is not: `It is not that the pier is old but that the port is poor`."""
    first, over = verb.head, verb.head.head
    is_that = all(any(c.dep_ == "mark" and c.lower_ == "that" for c in at.lefts) for at in (first, verb))
    but = next((c for c in first.rights if c.dep_ == "cc" and c.lower_ == "but" and c.i < verb.i), None)
    is_not = over.lemma_ == "be" and any(c.dep_ == "neg" for c in over.children)
    if is_that and is_not and but is not None and over.i < first.i:
        verb.head = but.head = over
        for mark in verb.lefts:
            if mark.dep_ == "mark":
                mark.dep_ = "cc"


def _mend_plural(verb: Token) -> None:
    """Makes a verb of a clause’s own, taken for the noun of a name: `a figure that Norway disputes`."""
    subject = next((c for c in verb.lefts if c.dep_ == "compound" and c.i + 1 == verb.i), None)
    if subject is not None:
        verb.tag_, verb.pos_, subject.dep_ = "VBZ", "VERB", "nsubj"


def _mend_rejoinder(denial: Token) -> None:
    """Hangs a denial to what is denied, and that to the sentence: `Oslo accused Bern, a charge Bern denies`."""
    if denial.lemma_ not in mending().denying:
        return
    noun = next((c for c in denial.lefts if c.dep_ == "dobj"), None)
    said = next((c for c in denial.lefts if c.dep_ == "ccomp" and c.i < denial.i), None)
    if noun is None or said is None or text_before(noun.left_edge) != ",":
        return
    if not said.i < noun.i or not any(c.dep_ == "nsubj" and c.i > noun.i for c in denial.lefts):
        return
    said.head, said.dep_ = said, "ROOT"
    noun.head, noun.dep_ = said, "appos"
    denial.head, denial.dep_ = noun, "relcl"
    for mark in [c for c in denial.lefts if c.is_punct and c.i < noun.i]:
        mark.head = said


def _mend_denied(denial: Token) -> None:
    """Frees what is denied beside a saying from what is said: `Oslo says it will pay, a claim that Bern rejects`."""
    noun, root = denial.head, denial.sent.root
    first = noun.left_edge
    is_beside = first.lower_ in ("a", "an", "something") and first.i > root.i and text_before(first) == ","
    if is_beside and (noun.lemma_ in modality().contents.words or noun == first):
        noun.head, noun.dep_ = root, "appos"
