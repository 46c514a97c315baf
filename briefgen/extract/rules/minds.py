"""Verbs of the mind that the small model hangs under what is thought: `believes he is liked and would rather wait`.

Things want nothing, so that a wish which goes on behind a thing's verb is the thinker's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import subject_of
from briefgen.extract.rules.attribution.saying import thinks
from briefgen.extract.rules.coordinates import hang
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.modality import modality
from briefgen.lexicons.predicates import PredicateKind, disposition, predicate_index

if TYPE_CHECKING:
    from spacy.tokens import Token

RATHER = frozenset({"rather", "sooner"})

_WHOSE = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})


def mend_mind(verb: Token) -> bool:
    """Hangs a coordinated verb of the mind to the thinker's own verb; returns whether it did."""
    first = verb.head
    subject = subject_of(verb)
    if verb.tag_ == "VB" and first.tag_ == "VBP" and _is_bare(verb) and subject_of(first) is not None:
        verb.tag_ = "VBP"  # `officials fear a row and regard it as lost`
    above = first.head
    if first.dep_ != "ccomp" or first.i > verb.i or above.pos_ != "VERB" or subject_of(above) is None:
        return False
    if not _tells_mind(verb) or above.i > first.i:
        return False
    is_thinking = above.lemma_ in modality().minds.words or above.lemma_ == "feel"
    if subject is not None:
        goes_on = (
            is_thinking and verb.left_edge.i > 1 and _joined_by_comma(verb) and verb.tag_ == _tense(above)
        )
    else:
        helpers = [c for c in first.lefts if c.dep_ == "aux"]
        is_apart = any(
            c.lower_ == "had" or c.tag_ == "MD" for c in helpers
        )  # `hopes all will pay and opposes a cut`
        is_apart &= not any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.lefts)
        prefers = is_thinking and bool(RATHER & {t.lower_ for t in verb.lefts})
        goes_on = (
            prefers
            or is_thing(subject_of(first))
            or (is_thinking and is_apart and _tense(verb) == _tense(above) != "VB")
        )
    if goes_on:
        hang(verb, above)
    return goes_on


def mend_so(so: Token) -> None:
    """Parts `She knows that it is late, so she is waiting` into two, where the first was taken for what waits."""
    verb = so.head
    first = next(
        (c for c in verb.lefts if c.dep_ == "ccomp" and c.i < so.i and subject_of(c) is not None), None
    )
    above = verb.head
    if (
        verb.dep_ == "ccomp"
        and above.i < so.i
        and text_before(so) == ","
        and above.lemma_ in modality().minds.words
        and (subject := subject_of(verb)) is not None
        and subject.pos_ == "PRON"
        and subject.i == so.i + 1
    ):
        verb.dep_ = "conj"  # `Oslo expects it to fail, so it would like a pact`
        return
    if (
        first is None
        or first.lemma_ not in modality().minds.words
        or so.i < 1
        or text_before(so) != ","
        or subject_of(verb) is None
        or so.dep_ == "ROOT"
    ):
        return
    first.dep_ = verb.dep_
    first.head = first if verb.dep_ == "ROOT" else verb.head
    verb.head, verb.dep_ = first, "conj"


def _tells_mind(verb: Token) -> bool:
    before = [t.lower_ for t in verb.lefts]
    is_state = verb.lemma_ == "be" and any(
        (c.dep_ == "acomp" and disposition(c.lower_) is not None) or _is_hurry(c) for c in verb.rights
    )
    return (
        is_state
        or verb.lemma_ in modality().minds.words
        or bool(RATHER & set(before))
        or _has_mind(verb)
        or _sides(verb)
    )


def _sides(verb: Token) -> bool:
    """Whether a verb tells by itself which side somebody takes: `opposed any delay`."""
    groups = (group.id for rest, group in predicate_index().get(verb.lemma_, ()) if not rest)
    return verb.tag_ != "VB" and any(group in ("against", "agree-silent") for group in groups)


def _has_mind(verb: Token) -> bool:
    """Whether a state of mind is what somebody has: `has no plans for a sale`."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None) if verb.lemma_ == "have" else None
    return thing is not None and any(
        rest == (thing.lemma_, *no) and group.kind is PredicateKind.ATTITUDE
        for rest, group in predicate_index().get("have", ())
        for no in ((), ("no",))
    )


def _is_hurry(word: Token) -> bool:
    """Whether a state of mind is told by a preposition and a noun: `is in no hurry`, `is at odds`."""
    noun = next((c for c in word.rights if c.dep_ == "pobj"), None) if word.dep_ == "prep" else None
    return noun is not None and any(
        disposition(word.lower_, noun.lower_, *no) is not None for no in ((), ("no",))
    )


def is_thing(subject: Token | None) -> bool:
    """Whether a subject is nothing that wants: `his words`, no name, pronoun, person or body."""
    if subject is None or subject.pos_ != "NOUN":
        return False
    nouns = noun_sets()
    lemma = subject.lemma_.lower()
    minded = nouns.people | nouns.organisation | nouns.state | nouns.region
    return lemma not in minded and subject.lower_ not in minded | nouns.media


def _joined_by_comma(verb: Token) -> bool:
    start = verb.left_edge
    return start.i > 1 and start.nbor(-1).dep_ == "cc" and start.nbor(-2).text == ","


def _tense(verb: Token) -> str:
    helper = next((c for c in verb.lefts if c.dep_ == "aux" and c.lower_ in ("did", "do", "does")), None)
    return verb.tag_ if helper is None else helper.tag_


def _is_bare(verb: Token) -> bool:
    return subject_of(verb) is None and not any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.lefts)


def mend_seen_as(mark: Token) -> None:
    """Gives a verb of thinking what something is seen as: `saw the offer as meant for others`."""
    participle = mark.head
    is_on_thing = participle.head.dep_ == "dobj"
    verb = participle.head.head if is_on_thing else participle.head
    seen = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    is_bare = participle.tag_ == "VBN" and not any(c.dep_ in _WHOSE for c in participle.children)
    if seen is None or not is_bare or participle.dep_ != "advcl" or not thinks(verb.lemma_):
        return
    if (seen.i if is_on_thing else seen.right_edge.i) != mark.i - 1:
        return
    participle.head = verb
    mark.head, mark.dep_ = verb, "prep"
    participle.head, participle.dep_ = mark, "pcomp"


def mend_more(thing: Token) -> None:
    """Gives a verb of thinking what it fears more than else: `fears a split more than it fears the reform`."""
    verb = thing.head.head
    is_beside = thing.left_edge.i == verb.i + 1 and thing.pos_ in ("NOUN", "PROPN")
    is_mind = thinks(verb.lemma_) or verb.lemma_ in modality().minds.words
    if is_beside and is_mind and not any(c.dep_ in ("dobj", "ccomp") for c in verb.rights):
        thing.head, thing.dep_ = verb, "dobj"
