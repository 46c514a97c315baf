"""Paragraphs of modern news, with floors for each type of expression."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.evaluate.marked import read_marked
from briefgen.evaluate.timeml import TimexCounts, score_row
from briefgen.model.timex import TimexType

NEWS = read_marked(Path(__file__).parents[2] / "cases" / "time_news.yml")
FLOORS = {
    TimexType.DATE: (97, 96),
    TimexType.TIME: (84, 88),
    TimexType.DURATION: (96, 96),
    TimexType.SET: (96, 96),
}


def counts(prefix: str, kind: TimexType | None = None) -> TimexCounts:
    whole = TimexCounts()
    for row in NEWS:
        if row["id"].startswith(prefix):
            whole.add(score_row(row, kind))
    return whole


@pytest.mark.parametrize("kind", FLOORS)
def test_values_of_the_open_paragraphs_by_type(kind: TimexType) -> None:
    whole = counts("open/", kind)
    strict, value = FLOORS[kind]
    assert whole.gold >= 10
    assert 100 * whole.f1("strict") >= strict
    assert 100 * whole.f1("value") >= value
