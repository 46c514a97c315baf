from __future__ import annotations

from datetime import date

import pytest

from briefgen.resolve.date_shift import Distance, read_distance, shift

DAY = date(2024, 2, 28)


@pytest.mark.parametrize(
    ("value", "distance"),
    [("P10D", Distance(10, "D")), ("P2W", Distance(2, "W")), ("PXW", None), ("PT5H", None), (None, None)],
)
def test_distance_is_read_from_a_duration(value: str | None, distance: Distance | None) -> None:
    assert read_distance(value) == distance


@pytest.mark.parametrize(
    ("count", "unit", "forward", "value"),
    [
        (2, "D", True, "2024-03-01"),
        (59, "D", False, "2023-12-31"),
        (1, "W", True, "2024-W10"),
        (2, "M", False, "2023-12"),
        (1, "Q", True, "2024-Q2"),
        (5, "Y", False, "2019"),
        (9000, "Y", True, None),
        (9999999, "D", True, None),
    ],
)
def test_shift_is_as_fine_as_its_unit(count: int, unit: str, forward: bool, value: str | None) -> None:
    assert shift(DAY, Distance(count, unit), forward=forward) == value
