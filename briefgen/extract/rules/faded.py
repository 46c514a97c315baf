"""Hopes that fade: verbs of what a mind comes to, which the small model hangs on what is hoped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.reads import make_root
from briefgen.lexicons.modality import modality
from briefgen.lexicons.nominals import nominal_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSES = frozenset({"acl", "relcl", "ccomp"})
_HELPERS = frozenset({"aux", "auxpass", "agent", "nsubj", "nsubjpass"})


def mend_faded(sentence: Span) -> None:
    """Makes the main verb of `Hopes that Norway would sign a deal faded`, taken for a part of what is hoped."""
    root = sentence.root
    if root.pos_ in ("VERB", "AUX"):
        _mend_bare(root)
        root = sentence.root
    owner = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    is_owned = owner is not None and any(c.dep_ == "case" for c in owner.rights)
    is_mind = root.lower_.removesuffix("s") in _minds()  # not its lemma: `hop` of `hopes`
    if not is_mind or not (root.tag_ in ("NNS", "NN") or (root.tag_ == "VBZ" and is_owned)):
        return
    clause = next((c for c in root.rights if c.dep_ in _CLAUSES), None)
    if clause is None or (owner is not None and not is_owned):
        return
    verb = next((t for t in sentence if t.i > clause.i and _is_faded(t)), None)
    if verb is None:
        return
    if owner is not None:
        owner.dep_, root.tag_, root.pos_, root.lemma_ = "poss", "NNS", "NOUN", root.lower_.removesuffix("s")
    make_root(root, verb, "VBD")
    for child in list(root.rights):
        if child.dep_ == "punct" and child.i > verb.i:
            child.head = verb


def _mend_bare(inner: Token) -> None:
    """Parts what is thought from what comes of it: `Fears the levy could hurt firms grew`."""
    thought, subject = (*inner.lefts, None, None)[:2]
    if thought is None or subject is None or subject.dep_ not in ("nsubj", "nsubjpass"):
        return
    is_mind = thought.pos_ == "NOUN" and thought.lower_.removesuffix("s") in _minds()
    is_beside = thought.dep_ in ("npadvmod", "nsubj", "dep") and subject.left_edge.i == thought.i + 1
    if inner.dep_ != "ROOT" or not is_mind or not is_beside:
        return
    verb = next(
        (c for c in inner.rights if c.dep_ in ("conj", "ccomp") and c.tag_ in ("VBD", "VBZ", "VBP")), None
    )
    if verb is None or any(c.dep_ in ("cc", "mark") for c in (*inner.rights, *verb.lefts) if c.i < verb.i):
        return
    for thing in [c for c in verb.lefts if c.dep_ == "nsubj"]:
        thing.head, thing.dep_ = inner, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    inner.head, inner.dep_ = thought, "acl"
    thought.head, thought.dep_ = verb, "nsubj"
    for child in [c for c in inner.rights if c.i > verb.i]:
        child.head = verb


def _minds() -> frozenset[str]:
    words = modality()
    return words.held_wishes.words | words.held_fears.words | words.held_beliefs.words


def _is_faded(verb: Token) -> bool:
    """Whether a past form tells what a mind comes to: no helper, nothing that it is done to, nobody by whom."""
    is_past = (
        verb.tag_ in ("VBN", "VBD") and verb.dep_ in _CLAUSES and verb.lemma_ in nominal_lexicon().waning
    )
    return is_past and not any(c.dep_ in _HELPERS or c.dep_ == "dobj" for c in verb.children)
