"""What commas set off: states of mind, offices, what an author makes of words.

`The directors, convinced that it was over, sold`, `…, she said, a sign that the board is weak`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import TENSES
from briefgen.extract.rules.mention.phrases import names_role
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.predicates import disposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def mend_set_off(word: Token) -> None:
    """Gives the verb behind a state of mind its subject back, which was taken for the subject of the state.

    The state then hangs on whose it is.
    """
    if word.dep_ == "nsubj":
        _mend_office(word)
    if word.tag_ == "NN" and word.lemma_ in saying().summing_up:
        _mend_summing_up(word)
    if word.tag_ not in ("VBD", "VBN", "JJ") or word.i < 2 or text_before(word) != ",":
        return
    subject = next((c for c in word.lefts if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.right_edge.i < word.i - 2 or disposition(word.lower_) is None:
        return
    verb = _verb_behind(word)
    if verb is None or any(c.dep_ in ("aux", "auxpass") for c in word.lefts):
        return
    if verb.head == word or word.is_ancestor(verb):
        verb.dep_ = word.dep_
        verb.head = verb if word.dep_ == "ROOT" else word.head
    for comma in list(word.lefts):
        if comma.is_punct:
            comma.head = subject
    subject.head, subject.dep_ = verb, "nsubj"
    word.head, word.dep_, word.tag_ = subject, "acl", "VBN"


def mend_bare_content(state: Token) -> None:
    """Frees a state of mind taken for what stands before the subject behind it: `are afraid voters would leave`."""
    noun = state.head
    clause, be = noun.head, noun.head.head
    if noun.dep_ not in _SUBJECTS or clause.dep_ != "ccomp" or be.lemma_ != "be" or be.i > state.i:
        return
    between = state.doc[be.i + 1 : state.i]
    is_first = noun.left_edge == state.left_edge and all(t.dep_ in ("advmod", "neg") for t in between)
    if not is_first or disposition(state.lower_) is None or clause.head != be:
        return
    has_subject = be.dep_ == "conj" or any(c.dep_ in _SUBJECTS for c in be.lefts)
    if not has_subject or any(c.dep_ in ("acomp", "attr") for c in be.children):
        return
    state.head, state.dep_ = be, "acomp"
    clause.head = state


def _mend_office(office: Token) -> None:
    """Gives a verb its subject back where no comma ends the office: `Jo Lind, Port Union leader said it was over`."""
    start, verb = office.left_edge, office.head
    if start.i < 2 or text_before(start) != "," or office.i + 1 != verb.i or not says(verb.lemma_):
        return
    name = start.nbor(-2)
    is_bare = start.dep_ not in ("det", "poss", "nummod") and office.tag_ in ("NN", "NNP")
    is_name = name.ent_type_ == "PERSON" and name.tag_ == "NNP" and name.dep_ in ("nsubj", "dep", "npadvmod")
    if not (is_bare and is_name and name.head == verb and names_role(office)):
        return
    if name.left_edge.is_sent_start or name.left_edge.nbor(-1).is_punct:
        name.dep_ = "nsubj"
        office.head, office.dep_ = name, "appos"


def _mend_summing_up(noun: Token) -> None:
    """Hangs what an author makes of somebody's words on the saying: `said he would pay, a sign that he is afraid`."""
    start = noun.left_edge
    is_apart = start.i > noun.sent.start and text_before(start).rstrip('”"') in (",", "—", "–", "-", "")
    behind = noun.doc[noun.right_edge.i + 1 : noun.sent.end]
    told = [t for t in noun.ancestors if t.pos_ == "VERB" and says(t.lemma_) and t.i < noun.i]
    is_beside = noun.dep_ in ("appos", "npadvmod", "dobj", "dep", "attr", "conj")
    if start.lower_ in ("a", "an") and is_apart and is_beside and told and all(t.is_punct for t in behind):
        noun.head, noun.dep_ = told[-1], "npadvmod"


def _verb_behind(word: Token) -> Token | None:
    """Returns the finite verb without a subject that the next comma but that of a clause within leads to."""
    for verb in word.doc[word.i + 1 : word.sent.end]:
        has_subject = any(c.dep_ in _SUBJECTS for c in verb.lefts)
        stands = verb.tag_ in TENSES and verb.dep_ not in ("aux", "auxpass", "acl", "relcl", "amod")
        helped = verb.tag_ in ("VBN", "VBG", "VB") and any(
            c.dep_ in ("aux", "auxpass") and c.tag_ in (*TENSES, "MD") for c in verb.lefts
        )
        if (stands or helped) and not has_subject:
            start = verb.left_edge if verb.head != word and word not in verb.lefts else verb
            begins = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod")), start)
            first = begins if begins.i < verb.i else verb
            return verb if text_before(first) == "," else None
    return None
