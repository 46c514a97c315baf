from __future__ import annotations

from briefgen.evaluate.align import align, characters, intersection_over_union


def test_each_side_is_used_once_best_first() -> None:
    pairs = align(gold=[1, 5], predicted=[5, 4], affinity=lambda g, p: -abs(g - p))
    assert pairs == [(1, 0), (0, 1)]


def test_what_cannot_match_does_not() -> None:
    assert align(gold=[1], predicted=[1], affinity=lambda g, p: None) == []


def test_intersection_over_union_of_spans() -> None:
    assert intersection_over_union(characters([(0, 4)]), characters([(2, 6)])) == 2 / 6
    assert intersection_over_union(frozenset(), frozenset()) == 0.0
