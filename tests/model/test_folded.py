"""A folded brief is its brief: what is not at hand unfolds whichever way it is asked for."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.model.brief import Brief
from briefgen.model.folded import read_folded, write_folded
from briefgen.model.lean import lean
from briefgen.model.rows import write_row
from briefgen.model.verbatim import located_texts
from briefgen.store.load import load_briefs
from tests.bench.synthetic import make_brief, make_briefs

CONTENT = Path(__file__).parents[2] / "content"
BRIEF = make_brief(0)


def fold(brief: Brief) -> Brief:
    links, said = write_folded(brief)
    return read_folded(links, lambda: said)


def is_folded(brief: Brief) -> bool:
    return hasattr(brief, "_unfold")


@pytest.mark.parametrize("brief", [*load_briefs(CONTENT).items, *make_briefs(3)], ids=lambda brief: brief.id)
def test_what_is_read_is_what_was_written(brief: Brief) -> None:
    folded = fold(brief)
    for kind, plain in zip(folded.links, brief.links, strict=True):
        assert [at[2:] for at in kind] == [at[2:] for at in plain]
    assert (folded.id, folded.article, folded.key_points) == (brief.id, brief.article, brief.key_points)
    assert (folded.topics, folded.model_fields_set) == (brief.topics, brief.model_fields_set)
    assert is_folded(folded)
    assert folded == brief
    assert folded.links == brief.links


@pytest.mark.parametrize(
    "ask",
    [
        lambda brief: brief.positions,
        lambda brief: brief.warnings,
        lambda brief: brief.links.quotes[0].quote,
        lambda brief: brief.model_dump_json(),
        lambda brief: brief.model_dump_json(exclude_unset=True),
        lambda brief: brief.model_dump(),
        lambda brief: brief.model_copy(update={"warnings": ("x",)}),
        lambda brief: copy.deepcopy(brief),
        lambda brief: pickle.loads(pickle.dumps(brief)),  # noqa: S301  what was pickled here
        lambda brief: lean(brief),
        lambda brief: write_row(brief),
        lambda brief: list(located_texts(brief)),
        lambda brief: list(brief),
        hash,
        repr,
        vars,
    ],
)
def test_whoever_asks_gets_all_of_it(ask: Callable[[Brief], Any]) -> None:
    folded = fold(BRIEF)
    assert ask(folded) == ask(BRIEF)
    assert not is_folded(folded)


def test_what_it_does_not_have_it_has_not() -> None:
    folded = fold(BRIEF)
    with pytest.raises(AttributeError):
        folded.no_such_field  # type: ignore[attr-defined]  # noqa: B018  that is the point
    assert is_folded(folded)


def test_items_lead_back_to_their_brief() -> None:
    for brief in (BRIEF, fold(BRIEF)):
        assert tuple(at.position for at in brief.links.positions) == brief.positions
        assert tuple(at.quote for at in brief.links.quotes) == brief.quotes
        assert tuple(at.date for at in brief.links.dates) == brief.dates


def test_a_changed_copy_has_links_of_its_own() -> None:
    changed = fold(BRIEF).model_copy(update={"positions": BRIEF.positions[:1]})
    assert [at.position for at in changed.links.positions] == list(BRIEF.positions[:1])


def test_the_brief_itself_will_do_as_well() -> None:
    folded = read_folded(write_folded(BRIEF)[0], lambda: BRIEF)
    assert is_folded(folded)
    assert folded == BRIEF


@pytest.mark.parametrize("said", [b"", b"[]", b"{}", b"[1,2,3,4,5,6,7,8,9]"])
def test_what_is_no_brief_is_refused(said: bytes) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        read_folded(said, lambda: b"[]")
