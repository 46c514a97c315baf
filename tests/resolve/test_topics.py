from __future__ import annotations

from briefgen.ingest.article import article_from_text
from briefgen.model.extraction import Extraction
from briefgen.model.registry import Registry, RegistryTopic
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


def test_without_a_registry_repeated_phrases_are_topics() -> None:
    text = "The fishing quota fell. A fishing quota is a fishing quota."
    extraction = Extraction(sentences=((0, 23), (24, 59)), paragraphs=((0, 59),))
    topics = resolve_topics(article_from_text("x", text), extraction, Registry())
    assert [topic.id for topic in topics.topics] == ["fishing-quota"]


def test_hits_within_spans() -> None:
    registry = Registry(topics=(RegistryTopic(id="levy", name="The levy", phrases=("carbon levy",)),))
    topics = resolve_topics(article_from_text("x", TEXT), _extraction(), registry)
    assert len(topics.within((0, 22))) == 1
    assert topics.within((52, 74)) == ()
