"""Who is who: each rule has a text it must catch and one it must leave alone, in tests/cases/actors_*.yml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.actor import Actor
from briefgen.model.extraction import Extraction
from briefgen.model.registry import Registry, RegistryActor
from briefgen.resolve.actors import Cast, resolve_actors

CASES = Path(__file__).parents[1] / "cases"


def load(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return cases


@cache
def cast_of(text: str, registry: Registry | None = None) -> tuple[Extraction, Cast]:
    article = article_from_text("x", text)
    extraction = RulesExtractor().extract(article)
    return extraction, resolve_actors(article, extraction, registry or Registry())


def place(text: str, words: str, which: int) -> int:
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return found[which - 1]


def names_at(text: str, words: str, which: int) -> list[str]:
    extraction, cast = cast_of(text)
    start = place(text, words, which)
    end = start + len(words)
    at = [
        i
        for i, m in enumerate(extraction.mentions)
        if m.head.start >= start and m.head.end <= end and not m.parts
    ]
    at = [
        i for i in at if extraction.mentions[i].head.end == end or extraction.mentions[i].span == (start, end)
    ]
    by_id = {actor.id: actor.name for actor in cast.actors}
    return [by_id[id] for i in at[:1] for id in cast.of_mention[i]]


@pytest.mark.parametrize("case", load("actors_means.yml"), ids=lambda case: case["name"])
def test_words_mean(case: dict[str, Any]) -> None:
    for words, which, expected in case["means"]:
        wanted = [] if expected is None else expected if isinstance(expected, list) else [expected]
        assert names_at(case["text"], words, which) == wanted


@pytest.mark.parametrize("case", load("actors_named.yml"), ids=lambda case: case["name"])
def test_actors_are(case: dict[str, Any]) -> None:
    _, cast = cast_of(case["text"])
    found = {actor.name: actor for actor in cast.actors}
    for wanted in case.get("actors", []):
        assert wanted["name"] in found
        for key, value in wanted.items():
            expected = tuple(value) if isinstance(value, list) else value
            assert getattr(found[wanted["name"]], key) == expected
    for name in case.get("none", []):
        assert name not in found


def only(cast: Cast) -> Actor:
    assert len(cast.actors) == 1
    return cast.actors[0]


def test_the_registry_gives_id_and_name() -> None:
    known = RegistryActor(id="weru", name="Ruth N. Weru", kind="person", aliases=("Ruth Weru",), country="KE")
    _, cast = cast_of("Ruth Weru said the road would open.", Registry(actors=(known,)))
    assert (only(cast).id, only(cast).name, only(cast).country) == ("weru", "Ruth N. Weru", "KE")


def test_a_pronoun_is_no_name_of_the_registry() -> None:
    known = RegistryActor(id="united-states", name="United States", kind="state", aliases=("US",))
    text = "The Harbour Group said it would stay. “Nobody can move us,” the Harbour Group said."
    _, cast = cast_of(text, Registry(actors=(known,)))
    assert [actor.name for actor in cast.actors] == ["Harbour Group"]


def test_a_bare_surname_meets_the_registry_where_nobody_else_bears_it() -> None:
    known = RegistryActor(id="weru", name="Ruth Weru", kind="person")
    text = "President Weru said the road would open."
    assert only(cast_of(text, Registry(actors=(known,)))[1]).id == "weru"
    other = "Tom Weru said the road would open. Weru drove home."
    assert only(cast_of(other, Registry(actors=(known,)))[1]).id == "tom-weru"


def test_two_of_one_surname_in_the_registry_leave_it_open() -> None:
    two = tuple(
        RegistryActor(id=f"{n}-weru", name=f"{n.title()} Weru", kind="person") for n in ("ruth", "tom")
    )
    assert only(cast_of("President Weru said the road would open.", Registry(actors=two))[1]).id == "weru"


def test_the_publisher_is_an_actor() -> None:
    article = article_from_text("x", "Ruth Weru said the road would open.", publisher="Nyeri Herald")
    cast = resolve_actors(article, RulesExtractor().extract(article), Registry())
    assert cast.publisher == "nyeri-herald"
    assert cast.actors[-1].name == "Nyeri Herald"


def test_unnamed_ones_are_others_in_every_article() -> None:
    _, cast = cast_of("Analysts said the harvest was poor.")
    assert re.fullmatch(r"analysts-[a-z2-7]{8}", only(cast).id)


def test_a_long_article_id_raises_nothing() -> None:
    text = "Several hundred analysts of the northern commodities exchange said the harvest was poor."
    article = article_from_text("x" * 120, text)
    cast = resolve_actors(article, RulesExtractor().extract(article), Registry())
    assert all(len(actor.id) <= 120 for actor in cast.actors)


def test_every_mention_stands_in_the_text() -> None:
    text = (
        "Kenya and Uganda said they agreed. “I doubt it,” said Ann Cole, the mayor. “We all do,” she added."
    )
    _, cast = cast_of(text)
    for actor in cast.actors:
        for mention in actor.mentions:
            assert mention.holds_in(text)
