"""Which candidates are kept: the likely ones; where they overlap the likelier, with a lean to the outer."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.extract.rules.attribution.candidate import Candidate
from briefgen.extract.rules.grammar import Grammar
from briefgen.model.evidence import Span

THRESHOLD = 0.22
"""Least probability: about half the F1 that can be reached, where keeping one more begins to pay."""

LEAN = 0.3
"""How much width counts where candidates overlap: 0 not at all, 1 as much as probability."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its place in the article and its probability."""

    candidate: Candidate
    grammar: Grammar
    spans: tuple[Span, ...]
    probability: float

    @property
    def extent(self) -> Span:
        """From the first to the last character of the content."""
        return self.spans[0][0], self.spans[-1][1]

    @property
    def weight(self) -> float:
        """The probability, leaning to the wider content: an attribution within another is not kept."""
        start, end = self.extent
        return self.probability * math.pow(end - start, LEAN)


def choose(found: Iterable[Scored]) -> list[Scored]:
    """Returns the candidates that do not overlap, the weightiest first, by place."""
    ranked = sorted(
        (one for one in found if one.probability >= THRESHOLD),
        key=lambda one: (-one.weight, one.extent, one.candidate.kind),
    )
    kept: list[Scored] = []
    for one in ranked:
        taken = [span for other in kept for span in other.spans]
        if not any(overlaps(span, other) for other in taken for span in one.spans):
            kept.append(one)
    return sorted(kept, key=lambda one: one.extent)


def overlaps(first: Span, second: Span) -> bool:
    """Whether two spans share a character."""
    return first[0] < second[1] and second[0] < first[1]
