"""Texts parsed by spaCy's pipeline: what `nlp.pipe` gives, in fewer steps.

Some components are run by other hands, with the same models and the same results. The transition systems
(parser and entity recogniser) take and give up the interpreter's lock at every token when they run by
themselves; asked step by step, for all texts at once, they keep it. The attribute ruler and the lemmatizer
remember (see token_rules).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefgen.extract.rules.token_rules import Lemmas, TokenRules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_AT_ONCE = 64
"""Texts in one batch: enough to fill the matrices, few enough for a long document to take little memory."""

_REMEMBERED: dict[str, Callable[[Any], Callable[[Doc], Doc]]] = {
    "attribute_ruler": TokenRules,
    "lemmatizer": Lemmas,
}


def parse(texts: list[str], nlp: Language) -> Iterator[Doc]:
    """Yields each text as `nlp.pipe` would give it, in order."""
    for first in range(0, len(texts), _AT_ONCE):
        docs = [nlp.make_doc(text) for text in texts[first : first + _AT_ONCE]]
        for name, component in nlp.pipeline:
            if name in ("parser", "ner"):
                _decide(component, docs)
            elif name in _REMEMBERED:
                ask = _remembered(component, name)
                docs = [ask(doc) for doc in docs]
            elif hasattr(component, "pipe"):
                docs = list(component.pipe(docs, batch_size=_AT_ONCE))
            else:
                docs = [component(doc) for doc in docs]
        yield from docs


def _decide(transitions: Any, docs: list[Doc]) -> None:
    """Lets a parser or entity recogniser take its decisions, each step for all docs that are not done."""
    if not any(len(doc) for doc in docs):
        return
    states = transitions.moves.init_batch(docs)
    model = transitions.model.predict(docs)
    undone = [state for state in states if not state.is_final()]
    while undone:
        undone = transitions.transition_states(undone, model.predict(undone))
    transitions.set_annotations(docs, states)


@lru_cache(maxsize=2)
def _remembered(component: Any, name: str) -> Callable[[Doc], Doc]:
    return _REMEMBERED[name](component)
