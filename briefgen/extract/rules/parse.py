"""Texts parsed by spaCy's pipeline: what `nlp.pipe` gives, in fewer steps.

Most components are run by other hands, with the same models and the same results: each different word is
embedded once (see word_vectors), decisions are taken for all texts at once (see transitions), and what goes
by the word is remembered (see token_rules).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefgen.extract.rules.token_rules import Lemmas, TokenRules
from briefgen.extract.rules.transitions import Entities, Transitions
from briefgen.extract.rules.word_vectors import Vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_AT_ONCE = 64
"""Texts in one batch: enough to fill the matrices, few enough for a long document to take little memory."""

_OURS: dict[str, Callable[[Any], Callable[[list[Doc]], list[Doc]]]] = {
    "tok2vec": Vectors,
    "parser": Transitions,
    "ner": Entities,
    "attribute_ruler": TokenRules,
    "lemmatizer": Lemmas,
}


def parse(texts: list[str], nlp: Language) -> Iterator[Doc]:
    """Yields each text as `nlp.pipe` would give it, in order."""
    for first in range(0, len(texts), _AT_ONCE):
        docs = [nlp.make_doc(text) for text in texts[first : first + _AT_ONCE]]
        for name, component in nlp.pipeline:
            if name in _OURS:
                docs = _ours(component, name)(docs)
            elif hasattr(component, "pipe"):
                docs = list(component.pipe(docs, batch_size=_AT_ONCE))
            else:
                docs = [component(doc) for doc in docs]
        yield from docs


@lru_cache(maxsize=len(_OURS))
def _ours(component: Any, name: str) -> Callable[[list[Doc]], list[Doc]]:
    return _OURS[name](component)
