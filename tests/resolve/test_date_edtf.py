from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf

from briefgen.model.timex import Timex3, TimexType
from briefgen.resolve.date_edtf import bounds_of, bounds_of_edtf, edtf_of

CASES = [
    ("2024-12-29", None, "2024-12-29", "2024-12-29", "2024-12-29"),
    ("2024-12-29T22:00", None, "2024-12-29", "2024-12-29", "2024-12-29"),
    ("2024-12-29TNI", None, "2024-12-29", "2024-12-29", "2024-12-29"),
    ("2024-02", None, "2024-02", "2024-02-01", "2024-02-29"),
    ("2024", None, "2024", "2024-01-01", "2024-12-31"),
    ("2024-W52", None, "2024-12-23/2024-12-29", "2024-12-23", "2024-12-29"),
    ("2020-W53", None, "2020-12-28/2021-01-03", "2020-12-28", "2021-01-03"),
    ("2024-W52-WE", None, "2024-12-28/2024-12-29", "2024-12-28", "2024-12-29"),
    ("2024-Q3", None, "2024-35", "2024-07-01", "2024-09-30"),
    ("2024-H2", None, "2024-41", "2024-07-01", "2024-12-31"),
    ("2024-WI", None, "2024-24", "2024-12-01", "2025-02-28"),
    ("199", None, "199X", "1990-01-01", "1999-12-31"),
    ("19", None, "19XX", "1900-01-01", "1999-12-31"),
    ("2018/2019", None, "2018/2019", "2018-01-01", "2019-12-31"),
    ("2025-01-20/..", None, "2025-01-20/..", "2025-01-20", None),
    ("../2025-01-20", None, "../2025-01-20", None, "2025-01-20"),
    ("2019", "START", "2019-01-01~/2019-05-01~", "2019-01-01", "2019-05-01"),
    ("2025-01-13", "APPROX", "2025-01-13~", "2025-01-13", "2025-01-13"),
    ("BC0044", None, "-0043", None, None),
    ("XXXX-06", None, "XXXX-06", None, None),
    ("PAST_REF", None, None, None, None),
    ("2023-02-29", None, None, None, None),
    ("2021-W53", None, None, None, None),
]


@pytest.mark.parametrize(("value", "mod", "edtf", "earliest", "latest"), CASES)
def test_value_becomes_edtf_with_bounds(
    value: str, mod: str | None, edtf: str | None, earliest: str | None, latest: str | None
) -> None:
    timex3 = Timex3(type=TimexType.DATE, value=value, mod=mod)
    assert edtf_of(timex3) == edtf
    bounds = bounds_of(timex3)
    assert (str(bounds.earliest) if bounds.earliest else None) == earliest
    assert (str(bounds.latest) if bounds.latest else None) == latest


@pytest.mark.parametrize("edtf", sorted({case[2] for case in CASES if case[2]}))
def test_what_is_published_is_edtf(edtf: str) -> None:
    assert parse_edtf(edtf)


def test_durations_and_sets_have_no_place_on_the_calendar() -> None:
    for kind in (TimexType.DURATION, TimexType.SET):
        assert edtf_of(Timex3(type=kind, value="P5D")) is None


def test_bounds_of_what_is_no_edtf_are_open() -> None:
    assert bounds_of_edtf("some day").earliest is None


def test_earlier_this_month_ends_with_publication() -> None:
    earlier = Timex3(type=TimexType.DATE, value="2024-11", mod="BEFORE")
    assert edtf_of(earlier, date(2024, 11, 19)) == "2024-11-01/2024-11-19"
    later = Timex3(type=TimexType.DATE, value="2024-11", mod="AFTER")
    assert edtf_of(later, date(2024, 11, 19)) == "2024-11-19/2024-11-30"
    assert edtf_of(earlier, date(2025, 1, 19)) == "2024-11"
