"""Subjects swallowed by the time or place told before them: `On Friday officials at the bank said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import SUBJECTS, TENSES
from briefgen.extract.rules.neighbours import text_before, text_behind
from briefgen.lexicons.mending import mending

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SETTING = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})


def mend_fronted(sentence: Span) -> None:
    """Parts the subject of a sentence from what stands before it without a comma, or with one."""
    _mend_that_said(sentence)
    root = sentence.root
    _mend_what_is_more(root)
    _mend_of_whom(root)
    _mend_bare_tag(root)
    if root.tag_ == "VBN" and says(root.lemma_) and not any(c.dep_ in ("aux", "auxpass") for c in root.lefts):
        root.tag_ = "VBD"  # `In Oslo, an envoy who was there said`
    if root.tag_ not in TENSES or any(c.dep_ in SUBJECTS for c in root.children):
        return
    opening = next((c for c in root.lefts if c.dep_ == "prep"), None)
    inside = [] if opening is None else [c for c in opening.rights if c.dep_ == "pobj"]
    if opening is None or not inside or opening.right_edge.i < root.i - 2:
        return
    if len(inside) == 2:  # `On Friday the bank said`
        inside[1].head, inside[1].dep_ = root, "nsubj"
        return
    subject = inside[0]
    manner = opening.nbor(1)
    if manner.lower_ in mending().manners and manner.head == subject and subject.tag_ in ("NNP", "NNPS"):
        manner.head, manner.dep_ = opening, "pobj"  # `In private Ola Cole is doubtful`
        subject.head, subject.dep_ = root, "nsubj"
        return
    beside = next(
        (c for c in subject.rights if c.dep_ in ("conj", "appos") and text_before(c.left_edge) == ","), None
    )
    if beside is not None and not any(c.dep_ == "cc" for c in subject.rights):
        beside.head, beside.dep_ = root, "nsubj"  # `In Oslo, Ann Cole, a former envoy, said`
        return
    setting = opening.nbor(1)
    if subject not in (setting.head, setting.head.head) or setting.dep_ not in (
        "compound",
        "nmod",
        "npadvmod",
    ):
        return
    is_parted = text_behind(setting) == ","
    if setting.ent_type_ not in _SETTING or setting.i >= subject.i:
        return
    if not is_parted and setting.ent_type_ not in ("DATE", "TIME"):
        return
    setting.head, setting.dep_ = opening, "pobj"
    subject.head, subject.dep_ = root, "nsubj"


def _mend_what_is_more(root: Token) -> None:
    """Frees a sentence from `What is more,`, taken for its subject."""
    sentence = root.sent
    if len(sentence) < 4 or sentence[0].lower_ != "what" or sentence[1].lemma_ != "be":
        return
    clause = sentence[1]
    is_taken = clause.dep_ in ("csubj", "csubjpass", "advcl")
    if is_taken and sentence[2].tag_ == "JJR" and sentence[3].text == ",":
        clause.dep_ = "parataxis"


def _mend_that_said(sentence: Span) -> None:
    """Makes nobody a speaker in `That said, it may fail`, whose first words only turn to the next."""
    that = next((t for t in sentence[:3] if t.lower_ == "that"), None)
    if that is None or that.i + 2 >= sentence.end or that.nbor(2).text != ",":
        return
    said = that.nbor(1)
    if (
        said.lower_ != "said"
        or that.head != said
        or any(t.dep_ in SUBJECTS for t in sentence[: that.i - sentence.start])
    ):
        return
    that.dep_, said.tag_ = "nsubjpass", "VBN"
    main = next((c for c in said.rights if c.dep_ == "ccomp"), None)
    if said.dep_ == "ROOT" and main is not None:
        main.head, main.dep_ = main, "ROOT"
        for child in list(said.rights):
            child.head = main
        said.head = main
    if said.dep_ != "relcl" and said.head != said:
        said.dep_ = "advcl"


def _mend_of_whom(root: Token) -> None:
    """Frees the subject from of whom it speaks: `Of Cole, Berg, who gave her money, said`."""
    of = next((c for c in root.lefts if c.dep_ == "nsubj" and c.lower_ == "of"), None)
    subject = None if of is None else next((c for c in of.rights if c.dep_ == "pobj"), None)
    if of is None or subject is None:
        return
    named = next((c for c in subject.lefts if c.dep_ == "nmod" and text_behind(c) == ","), None)
    if named is not None:
        named.head, named.dep_ = of, "pobj"
        subject.head, subject.dep_ = root, "nsubj"
    of.dep_ = "prep"


def _mend_bare_tag(root: Token) -> None:
    """Parts a sayer from what is said in a word: `Or maybe the port, adviser Ann Cole says.`"""
    subject = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    if subject is None or root.lemma_ not in saying().tagging or any(not c.is_punct for c in root.rights):
        return
    sayer = next((c for c in subject.rights if c.dep_ in ("conj", "appos")), None)
    if sayer is None or sayer.right_edge.i + 1 != root.i or text_before(sayer.left_edge) != ",":
        return
    opens = root.sent[0].tag_ in ("CC", "RB") and sayer.tag_ == "NNP"
    if opens and not any(c.dep_ == "cc" for c in subject.rights):
        sayer.head, sayer.dep_ = root, "nsubj"
        subject.dep_ = "dep"
