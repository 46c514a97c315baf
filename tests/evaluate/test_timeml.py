from __future__ import annotations

import pytest

from briefgen.evaluate.timeml import report, score_row
from briefgen.model.timex import TimexType

ROW = {
    "id": "a",
    "dct": "2024-11-19",
    "text": "She spoke on Friday, after a month.",
    "timexes": [
        {"start": 13, "end": 19, "type": "DATE", "value": "2024-11-15"},
        {"start": 29, "end": 34, "type": "DURATION", "value": "P1M"},
    ],
}


def test_counts_extents_and_values() -> None:
    counts = score_row(ROW)
    assert (counts.gold, counts.predicted, counts.relaxed, counts.strict, counts.value) == (2, 2, 2, 1, 2)
    assert counts.f1("strict") == pytest.approx(0.5)
    assert counts.f1("days") == 1


def test_one_type_alone() -> None:
    counts = score_row(ROW, TimexType.DURATION)
    assert (counts.gold, counts.predicted, counts.value) == (1, 1, 1)


def test_report_names_the_whole_and_each_fold() -> None:
    lines = report("annotated", [score_row(ROW), score_row(ROW)]).splitlines()
    assert [line.split()[0] for line in lines] == ["annotated", "fold", "fold"]
    assert "value 100.0" in lines[0]
