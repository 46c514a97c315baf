"""Clauses that a tag parts from the word they complete: `She is convinced, an aide said, that it will fail`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import says, thinking, thinks
from briefgen.extract.rules.grammar import TENSES
from briefgen.extract.rules.neighbours import text_before, text_behind
from briefgen.lexicons.position_cues import position_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE_TAGS = frozenset({"nsubj", "advmod", "punct", "npadvmod"})
_LONGEST_TAG = 12
"""Tokens of a tag's subject."""


def mend_parted(that: Token) -> None:
    """Hangs a `that` clause behind a tag to the wish, belief or feeling before the tag."""
    clause, doc = that.head, that.doc
    cue = doc[that.i - 2] if that.i > 4 else None
    if cue is None or text_before(that) != "," or cue.tag_ not in TENSES or not says(cue.lemma_):
        return
    sayer = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    if sayer is None or sayer.left_edge.i < 2 or cue.i - sayer.left_edge.i > _LONGEST_TAG:
        return
    comma = sayer.left_edge.nbor(-1)
    word = comma.nbor(-1)
    if word.dep_ in ("dobj", "dative") and says(word.head.lemma_):
        word = word.head  # `told friends, an aide said, that …`
    main = word.head if word.dep_ in ("acomp", "attr", "oprd") else word
    if comma.text != "," or clause.i < that.i or not _takes_that(word) or not _has_subject(main):
        return
    if main.dep_ != "ROOT" and main.head not in (clause, cue) and main.head.head != clause:
        return
    if main.dep_ != "ROOT":
        main.dep_ = "ROOT"
        main.head = main
    cue.head, cue.dep_ = main, "parataxis"
    clause.head, clause.dep_ = word, "ccomp"


def mend_aside(cue: Token) -> None:
    """Frees a tag taken for a relative clause: `The minister, one of them claimed, regards it as a mistake`."""
    verb, sayer = cue.head.head, next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    if (
        sayer is None
        or cue.tag_ not in TENSES
        or any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in cue.lefts)
    ):
        return
    is_alone = all(c.dep_ in _BESIDE_TAGS for c in cue.children)
    if is_alone and text_before(sayer.left_edge) == "," and text_behind(cue) == "," and verb.i > cue.i:
        cue.head, cue.dep_ = verb, "parataxis"


def _takes_that(word: Token) -> bool:
    if word.pos_ == "VERB" or word.tag_ in ("VBN", "JJ"):
        lemma = "hope" if word.lemma_ == "hop" else word.lemma_  # so the model reads `hopes`
        known = thinks(lemma) or says(lemma) or word.lower_ in thinking().adjectives
        known |= lemma in position_cues().lays_bare
        return known or word.dep_ == "acomp" or any(c.dep_ == "auxpass" for c in word.lefts)
    return False


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts)
