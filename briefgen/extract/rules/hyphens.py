"""Words with a hyphened prefix, which the small model reads as three: `so that re-opened ports will thrive`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.mention.borders import HYPHENS
from briefgen.extract.rules.neighbours import text_before, text_behind
from briefgen.lexicons.mending import mending

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSAL = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis", "relcl", "acl", "xcomp"})


def mend_prefixed(hyphen: Token) -> None:
    """Makes one word of a prefix and what it is hyphened to; what hung on the parts goes to the word."""
    if not 0 < hyphen.i < len(hyphen.doc) - 1:
        return
    prefix, word = hyphen.nbor(-1), hyphen.nbor(1)
    is_one = not prefix.whitespace_ and not hyphen.whitespace_ and word.is_alpha and word.is_lower
    is_longer = text_before(prefix) in HYPHENS or text_behind(word) in HYPHENS  # `over-the-counter`
    if not is_one or is_longer or prefix.lower_ not in mending().prefixes:
        return
    if prefix.head in (hyphen, word) and hyphen.head in (prefix, word) and prefix.head != word.head:
        return  # read as one word as it is
    top = _verb_of(word)
    apart = (p for p in (prefix, hyphen) if p.dep_ == "ROOT" or p.head not in (prefix, hyphen, word, top))
    clause = next((p for p in apart if p.dep_ in _CLAUSAL), None)
    if clause is not None:
        top.dep_, top.head = clause.dep_, top if clause.dep_ == "ROOT" else clause.head
    for part in (prefix, hyphen):
        for child in list(part.children):
            if child not in (prefix, hyphen, word, top):
                child.head = top
    if word.head in (prefix, hyphen):  # `the vice-chairman`, taken for an apposition
        over = next(p for p in (prefix, hyphen) if p.head not in (prefix, hyphen, word) or p.dep_ == "ROOT")
        word.dep_, word.head = over.dep_, word if over.dep_ == "ROOT" else over.head
    for part, dep in ((prefix, "compound"), (hyphen, "punct")):
        part.head, part.dep_, part.tag_, part.pos_ = word, dep, "AFX", "ADJ"
    hyphen.tag_, hyphen.pos_ = "HYPH", "PUNCT"


def _verb_of(word: Token) -> Token:
    """Returns the verb whose subject a word describes, taken for an object where need be; else the word."""
    noun = word.head
    if word.dep_ != "amod" or noun.i < word.i:
        return word
    if noun.dep_ in SUBJECTS:
        return noun.head
    behind_noun = [c for c in noun.head.rights if c.dep_ == "prep" and c.i > noun.i]
    behind = (c for c in noun.head.rights if c.i > noun.i and c.dep_ in ("conj", "ccomp"))
    verb = next((c for c in behind if any(x.tag_ == "MD" for x in c.lefts)), None)
    if noun.dep_ != "dobj" or verb is None or any(c.dep_ in (*SUBJECTS, "cc") for c in verb.lefts):
        return word
    for child in (c for c in behind_noun if c.i < verb.left_edge.i):
        child.head = noun
    noun.head, noun.dep_ = verb, "nsubj"
    return verb
