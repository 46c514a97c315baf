"""Relative clauses hung to the wrong noun, and a view that has swallowed a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.actor_words import noun_sets

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_BODIES = frozenset({"ORG", "GPE", "FAC", "LOC"})


def mend_who(who: Token) -> None:
    """Hangs `who` to the people before a thing: `people briefed on the talks, who added that it was late`.

    So behind a body: `an analyst at Velmora Bank, who expects a fall`.
    """
    clause = who.head
    if clause.tag_ == "IN":
        _mend_like(who, clause)
        return
    noun = clause.head
    is_set_off = text_before(who) == ","
    is_thing = noun.pos_ == "NOUN" and not _may_be_who(noun) and not noun.ent_type_
    is_body = noun.pos_ == "PROPN" and noun.ent_type_ in _BODIES and noun.dep_ == "pobj"
    if not is_set_off or not (is_thing or is_body):
        return
    above = next((t for t in noun.ancestors if t.pos_ in _NOUNS), None)
    if above is not None and _may_be_who(above):
        is_named = above.dep_ == "appos" and above.head.pos_ == "PROPN"
        clause.head = above.head if is_named else above


def _may_be_who(noun: Token) -> bool:
    nouns = noun_sets()
    return (
        noun.pos_ == "PROPN"
        or noun.lemma_ in nouns.person | nouns.titles | nouns.group | nouns.unnamed_sources
    )


def _mend_like(who: Token, like: Token) -> None:
    """Frees the verb behind `who like others`: `said one of them, who like others asked for no name`."""
    noun = like.head
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        top = top.head
    verb = top.head
    if like.lower_ != "like" or top.dep_ != "nsubj" or verb.i < like.i or verb.dep_ != "ccomp":
        return
    top.head = verb.head
    verb.head, verb.dep_ = noun, "relcl"
    who.head, like.head, like.dep_ = verb, verb, "prep"


def mend_behind_relative(participle: Token) -> None:
    """Gives more words to who said the last before them: `a deficit, which Cole called a disgrace, blaming Kane`."""
    verb, first = participle.head, participle.left_edge
    if not says(participle.lemma_) or text_before(first) != "," or verb.dep_ == "relcl":
        return
    clause = next(
        (
            t
            for t in verb.subtree
            if t.dep_ == "relcl" and t.i < participle.i and t.right_edge.i == first.i - 2
        ),
        None,
    )
    who = None if clause is None else next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    if clause is not None and who is not None and who.tag_ in ("NNP", "NN", "NNS") and says(clause.lemma_):
        participle.head = clause


def mend_whose(whose: Token) -> None:
    """Gives `said` the name before it, taken for a second subject: `Cole, whose party voted against it, said`."""
    verb = whose.head.head
    name = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i < whose.i), None)
    above = verb.head if verb.dep_ == "ccomp" else _going_on(verb)
    if text_before(whose) != "," or whose.head.dep_ != "nsubj" or name is None or name == whose.head:
        return
    if above is None or above.i < verb.i or any(c.dep_ == "nsubj" for c in above.lefts):
        return
    if above.head == verb:
        above.dep_ = verb.dep_
        above.head = above if verb.dep_ == "ROOT" else verb.head
    for child in list(verb.lefts):
        if child.i < whose.i:
            child.head = above
    verb.head, verb.dep_ = name, "relcl"


def _going_on(verb: Token) -> Token | None:
    """Returns the verb behind a clause that a comma alone joins to it."""
    joined = (c for c in verb.rights if c.dep_ == "conj" and text_before(c.left_edge) == ",")
    return next((c for c in joined if not any(x.dep_ == "cc" for x in verb.rights if x.i < c.i)), None)


def mend_view(view: Token) -> None:
    """Frees a subject from whose view it is, without a comma: `In his view speculators are to blame`."""
    noun = view.head
    first = noun.left_edge
    preposition = noun.head if noun.dep_ == "pobj" else first.nbor(-1) if first.i else first
    is_view = view.lemma_ in saying().viewpoints and preposition.lower_ in ("in", "to")
    verb = preposition.head
    if not is_view or verb.pos_ not in ("VERB", "AUX") or noun.i != view.i + 1:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c != noun for c in verb.children):
        return
    if any(c.dep_ == "pobj" and c != noun for c in preposition.children):
        return
    for owner in [c for c in noun.lefts if c.dep_ == "poss"]:
        owner.head = view
    view.head, view.dep_ = preposition, "pobj"
    noun.head, noun.dep_ = verb, "nsubj"
