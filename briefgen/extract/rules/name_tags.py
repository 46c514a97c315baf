"""Names that begin a sentence, taken for common nouns (`Haile thinks`), and nouns taken for names (`Farmers, who`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import demonyms, fold_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMMON = frozenset({"NN", "NNS", "JJ"})


def mend_name_tags(docs: Sequence[Doc]) -> None:
    """Makes names of words that the article writes large inside sentences and never small; people stay nouns."""
    starts: list[Token] = []
    small: set[str] = set()
    large: set[str] = set()
    for doc in docs:
        for token in doc:
            text, tag = token.text, token.tag_
            if text.islower():
                small.add(text)
            elif tag == "NNP" or tag == "NNPS":
                if token.is_sent_start:
                    _mend_people(token)
                    if token.tag_ not in _COMMON:
                        starts.append(token)
                elif not _opens_sentence(token):
                    _mend_nation(token)
                    large.add(text)
            elif tag in _COMMON and text.istitle() and text.isalpha() and _opens_sentence(token):
                starts.append(token)
    for token in starts:
        is_large, is_small = token.text in large, token.lower_ in small
        if is_large and not is_small and token.tag_ in _COMMON:
            token.tag_, token.pos_ = "NNP", "PROPN"
        elif is_small and not is_large and token.text.istitle():
            _mend_common(token)


def _mend_common(word: Token) -> None:
    """Makes a noun of a word at the start that the article writes small elsewhere: `Coal made up a third of it`."""
    doc = word.doc
    if (
        word.tag_ not in ("NN", "NNP")
        or word.dep_ not in SUBJECTS
        or word.n_lefts
        or word.ent_type_ == "PERSON"
    ):
        return
    word.tag_, word.pos_ = "NN", "NOUN"
    doc.ents = tuple(ent for ent in doc.ents if ent.start != word.i or len(ent) > 1)


def _mend_people(first: Token) -> None:
    """Makes a plural of the noun for people that a sentence begins with: `Farmers, who marched, want help`."""
    lemma = first.lower_.removesuffix("s")
    nouns = noun_sets()
    if lemma == first.lower_ or lemma not in nouns.person | nouns.titles:
        return
    follows = first.nbor(1) if first.i + 1 < len(first.doc) else None
    if first.text.istitle() and first.dep_ != "compound" and (follows is None or follows.pos_ != "PROPN"):
        first.tag_, first.pos_, first.lemma_ = "NNS", "NOUN", lemma


def _mend_nation(name: Token) -> None:
    """Makes a plural of a name that several bear: `The Kyrgyz think`, `the French want`, `the Greens want`."""
    if name.tag_ != "NNP" or name.dep_ != "nsubj" or name.i == 0 or name.nbor(-1).lower_ != "the":
        return
    helped = any(c.tag_ == "VBP" for c in name.head.lefts if c.dep_ in ("aux", "auxpass"))
    if (name.head.tag_ == "VBP" or helped) and (
        name.text.endswith("s") or fold_name(name.text) in demonyms()
    ):
        name.tag_ = "NNPS"


def _opens_sentence(token: Token) -> bool:
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).is_punct
