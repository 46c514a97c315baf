"""The vectors of words, by the layers of spaCy's models and with their numbers, in fewer steps.

What the first layers give depends on a token's own features alone, and more than half of all tokens share
theirs with another: each different word of a batch goes through them once. All layers keep their numbers
piece by piece, so that the best piece (maxout) is found for whole rows at a time. Matrices are multiplied by
numpy's BLAS, which knows newer processors than the one that comes with spaCy.
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
        self._model = in_fewer_steps(component.model)

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Sets what the component would set, and returns the same docs."""
        if not any(len(doc) for doc in docs):
            return list(self._component.pipe(docs))
        self._component.set_annotations(docs, self._model.predict(docs))
        return docs


def in_fewer_steps(model: AnyModel) -> AnyModel:
    """Returns a model that gives the same vectors: a `tok2vec`, or a chain that begins with one.

    A model that takes its vectors from another component is returned as it is.
    """
    from thinc.api import Model, chain

    if "embed" in model.ref_names:
        return Model("word_vectors", _WordVectors(model))
    if not model.layers:
        return model
    first, second, *others = model.layers
    return chain(in_fewer_steps(first), second, *others)


class _WordVectors:
    """The layers of a `MultiHashEmbed` and a `MaxoutWindowEncoder`."""

    def __init__(self, model: AnyModel) -> None:
        self._ops: Any = model.ops
        self._features, _, self._lookup, mix, _ = model.get_ref("embed").layers
        self._mix = _Maxout(mix)
        encode = model.get_ref("encode")
        self._padding: int = encode.attrs["pad"]
        self._around = [
            (node.attrs["window_size"], _Maxout(layer))
            for layer in encode.layers[0].layers
            for node in layer.walk()
            if node.name == "expand_window"
        ]

    def __call__(self, model: AnyModel, docs: list[Doc], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        import numpy

        rows = numpy.concatenate(self._features.predict(docs))
        words = rows.view([("", rows.dtype)] * rows.shape[1]).ravel()
        _, at, word_of = numpy.unique(words, return_index=True, return_inverse=True)
        alone = self._mix(self._lookup.predict(rows[at]))[word_of]
        lengths = self._ops.asarray1i([len(doc) for doc in docs])
        parts = self._ops.unflatten(alone, lengths)
        vectors: Any = self._ops.flatten(parts, pad=self._padding)
        for width, layer in self._around:
            vectors = vectors + layer(self._ops.seq2col(vectors, width))
        return self._ops.unflatten(vectors, lengths, pad=self._padding), _no_training


class _Maxout:
    """A maxout layer with the normalisation behind it."""

    def __init__(self, layer: AnyModel) -> None:
        import numpy

        maxout, normal = (next(n for n in layer.walk() if n.name == name) for name in ("maxout", "layernorm"))
        weights: Any = maxout.get_param("W")
        self._width, pieces, inputs = weights.shape
        self._weights = numpy.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(-1, inputs).T
        self._bias = numpy.ascontiguousarray(maxout.get_param("b").T).reshape(-1)
        self._others = range(self._width, pieces * self._width, self._width)
        self._gain, self._shift = normal.get_param("G"), normal.get_param("b")

    def __call__(self, rows: Any) -> Any:
        import numpy

        pieces = rows @ self._weights
        pieces += self._bias
        out = pieces[:, : self._width].copy()
        for first in self._others:
            numpy.maximum(out, pieces[:, first : first + self._width], out=out)
        out -= out.mean(axis=1, keepdims=True)
        variance = numpy.square(out).mean(axis=1, keepdims=True) + 1e-08
        out *= variance ** (-1.0 / 2.0)
        out *= self._gain
        out += self._shift
        return out


def _no_training(gradient: Any) -> Any:
    raise NotImplementedError("these models are asked, not trained")
