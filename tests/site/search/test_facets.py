"""Browsing by facets, and what text search is given."""

from __future__ import annotations

import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.model.brief import Brief
from briefgen.site.search.facets import BASES, FORMS, PART, facets, newest_first, steps, write_facets
from briefgen.site.search.indexes import text_indexes
from briefgen.site.search.text_index import search_page
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus


def values_of(corpus: Corpus, brief: Brief) -> set[tuple[str, str]]:
    """Returns the facets and values of a brief, as its own items tell them."""
    actors = {corpus.names[corpus.actor_id(actor.id)].name for actor in brief.actors}
    topics = {topic.id for topic in brief.topics} | {p.topic for p in brief.positions if p.topic}
    outlet = corpus.outlet_of[brief.id]
    return {
        *(("actor", name) for name in actors),
        *(("topic", corpus.topic_names[id].name) for id in topics),
        ("outlet", corpus.outlet_names[outlet] or outlet),
        ("year", (brief.article.published or "not known")[:4]),
        *(("form", FORMS[quote.form]) for quote in brief.quotes),
        *(("basis", BASES[position.basis]) for position in brief.positions),
    }


def test_every_brief_is_found_by_its_values_and_by_no_other() -> None:
    corpus = build_corpus(make_briefs(250))
    files = {file.path: json.loads(bytes(file.content)) for file in write_facets(corpus, SiteSettings())}  # type: ignore[arg-type]
    data = files["find/facets.json"]
    found = {
        (facet["name"], value): set(accumulate(numbers))
        for facet in data["facets"]
        for value, numbers in facet["values"]
    }
    assert data["count"] == 250
    assert len(found) > 40
    for number, brief in enumerate(newest_first(corpus)):
        row = files[f"find/briefs-{number // PART}.json"][number % PART]
        assert row[0] == brief.id
        assert {key for key in found if number in found[key]} == values_of(corpus, brief) & found.keys()


def test_several_of_one_name_are_one_value() -> None:
    briefs = make_briefs(60)
    other = briefs[0].model_copy(
        update={
            "id": "other",
            "actors": tuple(a.model_copy(update={"id": f"x-{a.id}"}) for a in briefs[0].actors),
        }
    )
    corpus = build_corpus([*briefs, other])
    actors = facets(corpus)[0].values
    assert len(corpus.actors) == len(actors) + len(other.actors)
    number = next(number for number, brief in enumerate(newest_first(corpus)) if brief.id == "other")
    assert all(number in actors[actor.name] for actor in other.actors)


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
