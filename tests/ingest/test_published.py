from __future__ import annotations

import pytest

from briefgen.ingest.published import find_published, published_in_url, read_day
from briefgen.model.article import PublishedBasis

TEXTS = [
    (" date 2025-01-27 In previous years, the assembly met twice.", "2025-01-27", PublishedBasis.METADATA),
    (
        "Port strike ends\n\nPublished: 27 January 2025\n\nThe dockers went back.",
        "2025-01-27",
        PublishedBasis.METADATA,
    ),
    (
        "Port strike ends\n**Posted on** January 27, 2025\nThe dockers went back.",
        "2025-01-27",
        PublishedBasis.METADATA,
    ),
    (
        "Port strike ends\nMonday, 27 January 2025, 10:32 GMT\nThe dockers went back.",
        "2025-01-27",
        PublishedBasis.INFERRED,
    ),
    ("BERGEN, Jan. 27, 2025 (Example Wire) — The dockers went back.", "2025-01-27", PublishedBasis.DATELINE),
]


@pytest.mark.parametrize(("text", "value", "basis"), TEXTS)
def test_text_that_says_its_day(text: str, value: str, basis: PublishedBasis) -> None:
    found = find_published(text)
    assert found is not None
    assert (found.value, found.basis) == (value, basis)
    assert found.reason


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL, South Korea — The leader has pledged to adopt the toughest policy, media said on Sunday.",
        "The treaty was signed on January 27, 2025, in Bergen.",
        "BERGEN (Example Wire) — The dockers went back on Jan. 27.",
        "27 January 2025\n28 January 2025\nTwo days of talks",
        "Released on January 5, 2020, the report says that ports are full.",
        "Published: 31 February 2025\nNothing.",
        "",
    ],
)
def test_bare_text_says_nothing(text: str) -> None:
    assert find_published(text) is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/2025/01/27/port-strike", "2025-01-27"),
        ("https://example.org/news/port-strike-2025-01-27.html", "2025-01-27"),
        ("https://example.org/world/2025/jan/27/port-strike", "2025-01-27"),
        ("https://example.org/a20250127001", None),
        ("https://example.org/20250127/port", "2025-01-27"),
        ("https://example.org/2025/01/port-strike", "2025-01"),
        ("https://example.org/2025/13/port-strike", None),
        ("https://example.org/article/12345678", None),
        (None, None),
    ],
)
def test_address_that_carries_a_day(url: str | None, value: str | None) -> None:
    found = published_in_url(url)
    assert (found.value if found else None) == value


def test_line_goes_before_address() -> None:
    found = find_published("Published: 27 January 2025\nText.", "https://example.org/2024/05/01/x")
    assert found is not None
    assert found.value == "2025-01-27"


def test_words_become_a_day() -> None:
    assert read_day("the 3rd of May 2021") == "2021-05-03"
    assert read_day("May 2021") is None
