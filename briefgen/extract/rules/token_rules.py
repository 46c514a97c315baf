"""spaCy's attribute ruler and lemmatizer, remembered: what they give a token is asked once and kept.

Nearly all of the ruler's patterns look at one token: its word, tag and relation. A text in which a longer
pattern may begin goes through the ruler itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc, Token

LOOKED_AT = ("LOWER", "TAG", "DEP", "IS_SPACE")
"""All that the ruler's patterns look at; a test holds it against the model."""
_WRITTEN = ("TAG", "DEP", "POS", "MORPH", "LEMMA")
_WORDS_KEPT = 1 << 15

_Key = tuple[int, int, int, int]
_Effect = tuple[int, ...] | None
"""Values of _WRITTEN, or None for a token with which a longer pattern may begin."""


class TokenRules:
    """Does what an attribute ruler does."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._ruler = ruler
        self._effects: dict[_Key, _Effect] = {}
        self._longer = Matcher(ruler.vocab)
        rules: Any = ruler.patterns
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        self._longer.add("longer", [pattern[:1] for pattern in patterns if len(pattern) > 1])
        self._word = lru_cache(_WORDS_KEPT)(_word_of(patterns, ruler.vocab.strings))

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Sets what the ruler would set, and returns the same docs."""
        return [self._apply(doc) for doc in docs]

    def _apply(self, doc: Doc) -> Doc:
        effects = [self._effect(doc, at, key) for at, key in enumerate(self._keys(doc))]
        if None in effects or not effects:
            return self._ruler(doc)
        values: Any = doc.to_array(list(_WRITTEN))
        values[:] = effects
        return doc.from_array(list(_WRITTEN), values)

    def _keys(self, doc: Doc) -> Iterator[_Key]:
        word = self._word
        for lower, tag, dep, is_space in doc.to_array(list(LOOKED_AT)).tolist():
            yield word(lower), tag, dep, is_space

    def _effect(self, doc: Doc, at: int, key: _Key) -> _Effect:
        if key not in self._effects:
            self._effects[key] = self._ask(doc[at])
        return self._effects[key]

    def _ask(self, token: Token) -> _Effect:
        from spacy.tokens import Doc

        alone = Doc(token.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
        if self._longer(alone, allow_missing=True):
            return None
        values: list[int] = self._ruler(alone).to_array(list(_WRITTEN))[0].tolist()
        return tuple(values)


class Lemmas:
    """Does what a lemmatizer does that goes by word, part of speech and morphology."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int, int], int] = {}

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Gives a lemma to each token that has none, and returns the same docs."""
        if len(self._known) > _WORDS_KEPT:
            self._known.clear()
        return [self._apply(doc) for doc in docs]

    def _apply(self, doc: Doc) -> Doc:
        given = doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist()
        values: Any = doc.to_array(["LEMMA"])
        values[:] = [lemma or self._lemma(doc, at, (*key,)) for at, (*key, lemma) in enumerate(given)]
        return doc.from_array(["LEMMA"], values)

    def _lemma(self, doc: Doc, at: int, key: tuple[int, int, int]) -> int:
        if key not in self._known:
            self._known[key] = doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[at])[0])
        return self._known[key]


def _word_of(patterns: list[Any], strings: Any) -> Any:
    """Returns what gives a word that some pattern names, and 0 for every other."""
    named = [token["LOWER"] for pattern in patterns for token in pattern if "LOWER" in token]
    words = {word for one in named for word in ([one] if isinstance(one, str) else one.get("IN", ()))}
    expressions = [re.compile(one["REGEX"]) for one in named if not isinstance(one, str) and "REGEX" in one]

    def word_of(lower: int) -> int:
        word = strings[lower]
        return lower if word in words or any(one.search(word) for one in expressions) else 0

    return word_of
