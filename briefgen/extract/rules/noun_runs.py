"""Nouns that the small model takes for clauses: `550m could go`, `rain and winds gusting`, `Hospital waiting times`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import subject_of
from briefgen.extract.rules.attribution.saying import says
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.mending import mending

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"pobj", "dobj", "conj", "nsubj", "nsubjpass", "attr", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mend_noun_runs(sentence: Span) -> None:
    """Gives the nouns of a sentence back what belongs to them."""
    for token in sentence:
        tag, dep = token.tag_, token.dep_
        if token.i > sentence.start and token.lower_ in mending().amounts and _is_glued(token):
            _mend_amount(token)
        elif dep == "conj" and tag == "VBG":
            _mend_described(token)
        elif dep in ("conj", "ccomp") and tag in ("VBZ", "VBP", "VBD") and token.lemma_ == "be":
            _mend_all(token)
        elif dep == "dobj" and token.pos_ in _NOUNS:
            _mend_list(token)
        elif dep == "compound" and token.lower_ == "cost":
            _mend_cost(token)
        elif dep == "acl" and tag == "VBG":
            _mend_compound(token)


def _is_glued(unit: Token) -> bool:
    """Whether a word is the end of a number: `550m`."""
    number = unit.nbor(-1)
    return number.text[-1:].isdigit() and number.idx + len(number) == unit.idx


def _mend_amount(unit: Token) -> None:
    """Makes a noun of what ends a number, with all that measures it: `More than pounds 550m could go`."""
    unit.tag_, unit.pos_, unit.lemma_ = "NNS", "NOUN", unit.lower_
    number, verb = unit.nbor(-1), unit.head
    if unit.dep_ not in _SUBJECTS or number in unit.subtree:
        return
    top = number
    while top.head not in (top, verb):
        top = top.head
    if top.head == verb and top != verb and top.right_edge == number:
        top.head, top.dep_ = unit, "nummod" if top == number else "quantmod"


def _mend_described(participle: Token) -> None:
    """Joins to a noun what goes on with it, taken for a clause: `called for low rain and winds gusting to 50 mph`.

    What stands beside a finite verb is finite, or has its helper.
    """
    verb, own = participle.head, subject_of(participle)
    if own is None or own.i > participle.i or own.tag_ not in ("NN", "NNS", "NNP", "NNPS"):
        return
    if verb.tag_ == "VBG" or any(c.dep_ in ("aux", "auxpass") for c in participle.lefts):
        return
    joint = own.left_edge.nbor(-1) if own.left_edge.i > verb.sent.start else own
    first = joint.nbor(-1) if joint.dep_ == "cc" and joint.i > verb.i + 1 else joint
    if first.pos_ not in _NOUNS or first.dep_ not in _OBJECTS or first.i < verb.i:
        return
    joint.head = first
    own.head, own.dep_ = first, "conj"
    participle.head, participle.dep_ = own, "acl"


def _mend_list(noun: Token) -> None:
    """Joins a second object to the noun before its comma: `after it grew wary of its debts, its plans and its head`."""
    joint = next((c for c in noun.rights if c.dep_ == "cc"), None)
    start, verb = noun.left_edge, noun.head
    if joint is None or start.i < 2 or text_before(start) != "," or start.nbor(-2).pos_ not in _NOUNS:
        return
    if not any(c.dep_ == "dobj" and c.i < noun.i for c in verb.rights):
        return
    first = start.nbor(-2)
    if first.dep_ in _OBJECTS and first.i > verb.i and first.head != verb and first.right_edge == first:
        start.nbor(-1).head = first
        noun.head, noun.dep_ = first, "conj"


def _mend_all(verb: Token) -> None:
    """Makes a subject of `all the council has offered`, taken for a clause before another: `but all it did is talk`."""
    offered = verb.head
    start = offered.left_edge
    is_whole = start.lower_ in ("all", "what") and offered.right_edge.i >= verb.i - 1
    is_first = verb.dep_ == "ccomp" and start.lower_ == "all" and verb.left_edge.i == offered.i + 1
    if is_first and offered.i < verb.i:
        above = offered.head
    elif verb.dep_ == "ccomp":
        return
    elif offered.dep_ == "conj" and verb.head.head.i < offered.i:
        above = offered.head
    elif any(c.dep_ == "conj" and c.i == verb.i - 1 for c in offered.rights):
        # both hang on the first: `We waited, but all it offered is talk`
        above, offered = offered, verb.nbor(-1)
        start = offered.left_edge
        is_whole = start.lower_ in ("all", "what")
    else:
        return
    own = subject_of(offered)
    if subject_of(verb) is not None or own is None or own.i > offered.i or not is_whole:
        return
    if any(c.dep_ == "dobj" and c != start for c in offered.children):
        return
    verb.dep_ = offered.dep_ if is_first else verb.dep_
    verb.head = verb if above == offered else above
    for mark in [c for c in offered.children if is_first and c.is_punct and c.i > verb.i]:
        mark.head = verb
    offered.head, offered.dep_ = verb, "csubj"


def _mend_cost(cost: Token) -> None:
    """Makes a verb of what a thing is said to cost: `argued the ferry cost 200 kroner a day`."""
    price, teller = cost.head, cost.head.head
    thing = cost.nbor(-1) if cost.i else cost
    numbers = cost.doc[cost.i + 1 : min(price.right_edge.i + 2, cost.sent.end)]
    is_told = price.dep_ == "dobj" and says(teller.lemma_) and teller.i < thing.i and thing.pos_ in _NOUNS
    if not is_told or price.i < cost.i or not any(t.text[0].isdigit() for t in numbers):
        return
    for child in [c for c in price.lefts if c.i < cost.i and c != thing]:
        child.head = thing
    for child in [c for c in teller.rights if c.i > price.i and not c.is_punct]:
        child.head = cost
    cost.head, cost.dep_, cost.tag_, cost.pos_ = teller, "ccomp", "VBD", "VERB"
    thing.head, thing.dep_ = cost, "nsubj"
    price.head = cost


def _mend_compound(participle: Token) -> None:
    """Makes one noun of three: `Hospital waiting times are long`; a bare noun that is one goes with no `are`."""
    noun, verb = participle.head, participle.head.head
    times = next((c for c in participle.rights if c.i == participle.i + 1), None)
    if times is None or times.tag_ != "NNS" or noun.tag_ not in ("NN", "NNP") or noun.i != participle.i - 1:
        return
    is_several = verb.tag_ == "VBP" or verb.lower_ == "were" or any(c.lower_ == "were" for c in verb.lefts)
    if noun.dep_ not in _SUBJECTS or noun.left_edge != noun or not is_several or verb.i < times.i:
        return
    times.head, times.dep_ = verb, noun.dep_
    for child in [c for c in participle.rights if c != times]:
        child.head = times
    participle.head, participle.dep_, participle.tag_, participle.pos_ = times, "compound", "NN", "NOUN"
    noun.head, noun.dep_ = times, "compound"
