"""An outlet is one actor, by whatever name an article or the registry calls it."""

from __future__ import annotations

import pytest

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief, Generator
from briefgen.model.registry import Registry, RegistryActor
from briefgen.resolve.brief import resolve

OWN_WORDS = "The road is unlikely to open this year. Ruth Weru, the mayor, said she would resign."
HERALD = RegistryActor(id="herald", name="The Nyeri Herald", aliases=("NH", "Nyeri Herald"), country="KE")


def brief_of(text: str, publisher: str | None, *known: RegistryActor) -> Brief:
    article = article_from_text("x", text, publisher=publisher)
    return resolve(
        article,
        RulesExtractor().extract(article),
        Registry(actors=known),
        Generator(briefgen="0", extractor="r", model="m"),
    )


def media(brief: Brief) -> list[tuple[str, str]]:
    return [(actor.id, actor.name) for actor in brief.actors if actor.kind is ActorKind.MEDIA]


def authors(brief: Brief) -> set[str]:
    return {holder for position in brief.positions for holder in position.holder if holder != "ruth-weru"}


@pytest.mark.parametrize("publisher", ["NH", "Nyeri Herald", "The Nyeri Herald"])
def test_the_registry_names_the_outlet(publisher: str) -> None:
    brief = brief_of(OWN_WORDS, publisher, HERALD)
    assert media(brief) == [("herald", "The Nyeri Herald")]
    assert authors(brief) == {"herald"}


def test_an_outlet_that_its_article_names_is_no_second_one() -> None:
    text = f"{OWN_WORDS} She told the Nyeri Herald that she was tired."
    brief = brief_of(text, "NH", HERALD)
    assert media(brief) == [("herald", "The Nyeri Herald")]


def test_without_the_registry_it_is_itself() -> None:
    brief = brief_of(OWN_WORDS, "NH")
    assert media(brief) == [("nh", "NH")]
    assert authors(brief) == {"nh"}


def test_a_person_of_the_outlets_name_is_another() -> None:
    known = RegistryActor(id="ann-cole", name="Ann Cole", kind=ActorKind.PERSON)
    text = "The road is unlikely to open this year. Ann Cole, the mayor, said she would resign."
    brief = brief_of(text, "Ann Cole", known)
    assert media(brief) == [("ann-cole-publisher", "Ann Cole")]
    held = {p.claim: p.holder for p in brief.positions}
    assert ("ann-cole-publisher",) in held.values()


def test_an_outlet_that_is_not_known_is_nobody_by_name() -> None:
    brief = brief_of(OWN_WORDS, None)
    assert media(brief) == [("author", "The article’s author")]
    assert authors(brief) == {"author"}
