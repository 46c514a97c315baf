"""Clauses that the small model ends too late or too early: `While pay may rise, pensions and grants will not`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import shared_subject, subject_of
from briefgen.extract.rules.attribution.saying import says, thinking, thinks
from briefgen.extract.rules.conditions import CONDITIONAL_PARTICIPLES
from briefgen.extract.rules.coordinates import hang
from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.hyphens import mend_prefixed
from briefgen.extract.rules.listed import mend_next_infinitive, mend_next_participle
from briefgen.extract.rules.lost_subjects import mend_taken_for_object
from briefgen.extract.rules.mention.borders import HYPHENS
from briefgen.extract.rules.neighbours import text_before, text_behind
from briefgen.extract.rules.relatives import mend_reason, mend_that, mend_told_within
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONCEDING = frozenset({"while", "although", "though", "whereas", "if"})
_SUPPOSING = frozenset({"if", "unless"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PAST = frozenset({"VBD", "VBN"})


def mend_edges(sentence: Span) -> None:
    """Sets the borders of the clauses of a sentence right."""
    for token in sentence:
        word, dep = token.lower_, token.dep_
        if dep == "mark" and word in _CONCEDING:
            _mend_list_behind(token)
            _mend_conceded_thought(token)
        elif dep == "mark" and word == "because":
            mend_reason(token)
        elif word == "that" and dep in ("nsubj", "nsubjpass"):
            mend_that(token)
        elif token.text in HYPHENS:
            mend_prefixed(token)
        if dep == "mark" and word in _SUPPOSING:
            _mend_reduced(token)
            _mend_result(token)
            _mend_next_condition(token)
        elif word in mending().free_relatives:
            _mend_free(token)
        elif dep == "dobj":
            mend_taken_for_object(token)
        elif dep == "relcl":
            if thinks(token.lemma_):
                _mend_swallowed_thought(token)
            mend_told_within(token)
        elif dep == "ccomp":
            if subject_of(token) is None:
                _mend_second_content(token)
            else:
                _mend_held_thought(token)
        elif dep == "conj" and subject_of(token) is None:
            mend_next_infinitive(token)
            mend_next_participle(token)
            _mend_feared(token)
            _mend_felt_meanwhile(token)
        elif dep == "conj":
            _mend_stranded(token)
            _mend_absolute(token)


def _mend_list_behind(mark: Token) -> None:
    """Gives a main clause its list of subjects: `While fares are paid by the state, fuel and food will not`."""
    verb, main = mark.head, mark.head.head
    if verb.dep_ != "advcl" or main.i < verb.i:
        return
    noun = next((t for t in verb.subtree if t.i > verb.i and _list_from(t) is not None), None)
    first = None if noun is None else _list_from(noun)
    if noun is None or first is None:
        return
    own = subject_of(main)
    after = first.right_edge.i + 1
    if own is None and (main.doc[after] == main or main.doc[after].head == main):
        first.head, first.dep_ = main, "nsubj"
    elif own is not None and own.left_edge.i == after + 1 and any(c.dep_ == "conj" for c in own.rights):
        first.head, first.dep_ = main, "nsubj"
        own.head, own.dep_ = first, "conj"
    else:
        return
    for comma in [c for c in noun.rights if c.is_punct]:
        comma.head = main


def _mend_conceded_thought(mark: Token) -> None:
    """Gives a conceded thought what is thought: `that while they think the glut will last, the panic will fade`."""
    thought, taken = mark.head, mark.head.head
    own, main = subject_of(taken), taken.head
    if thought.dep_ != "advcl" or taken.dep_ != "advcl" or not thinks(thought.lemma_) or own is None:
        return
    if not thought.i < own.i < taken.i < main.i or text_before(own.left_edge) == ",":
        return
    for child in [c for c in taken.lefts if c.i < mark.i]:
        child.head = main  # the `that` of the whole
    thought.head = main
    taken.head, taken.dep_ = thought, "ccomp"


def _list_from(noun: Token) -> Token | None:
    """Returns what stands behind a noun and a comma as if it went on with it, no `and` between."""
    following = next((c for c in noun.rights if c.dep_ == "conj"), None)
    if following is None or noun.pos_ not in _NOMINAL or text_before(following.left_edge) != ",":
        return None
    return None if any(c.dep_ == "cc" and c.i < following.i for c in noun.rights) else following


def _mend_reduced(mark: Token) -> None:
    """Gives a condition its verb, behind a participle taken for it: `unless all tolls set by the state are cut`."""
    taken = mark.head
    subject = next((c for c in taken.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    start = taken.right_edge.i + 1
    is_bare = taken.tag_ in _PAST and not any(c.dep_ in ("aux", "auxpass") for c in taken.lefts)
    if subject is None or not is_bare or start >= taken.sent.end or taken.dep_ != "advcl":
        return
    verb = taken.doc[start]
    while verb.head != verb and verb.head.left_edge.i == start:
        verb = verb.head
    verb = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    if verb.pos_ not in ("VERB", "AUX") or taken.doc[start].pos_ not in ("VERB", "AUX"):
        return
    if taken.pos_ == "AUX" or verb.is_ancestor(taken.head):
        return  # `if the rival was a Swedish firm, an envoy said`
    if taken.head != verb:
        verb.head = taken.head
    elif subject_of(verb) is not None or verb.dep_ == "ROOT":
        return
    verb.dep_ = "advcl"
    for child in [c for c in taken.lefts if c.i <= subject.i]:
        child.head = verb
    subject.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"
    taken.head, taken.dep_, taken.tag_ = subject, "acl", "VBN"


def _mend_result(mark: Token) -> None:
    """Takes a result without `that` into its condition: `will close if so few come that | they cannot pay`."""
    verb = mark.head
    start = verb.right_edge.i + 1
    if (
        verb.dep_ != "advcl"
        or start >= verb.sent.end
        or not any(t.lower_ in ("so", "such") for t in verb.subtree)
    ):
        return
    own = next((t for t in (verb.doc[start], *verb.doc[start].ancestors) if t.dep_ in SUBJECTS), None)
    if own is None or own.left_edge.i != start:
        return
    result = own.head
    main = result.head
    if result.i > verb.i and main.i < mark.i:
        verb.head = main
        result.head, result.dep_ = verb, "advcl"


def _mend_next_condition(mark: Token) -> None:
    """Hangs a condition to the verb behind it and its list: `We did it, if it rains, the crew and I are ready`."""
    verb, main = mark.head, mark.head.head
    if verb.dep_ != "advcl" or main.i > mark.i or text_before(mark) != ",":
        return
    ready = next((c for c in main.rights if c.dep_ == "conj" and c.i > verb.i), None)
    own = next((t for t in verb.subtree if t.dep_ == "appos" and text_before(t.left_edge) == ","), None)
    if ready is None or own is None or subject_of(ready) is not None or own.right_edge != verb.right_edge:
        return
    if ready.left_edge.i != own.right_edge.i + 1 or any(c.dep_ == "cc" for c in main.rights if c.i < ready.i):
        return
    own.head, own.dep_ = ready, "nsubj"
    verb.head = ready


def _mend_free(relative: Token) -> None:
    """Hangs a free relative clause to the verb before it: `would sail wherever the owners told him to`."""
    clause = relative.head
    if relative.is_sent_start or "," in (text_before(relative), text_behind(relative)):
        return
    own = subject_of(clause)
    before = relative.nbor(-1)
    verb = (
        before if before.pos_ == "VERB" else next((t for t in before.ancestors if t.pos_ == "VERB"), before)
    )
    if own is None or not relative.i < own.i < clause.i or verb.pos_ != "VERB" or verb.i > relative.i:
        return
    if clause.head != verb and clause.dep_ in ("ccomp", "conj", "advcl"):
        clause.head, clause.dep_ = verb, "advcl"


def _mend_swallowed_thought(thought: Token) -> None:
    """Frees who thinks from the condition before him: `If we fell at this pace we reckon that the slope will slide`."""
    own = subject_of(thought)
    condition = next((t for t in thought.ancestors if t.dep_ == "advcl"), None)
    if own is None or own.pos_ != "PRON" or own.tag_ in ("WP", "WDT") or condition is None:
        return
    main = condition.head
    has_mark = any(c.dep_ == "mark" and c.lower_ in _SUPPOSING for c in condition.lefts)
    if not has_mark or main.i < thought.i or not any(c.dep_ == "ccomp" for c in thought.rights):
        return
    thought.head, thought.dep_ = main, "ccomp"
    condition.head = thought


def _mend_second_content(verb: Token) -> None:
    """Joins what is said to what was said before, with its subject: `said it is late and tolls must be cut`."""
    first = next((c for c in verb.head.rights if c.dep_ == "ccomp" and c.i < verb.i), None)
    is_told = says(verb.head.lemma_) and not any(t.dep_ == "relcl" for t in (verb.head, *verb.head.ancestors))
    if first is None or subject_of(first) is None or not is_told:
        return
    start = verb.left_edge
    before = start if start.text == "," else start.nbor(-1)
    noun = next((t for t in (before, *before.ancestors) if t.dep_ == "conj" and t.i > first.i), None)
    if noun is not None and noun.pos_ in _NOMINAL and noun.right_edge == before:
        joint = next((c for c in noun.head.rights if c.dep_ == "cc" and c.i < noun.i), None)
        if joint is not None and joint.i + 1 == noun.left_edge.i:
            noun.head, noun.dep_ = verb, "nsubj"
            joint.head = first
            verb.head, verb.dep_ = first, "conj"
    elif before.text == "," and verb.lower_ not in CONDITIONAL_PARTICIPLES:
        verb.head, verb.dep_ = first, "conj"  # `say it is milder, less salty, has won a prize and keeps`


def _mend_held_thought(verb: Token) -> None:
    """Hangs what somebody has faith in to his faith, not to his saying: `said she has faith the pilots will come`."""
    start = verb.left_edge
    noun = start.nbor(-1) if start.i > verb.sent.start else start
    held = noun.head
    is_named = noun.lemma_ in thinking().nouns or noun.lemma_ in modality().contents.words
    if noun.dep_ == "dobj" and held.dep_ == "ccomp" and held.head == verb.head and is_named:
        verb.head, verb.dep_ = noun, "acl"


def _mend_feared(participle: Token) -> None:
    """Hangs what is told of some to them: `12 have sunk, with another five possibly lost`."""
    if participle.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass") for c in participle.lefts):
        return
    start = participle.left_edge
    before = start.nbor(-1) if start.i > participle.sent.start else start
    if before.dep_ == "pobj" and before.head.lower_ == "with" and text_before(before.head) == ",":
        participle.head, participle.dep_ = before, "acl"


def _mend_absolute(participle: Token) -> None:
    """Takes what is told of some to them, taken for its subject: `with another five possibly lost`."""
    opening = next((c for c in participle.lefts if c.dep_ == "mark" and c.lower_ == "with"), None)
    own = subject_of(participle)
    if opening is None or own is None or participle.tag_ != "VBN":
        return
    opening.head, opening.dep_ = participle.head, "prep"
    participle.head, participle.dep_ = own, "acl"
    own.head, own.dep_ = opening, "pobj"


def _mend_stranded(verb: Token) -> None:
    """Gives a preposition the noun taken for a subject: `is ill and without help from the state is likely to die`."""
    own = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    bare = next((c for c in verb.lefts if c.dep_ == "prep" and not list(c.children)), None)
    if own is not None and bare is not None and own.left_edge.i == bare.i + 1:
        own.head, own.dep_ = bare, "pobj"


def _mend_felt_meanwhile(verb: Token) -> None:
    """Gives a mind to somebody, not to what goes on beside it: `would wait while a ballot was on and felt ready`."""
    aside = verb.head
    above, thing = aside.head, subject_of(aside)
    if aside.dep_ not in ("advcl", "ccomp") or thing is None or not _is_mind(verb):
        return
    nouns = noun_sets()
    minds = nouns.people | nouns.organisation | nouns.unnamed_sources
    owner = shared_subject(above)
    if (
        thing.pos_ != "NOUN"
        or thing.text[:1].isupper()
        or thing.lemma_ in minds
        or owner is None
        or owner.dep_ not in SUBJECTS
    ):
        return
    if owner.pos_ in ("PROPN", "PRON") or owner.lemma_ in minds:
        hang(verb, above)


def _is_mind(verb: Token) -> bool:
    lemma = mending().lemmas.get(verb.lower_, verb.lemma_)
    return lemma in modality().minds.words or lemma == "feel"
