"""One-to-one alignment of gold and predicted items by the characters they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from briefgen.model.evidence import Span

G = TypeVar("G")
P = TypeVar("P")


def characters(spans: Iterable[Span]) -> frozenset[int]:
    """Returns the set of code points that the spans cover."""
    return frozenset(i for start, end in spans for i in range(start, end))


def intersection_over_union(a: frozenset[int], b: frozenset[int]) -> float:
    """Returns the shared part of two sets, 0 to 1; 0 for two empty ones."""
    union = len(a | b)
    return len(a & b) / union if union else 0.0


def align(
    *, gold: Sequence[G], predicted: Sequence[P], affinity: Callable[[G, P], float | None]
) -> list[tuple[int, int]]:
    """Returns pairs (gold index, predicted index), greedily by affinity, each side used once.

    `affinity` returns None where two items cannot be the same. Ties fall to the earlier items.
    """
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            value = affinity(g, p)
            if value is not None:
                candidates.append((-value, i, j))
    candidates.sort()
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs
