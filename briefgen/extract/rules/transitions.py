"""spaCy's parser and entity recogniser, asked step by step for all texts at once.

By themselves they take and give up the interpreter's lock at every token, look for classes never seen in
training at every step, and try each of an entity's 74 moves at every word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.extract.rules.word_vectors import in_fewer_steps

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Transitions:
    """Does what a parser does."""

    def __init__(self, component: Any) -> None:
        from spacy.ml.tb_framework import TransitionModel

        first, lower, upper = component.model.layers
        attrs = component.model.attrs
        if attrs["unseen_classes"] or not attrs["has_upper"]:
            raise ValueError(f"{component.name} is no model whose classes were all seen in training")
        self._component = component
        build: Any = TransitionModel
        self._model = build(in_fewer_steps(first), lower, upper, attrs["resize_output"])
        self._weights, self._bias = upper.get_param("W").T, upper.get_param("b")

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Sets what the component would set, and returns the same docs."""
        if not any(len(doc) for doc in docs):
            return docs
        states = self._component.moves.init_batch(docs)
        model = self._model.predict(docs)
        undone = [state for state in states if not state.is_final()]
        while undone:
            undone = self._step(undone, self._scores(model, undone))
        self._component.set_annotations(docs, states)
        return docs

    def _scores(self, model: Any, states: list[Any]) -> Any:
        """Returns what the model gives each move: `model.predict` where no class is unseen."""
        hidden = model.state2vec.predict(model.get_token_ids(states))
        scores = hidden @ self._weights
        scores += self._bias
        return scores

    def _step(self, states: list[Any], scores: Any) -> list[Any]:
        """Takes the best move that each state allows, and returns the states that are not done."""
        undone: list[Any] = self._component.transition_states(states, scores)
        return undone


class Entities(Transitions):
    """Does what an entity recogniser does."""

    def __init__(self, component: Any) -> None:
        super().__init__(component)
        moves = component.moves
        self._moves = [moves.get_class_name(at) for at in range(moves.n_moves)]

    def _step(self, states: list[Any], scores: Any) -> list[Any]:
        """The best of all moves is the best that a state allows, unless the state does not allow it."""
        apply = self._component.moves.apply_transition
        for at, best in enumerate(scores.argmax(axis=1).tolist()):
            try:
                apply(states[at], self._moves[best])
            except ValueError:
                self._component.transition_states(states[at : at + 1], scores[at : at + 1])
        return [state for state in states if not state.is_final()]
