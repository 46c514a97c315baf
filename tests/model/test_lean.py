"""A lean model is the model that was validated: equal, as frozen, the same when written, and lighter."""

from __future__ import annotations

import copy
import tracemalloc
from collections.abc import Callable

import pytest
from pydantic import ValidationError

from briefgen.model.brief import Brief
from briefgen.model.lean import lean
from briefgen.store.yaml_writer import write_model
from tests.bench.synthetic import make_brief


@pytest.fixture
def given() -> Brief:
    # As a brief is loaded: what its file does not say has not been given.
    return Brief.model_validate_json(make_brief(3).model_dump_json(exclude_unset=True, by_alias=True))


def test_it_says_the_same(given: Brief) -> None:
    made = lean(given)
    assert made == given
    assert made.positions[0] == given.positions[0]
    assert hash(made.positions[0].evidence[0]) == hash(given.positions[0].evidence[0])
    assert write_model(made) == write_model(given)
    assert made.model_dump_json(exclude_unset=True) == given.model_dump_json(exclude_unset=True)


def test_it_can_be_copied_and_changed(given: Brief) -> None:
    made = lean(given)
    assert copy.deepcopy(made) == given
    changed = made.model_copy(update={"quotes": ()})
    assert changed == given.model_copy(update={"quotes": ()})
    assert lean(given).model_fields_set == given.model_fields_set


def test_it_is_frozen(given: Brief) -> None:
    with pytest.raises(ValidationError):
        lean(given).positions[0].claim = "else"  # type: ignore[misc]  # that it is refused is the point


def test_it_takes_less_than_half_the_memory() -> None:
    texts = [make_brief(number).model_dump_json(by_alias=True) for number in range(40)]
    assert _held(lean, texts) < 0.5 * _held(lambda brief: brief, texts)


def _held(keep: Callable[[Brief], Brief], texts: list[str]) -> int:
    """Bytes that stay taken by the briefs of some texts."""
    tracemalloc.start()
    try:
        briefs = [keep(Brief.model_validate_json(text)) for text in texts]
        assert briefs
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
