"""Sayers of tags told at length, whom the small model takes for something else.

`Oslo, said Ann Cole, a former envoy, wants a pact`, `Cole is afraid, an official who asked not to be named said`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.coordinates import is_set_off
from briefgen.extract.rules.grammar import SUBJECTS, TENSES
from briefgen.extract.rules.neighbours import text_before
from briefgen.extract.rules.tellers import mend_said_with, mend_second_teller
from briefgen.lexicons.actor_words import noun_sets

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BEHIND_TAGS = frozenset({"prep", "punct", "npadvmod", "advmod", "dobj"})
_LOOSE = frozenset({"advcl", "ccomp", "conj", "dep", "xcomp"})
_STANDING = frozenset({"ROOT", "ccomp", "conj"})
_APART = frozenset({"appos", "conj", "npadvmod"})


def mend_sayers(sentence: Span) -> None:
    """Gives the tags of a sentence their sayers, and the sentence its subject back."""
    taggers = _taggers()
    cues = [token for token in sentence if token.lemma_ in taggers]
    if not cues:
        return
    for token in cues:
        if token.i > sentence.start and token.nbor(-1).lemma_ in saying().naming:
            _mend_unnamed(token.nbor(-1))
    _mend_time_behind(sentence.root)
    root = sentence.root
    cue = next((c for c in root.lefts if c.dep_ == "parataxis" and _tags(c)), root)
    _mend_apposed_subject(cue)
    _mend_inverted_tag(cue)
    _mend_last_body(root, cues)
    _mend_relative_tag(root, cues)
    _mend_last_sayer(root)
    for token in cues:
        _mend_joined_sayer(token, root)
    _mend_briefed(root)
    _mend_inverted_last(root)
    for token in cues:
        if token.dep_ == "parataxis":
            _mend_tag_of_subject(token)
        mend_said_with(token, root)
        mend_second_teller(token)


def _give_back(taken: Token, sayer: Token, root: Token) -> bool:
    """Makes an object of a noun taken for the subject of the cue: `does not trust promises, a diplomat said`."""
    verb = taken.left_edge.nbor(-1) if taken.left_edge.i else taken
    if verb.pos_ != "VERB" or verb.i <= root.i or sayer.head != taken:
        return False
    if any(c.dep_ == "dobj" for c in verb.rights):
        return False
    taken.head, taken.dep_ = verb, "dobj"
    return True


def _tags(verb: Token) -> bool:
    return verb.lemma_ in _taggers()


@cache
def _taggers() -> frozenset[str]:
    return saying().tagging | saying().telling


def _mend_time_behind(root: Token) -> None:
    """Sets a sentence over the time told behind its tag: `Oslo is unlikely to pay, she said, after it had lost`."""
    told = next((c for c in root.lefts if c.dep_ == "ccomp"), None)
    cue = next((c for c in root.lefts if c.dep_ == "parataxis" and _tags(c)), None)
    mark = next((c for c in root.lefts if c.dep_ == "mark"), None)
    if told is None or cue is None or mark is None or not told.i < cue.i < mark.i:
        return
    told.dep_, told.head = "ROOT", told
    root.dep_, root.head, cue.head = "advcl", told, told
    for child in list(root.children):
        if child.i < mark.i or (child.i > root.i and child.text == "."):
            child.head = told


def _mend_apposed_subject(cue: Token) -> None:
    """Parts a tag whose sayer was taken for an apposition: `Oslo, an envoy who was there said, wants a pact`."""
    subject = next((c for c in cue.lefts if c.dep_ in SUBJECTS), None)
    verb = next((c for c in cue.rights if c.dep_ == "ccomp"), None)
    if subject is None or verb is None or not _tags(cue) or cue.dep_ != "ROOT":
        return
    sayer = next((c for c in subject.rights if c.dep_ == "appos" and c.right_edge.i == cue.i - 1), None)
    begins = verb.left_edge
    if sayer is None or text_before(begins) != "," or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return
    sayer.head, sayer.dep_ = cue, "nsubj"
    subject.head = verb
    verb.dep_, cue.dep_ = "ROOT", "parataxis"
    verb.head = verb
    cue.head = verb


def _mend_inverted_tag(cue: Token) -> None:
    """Parts an inverted tag from its sentence: `Oslo, said Ann Cole, a former envoy, wants a pact`.

    The small model takes the sayer for the subject, or leaves the verb without one.
    """
    subject = next((c for c in cue.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or not _tags(cue) or text_before(cue) != "," or subject.right_edge.i < cue.i - 2:
        return
    if any(t.text == "," for t in cue.doc[subject.left_edge.i : cue.i - 1]):
        return  # `Cole, who led it, said the draft, dated May, was a mistake`
    verb = _main_verb(cue)
    if verb is None or any(c.dep_ == "mark" for c in verb.lefts):
        return
    taken = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    after = [c for c in cue.rights if c.dep_ in ("nsubj", "dobj", "attr", "npadvmod")]
    sayer = taken if taken is not None else next(iter(after), None)
    if sayer is None or sayer.left_edge.i != cue.i + 1:
        return
    begins = next((c for c in verb.lefts if c.i > sayer.right_edge.i and c.dep_ != "punct"), verb)
    if text_before(begins) != ",":
        return
    is_passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    subject.head, subject.dep_ = verb, "nsubjpass" if is_passive else "nsubj"
    sayer.head, sayer.dep_ = cue, "nsubj"
    if verb.i > cue.i and cue.head != verb:
        verb.dep_ = cue.dep_
        verb.head = verb if cue.dep_ == "ROOT" else cue.head
        cue.head = verb
    cue.dep_ = "parataxis"
    for child in list(cue.rights):
        if child.i > verb.i:
            child.head = verb


def _main_verb(cue: Token) -> Token | None:
    """Returns the verb that goes on behind an inverted tag."""
    if cue.dep_ == "parataxis" and cue.head.i > cue.i:
        verb: Token | None = cue.head
    else:
        verb = next((c for c in cue.rights if c.dep_ in ("ccomp", "conj", "advcl")), None)
    if verb is None or any(c.dep_ == "cc" and c.i < verb.i for c in (*cue.rights, *verb.lefts)):
        return None
    forms = [verb, *(c for c in verb.lefts if c.dep_ in ("aux", "auxpass"))]
    return verb if any(form.tag_ in (*TENSES, "MD") for form in forms) else None


def _mend_unnamed(name: Token) -> None:
    """Frees the cue behind who asked for no name: `It is late, an official who asked not to be named said`."""
    asking = name.head
    if asking.lemma_ not in saying().asking_no_name or asking.dep_ != "relcl" or name.i + 1 >= len(name.doc):
        return
    cue, sayer = name.nbor(1), asking.head
    if not _tags(cue) or cue.tag_ not in ("VBD", "VBN", "VBZ") or any(c.dep_ in SUBJECTS for c in cue.lefts):
        return
    first = sayer.left_edge
    above = sayer.head
    has_two = sayer.dep_ in SUBJECTS and any(c.dep_ in SUBJECTS and c.i > cue.i for c in above.lefts)
    if (sayer.dep_ not in _APART and not has_two) or text_before(first) != ",":
        return
    above = next((a for a in sayer.ancestors if a.dep_ in _STANDING and a.pos_ in ("VERB", "AUX")), sayer)
    if cue in above.ancestors:
        sayer.head, sayer.dep_ = cue, "nsubj"
        return
    if sayer in above.ancestors or above in (sayer, cue):
        return
    for child in list(sayer.children):
        if child.i > cue.i:
            child.head = above if child.text == "," else cue
    cue.tag_, cue.pos_ = "VBD", "VERB"
    cue.head, cue.dep_ = above, "parataxis"
    sayer.head, sayer.dep_ = cue, "nsubj"
    if above.i < cue.i and above.dep_ == "ROOT" and cue.right_edge.i >= cue.sent.end - 2:
        set_over(cue, above)


def _mend_relative_tag(root: Token, cues: list[Token]) -> None:
    """Frees a tag taken for a clause of the last noun: `It hurts the mill, an envoy who was there said on Friday`."""
    for cue in cues:
        if _is_cue_behind(root, cue):  # `Oslo sees a trap, a diplomat who was there concluded`
            teller = cue.head
            cue.tag_, cue.head = "VBD", root
            teller.head, teller.dep_ = cue, "nsubj"
            set_over(cue, root)
            return
        if cue.dep_ != "relcl" or cue.tag_ not in ("VBN", "VBD"):
            continue
        sayer = next((c for c in cue.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT")), None)
        if sayer is None or not is_set_off(sayer) or cue.left_edge.i < sayer.left_edge.i:
            continue
        if root.i > sayer.i or any(c.dep_ in ("aux", "auxpass", "ccomp", "xcomp") for c in cue.children):
            continue
        cue.tag_, cue.dep_, cue.head = "VBD", "parataxis", root
        for child in list(cue.rights):
            if child.dep_ in ("cc", "conj") or (
                child.text == "," and child.i + 1 < len(cue.doc) and child.nbor(1).dep_ == "cc"
            ):
                child.head = root
        if cue.right_edge.i >= root.sent.end - 2:
            set_over(cue, root)
        return


def _mend_last_body(root: Token, cues: list[Token]) -> None:
    """Frees the tag of a body taken for what the last noun is: `It is no new Chad, the state agency said on Monday`."""
    cue = next((c for c in cues if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
    if cue is None or cue.head.i < root.i or cue.right_edge.i < root.sent.end - 2:
        return
    sayers = [c for c in (cue.head, *cue.head.rights) if c.dep_ == "appos" and c.i < cue.i]
    sayer = next((c for c in sayers if c.i == cue.i - 1 and text_before(c.left_edge) == ","), None)
    part = next((c for c in cue.head.lefts if c.dep_ == "nmod" and c.right_edge.text == ","), None)
    if any(c.dep_ not in _BEHIND_TAGS - {"dobj"} for c in cue.rights) or (sayer or part) is None:
        return
    sayer = sayer or cue.head
    nouns = noun_sets()
    if (
        sayer.pos_ != "PROPN"
        and sayer.lemma_ not in nouns.media | nouns.organs | nouns.organisation | nouns.person
    ):
        return
    if part is not None and sayer == cue.head:
        for child in [c for c in sayer.lefts if c.i < part.i]:
            child.head = part
        part.head, part.dep_ = sayer.head, sayer.dep_
    cue.tag_, sayer.head, sayer.dep_ = "VBD", cue, "nsubj"
    set_over(cue, root)


def _is_cue_behind(root: Token, cue: Token) -> bool:
    """Whether the last word of a sentence is the cue of whoever is told with a clause of his own before it."""
    sayer = cue.head
    is_last = cue.right_edge.i >= root.sent.end - 2 and root.i < sayer.i
    is_cue = cue.dep_ == "acl" and cue.tag_ == "VBN" and cue.lemma_ in saying().tagging
    is_told = sayer.dep_ in _APART and is_set_off(sayer) and any(c.dep_ == "relcl" for c in sayer.rights)
    return is_last and is_cue and is_told


def _mend_last_sayer(root: Token) -> None:
    """Gives a cue at the end its sayer, taken for one thing more: `It fears floods, the Cole Fund, a charity, said`."""
    cue = next((c for c in root.rights if c.dep_ in _LOOSE and _tags(c)), root)
    taken = next((c for c in cue.children if c.dep_ in SUBJECTS), None)
    if not _tags(cue) or cue.tag_ not in TENSES or (taken is not None and cue == root):
        return
    if any(c.dep_ in ("aux", "auxpass", "mark") for c in cue.lefts):
        return
    before = cue.nbor(-1) if cue.i > cue.sent.start else cue
    last = before.nbor(-1) if before.text == "," and before.i > cue.sent.start else before
    sayer = next(
        (
            t
            for t in cue.doc[cue.sent.start : cue.i]
            if t.dep_ in _APART
            and t.right_edge.i in (last.i, before.i)
            and t.left_edge.i > cue.sent.start
            and text_before(t.left_edge) == ","
            and t.head.i < t.i
        ),
        None,
    )
    if sayer is None or (
        before.text == "," and sayer.right_edge.i == last.i and not _is_told_at_length(sayer)
    ):
        return
    said = root if cue != root else next((c for c in cue.lefts if c.dep_ == "ccomp"), None)
    behind = [*cue.rights, *(c for c in root.rights if c.i > cue.i)]
    if said is None or (taken is not None and not _give_back(taken, sayer, root)):
        return
    if any(c.dep_ not in _BEHIND_TAGS for c in behind):
        end = cue.right_edge.i + 1
        goes_on = end + 1 < cue.sent.end and cue.doc[end].text == "," and cue.doc[end + 1].dep_ == "cc"
        if cue == root or not goes_on or any(c.dep_ not in _BEHIND_TAGS for c in cue.rights):
            return
        cue.dep_ = "parataxis"  # `…, a diplomat who was there told them, and nobody minds`
        sayer.head, sayer.dep_ = cue, "nsubj"
        return
    sayer.head, sayer.dep_ = cue, "nsubj"
    if cue != root:
        set_over(cue, root)


def _mend_joined_sayer(cue: Token, root: Token) -> None:
    """Gives a cue its sayers, taken for more of a list: `It wants talks with Oslo, aides and envoys said on Monday`."""
    if cue.dep_ not in _LOOSE or cue.head.i > cue.i or any(c.dep_ in (*SUBJECTS, "mark") for c in cue.lefts):
        return
    last = cue.nbor(-1)
    sayer = next((t for t in (last, *last.ancestors) if t.dep_ == "conj" and t.right_edge == last), None)
    while sayer is not None and sayer.head.dep_ == "conj" and text_before(sayer.left_edge) != ",":
        sayer = sayer.head
    if sayer is None or sayer.pos_ not in ("NOUN", "PROPN") or text_before(sayer.left_edge) != ",":
        return
    above, is_listed = sayer.head, any(c.dep_ == "cc" for c in sayer.head.rights if c.i < sayer.i)
    if (
        is_listed
        or above.pos_ not in ("NOUN", "PROPN")
        or root.i > cue.i
        or root.tag_ not in (*TENSES, "VBN")
    ):
        return
    sayer.head, sayer.dep_ = cue, "nsubj"
    set_over(cue, root)


def _mend_inverted_last(root: Token) -> None:
    """Sets an inverted tag at the end over the whole: `Oslo insists on a role, said several of his colleagues`."""
    cue = next((c for c in root.rights if c.dep_ in ("conj", "advcl", "dep") and _tags(c)), None)
    if cue is None or text_before(cue) != "," or cue.tag_ not in TENSES or root.dep_ != "ROOT":
        return
    sayer = next((c for c in cue.rights if c.dep_ == "nsubj" and c.left_edge.i == cue.i + 1), None)
    behind = [c for c in cue.rights if c != sayer] + [c for c in root.rights if c.i > cue.i]
    if sayer is None or any(c.dep_ not in _BEHIND_TAGS for c in behind) or list(cue.lefts):
        return
    set_over(cue, root)


def _is_told_at_length(sayer: Token) -> bool:
    return any(c.dep_ in ("appos", "relcl", "acl") for c in sayer.rights)


def set_over(cue: Token, said: Token) -> None:
    """Makes the cue the head of the sentence, and its content of what was said."""
    said.dep_, cue.dep_ = "ccomp", "ROOT"
    cue.head = cue
    said.head = cue


def _mend_briefed(root: Token) -> None:
    """Makes a participle of what tells which people speak: `Oslo stays, said three people briefed on the talks`."""
    told = next((c for c in root.rights if c.dep_ == "ccomp" and c.tag_ in ("VBD", "VBN")), None)
    if told is None or not _tags(root) or not any(c.dep_ == "ccomp" for c in root.lefts):
        return
    if text_before(root) != "," or any(c.dep_ not in _BEHIND_TAGS - {"dobj"} for c in told.rights):
        return
    sayer = next((c for c in told.lefts if c.dep_ in SUBJECTS and c.left_edge.i == root.i + 1), None)
    if sayer is None or sayer.i + 1 != told.i:
        return
    sayer.head, sayer.dep_ = root, "nsubj"
    told.head, told.dep_, told.tag_ = sayer, "acl", "VBN"


def _mend_tag_of_subject(cue: Token) -> None:
    """Hangs a tag to the sentence, not to its subject: `Cole, officials at the bank say, is afraid of it`."""
    subject = cue.head
    if subject.dep_ in ("aux", "auxpass") and subject.i > cue.i:
        cue.head = subject.head
    if subject.dep_ in SUBJECTS and subject.i < cue.i < subject.head.i and is_set_off(cue):
        cue.head = subject.head
