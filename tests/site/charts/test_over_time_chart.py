"""Positions over time: own words above what others say, marks that do not hide one another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefgen.site.charts.over_time import MARK, NARROW, WIDE, Held, Sheet, draw_over_time, gather_spots
from briefgen.site.charts.over_time_svg import over_time_svg
from briefgen.site.links import Links
from tests.bench.synthetic import make_brief

BRIEF = make_brief(0)


def held(row: str, when: str, *, own: bool = True, mark: str = "for-own") -> Held:
    return Held(row, mark, own, BRIEF.links.positions[0]._replace(when=when, claim="A <claim>"))


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
    chart = draw_over_time(gather_spots(HELD), ["a", "b"], sheet)
    assert chart is not None
    first = chart.rows[0]
    own = [dot for dot in first.dots if dot.mark.endswith("own")]
    (other,) = [dot for dot in first.dots if dot.mark.endswith("hollow")]
    assert all(dot.y < other.y for dot in own)
    assert all(MARK / 2 <= dot.x <= sheet.width for row in chart.rows for dot in row.dots)
    for one, two in pairwise(sorted(own, key=lambda dot: (dot.y, dot.x))):
        assert one.y != two.y or two.x - one.x > MARK


def test_equal_positions_share_a_mark_and_rough_dates_have_a_line() -> None:
    chart = draw_over_time(gather_spots(HELD), ["a", "b"])
    assert chart is not None
    (dot,) = chart.rows[1].dots
    assert dot.number == 2
    assert dot.span is not None and dot.span[0] < dot.span[1] <= WIDE.width


def test_a_year_is_too_vague_to_draw() -> None:
    chart = draw_over_time(gather_spots(HELD), ["a", "b"])
    assert chart is not None
    assert chart.drawn == len(HELD) - 1


def test_one_topic_alone_makes_no_drawing() -> None:
    assert draw_over_time(gather_spots([held("a", "2024-11-15")] * 5), ["a"]) is None


def test_each_mark_is_a_link_that_says_what_it_means() -> None:
    chart = draw_over_time(gather_spots(HELD), ["a", "b"])
    assert chart is not None
    drawing = str(
        over_time_svg(chart, {"a": "Trade & tariffs", "b": "The “b”"}, "bg-wide", Links.at("actors/x/"))
    )
    label = "A &lt;claim&gt; (in favour, 23 to 27 December 2024) and 1 more"
    assert f'aria-label="{label}"><title>{label}</title>' in drawing
    assert "A &lt;claim&gt; (in favour, only imputed, 15 November 2024)" in drawing
    assert f'href="../../briefs/{BRIEF.id}/#{BRIEF.positions[0].id}"' in drawing
    assert "Trade &amp; tariffs" in drawing
