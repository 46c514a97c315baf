"""Positions over time: own words above what others say, marks that do not hide one another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefgen.site.charts.over_time import MARK, NARROW, WIDE, Held, Sheet, draw_over_time


def held(row: str, when: str, *, own: bool = True, mark: str = "for-own") -> Held:
    return Held(row, when, mark, "A claim", "#", own)


HELD = [
    held("a", "2024-11-15"),
    held("a", "2024-11-16", mark="against-own"),
    held("a", "2024-11-15", own=False, mark="for-hollow"),
    held("b", "2024-12-23/2024-12-27"),
    held("b", "2024-12-23/2024-12-27"),
    held("b", "2019"),
]


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_own_words_stand_above_and_marks_side_by_side(sheet: Sheet) -> None:
    chart = draw_over_time(HELD, ["a", "b"], sheet)
    assert chart is not None
    first = chart.rows[0]
    own = [dot for dot in first.dots if dot.mark.endswith("own")]
    (other,) = [dot for dot in first.dots if dot.mark.endswith("hollow")]
    assert all(dot.y < other.y for dot in own)
    assert all(MARK / 2 <= dot.x <= sheet.width for row in chart.rows for dot in row.dots)
    for one, two in pairwise(sorted(own, key=lambda dot: (dot.y, dot.x))):
        assert one.y != two.y or two.x - one.x > MARK


def test_equal_positions_share_a_mark_and_rough_dates_have_a_line() -> None:
    chart = draw_over_time(HELD, ["a", "b"])
    assert chart is not None
    (dot,) = chart.rows[1].dots
    assert dot.number == 2
    assert dot.span is not None and dot.span[0] < dot.span[1] <= WIDE.width
    assert "and 1 more" in dot.label


def test_a_year_is_too_vague_to_draw() -> None:
    chart = draw_over_time(HELD, ["a", "b"])
    assert chart is not None
    assert chart.drawn == len(HELD) - 1


def test_one_topic_alone_makes_no_drawing() -> None:
    assert draw_over_time([held("a", "2024-11-15")] * 5, ["a"]) is None
