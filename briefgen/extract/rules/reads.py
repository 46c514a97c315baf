"""Statements that read and letters that say: verbs that the small model hangs on whose they are or who has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.actor_words import noun_sets

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend_reading(root: Token) -> None:
    """Makes the verb of `A statement from the club read: …`, taken for the noun behind the club."""
    if root.lower_ == "read" and root.tag_ == "NN":
        _mend_read_root(root)
    if root.tag_ != "NN" or root.lemma_ not in noun_sets().documents:
        return
    for preposition in root.rights:
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if noun is None or noun.lower_ != "read" or noun.tag_ != "NN":
            continue
        owner = next((c for c in noun.lefts if c.i == noun.i - 1 and c.dep_ == "compound"), None)
        if owner is None or (noun.i + 1 < len(noun.doc) and not noun.nbor(1).is_punct):
            continue
        for child in list(noun.lefts):
            if child != owner:
                child.head = owner
        owner.head, owner.dep_ = preposition, "pobj"
        set_off = [c for c in root.lefts if c.dep_ in ("intj", "punct")]
        make_root(root, noun, "VBD")
        for child in set_off:
            child.head = noun
        return


def _mend_read_root(read: Token) -> None:
    """`The club's statement read: …`."""
    if read.i + 1 >= len(read.doc) or not read.nbor(1).is_punct:
        return
    document = next((c for c in read.lefts if c.i == read.i - 1 and c.dep_ in ("compound", "nsubj")), None)
    if document is None or document.lemma_ not in noun_sets().documents:
        return
    for child in list(read.lefts):
        if child.dep_ in ("det", "poss", "amod", "compound") and child != document:
            child.head = document
    document.dep_ = "nsubj"
    read.tag_, read.pos_ = "VBD", "VERB"


def mend_telling(participle: Token) -> None:
    """Hangs what a document says on it, not on who has it: `criticised a letter to the board saying it was late`."""
    verb = participle.head
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < participle.i), None)
    documents = saying().vehicles | noun_sets().documents
    first = participle.left_edge.i
    if thing is not None and thing.lemma_ in documents and says(participle.lemma_):
        between = max((c.right_edge.i for c in verb.rights if c.i < participle.i), default=thing.i)
        if between == first - 1 and text_before(participle.left_edge) not in (",", "—", "–", "-"):
            participle.head, participle.dep_ = thing, "acl"
        return
    # `Her words answer a letter that Cole sent on Monday saying it was late`
    sent = next((t for t in verb.subtree if t.dep_ == "relcl" and t.right_edge.i == first - 1), None)
    if sent is not None and sent.head.lemma_ in documents and says(participle.lemma_):
        participle.head = sent


def mend_shown(participle: Token) -> None:
    """Makes a subject of who is shown speaking, taken for a part of a noun: `The film shows Cole saying, “…”`."""
    name = participle.nbor(-1) if participle.i else participle
    is_part = name.dep_ == "compound" and name.head == participle and name.text.istitle()
    if is_part and participle.head.lemma_ in saying().catching and says(participle.lemma_):
        name.dep_, participle.dep_, participle.pos_ = "nsubj", "ccomp", "VERB"


def mend_reduced_content(participle: Token) -> None:
    """Makes a clause of who was taken for an object, `reduced`: `said paramedics dreaded transfers over the pass`.

    A participle behind its noun has no object of its own.
    """
    noun = participle.head
    verb = noun.head
    is_object = (
        noun.dep_ == "dobj" and noun.tag_ in ("NNS", "NNP", "NN") and participle.left_edge.i == noun.i + 1
    )
    has_object = any(c.dep_ == "dobj" for c in participle.rights)
    if not is_object or not has_object or not says(verb.lemma_) or noun.left_edge.i != verb.i + 1:
        return
    participle.head, participle.dep_, participle.tag_ = verb, "ccomp", "VBD"
    noun.head, noun.dep_ = participle, "nsubj"


def mend_that_behind(that: Token) -> None:
    """Makes the word before a content clause no object of it: `said in a letter accusing Oslo that she would sue`.

    Nor is it one behind who is told: `told two officers that he strolled about`.
    """
    verb, saying_verb = that.head, that.head.head
    told = [c for c in saying_verb.rights if c.dep_ == "dobj"]
    if told:
        is_whom = saying_verb.lemma_ in saying().addressing and told[0].right_edge.i == that.i - 1
        if not is_whom:
            return
    elif not any(c.dep_ == "prep" and c.right_edge.i == that.i - 1 for c in saying_verb.rights):
        return
    is_first = that == verb.left_edge and that.nbor(1).dep_ in ("det", "nsubj", "poss", "compound", "amod")
    if (
        is_first
        and says(verb.head.lemma_)
        and verb.head.i < that.i
        and any(c.dep_ == "nsubj" for c in verb.lefts)
    ):
        that.dep_, that.tag_ = "mark", "IN"


def make_root(noun: Token, verb: Token, tag: str) -> None:
    """Makes a verb of a tag the root of its sentence, and the noun that was it its subject."""
    for child in list(noun.rights):
        if child.i > verb.i:
            child.head = verb
    verb.tag_, verb.pos_, verb.dep_ = tag, "VERB", "ROOT"
    verb.head = verb
    noun.dep_ = "nsubj"
    noun.head = verb
