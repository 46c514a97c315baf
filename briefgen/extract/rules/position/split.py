"""Conditions before a quotation, or in its first half: `“If it fails,” she said, “I will go.”`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Evidence, Span
from briefgen.model.extraction import Attribution, PositionCandidate
from briefgen.model.position import Stance
from briefgen.model.quote import QuoteForm

_CONDITION = re.compile(
    r"(?:and |but |so |or )?(?:if|unless|until|once|provided|as long as|so long as|only if|had|were|should)\b",
    re.I,
)
_OPENED = re.compile(
    r"(?:^|[.!?][”\"]?\s+|\n|\bthat,? |, (?:but|and) )"
    r"((?:if|unless|provided that|as long as|only if)\b[^.;:“”\"]{4,140}?),\s*[“\"]$",
    re.I,
)
_FURTHEST = 120
"""Characters of a frame between the halves."""


def with_split_conditions(
    reading: Reading, attributions: Sequence[Attribution], found: Sequence[PositionCandidate]
) -> list[PositionCandidate]:
    """Returns the candidates, with the condition that stands before their quotation or in the half before.

    A half that is a position of its own, or that holds more than the condition, is left alone.
    """
    taken = [piece.span for candidate in found for piece in candidate.evidence]
    halves: dict[int, Evidence] = {}
    for attribution in attributions:
        start = attribution.content[0].start
        _note(halves, start, _condition_before(reading, start), taken)
    for before, attribution in pairwise(attributions):
        if attribution.form is QuoteForm.DIRECT and before.source == attribution.source:
            _note(halves, attribution.content[0].start, _condition_in(reading, before, attribution), taken)
    return [_with_condition(candidate, halves) for candidate in found]


def _note(halves: dict[int, Evidence], start: int, half: Evidence | None, taken: Sequence[Span]) -> None:
    """Notes the condition of the words that begin at `start`, unless it is a position of its own."""
    if half is not None and not any(a < half.end and half.start < b for a, b in taken):
        halves[start] = half


def _condition_before(reading: Reading, start: int) -> Evidence | None:
    """Returns the condition right before the marks that open at `start`: `if it rains, “he will sign”`."""
    first = max(0, start - _FURTHEST - len("that "))
    opened = _OPENED.search(reading.article.text[first:start])
    return None if opened is None else reading.evidence(first + opened.start(1), first + opened.end(1))


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
