"""What holds of every time expression, whatever the text and the day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.timex import tag
from briefgen.extract.timex.grammar import grammar
from briefgen.model.timex import Timex3, TimexType
from briefgen.resolve.date_edtf import bounds_of, bounds_of_edtf, edtf_of

WORDS = sorted(grammar().vocabulary.codes)
FIGURES = st.one_of(
    st.integers(0, 99999).map(str),
    st.integers(1, 500).map(lambda digits: "9" * digits),
    st.dates().map(str),
    st.builds("{}:{:02d}".format, st.integers(0, 30), st.integers(0, 99)),
    st.builds("{}/{}/{}".format, st.integers(0, 40), st.integers(0, 40), st.integers(0, 2100)),
    st.builds("{}-{}".format, st.integers(1800, 2100), st.integers(0, 2100)),
)
PIECES = st.one_of(
    st.sampled_from(WORDS), FIGURES, st.sampled_from([",", ".", "-", "/", "'", "s", "the", "of", "\n"])
)
TIMELY = st.lists(PIECES, max_size=25).map(" ".join)
DAYS = st.dates(date(1000, 1, 1), date(2990, 12, 31))
PUBLISHED = st.one_of(
    st.none(), st.dates().map(str), st.sampled_from(["2024", "2024-02", "2025-01~", "2024-02-30", "soon", ""])
)


@settings(max_examples=120, deadline=None)
@given(text=st.one_of(st.text(max_size=200), TIMELY), published=PUBLISHED)
def test_no_text_raises_and_every_span_is_true(text: str, published: str | None) -> None:
    found = tag(text, published)
    ends = 0
    for item in found:
        assert text[slice(*item.span)] == item.text
        assert item.span[0] >= ends
        ends = item.span[1]


@settings(max_examples=120, deadline=None)
@given(text=TIMELY, published=DAYS)
def test_bounds_are_in_order_and_agree_with_what_is_published(text: str, published: date) -> None:
    for item in tag(text, published.isoformat()):
        bounds = bounds_of(item.timex3, published)
        edtf = edtf_of(item.timex3, published)
        if bounds.earliest and bounds.latest:
            assert bounds.earliest <= bounds.latest
        assert bounds == (bounds_of_edtf(edtf) if edtf else bounds_of_edtf(""))


@settings(deadline=None)
@given(
    published=DAYS,
    days=st.integers(-400, 400),
    words=st.sampled_from(["today", "yesterday", "tomorrow", "three days ago", "the day after tomorrow"]),
)
def test_day_relative_values_move_with_publication(published: date, days: int, words: str) -> None:
    text = f"She spoke {words} in Bergen."
    (first,) = tag(text, published.isoformat())
    (second,) = tag(text, (published + timedelta(days=days)).isoformat())
    moved = date.fromisoformat(str(second.timex3.value)) - date.fromisoformat(str(first.timex3.value))
    assert moved == timedelta(days=days)


@settings(deadline=None)
@given(published=DAYS, weekday=st.sampled_from(["Monday", "Wednesday", "Sunday"]))
def test_bare_weekday_lies_in_the_week_up_to_publication(published: date, weekday: str) -> None:
    (found,) = tag(f"She spoke on {weekday}.", published.isoformat())
    day = date.fromisoformat(str(found.timex3.value))
    assert timedelta(0) <= published - day <= timedelta(days=6)
    assert day.strftime("%A") == weekday


@settings(deadline=None)
@given(published=DAYS)
def test_weeks_before_and_after_are_whole_weeks(published: date) -> None:
    last, this, following = tag("last week, this week, next week", published.isoformat())
    first = [bounds_of(item.timex3).earliest for item in (last, this, following)]
    assert first[0] is not None
    assert [day - first[0] for day in first if day] == [timedelta(days=7 * n) for n in range(3)]


@settings(deadline=None)
@given(year=st.integers(1, 9998), week=st.integers(1, 53))
def test_every_iso_week_has_seven_days_or_does_not_exist(year: int, week: int) -> None:
    bounds = bounds_of(Timex3(type=TimexType.DATE, value=f"{year:04d}-W{week:02d}"))
    if week < 53:
        assert bounds.earliest and bounds.latest
    if bounds.earliest and bounds.latest:
        assert (bounds.latest - bounds.earliest).days == 6


def test_leap_days_year_ends_and_zones() -> None:
    def values(text: str, published: str) -> list[str | None]:
        return [item.timex3.value for item in tag(text, published)]

    assert values("on Feb. 29, 2024", "2024-03-01") == ["2024-02-29"]
    assert values("on Feb. 29, 2023", "2024-03-01") == []
    assert values("yesterday", "2024-03-01") == ["2024-02-29"]
    assert values("yesterday and tomorrow", "2024-12-31") == ["2024-12-30", "2025-01-01"]
    assert values("last week", "2021-01-08") == ["2020-W53"]
    assert values("at 21:00 GMT on Monday", "2024-03-04") == ["2024-03-04T21:00Z"]
    assert values("a month ago", "2024-01-31") == ["2023-12"]
