"""No text of the size that is allowed takes long: neither its zones, however it is built, nor its brief."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from briefgen.errors import SourceError
from briefgen.ingest.article import article_from_text
from briefgen.ingest.decode import MAX_BYTES
from briefgen.model.registry import Registry
from briefgen.model.span_index import SpanIndex
from briefgen.pipeline import load_rules, make_brief
from tests.bench.texts import make_text

_MOST_CPU_SECONDS = 30
"""About 2 are needed; a pattern that goes back and forth would need minutes, on whatever machine."""
TEXTS = {
    "one letter": "A",
    "capitals": "ABC DEF ",
    "lines of capitals": "ABC DEF\n",
    "lines of words": "the levy stays as long as it is needed said the minister\n",
    "stars": "*a",
    "low lines": "_a ",
    "brackets": "[a](",
    "tags": "<p ",
    "spaces": " ",
    "empty lines": "\n",
    "bylines": "By Ab ",
    "lines of names": "By Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab\n",
    "quotation marks": "“",
    "stops": "a. ",
    "figures": "1",
    "days": "Published: May 3, 2024 at 10:00 AM EDT | ",
    "towns": "OSLO, ",
    "towns and names": "OSLO, Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab ",
    "hyphens": "A-",
    "apostrophes": "a’",
    "agencies": "(Ab ",
    "headings": "# a\n",
    "addresses": "12 North Birch St.\nSpringfield, IL 62704\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_long_texts_are_read_soon(name: str) -> None:
    text = TEXTS[name] * (MAX_BYTES // 10 // len(TEXTS[name]))
    start = time.process_time()
    # A line without an end is refused; in pieces it is read.
    with suppress(SourceError):
        article_from_text("a", text + "x")
    whole = "\n".join(text[at : at + 9_000] for at in range(0, len(text), 9_000))
    article_from_text("a", whole + "x")
    assert time.process_time() - start < _MOST_CPU_SECONDS


_SHORT, _LONG = 30_000, 150_000
_MOST_TIMES_DEARER = 1.7
"""A character of the long text takes 1.0 to 1.3 times what one of the short takes; 2.4 and more where each
sentence asks the whole article."""


def test_a_character_costs_about_the_same_in_a_long_article() -> None:
    prose = "\n".join(make_text(index)[1] for index in range(60))
    assert len(prose) >= _LONG
    rules = load_rules()

    def seconds_of(size: int) -> float:
        article = article_from_text("a", prose[:size], published="2025-02-03")
        start = time.process_time()
        make_brief(article, rules, Registry())
        return time.process_time() - start

    seconds_of(5_000)  # loads the model and the lexicons
    short = min(seconds_of(_SHORT) for _ in range(2)) / _SHORT
    assert seconds_of(_LONG) / _LONG < _MOST_TIMES_DEARER * short


def test_stretches_are_found_as_a_search_of_all_would_find_them() -> None:
    spans = [(at * 37 % 4_000, at * 37 % 4_000 + at % 7 * 90) for at in range(400)]
    index = SpanIndex((span, at) for at, span in enumerate(spans))
    for offset in range(0, 4_600, 11):
        end = offset + offset % 900
        assert index.at(offset) == [n for n, (a, b) in enumerate(spans) if a <= offset < b]
        assert index.starting_in(offset, end) == [n for n, (a, _) in enumerate(spans) if offset <= a < end]
        shared = [n for n, (a, b) in enumerate(spans) if a < end and offset < b]
        assert index.overlapping(offset, end) == shared
