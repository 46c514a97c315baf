"""Paragraphs of modern news, with floors for each type of expression."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.evaluate.marked import read_marked
from briefgen.evaluate.timeml import TimexCounts, score_row
from briefgen.model.timex import TimexType

NEWS = read_marked(Path(__file__).parents[2] / "cases" / "time_news.yml")
FLOORS = {
    TimexType.DATE: (97, 95),
    TimexType.TIME: (86, 88),
    TimexType.DURATION: (96, 96),
    TimexType.SET: (96, 96),
}
"""Strict and value F1 in percent."""


@pytest.mark.parametrize("kind", FLOORS)
def test_expressions_of_modern_news_by_type(kind: TimexType) -> None:
    whole = TimexCounts()
    for row in NEWS:
        whole.add(score_row(row, kind))
    strict, value = FLOORS[kind]
    assert whole.gold >= 15
    assert 100 * whole.f1("strict") >= strict
    assert 100 * whole.f1("value") >= value
