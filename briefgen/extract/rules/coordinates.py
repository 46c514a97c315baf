"""Coordinated verbs hung up too low or too high: `fears that it would fall and has asked for help`.

The small model joins a verb to the nearest one. Its form tells where it belongs: what goes on with `would
fall` is a base form, and `is afraid` goes on with nobody who is several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import (
    finite,
    is_one,
    is_plural,
    is_singular,
    shared_subject,
    subject_of,
)
from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.neighbours import text_before
from briefgen.extract.rules.tellers import quoted_content, teller_beside
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend_coordinate(verb: Token) -> None:
    """Hangs a coordinated verb without a subject of its own to the verb whose subject it shares."""
    first = verb.head
    tense = finite(verb)
    if _is_told_to(verb, first):
        verb.tag_ = "VBN"  # `had been handed a law and told to get on with it`
        return
    if (
        tense is not None
        and first.dep_ in ("acomp", "attr")
        and subject_of(verb) is not None
        and first.i < verb.i
    ):
        hang(verb, first.head)  # `that they are divided and that some want war`
        return
    if _is_told_apart(verb):
        hang(verb, first.head)
        return
    teller = quoted_content(verb) or (
        teller_beside(verb, tense, subject_of(verb)) if not has_that(verb) else None
    )
    if teller is not None:
        hang(verb, teller)
        return
    content = next((c for c in first.rights if c.dep_ == "ccomp" and c.i < verb.i), None)
    if content is not None and _would_as_told(verb, first, content):
        hang(verb, content)
        return
    if content is not None and has_that(verb) and says(first.lemma_) and first.dep_ != "ccomp":
        hang(verb, content)  # `told them that it was late, but that it was not over`
        return
    if mend_reduced(verb):
        return
    same = _same_modal_above(verb)
    if same is not None:
        hang(verb, same)
        return
    told = _still_told(verb, tense) or _minded(verb) or parted_by_tag(verb) or _set_against(verb)
    if told is not None:
        hang(verb, told)
        return
    if tense is None or first.i >= verb.i or subject_of(verb) is not None:
        return
    if _is_base(first) and first.dep_ in ("ccomp", "xcomp", "advcl", "relcl", "acl"):
        above = _above(first, tense)
        if above is not None:
            hang(verb, above)
    elif is_singular(verb) and is_plural(shared_subject(first)):
        other = _singular_above(first) or _singular_below(first, verb)
        if other is not None:
            hang(verb, other)


def _would_as_told(verb: Token, teller: Token, content: Token) -> bool:
    """Whether it is told with the rest what somebody would do: `said Oslo was ready, but would not sign`.

    What a teller would not say is his own: `said Oslo was ready, but would not say when`.
    """
    would = any(c.lower_ in ("would", "could") for c in verb.lefts if c.dep_ == "aux")
    if not would or teller.tag_ != "VBD" or not says(teller.lemma_) or subject_of(verb) is not None:
        return False
    own = subject_of(content)
    is_withheld = says(verb.lemma_) or verb.lemma_ in mending().withheld
    return own is not None and not is_withheld and content.tag_ in ("VBD", "VB", "VBN", "VBG")


def _is_told_to(verb: Token, first: Token) -> bool:
    """Whether a verb without a subject goes on with a passive: who is told to do something tells nobody."""
    is_passive = first.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in first.lefts)
    is_address = verb.tag_ == "VBD" and verb.lemma_ in saying().addressing
    to = any(c.dep_ == "xcomp" for c in verb.rights) and not any(c.dep_ == "dobj" for c in verb.rights)
    return is_passive and is_address and to and subject_of(verb) is None


def mend_reduced(verb: Token) -> bool:
    """Makes a participle of a past tense that another verb follows with nothing between: `people camped there want`."""
    first = verb.head
    subject = subject_of(first)
    is_bare = first.tag_ in ("VBD", "VBN") and subject is not None and subject.i < first.i < verb.i
    joined = any(c.dep_ == "cc" or c.text == "," for c in first.rights if c.i < verb.i)
    if not is_bare or joined or subject is None or finite(verb) is None or subject_of(verb) is not None:
        return False
    if text_before(verb.left_edge) in (",", ";", "—", "and", "but"):
        return False
    if any(c.dep_ in ("aux", "auxpass") for c in first.lefts) or verb.tag_ not in ("VBP", "VBZ"):
        return False
    verb.dep_ = first.dep_
    verb.head = verb if first.dep_ == "ROOT" else first.head
    subject.head, first.head, first.dep_, first.tag_ = verb, subject, "acl", "VBN"
    return True


def _same_modal_above(verb: Token) -> Token | None:
    """Returns the verb with the same modal over a relative clause: `would hail a step that helps but would object`."""
    first = verb.head
    modal = next((c.lower_ for c in verb.lefts if c.tag_ == "MD"), None)
    if modal is None or first.dep_ != "relcl" or first.i > verb.i or subject_of(verb) is not None:
        return None
    if any(c.tag_ == "MD" for c in first.lefts):
        return None
    above = next((a for a in first.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return above if above is not None and any(c.lower_ == modal for c in above.lefts) else None


def _is_told_apart(verb: Token) -> bool:
    """Whether `, and that` goes on with what the outer speaker said: `said she had told him that …, and that`.

    Without a comma it does where only the outer clause has its `that`: `said that she felt ill and that`.
    """
    inner, before = verb.head, verb.left_edge.i - 2
    if not has_that(verb) or before < inner.i or inner.dep_ != "ccomp":
        return False
    teller = inner.head.head if inner.head.dep_ == "acomp" else inner.head
    is_alike = has_that(teller) and not has_that(inner) and inner.head == teller
    if verb.doc[before].text != "," and not is_alike:
        return False
    if teller.lemma_ in ("be", "have", "do") and inner.head == teller:
        return False
    return teller.dep_ == "ccomp" and teller.head.dep_ != "ccomp" and teller.pos_ in ("VERB", "AUX")


def has_that(verb: Token) -> bool:
    """Whether a clause is told with `that`."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


