"""Dates scored by the days they mean: how far the predicted stretch is the gold one.

String equality of TIMEX3 values calls `1989-W43` against `1989-10-27` as wrong as 1949. Here a pair earns the
days shared, divided by the days of both together; values without days (PAST_REF, P5D) earn 1 where equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.evaluate.align import align, characters, intersection_over_union
from briefgen.model.evidence import Span
from briefgen.model.timex import Timex3
from briefgen.resolve.date_edtf import bounds_of

_SHORT_WEEK = re.compile(r"(\d{4}-W)(\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class ValuedSpan:
    """A time expression: where it stands and what it means."""

    span: Span
    timex3: Timex3


@dataclass(frozen=True, slots=True)
class IntervalScore:
    """Precision and recall of days over all expressions, and the mean agreement of the matched."""

    precision: float
    recall: float
    f1: float
    agreement: float
    """Mean share of days over matched pairs."""
    matched: int
    gold: int
    predicted: int


def score_intervals(*, gold: Sequence[ValuedSpan], predicted: Sequence[ValuedSpan]) -> IntervalScore:
    """Returns how far predicted expressions mean the gold days. Expressions match where they overlap."""
    pairs = align(gold=gold, predicted=predicted, affinity=_affinity)
    earned = sum(agreement(gold=gold[i].timex3, predicted=predicted[j].timex3) for i, j in pairs)
    precision = earned / len(predicted) if predicted else 0.0
    recall = earned / len(gold) if gold else 0.0
    total = precision + recall
    return IntervalScore(
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / total if total else 0.0,
        agreement=earned / len(pairs) if pairs else 0.0,
        matched=len(pairs),
        gold=len(gold),
        predicted=len(predicted),
    )


def _affinity(gold: ValuedSpan, predicted: ValuedSpan) -> float | None:
    share = intersection_over_union(characters([gold.span]), characters([predicted.span]))
    return share or None


def agreement(*, gold: Timex3, predicted: Timex3) -> float:
    """Returns the days two values share, as part of the days of both; 1 for equal values."""
    if _plain(gold) == _plain(predicted):
        return 1.0
    first, second = _days(gold), _days(predicted)
    if first is None or second is None:
        return 0.0
    shared = (min(first[1], second[1]) - max(first[0], second[0])).days + 1
    if shared <= 0:
        return 0.0
    return shared / ((first[1] - first[0]).days + (second[1] - second[0]).days + 2 - shared)


def _plain(timex3: Timex3) -> str:
    """Returns the value without the differences of spelling between annotators (W7 for W07, 199X for 199)."""
    return _SHORT_WEEK.sub(r"\g<1>0\2", (timex3.value or "").upper()).rstrip("X-")


def _days(timex3: Timex3) -> tuple[date, date] | None:
    bounds = bounds_of(timex3.model_copy(update={"value": _plain(timex3), "mod": None}))
    if bounds.earliest is None or bounds.latest is None:
        return None
    return bounds.earliest, bounds.latest
