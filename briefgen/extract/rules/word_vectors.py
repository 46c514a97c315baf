"""The vectors that a model's first layers give to words, asked once for each different word of a batch.

They depend on a token's own features alone, and more than half of all tokens share theirs with another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc
    from thinc.model import Model

    AnyModel = Model[Any, Any]


class Vectors:
    """Does what spaCy's `tok2vec` does."""

    def __init__(self, component: Any) -> None:
        self._component = component
        self._model = embed_once(component.model)

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Sets what the component would set, and returns the same docs."""
        if any(len(doc) for doc in docs):
            self._component.set_annotations(docs, self._model.predict(docs))
            return docs
        return list(self._component.pipe(docs))


def embed_once(model: AnyModel) -> AnyModel:
    """Returns a model that gives the same with the same parameters, and embeds no word twice in a batch.

    A model that takes its vectors from another component is returned as it is.
    """
    from thinc.api import Model, chain

    if "embed" in model.ref_names:
        embed: AnyModel = Model("embed_once", _embed, layers=[model.get_ref("embed")])
        return chain(embed, model.get_ref("encode"))
    if not model.layers:
        return model
    first, second, *others = model.layers
    return chain(embed_once(first), second, *others)


def _embed(model: AnyModel, docs: list[Doc], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    import numpy

    extract, _, *mix, _ = model.layers[0].layers
    rows = numpy.concatenate(extract.predict(docs))
    words = rows.view([("", rows.dtype)] * rows.shape[1]).ravel()
    _, at, word_of = numpy.unique(words, return_index=True, return_inverse=True)
    vectors: Any = rows[at]
    for layer in mix:
        vectors = layer.predict(vectors)
    ends = numpy.cumsum([len(doc) for doc in docs])
    return numpy.split(vectors[word_of], ends[:-1]), _no_training


def _no_training(gradient: Any) -> Any:
    raise NotImplementedError("these models are asked, not trained")
