from __future__ import annotations

import pytest

from briefgen.evaluate.intervals import ValuedSpan, agreement, score_intervals
from briefgen.model.timex import Timex3, TimexType


def timex(value: str, kind: TimexType = TimexType.DATE) -> Timex3:
    return Timex3(type=kind, value=value)


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("2024-12-29", "2024-12-29", 1),
        ("2024-12-29", "2024-12-28", 0),
        ("2024-W52", "2024-12-29", 1 / 7),
        ("2024-12", "2024-W52", 7 / 31),
        ("2000-W7", "2000-W07", 1),
        ("199X", "199", 1),
        ("PAST_REF", "PAST_REF", 1),
        ("PAST_REF", "2024", 0),
        ("2024", "XXXX", 0),
    ],
)
def test_agreement_is_the_share_of_days(gold: str, predicted: str, expected: float) -> None:
    assert agreement(gold=timex(gold), predicted=timex(predicted)) == pytest.approx(expected)


def test_score_counts_what_is_missed_and_what_is_too_much() -> None:
    gold = [ValuedSpan((0, 6), timex("2024-12-29")), ValuedSpan((10, 14), timex("2019"))]
    predicted = [
        ValuedSpan((0, 6), timex("2024-12-29")),
        ValuedSpan((20, 24), timex("2018")),
        ValuedSpan((30, 34), timex("2017")),
    ]
    score = score_intervals(gold=gold, predicted=predicted)
    assert (score.precision, score.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 2))
    assert score.agreement == 1


def test_nothing_scores_nothing() -> None:
    assert score_intervals(gold=[], predicted=[]).f1 == 0
