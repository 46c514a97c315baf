"""Who tells something beside a report, taken for part of what was reported: `said it paid, but Oslo says it lost`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import finite, subject_of
from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.actor_words import female_names, male_names, noun_sets
from briefgen.lexicons.modality import modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRESENT = frozenset({"VBZ", "VBP"})
_OF_SUBJECTS = {"him": "he", "her": "she", "them": "they"}
_SOME = frozenset({"others", "some", "many", "most", "several", "few"})


def teller_beside(verb: Token, tense: Token | None, subject: Token | None) -> Token | None:
    """Returns the verb of a report beside which a clause stands that was joined to what was reported."""
    first = verb.head
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    teller = first.head
    if tense is None or first.dep_ != "ccomp" or teller.i > first.i:
        return None
    if subject is None:
        keeps_back = says(teller.lemma_) and _is_alike(teller, tense) and _keeps_back(verb)
        return teller if keeps_back else _teller_again(verb)
    is_alone = first == verb.head and teller.tag_ == "VBD" and teller.pos_ == "VERB"
    if is_alone and first.tag_ == "VBD" and _is_perfect(verb, tense):
        return teller  # `said it was over, and others have left`
    return teller if _tells(verb, tense, subject, teller) and _is_alike(teller, tense) else None


def quoted_content(verb: Token) -> Token | None:
    """Returns what somebody is quoted as saying, with which a verb goes on: `was quoted as saying it failed, and left`.

    The passive of the report goes on with nothing that is done or meant.
    """
    first = verb.head
    is_passive = first.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in first.lefts)
    if not is_passive or says(verb.lemma_) or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return None
    as_ = next((c for c in first.rights if c.lower_ == "as" and c.i < verb.i), None)
    saying_so = next((c for c in as_.rights if c.dep_ == "pcomp" and says(c.lemma_)), None) if as_ else None
    told = [c for c in saying_so.rights if c.dep_ == "ccomp"] if saying_so is not None else []
    is_own = any(c.dep_ == "auxpass" for c in verb.lefts)
    return told[-1] if told and not is_own and any(c.dep_ in SUBJECTS for c in told[-1].lefts) else None


def _teller_again(verb: Token) -> Token | None:
    """Returns the verb of saying that another goes on with: `said Cole was rude and accused him`.

    Its object is of whom was spoken; or it tells more behind a comma: `said it was safe, and urged that they wait`;
    or who was told to be something is not whoever charges another: `said they were guests and accused Cole of lying`.
    """
    first = verb.head
    teller = first.head
    joint = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    whom = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in _OF_SUBJECTS), None)
    spoken = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    sayer = next((c for c in teller.lefts if c.dep_ == "nsubj"), None)
    if first.dep_ != "ccomp" or spoken is None or sayer is None or not says(verb.lemma_):
        return None
    if not (verb.tag_ == teller.tag_ == first.tag_ == "VBD" and says(teller.lemma_)) or first.i > verb.i:
        return None
    is_alone = not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.lefts)
    if whom is None:
        more = any(c.dep_ == "ccomp" and c.left_edge.lower_ == "that" for c in verb.rights)
        is_apart = joint.dep_ == "cc" and first.lemma_ == "be" and is_alone
        tells_more = more and text_before(joint) == ","
        return teller if is_apart and (tells_more or _charges(verb, first)) else None
    others = [t for t in first.subtree if first.i < t.i < verb.i and t.pos_ in ("PROPN", "PRON")]
    is_other = bool(others) and any(t.dep_ in ("dobj", "dative") for t in others)
    if is_other or not is_alone or _may_be(whom, sayer):
        return None
    return teller if _is_many(whom) == _is_many(spoken) else None


def _charges(verb: Token, first: Token) -> bool:
    """Whether somebody named is charged by what goes on behind words for what others are."""
    whom = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    is_one = whom is not None and (whom.pos_ == "PROPN" or whom.lemma_ in noun_sets().people)
    of = whom is not None and any(c.lower_ == "of" and c.i > whom.i for c in (*verb.rights, *whom.rights))
    return is_one and of and any(c.dep_ == "attr" and c.i < verb.i for c in first.rights)


def _may_be(whom: Token, sayer: Token) -> bool:
    """Whether a pronoun can mean who speaks: `Kari Berg said he was rude and called her a liar`."""
    if _is_many(whom) or _is_many(sayer):
        return _is_many(whom) == _is_many(sayer)
    subject = _OF_SUBJECTS[whom.lower_]
    if sayer.pos_ == "PRON":
        return sayer.lower_ == subject
    names = male_names() if subject == "he" else female_names()
    titles = noun_sets().male if subject == "he" else noun_sets().female
    return any(t.text in names or t.lower_.strip(".") in titles for t in sayer.subtree)


def _is_many(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("they", "them", "we")


def mend_second_teller(cue: Token) -> None:
    """Parts a report from the one before it, taken for what that one says: `found it was late, and aides have said`."""
    if _mend_over_both(cue):
        return
    joint = cue.left_edge.nbor(-1) if cue.left_edge.i else cue
    teller, subject = cue.head, next((c for c in cue.lefts if c.dep_ in SUBJECTS), None)
    tense = next((c for c in cue.lefts if c.dep_ == "aux"), cue)
    if cue.dep_ != "ccomp" or joint.dep_ != "cc" or subject is None or teller.i > joint.i:
        return
    has_content = any(c.dep_ == "ccomp" and c.i < joint.i for c in teller.rights)
    if has_content and _tells(cue, tense, subject, teller) and _is_alike(teller, tense):
        cue.dep_, joint.head = "conj", teller


def _mend_over_both(cue: Token) -> bool:
    """Sets a tag at the end over both halves: `Oslo is ready to sign, but Bergen wants more, three aides said`."""
    first, content = cue.head, next((c for c in cue.lefts if c.dep_ == "ccomp"), None)
    sayer = subject_of(cue)
    if cue.dep_ != "conj" or first.dep_ != "ROOT" or content is None or sayer is None or sayer.i < content.i:
        return False
    begins = content.left_edge
    joint = begins if begins.dep_ == "cc" else begins.nbor(-1) if begins.i else begins
    is_last = cue.right_edge.i >= cue.sent.end - 2 and text_before(sayer.left_edge) == ","
    are_now = all((at := finite(v)) is not None and at.tag_ in _PRESENT for v in (first, content))
    if joint.dep_ != "cc" or not (is_last and are_now) or says(first.lemma_) or subject_of(first) is None:
        return False
    first.dep_, cue.dep_ = "ccomp", "ROOT"
    cue.head = cue
    first.head = cue
    return True


def _is_perfect(verb: Token, tense: Token) -> bool:
    return tense.lemma_ == "have" and tense.tag_ in _PRESENT and verb.tag_ == "VBN"


def _tells(verb: Token, tense: Token, subject: Token, teller: Token) -> bool:
    """Whether somebody who is named or told by a noun says or thinks something in a clause of its own."""
    is_cue = says(verb.lemma_) or (tense.tag_ in _PRESENT and teller.tag_ == "VBD" and thinks(verb.lemma_))
    is_somebody = subject.pos_ in ("NOUN", "PROPN") or subject.tag_ == "CD" or subject.lower_ in _SOME
    return is_cue and is_somebody and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.rights)


def _keeps_back(verb: Token) -> bool:
    """Whether a clause tells what is left unsaid: `said it would close, but gave no reason`."""
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    objects += [noun for into in verb.rights if into.lower_ == "into" for noun in into.rights]
    is_not = any(c.dep_ == "neg" for c in verb.lefts)
    return verb.lemma_ in saying().giving and any(
        noun.lemma_ in saying().given and (is_not or any(c.lower_ == "no" for c in noun.lefts))
        for noun in objects
    )


def _is_alike(teller: Token, tense: Token) -> bool:
    """Whether a clause has the tense of the author: that of the report, or the present beside a report in the past."""
    helper = next((c for c in teller.lefts if c.dep_ == "aux"), teller)
    is_cue = says(teller.lemma_) or thinks(teller.lemma_) or teller.lemma_ in saying().findings
    if teller.pos_ != "VERB" or not is_cue or tense.lower_ == "had":
        return False
    return tense.tag_ in _PRESENT or (tense.tag_ == "VBD" and helper.tag_ == "VBD")


def mend_said_with(cue: Token, root: Token) -> None:
    """Gives `with Cole saying he would go` its sayer, where the parser has another or hangs the cue elsewhere."""
    if cue.tag_ != "VBG" or cue.dep_ not in ("ccomp", "advcl", "acl", "pcomp") or cue.i < 2:
        return
    sayer = cue.nbor(-1)
    opening = sayer.head
    if sayer.dep_ != "pobj" or opening.lower_ != "with" or not says(cue.lemma_) or root.i > opening.i:
        return
    for child in list(cue.lefts):
        if child.dep_ == "nsubj" and child.i < opening.i:
            child.head, child.dep_ = cue.head, "dobj"
    opening.head = root
    sayer.head, sayer.dep_ = cue, "nsubj"
    cue.head, cue.dep_ = opening, "pcomp"


def mend_told_of(verb: Token) -> bool:
    """Makes of what only fills a noun what it is: `critical of state claims that`, `on rumours it would close`."""
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    first = verb.head
    if (
        verb.dep_ != "conj"
        or first.i > verb.i
        or before.dep_ not in ("pobj", "dobj")
        or before.pos_ == "PRON"
    ):
        return False
    if any(c.dep_ == "cc" or c.text == "," for c in first.rights if c.i < verb.i):
        return False
    if before.lemma_ in modality().contents.words and any(c.dep_ in SUBJECTS for c in verb.lefts):
        verb.head, verb.dep_ = before, "acl"
        return True
    said = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    is_noun = verb.tag_ == "VBZ" and verb.lower_ in _plurals() and before.i == verb.i - 1
    if not is_noun or said is None or said.left_edge.lower_ != "that":
        return False
    verb.tag_, verb.pos_, verb.dep_, verb.head = "NNS", "NOUN", before.dep_, before.head
    before.head, before.dep_, said.dep_ = verb, "compound", "acl"
    return True


@cache
def _plurals() -> frozenset[str]:
    return frozenset(f"{noun}s" for noun in saying().nouns)