def parted_clause(verb: Token) -> Token | None:
    """Returns the clause before a tag that another with its own subject goes on with, by the same tense.

    `She had offered it, she said, but her guest had asked for more`, `They want a pact, he said, but it will wait`.
    """
    teller = verb.head
    sayer = subject_of(teller) or next((c for c in teller.rights if c.dep_ == "nsubj" and c.i < verb.i), None)
    told = teller.head if teller.dep_ == "parataxis" else _content_before(teller)
    if told is None or sayer is None or sayer.i < told.i or teller.i + 1 >= len(teller.doc):
        return None
    is_inverted = sayer.i > teller.i and text_before(teller) == ","
    if not (is_inverted or is_set_off(sayer)) or not any(
        c.text == "," for c in teller.rights if c.i < verb.i
    ):
        return None
    first, second = finite(told), finite(verb)
    if (_has_had(verb) or _has_had(told)) and not is_inverted:
        # `The roof leaks, she said, and the council had promised her …`: what came before her saying
        is_now = first is not None and first.tag_ != "VBD"
        return told if _has_had(verb) and (_has_had(told) or is_now) else None
    modal = next((c for c in verb.lefts if c.tag_ == "MD"), None)
    if modal is not None:
        is_past = modal.lower_ in ("would", "could", "might")
        if any(c.tag_ == "MD" for c in told.lefts):
            return told  # `She will offer a quota, said Cole, and Oslo would take it`
        return told if (first is not None and is_past == (first.tag_ == "VBD")) else None
    if first is None or second is None or subject_of(verb) is None or is_inverted:
        return None
    is_report = says(verb.lemma_)
    return told if not is_report and (first.tag_ == "VBD") == (second.tag_ == "VBD") else None


def _still_told(verb: Token, tense: Token | None) -> Token | None:
    """Returns the verb of what was said that a present tense goes on with: `said it wants a pact, but hopes`."""
    teller = verb.head
    if tense is None or tense.tag_ == "VBD" or teller.tag_ != "VBD" or subject_of(verb) is not None:
        return None
    content = [c for c in teller.rights if c.dep_ == "ccomp" and c.i < verb.i]
    own = finite(content[-1]) if content else None
    if own is None or own.tag_ == "VBD" or subject_of(content[-1]) is None:
        return None
    return content[-1] if not is_singular(verb) or not is_plural(subject_of(content[-1])) else None


def parted_by_tag(verb: Token) -> Token | None:
    """Returns the verb that another goes on with behind its tag: `She is tired, said an aide, and would go`."""
    teller = verb.head
    if subject_of(verb) is not None and teller.dep_ in ("ROOT", "parataxis"):
        return parted_clause(verb)
    if subject_of(verb) is not None or teller.dep_ not in ("ROOT", "parataxis"):
        return None
    sayer = subject_of(teller)
    if sayer is not None:
        # `The envoy came late, they said, and announced that …`
        told = _content_before(teller)
        if not is_set_off(sayer) or not ends_with_comma(teller) or told is None:
            return None
        if _has_had(verb) and _has_had(told):
            return told  # `The firm had known of it, Cole told the hearing, and had hidden it`
        if _is_mind(verb) and (_is_mind(told) or _has_had(told)) and not _is_base(told):
            return told  # `Cole meant to sell, an aide maintains, and sees it as settled`
        if teller.tag_ != "VBD":
            return None
        if finite(told) is not None and any(c.lower_ == "would" for c in verb.lefts):
            return told  # `The limits were too low, she wrote to them, and would close the plant`
        if verb.tag_ == "VB" and told.tag_ == "VBP" and verb.left_edge.i == verb.i:
            verb.tag_ = "VBP"  # `Officials are afraid, she wrote in a note, and regard it as lost`
        first, second = finite(told), finite(verb)
        is_now = all(one is not None and one.tag_ in ("VBZ", "VBP") for one in (first, second))
        return told if told.tag_ == verb.tag_ == "VBD" or is_now else None
    if not any(c.dep_ == "nsubj" and teller.i < c.i < verb.i for c in teller.rights):
        return None
    return _content_before(teller)


