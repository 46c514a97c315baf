"""Words mended that were taken for another class: a verb for a noun’s adjective, an auxiliary or an adverb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.lexicons.mending import mending

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend_infinitive(to: Token) -> None:
    """Makes an infinitive of `to favour laws`, where the verb was taken for the noun's adjective."""
    noun = next((c for c in to.children if c.dep_ == "pobj"), None)
    verb = None if noun is None else next((c for c in noun.lefts if c.i == to.i + 1), None)
    if noun is None or verb is None or verb.tag_ != "VB" or verb.dep_ not in ("amod", "compound"):
        return
    if to.head.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    verb.head, verb.dep_, verb.pos_ = to.head, "xcomp", "VERB"
    to.head, to.dep_, to.tag_ = verb, "aux", "TO"
    noun.head, noun.dep_ = verb, "dobj"


def mend_felt(felt: Token) -> None:
    """Makes a verb of the `felt` taken for an auxiliary: `he had felt pushed out and was tired`."""
    below = felt.head
    if below.tag_ != "VBN" or felt.i > below.i:
        return
    felt.dep_, felt.pos_, felt.tag_ = below.dep_, "VERB", "VBD" if felt.lower_ == "felt" else felt.tag_
    felt.lemma_ = "feel"
    felt.head = felt if below.dep_ == "ROOT" else below.head
    for child in list(below.children):
        if child.i < felt.i or child.dep_ in ("conj", "cc", "punct"):
            child.head = felt
            child.dep_ = "nsubj" if child.dep_ == "nsubjpass" else child.dep_
    below.head, below.dep_ = felt, "xcomp"


def mend_has(helper: Token) -> None:
    """Makes a perfect tense of `he’s spoken out` and `she’s called it a farce`, taken for passives."""
    verb = helper.head
    is_done = verb.lemma_ in mending().never_passive or any(c.dep_ == "dobj" for c in verb.rights)
    if helper.lower_ not in ("’s", "'s") or not is_done:
        return
    helper.dep_ = "aux"
    for child in verb.lefts:
        child.dep_ = "nsubj" if child.dep_ == "nsubjpass" else child.dep_


def mend_subject_of(helper: Token) -> None:
    """Gives a verb the subject that hangs on its helper: `both leaders were convinced that it rained`."""
    if helper.dep_ != "auxpass":
        return
    for child in list(helper.lefts):
        if child.dep_ in ("nsubj", "nsubjpass") and not any(c.dep_ in SUBJECTS for c in helper.head.lefts):
            child.head, child.dep_ = helper.head, "nsubjpass"


def mend_liking(like: Token) -> None:
    """Makes a verb of `Most of them like the tram`."""
    noun = next((c for c in like.rights if c.dep_ == "pobj"), None)
    if noun is not None and any(c.dep_ == "nsubj" for c in like.lefts):
        like.tag_, like.pos_, noun.dep_ = "VBP", "VERB", "dobj"


def mend_backing(verb: Token) -> None:
    """Makes a verb of `Scientists broadly back the minister`, taken for an adverb."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and any(c.dep_ == "dobj" for c in verb.rights):
        verb.tag_, verb.pos_ = "VBP" if subject.tag_ in ("NNS", "NNPS") else "VB", "VERB"


def mend_base(verb: Token) -> None:
    """Makes a present tense of a base form that several are the subject of: `that the critics at last agree`."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    is_taken = verb.dep_ == "ccomp" and verb.head.lemma_ in mending().taking_base
    helped = is_taken or any(c.dep_ == "aux" for c in verb.lefts)
    several = subject is not None and (
        subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "we", "you", "i")
    )
    if several and not helped:
        verb.tag_ = "VBP"


def mend_relative(noun: Token) -> None:
    """Makes a verb of what is taken for several in a relative clause: `a deal in which a firm buys another`."""
    if any(c.dep_ == "nsubj" for c in noun.lefts) and any(t.tag_ in ("WDT", "WP") for t in noun.subtree):
        for verb in (noun, *(c for c in noun.rights if c.dep_ == "conj" and c.tag_ == "NNS")):
            verb.tag_, verb.pos_ = "VBZ", "VERB"


def mend_past(verb: Token) -> None:
    """Makes a past tense of a participle with a subject and no helper: `it no longer expected to win`."""
    children = [child.dep_ for child in verb.lefts]
    if "nsubj" in children and "aux" not in children and "auxpass" not in children:
        verb.tag_ = "VBD"


def mend_pledged(verb: Token) -> bool:
    """Makes a noun's participle of one taken for a verb: `leads in both pledged seats and votes`.

    `where 40 pledged seats will be at stake` is the same with a number for its subject.
    """
    noun = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if verb.i == 0 or noun is None or noun.i != verb.i + 1 or noun.tag_ != "NNS":
        return False
    before = verb.nbor(-1)
    if verb.dep_ == "conj" and before.dep_ == "pobj" and before.lower_ == "both":
        noun.head, noun.dep_ = before.head, "pobj"
        before.head, before.dep_ = noun, "det"
    elif before.dep_ == "nsubj" and before.tag_ == "CD" and before.head == verb:
        helper = next((t for t in verb.doc[noun.i + 1 : noun.i + 2] if t.dep_ in ("aux", "auxpass")), None)
        main = None if helper is None else helper.head
        if main is None or any(c.dep_ in SUBJECTS for c in main.lefts):
            return False
        for child in [*main.lefts]:
            if child.i < verb.left_edge.i:
                child.head = main.head
        for child in [*verb.lefts]:
            child.head = main
        main.head, main.dep_ = (main, "ROOT") if verb.dep_ == "ROOT" else (verb.head, verb.dep_)
        noun.head, noun.dep_ = main, "nsubj"
        before.head, before.dep_ = noun, "nummod"
    else:
        return False
    verb.head, verb.dep_, verb.tag_ = noun, "amod", "VBN"
    return True


def mend_name_in_ing(name: Token) -> None:
    """Makes an owner of a name that ends like a gerund: `Denning’s allies dispute it`."""
    verb, owned = name.head, next((c for c in name.rights if c.dep_ == "dobj"), None)
    mark = name.nbor(1)
    if owned is None or mark.head != name or not name.text.istitle():
        return
    name.tag_, name.pos_, mark.tag_, mark.dep_ = "NNP", "PROPN", "POS", "case"
    owned.head, owned.dep_ = verb, "nsubj"
    name.head, name.dep_ = owned, "poss"
