"""Names at the start of a sentence that were taken for common nouns: `Haile thinks`, where he is named elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMMON = frozenset({"NN", "NNS", "JJ"})


def mend_name_tags(docs: Sequence[Doc]) -> None:
    """Makes names of words that the article writes large inside sentences, and never small."""
    starts = [token for doc in docs for token in doc if _may_be_name(token)]
    if not starts:
        return
    small = {token.text for doc in docs for token in doc if token.text.islower()}
    large = {
        token.text for doc in docs for token in doc if token.tag_ == "NNP" and not _opens_sentence(token)
    }
    for token in starts:
        if token.text in large and token.lower_ not in small:
            token.tag_, token.pos_ = "NNP", "PROPN"


def _may_be_name(token: Token) -> bool:
    return token.tag_ in _COMMON and token.text.istitle() and token.is_alpha and _opens_sentence(token)


def _opens_sentence(token: Token) -> bool:
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).is_punct
