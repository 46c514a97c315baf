"""Phrases become topics, by the registry or, with none, by the article's own repeated phrases."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.model.registry import Registry
from briefgen.model.topic import BriefTopic


@dataclass(frozen=True, slots=True)
class TopicHit:
    """Where a topic's phrase stands in the text."""

    topic: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of an article and their places."""

    topics: tuple[BriefTopic, ...]
    hits: tuple[TopicHit, ...]


def resolve_topics(article: Article, extraction: Extraction, registry: Registry) -> Topics:
    """Returns the topics of an article, heaviest first, and every place that touches one."""
    return Topics(topics=(), hits=())
