from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.model.brief import Brief
from briefgen.model.rows import read_row, write_row
from briefgen.store.load import load_briefs
from tests.bench.synthetic import make_briefs

CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("brief", [*load_briefs(CONTENT).items, *make_briefs(3)], ids=lambda brief: brief.id)
def test_what_is_read_of_a_row_is_what_was_written(brief: Brief) -> None:
    read = read_row(Brief, json.loads(json.dumps(write_row(brief))))
    assert read == brief
    assert read.model_dump_json() == brief.model_dump_json()  # in the same order
    assert read.model_dump_json(exclude_unset=True) == brief.model_dump_json(exclude_unset=True)
    assert {type(each) for each in vars(read.positions[0]).values()} == {
        type(each) for each in vars(brief.positions[0]).values()
    }


@pytest.mark.parametrize("row", [[], [0], [1022, "x"], {"id": "x"}, ["x"]])
def test_what_is_no_row_is_refused(row: list[object]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        read_row(Brief, row)


def test_every_kind_of_field_comes_back() -> None:
    """Each field of each model in a brief is set somewhere in the briefs compared above, or stands here."""
    brief = make_briefs(1)[0]
    quote = brief.quotes[0]
    assert quote.speaker
    two = quote.speaker.model_copy(update={"actor": ("ada-berg", "ben-dahl")})
    none = quote.speaker.model_copy(update={"actor": None})
    position = brief.positions[0].model_copy(
        update={"holder_text": quote.content[0], "condition": quote.content[0], "quotes": (quote.id,)}
    )
    changed = brief.model_copy(
        update={
            "quotes": (
                quote.model_copy(update={"speaker": two, "speech": False, "venue": "on “air”"}),
                quote.model_copy(update={"speaker": none}),
                quote.model_copy(update={"speaker": None, "content": ()}),
            ),
            "positions": (position,),
            "warnings": ("one", "two"),
        }
    )
    assert read_row(Brief, json.loads(json.dumps(write_row(changed)))) == changed
