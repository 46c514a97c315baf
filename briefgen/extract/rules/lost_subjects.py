"""Subjects that the small model takes for something else: an exclamation, an adverb, a part of the verb, a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import SUBJECTS, TENSES
from briefgen.extract.rules.neighbours import text_behind
from briefgen.lexicons.mending import mending

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def mend_lost_subject(sentence: Span) -> None:
    """Gives the verb of a sentence its subject back."""
    _mend_taken(sentence.root)
    _mend_named_time(sentence.root)
    root = sentence.root
    _mend_interjection(root)
    _mend_behind_cue(root)
    _mend_named_first(root)
    _mend_compound(root)
    _mend_share(root)
    _mend_helped(root)


def mend_unknown(name: Token) -> None:
    """Makes a subject of a name taken for an adjective of its verb: `Velmora plans to sell`."""
    if (
        name.text[:1].isupper()
        and name.i + 1 == name.head.i
        and not any(c.dep_ in SUBJECTS for c in name.head.lefts)
    ):
        name.dep_, name.tag_, name.pos_ = "nsubj", "NNP", "PROPN"


def _mend_taken(root: Token) -> None:
    """Gives several their verb back, taken for that of a name: `Lawyers who worked for Cole say she would like it`."""
    if root.tag_ != "NNS" or root.pos_ != "NOUN":
        return
    clause = next((c for c in root.rights if c.dep_ == "relcl"), None)
    if clause is None or clause.left_edge.lower_ != "who":
        return
    verb = next((c for c in clause.rights if c.dep_ in ("advcl", "ccomp", "conj") and c.tag_ == "VBP"), None)
    mark, name = _opening(verb)
    if verb is not None and mark is not None and name is not None and name.tag_ == "NNP":
        _free(root, verb, mark, name, clause)


def _mend_named_time(root: Token) -> None:
    """Gives a noun its verb back, taken for that of a time: `A strike before Christmas is a gift to nobody`."""
    if root.pos_ not in ("NOUN", "PROPN") or root.dep_ != "ROOT":
        return
    verb = next((c for c in root.rights if c.dep_ == "advcl" and c.tag_ in ("VBZ", "VBD")), None)
    mark, time = _opening(verb)
    if verb is None or mark is None or time is None or mark.i != root.i + 1:
        return
    if mark.lower_ in ("before", "after", "since"):
        _free(root, verb, mark, time, root)


def _opening(verb: Token | None) -> tuple[Token | None, Token | None]:
    """Returns what opens the clause of a verb, and its subject if that stands right before it."""
    if verb is None:
        return None, None
    mark = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return mark, subject if subject is not None and subject.i + 1 == verb.i else None


def _free(noun: Token, verb: Token, mark: Token, taken: Token, above: Token) -> None:
    """Makes a verb that of the noun before it, and a phrase under `above` of the words taken for its clause."""
    mark.head, mark.dep_, mark.pos_ = above, "prep", "ADP"
    taken.head, taken.dep_ = mark, "pobj"
    verb.head, verb.dep_ = verb, "ROOT"
    for child in list(noun.children):
        if child.i > verb.i:
            child.head = verb
    noun.head, noun.dep_ = verb, "nsubj"


def _mend_interjection(root: Token) -> None:
    """Makes a subject of a name taken for an exclamation or adverb: `Pike wants`, `Pike, however, told`."""
    if root.tag_ not in ("VBZ", "VBD") or root.i == 0 or any(c.dep_ in SUBJECTS for c in root.lefts):
        return
    name = root.nbor(-1)
    first = root.sent[0]
    if name.text == "," and first.i + 1 < root.i and text_behind(first) == ",":
        name = first
    is_within = name.i > first.i and name.lower_ != "i"  # `And Carly called it a day`
    may_name = name.text.istitle() and name.lower_ not in mending().never_names
    if not may_name or (name.lower_.endswith("ly") and not is_within):
        return
    if name.head == root and (name.tag_ == "UH" or (name.tag_ == "RB" and (name == first or is_within))):
        name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", "nsubj"


def _mend_behind_cue(root: Token) -> None:
    """Makes a sayer of a name behind its verb, taken for an adverb: `“…,” said Carly, adding that it was late`."""
    if root.i + 1 >= root.sent.end or not says(root.lemma_) or any(c.dep_ in SUBJECTS for c in root.children):
        return
    name = root.nbor(1)
    if name.head == root and name.tag_ == "RB" and name.text.istitle() and text_behind(name) in (",", "."):
        name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", "nsubj"


def _mend_named_first(root: Token) -> None:
    """Gives a verb the name before an apposition taken for its subject: `Cairo, long his backer, warned him`."""
    name = root.sent[0]
    subject = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    if name.dep_ != "npadvmod" or name.tag_ != "NNP" or name.head != root or subject is None:
        return
    if text_behind(name) == "," and subject.left_edge.i == name.i + 2 and text_behind(subject) == ",":
        name.dep_, subject.head, subject.dep_ = "nsubj", name, "appos"


def _mend_compound(root: Token) -> None:
    """Makes a subject of the noun taken for a part of its verb: `The communique condemns the raid`."""
    if root.tag_ not in ("NNS", "VBZ", "VBD"):
        return
    noun = root.nbor(-1) if root.i > root.sent.start else None
    if noun is None or noun.dep_ != "compound" or noun.head != root or noun.tag_ not in ("NN", "NNP"):
        return
    if root.tag_ == "NNS" and root.lemma_ in saying().tagging and any(c.dep_ == "ccomp" for c in root.lefts):
        root.tag_, root.pos_ = "VBZ", "VERB"  # `Oslo intends to sell, Cole maintains`
    if root.tag_ not in ("VBZ", "VBD") or any(c.dep_ in SUBJECTS for c in root.lefts):
        return
    for child in list(root.lefts):
        if child.dep_ in ("det", "amod", "compound", "poss") and child != noun:
            child.head = noun
    noun.dep_ = "nsubj"


def _mend_share(root: Token) -> None:
    """Makes a subject of a share: `In a poll published in May 44% of the voters wanted her to go`."""
    if root.tag_ not in TENSES or any(c.dep_ in SUBJECTS for c in root.lefts):
        return
    before = [t for t in root.sent if t.i < root.i and t.right_edge.i == root.i - 1]
    share = next((t for t in before if t.dep_ == "npadvmod"), None)
    if share is None or not any(c.dep_ == "nummod" for c in share.lefts):
        return
    if any(c.lower_ == "of" for c in share.rights):
        share.head, share.dep_ = root, "nsubj"


def _mend_helped(root: Token) -> None:
    """Makes a verb of what stands behind `does`, taken for a noun: `She doesn’t much care who pays`."""
    if root.tag_ != "NN":
        return
    helped = any(c.dep_ == "aux" and c.lemma_ == "do" for c in root.lefts)
    if not helped or not any(c.dep_ == "nsubj" for c in root.lefts):
        return
    root.tag_, root.pos_ = "VB", "VERB"
    for child in root.children:
        if child.dep_ == "amod":
            child.dep_, child.tag_, child.pos_ = "advmod", "RB", "ADV"
        elif child.dep_ == "relcl" and child.left_edge.tag_ in ("WP", "WRB", "WDT"):
            child.dep_ = "ccomp"


def mend_swallowed(that: Token) -> None:
    """Makes the verb of a content clause, taken for its object's adjective: `argued that growers needed protection`."""
    verb, noun = that.head, that.head.head
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or noun.dep_ != "dobj" or verb.i + 1 != noun.i:
        return
    subject = next((c for c in (*verb.lefts, *noun.lefts) if c.dep_ == "nsubj"), None)
    if subject is None or subject.i < that.i or noun.head.i > that.i:
        return
    verb.tag_, verb.pos_, verb.dep_, verb.head = "VBD", "VERB", "ccomp", noun.head
    subject.head, noun.head = verb, verb


def mend_taken_for_object(noun: Token) -> None:
    """Makes the verb of what is said, taken for a word of its object: `said the town needed proof that it was safe`."""
    cue, verb = noun.head, noun.nbor(-1) if noun.i else noun
    told = any(c.dep_ in ("acl", "ccomp") and c.left_edge.lower_ == "that" for c in noun.rights)
    if verb.dep_ != "amod" or verb.tag_ not in ("VBN", "VBD") or verb.head != noun or not told:
        return
    subject = verb.nbor(-1)
    article = next((c for c in noun.lefts if c.dep_ in ("det", "poss")), None)
    if (
        not says(cue.lemma_)
        or cue.i > noun.i
        or subject.head != noun
        or article is None
        or article == subject
    ):
        return
    verb.tag_, verb.pos_, verb.dep_, verb.head = "VBD", "VERB", "ccomp", cue
    for child in list(noun.lefts):
        if child != verb:
            child.head = subject
    subject.tag_, subject.pos_ = ("NNP", "PROPN") if subject.pos_ == "PROPN" else ("NN", "NOUN")
    subject.head, subject.dep_, noun.head = verb, "nsubj", verb
