"""Browsing by facets, and what text search is given."""

from __future__ import annotations

import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import build_corpus
from briefgen.site.search.facets import PART, brief_values, newest_first, steps, write_facets
from briefgen.site.search.indexes import text_indexes
from briefgen.site.search.text_index import search_page
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus


def test_every_brief_is_found_by_its_values() -> None:
    corpus = build_corpus(make_briefs(250))
    files = {file.path: json.loads(bytes(file.content)) for file in write_facets(corpus, SiteSettings())}  # type: ignore[arg-type]
    data = files["find/facets.json"]
    found = {
        (facet["name"], value): set(accumulate(numbers))
        for facet in data["facets"]
        for value, numbers in facet["values"]
    }
    assert data["count"] == 250
    for number, brief in enumerate(newest_first(corpus)):
        row = files[f"find/briefs-{number // PART}.json"][number % PART]
        assert row[0] == brief.id
        for name, values in brief_values(corpus, brief).items():
            for value in values:
                assert (name, value) not in found or number in found[name, value]


def test_the_facets_are_the_six_promised() -> None:
    corpus = build_corpus(make_briefs(5))
    first = next(iter(write_facets(corpus, SiteSettings())))
    names = [facet["name"] for facet in json.loads(bytes(first.content))["facets"]]  # type: ignore[arg-type]
    assert names == ["actor", "topic", "outlet", "year", "form", "basis"]


@given(st.lists(st.integers(min_value=0, max_value=10_000), unique=True).map(sorted))
def test_steps_add_up_to_the_numbers(numbers: list[int]) -> None:
    assert list(accumulate(steps(numbers))) == numbers


def test_search_pages_hold_words_only() -> None:
    corpus = build_corpus(hostile_corpus())
    for entry in text_indexes(corpus)[0].entries(corpus):
        page = search_page(entry)
        inside = page.removeprefix('<!doctype html><html lang="en"><body>').removesuffix("</body></html>")
        for tag in ("<h1>", "</h1>", "<p>", "</p>", '<p data-pagefind-meta="line" data-pagefind-ignore>'):
            inside = inside.replace(tag, "")
        assert "<" not in inside
