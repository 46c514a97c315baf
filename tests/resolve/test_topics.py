from __future__ import annotations

import pytest

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.extraction import Extraction
from briefgen.model.registry import Registry, RegistryTopic
from briefgen.pipeline import make_brief
from briefgen.resolve.topics import resolve_topics

TEXT = "The carbon levy stays. Ministers like carbon levies.\nNobody spoke of fish."


def _extraction() -> Extraction:
    return Extraction(sentences=((0, 22), (23, 51), (52, 74)), paragraphs=((0, 51), (52, 74)))


def test_registry_phrases_are_found_in_any_case_and_number() -> None:
    registry = Registry(topics=(RegistryTopic(id="levy", name="The levy", phrases=("Carbon lev*",)),))
    topics = resolve_topics(article_from_text("x", TEXT), _extraction(), registry)
    assert [topic.id for topic in topics.topics] == ["levy"]
    assert [TEXT[hit.start : hit.end] for hit in topics.hits] == ["carbon levy", "carbon levies"]
    assert topics.topics[0].weight == 1.0


def test_a_phrase_inside_a_word_is_none() -> None:
    registry = Registry(topics=(RegistryTopic(id="arbon", name="arbon"),))
    assert resolve_topics(article_from_text("x", TEXT), _extraction(), registry).topics == ()


def _discovered(text: str) -> list[str]:
    article = article_from_text("x", text, published="2024-05-14")
    return [
        topic.id for topic in resolve_topics(article, RulesExtractor().extract(article), Registry()).topics
    ]


def test_without_a_registry_repeated_phrases_are_topics() -> None:
    assert _discovered("The fishing quota fell. A fishing quota is a fishing quota.") == ["fishing-quota"]


def test_what_is_no_noun_is_no_topic() -> None:
    text = (
        "“This is really quite serious,” said Kari Nordmann. It will lead to rain. It may lead on. Lead us!"
    )
    assert _discovered(text) == []


def test_only_the_noun_of_a_topic_touches_it() -> None:
    text = "They found lead in the water. The lead in the pipes is old. All lead will lead to harm."
    article = article_from_text("x", text, published="2024-05-14")
    topics = resolve_topics(article, RulesExtractor().extract(article), Registry())
    assert [text[hit.start : hit.end] for hit in topics.hits] == ["lead"] * 3


@pytest.mark.parametrize(
    ("verb", "topic"),
    [
        ("rebuffed Norway’s offer", None),
        ("opposed Norway’s plan", "disarmament"),
        ("signed a pact", "disarmament"),
    ],
)
def test_who_refuses_an_offer_takes_no_side_on_what_was_offered(verb: str, topic: str | None) -> None:
    registry = Registry(
        topics=(RegistryTopic(id="disarmament", name="Disarmament", phrases=("disarmament",)),)
    )
    article = article_from_text("x", f"Sweden {verb} to begin disarmament.", published="2024-05-14")
    sweden = [p for p in make_brief(article, RulesExtractor(), registry).positions if "sweden" in p.holder]
    assert [p.topic for p in sweden] == [topic]


def test_money_and_measures_are_no_topics() -> None:
    text = (
        "They saved pounds 4bn. The port got 40 barrels and pounds 3bn. It wants pounds 2bn and 20 barrels."
    )
    assert _discovered(text) == []


def test_whoever_speaks_is_no_topic() -> None:
    text = "The guide said it rained. The guide left. The guide said the path was wet. A path is a path."
    assert _discovered(text) == ["path"]


def test_a_word_beside_a_hyphen_is_no_topic() -> None:
    text = "A result-oriented path is best. Norway has a result-oriented plan. Sweden is result-oriented."
    assert _discovered(text) == []


def test_hits_within_spans() -> None:
    registry = Registry(topics=(RegistryTopic(id="levy", name="The levy", phrases=("carbon levy",)),))
    topics = resolve_topics(article_from_text("x", TEXT), _extraction(), registry)
    assert len(topics.within((0, 22))) == 1
    assert topics.within((52, 74)) == ()
