"""Conditions in the first half of a quotation that its frame breaks: `“If it fails,” she said, “I will go.”`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Attribution, PositionCandidate
from briefgen.model.position import Stance
from briefgen.model.quote import QuoteForm

_CONDITION = re.compile(
    r"(?:and |but |so |or )?(?:if|unless|until|once|provided|as long as|so long as|only if|had|were|should)\b",
    re.I,
)
_FURTHEST = 120
"""Characters of a frame between the halves."""


def with_split_conditions(
    reading: Reading, attributions: Sequence[Attribution], found: Sequence[PositionCandidate]
) -> list[PositionCandidate]:
    """Returns the candidates, with the condition that stands in the half of the quotation before theirs.

    A half that is a position of its own, or that holds more than the condition, is left alone.
    """
    taken = [piece.span for candidate in found for piece in candidate.evidence]
    halves: dict[int, Evidence] = {}
    for before, attribution in pairwise(attributions):
        if attribution.form is not QuoteForm.DIRECT or before.source != attribution.source:
            continue
        half = _condition_in(reading, before, attribution)
        if half is not None and not any(a < half.end and half.start < b for a, b in taken):
            halves[attribution.content[0].start] = half
    return [_with_condition(candidate, halves) for candidate in found]


def _condition_in(reading: Reading, before: Attribution, behind: Attribution) -> Evidence | None:
    """Returns the words of a first half that ends with a comma and opens like a condition."""
    half = before.content[-1]
    words = half.text.rstrip()
    gap = behind.content[0].start - half.end
    if not words.endswith(",") or not 0 < gap <= _FURTHEST or not _CONDITION.match(words):
        return None
    if "." in reading.article.text[half.end : behind.content[0].start]:
        return None  # a sentence of its own
    return reading.evidence(half.start, half.start + len(words) - 1)


def _with_condition(candidate: PositionCandidate, halves: dict[int, Evidence]) -> PositionCandidate:
    first = candidate.evidence[0]
    half = halves.get(first.start)
    if half is None or candidate.condition is not None:
        return candidate
    stance = Stance.CONDITIONAL if candidate.stance is Stance.SUPPORT else candidate.stance
    return candidate.model_copy(
        update={
            "evidence": (half, *candidate.evidence),
            "claim": (half, *(candidate.claim or candidate.evidence)),
            "condition": half,
            "stance": stance,
        }
    )