def _content_before(teller: Token) -> Token | None:
    return next((c for c in teller.lefts if c.dep_ == "ccomp" and subject_of(c) is not None), None)


def _is_mind(verb: Token) -> bool:
    return verb.lemma_ in modality().minds.words or thinks(verb.lemma_)


def is_set_off(clause: Token) -> bool:
    """Whether a comma stands before a clause or a sayer, as its own or as another's."""
    start = clause.left_edge
    return start.text == "," or text_before(start) == ","


def ends_with_comma(teller: Token) -> bool:
    """Whether a comma ends an aside, behind its verb or behind the rest of it: `she wrote in a note, and regard`."""
    joint = next((c for c in teller.rights if c.dep_ == "cc"), None)
    ends = [teller.i + 1] if joint is None else [teller.i + 1, joint.i - 1]
    return any(at < len(teller.doc) and teller.doc[at].text == "," for at in ends)


def _minded(verb: Token) -> Token | None:
    """Returns the verb of what was said that a wish or fear goes on with: `said he was tired and hoped to rest`."""
    teller = verb.head
    is_state = verb.lemma_ in modality().minds.words or verb.lemma_ in mending().states
    is_earlier = _has_had(verb) and not _has_had(teller)
    is_denied = (
        is_state and any(c.lower_ == "did" for c in verb.lefts) and any(c.dep_ == "neg" for c in verb.lefts)
    )
    if not is_earlier and not is_denied and (verb.tag_ != "VBD" or not is_state):
        return None
    if subject_of(verb) is not None or (_is_mind(teller) and not is_earlier):
        return None  # `thought it had been badly run and did not intend to pay`
    content = [c for c in teller.rights if c.dep_ == "ccomp" and c.i < verb.i]
    start = verb.left_edge.i
    while start > 0 and verb.doc[start - 1].dep_ == "cc":
        start -= 1
    if not content or teller.tag_ != "VBD" or verb.doc[start - 1].text == ",":
        return None
    return content[-1] if subject_of(content[-1]) is not None and finite(content[-1]) is not None else None


def _set_against(verb: Token) -> Token | None:
    """Returns the simple past that a `but` goes on with: `knew that it was running out but feared a row`."""
    first = verb.head
    is_going_on = first.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in first.lefts)
    above = first.head
    is_joined = any(c.dep_ == "cc" and c.lower_ == "but" for c in first.rights if c.i < verb.i)
    if not (is_going_on and is_joined and verb.tag_ == above.tag_ == "VBD" and first.dep_ == "ccomp"):
        return None
    return above if subject_of(verb) is None and subject_of(above) is not None else None


def _has_had(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.lefts)


def _is_base(verb: Token) -> bool:
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.lefts):
        return True  # `demanded that guards be withdrawn`
    return verb.tag_ == "VB" and any(c.tag_ in ("MD", "TO") for c in verb.lefts if c.dep_ == "aux")


def _above(verb: Token, tense: Token) -> Token | None:
    """Returns the nearest verb above that is finite as well, with a subject, and no later than the verb."""
    for at in verb.ancestors:
        own = finite(at)
        if own is not None and shared_subject(at) is not None:
            is_past = own.tag_ == "VBD"
            if is_past and any(c.tag_ == "MD" for c in verb.lefts):
                return None  # `said it would fall and was wrong`: what he said goes on
            return at if is_past == (tense.tag_ == "VBD") else None
    return None


def _singular_above(verb: Token) -> Token | None:
    for at in verb.ancestors:
        if at.pos_ in ("VERB", "AUX") and finite(at) is not None:
            subject = shared_subject(at)
            if subject is not None:
                return at if is_one(subject) and is_singular(at) else None
    return None


def _singular_below(verb: Token, before: Token) -> Token | None:
    """Returns the finite verb of a content clause whose one subject a later verb shares."""
    for child in reversed(list(verb.rights)):
        if (
            child.i < before.i
            and child.dep_ == "ccomp"
            and (is_singular(child) or any(c.tag_ == "MD" for c in child.lefts))
            and is_one(subject_of(child))
        ):
            return child
    return None


def hang(verb: Token, to: Token) -> None:
    """Hangs a verb to another one, with the `and` and the comma right before it."""
    start = verb.left_edge.i
    while start > 0 and verb.doc[start - 1].dep_ in ("cc", "punct"):
        start -= 1
        verb.doc[start].head = to
    verb.head = to
