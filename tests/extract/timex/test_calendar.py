from __future__ import annotations

from datetime import date

import pytest

from briefgen.extract.timex import calendar


def test_days_and_months_are_read_or_refused() -> None:
    assert calendar.parse_day("2024-02-29T10:00") == date(2024, 2, 29)
    assert calendar.parse_day("2023-02-29") is None
    assert calendar.parse_day(None) is None
    assert calendar.parse_month("2024-02-29") == (2024, 2)
    assert calendar.parse_month("2024-13") is None
    assert calendar.valid_day(2024, 2, 30) is None


def test_shifts_cross_years_and_end_with_the_calendar() -> None:
    assert calendar.shift_month(2024, 1, -1) == (2023, 12)
    assert calendar.shift_month(2024, 11, 14) == (2026, 1)
    assert calendar.shift_days(date(2024, 2, 28), 1) == date(2024, 2, 29)
    assert calendar.shift_days(date(9999, 12, 31), 1) is None
    assert calendar.quarter_value(2024, 1, -1) == "2023-Q4"
    assert calendar.month_value(987, 3) == "0987-03"


def test_weeks_are_iso_weeks() -> None:
    assert calendar.week_of(date(2021, 1, 3)) == "2020-W53"
    assert calendar.week_of(date(2024, 12, 30)) == "2025-W01"


def test_weekdays_on_either_side() -> None:
    wednesday = date(2024, 6, 12)
    assert calendar.on_or_before(wednesday, 3) == wednesday
    assert calendar.on_or_before(wednesday, 4) == date(2024, 6, 6)
    assert calendar.on_or_after(wednesday, 2) == date(2024, 6, 18)


@pytest.mark.parametrize(
    ("published", "month", "year"),
    [("2024-11-30", 1, 2025), ("2024-11-30", 5, 2024), ("2024-01-10", 12, 2023), ("2024-03-01", 8, 2024)],
)
def test_month_without_year_is_the_nearest(published: str, month: int, year: int) -> None:
    assert calendar.nearest_year(date.fromisoformat(published), month) == year


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2024, "2024-12-25"),
        ("easter", 2024, "2024-03-31"),
        ("easter-46", 2024, "2024-02-14"),
        ("4th thu 11", 1999, "1999-11-25"),
        ("last mon 5", 2024, "2024-05-27"),
        ("election", 2024, "2024-11-05"),
        ("election", 2016, "2016-11-08"),
    ],
)
def test_holidays(rule: str, year: int, day: str) -> None:
    assert str(calendar.holiday(rule, year)) == day
