"""Verbs that the small model gives two subjects, or robs of theirs: `charged him with theft and Cole left`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import subject_of
from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import SUBJECTS, TENSES
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp"})


def mend_second_subjects(sentence: Span) -> None:
    """Leaves each verb of a sentence the subject that is its own."""
    _mend_main_behind(sentence)
    for token in sentence:
        if token.dep_ == "advmod" and token.tag_ == "NNP":
            _mend_last_name(token)
        elif token.dep_ in ("acl", "relcl"):
            _mend_told_noun(token)
        elif token.dep_ == "nsubj":
            _mend_object_first(token)
            _mend_afterthought(token)


def _mend_told_noun(verb: Token) -> None:
    """Gives the verb behind what a noun says that noun back: `The idea that Oslo wants a sale is nonsense`.

    The small model takes the object in between for its subject: `anyone who thinks Oslo wants a sale is a fool` too.
    """
    noun, clauses = verb.head, [c for c in verb.rights if c.dep_ == "ccomp"]
    under = [c for clause in clauses for c in clause.rights if c.dep_ == "ccomp"]
    stated = next((c for c in (*clauses, *under) if c.lemma_ == "be" and c.tag_ in TENSES), None)
    if stated is None or noun.i > verb.i:
        return
    opening = verb.left_edge
    taken = next((c for c in stated.lefts if c.dep_ == "nsubj"), None)
    if taken is None or taken.right_edge.i + 1 != stated.i:
        return
    inner = taken.left_edge.nbor(-1)
    if inner != verb and inner not in clauses:
        return
    is_told = noun.lemma_ in modality().contents.words and opening.lower_ == "that"
    is_who = opening.lower_ == "who" and not says(inner.lemma_)
    if not (is_told or is_who) or opening.i != noun.i + 1:
        return
    above, dep = noun.head, noun.dep_
    if any(c.dep_ in SUBJECTS for c in noun.children):
        return
    if dep in SUBJECTS:
        if not any(c.dep_ in SUBJECTS and c.i > stated.i for c in above.lefts):
            return
        dep = "ccomp"  # `The idea that Oslo wants a sale is nonsense, Cole said`
    elif dep == "dobj" and says(above.lemma_):
        dep = "ccomp"
    is_many = noun.tag_ == "NNS"
    if (stated.lower_ in ("are", "were")) != is_many:
        return
    stated.head, stated.dep_ = (stated, "ROOT") if dep == "ROOT" else (above, dep)
    for child in list(noun.rights):
        if child.i > stated.i:
            child.head = stated
    noun.head, noun.dep_ = stated, "nsubj"
    taken.head, taken.dep_ = inner, "dobj"
    if is_told:
        verb.dep_ = "acl"


def mend_beside_object(verb: Token) -> bool:
    """Gives a verb the subject taken for another object: `charged him with theft and Cole closed the office`."""
    first, start = verb.head, verb.left_edge.i
    noun = verb.doc[start - 1] if start else verb
    for _ in range(start):  # no further than there are words: repairs may have left a circle
        if noun.right_edge.i != start - 1 or noun.dep_ == "conj" or noun.head.i in (first.i, noun.i):
            break
        noun = noun.head
    joint = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    if noun.dep_ != "conj" or noun.pos_ not in _NOUNS or noun.right_edge.i != start - 1 or joint.dep_ != "cc":
        return False
    is_object = noun.head.pos_ in _NOUNS and first.i < noun.head.i < noun.i < verb.i
    is_object = is_object and not verb.left_edge.is_punct and text_before(noun.head.left_edge) != ","
    if not is_object or first not in noun.ancestors or subject_of(verb) is not None:
        return False
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    is_finite = verb.tag_ in TENSES or (helped and verb.pos_ in ("VERB", "AUX"))
    if not is_finite or not (helped or any(c.dep_ in _COMPLEMENTS for c in verb.rights)):
        return False
    noun.head, joint.head = verb, first
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"
    return True


def _mend_object_first(pronoun: Token) -> None:
    """Makes an object of `which` where the verb has a subject of its own: `which no one but Cole has defended`."""
    verb = pronoun.head
    own = [c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > pronoun.i]
    if pronoun.tag_ in ("WDT", "WP") and own and not any(c.dep_ in _COMPLEMENTS for c in verb.children):
        pronoun.dep_ = "dobj"


def _mend_afterthought(noun: Token) -> None:
    """Takes from a verb what is told behind its clause: `those asked say it should go, a goal that costs much`."""
    verb = noun.head
    own = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    if noun.i > verb.i + 1 and own and noun.pos_ == "NOUN" and text_before(noun.left_edge) == ",":
        noun.dep_ = "npadvmod"


def _mend_last_name(name: Token) -> None:
    """Makes a subject of the end of a name taken for an adverb: `Save Our Ferry Now said it would sue`."""
    before = name.nbor(-1) if name.i else name
    if before.dep_ != "nsubj" or before.head != name.head or not before.text[:1].isupper():
        return
    name.dep_, name.pos_, before.dep_ = "nsubj", "PROPN", "compound"
    for child in list(before.children):
        child.head = name
    before.head = name
    for word in name.lefts:
        if word.text[:1].isupper() and word.dep_ in ("amod", "compound"):
            word.dep_, word.tag_, word.pos_ = "compound", "NNP", "PROPN"


def _mend_main_behind(sentence: Span) -> None:
    """Makes the main verb of the one behind an opening clause: `When she told us it was late, Cole left`."""
    opening, under = sentence[0], sentence.root
    if opening.lower_ not in mending().opening_clauses or opening.dep_ not in ("mark", "advmod"):
        return
    if opening.head != under or sentence[-1].text == "?" or under.pos_ not in ("VERB", "AUX"):
        return
    main = next((t for t in sentence if t.i > under.i and _may_be_main(t)), None)
    if main is None or (under.lemma_ in saying().tagging and main.dep_ == "ccomp" and main.head == under):
        return
    main.head, main.dep_ = main, "ROOT"
    under.head, under.dep_ = main, "advcl"
    for child in [c for c in under.rights if c.i >= main.left_edge.i - 1 and c.is_punct]:
        child.head = main


def _may_be_main(verb: Token) -> bool:
    """Whether a verb with a subject of its own begins behind a comma, joined by nothing to what stands before."""
    own = subject_of(verb)
    if own is None or verb.dep_ not in ("conj", "ccomp", "advcl", "parataxis", "dep") or verb.head.i > verb.i:
        return False
    helped = any(c.dep_ == "aux" and c.tag_ in ("MD", "VBZ", "VBP", "VBD") for c in verb.lefts)
    is_marked = any(c.dep_ == "mark" or c.tag_ in ("WRB", "WDT", "WP") for c in verb.lefts)
    is_open = own.tag_ not in ("WDT", "WP") and not is_marked and (helped or verb.tag_ in TENSES)
    return is_open and text_before(own.left_edge) == ","
