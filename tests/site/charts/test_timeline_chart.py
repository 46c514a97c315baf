"""The timeline's drawing: dates as exact as they are known, nothing outside the drawing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.site.charts.days import bounds, lay_months, ordinal, place
from briefgen.site.charts.timeline import NARROW, WIDE, Entry, Sheet, TimelineChart, draw_timeline


def entry(earliest: str | None, latest: str | None, label: str = "It happened") -> Entry:
    return Entry(label, "some day", earliest, latest, "#")


def draw(entries: list[Entry], newest: str | None, sheet: Sheet = WIDE) -> TimelineChart | None:
    return draw_timeline(entries, newest, lambda entry: entry, sheet)


ENTRIES = [
    entry("2018-01-01", "2019-12-31"),
    entry("2024-11-15", "2024-11-15"),
    entry("2024-12-23", "2024-12-27"),
    entry("2025-01-20", None),
    entry(None, "2024-12-01"),
]


def test_a_known_day_is_a_dot_a_vague_one_a_span_and_an_open_one_open() -> None:
    chart = draw(ENTRIES, "2024-12-29")
    assert chart is not None
    shapes = {bar.entry: bar.shape for bar in (*chart.overview, *chart.zoom)}
    assert [shapes.get(e) for e in ENTRIES] == ["span", "day", "span", "open", "open"]


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_nothing_is_drawn_outside(sheet: Sheet) -> None:
    many = [entry(f"{y}-0{m}-11", f"{y}-0{m}-28", "word " * 12) for y in (2019, 2024) for m in range(1, 10)]
    chart = draw(many, "2024-09-30", sheet)
    assert chart is not None
    for bar in (*chart.overview, *chart.zoom):
        assert 0 <= bar.x <= bar.x + bar.width <= sheet.width
        assert 0 <= bar.text_x <= sheet.width
        assert 0 <= bar.y <= chart.height


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_no_label_lies_on_its_bar(sheet: Sheet) -> None:
    wide_span = entry("2018-01-05", "2024-11-20", "It has been going on for a very long time indeed")
    chart = draw([wide_span, *ENTRIES], "2024-12-29", sheet)
    assert chart is not None
    for bar in (*chart.overview, *chart.zoom):
        beside = bar.text_x >= bar.x + bar.width if bar.anchor == "start" else bar.text_x <= bar.x
        assert beside or bar.text_y <= bar.y - 10
        assert bar.label


def test_only_what_may_be_drawn_is_described_and_the_heaviest_and_latest_are_drawn() -> None:
    days = [entry(f"2024-{month:02}-{day:02}", None) for month in range(1, 13) for day in range(1, 29)]
    days[-40] = replace(days[-40], weight=2)
    described: list[Entry] = []
    chart = draw_timeline(days, "2024-12-29", lambda entry: described.append(entry) or entry)
    assert chart is not None
    drawn = [bar.entry for bar in chart.zoom]
    assert drawn == [days[-40], *days[-WIDE.zoom_rows + 1 :]]
    assert len(described) == WIDE.zoom_rows + WIDE.overview_rows


def test_too_few_dates_make_no_drawing() -> None:
    assert draw(ENTRIES[:2], "2024-12-29") is None
    assert draw([], None) is None


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2024-12-29", ("2024-12-29", "2024-12-29")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024~", ("2024-01-01", "2024-12-31")),
        ("2024-11/2024-12-05", ("2024-11-01", "2024-12-05")),
        ("2025-21", None),
        ("soon", None),
    ],
)
def test_days_that_an_expression_can_mean(edtf: str, days: tuple[str, str] | None) -> None:
    found = bounds(edtf)
    assert found == (days and (ordinal(days[0]), ordinal(days[1])))


def test_empty_months_are_cut_out_of_an_axis() -> None:
    days = [ordinal(day) or 0 for day in ("2019-02-10", "2024-11-15", "2024-12-01")]
    months = lay_months(days, 0, 1000)
    assert [month.label for month in months] == ["February 2019", "November 2024", "December 2024"]
    assert [month.gap_before for month in months] == [False, True, False]
    assert [place(day, months) for day in days] == sorted(place(day, months) for day in days)
    assert months[-1].x + months[-1].width == pytest.approx(1000, abs=0.5)
