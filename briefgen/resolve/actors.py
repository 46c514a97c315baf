"""Mentions become actors: who is who within an article, and by the registry across articles."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model.actor import Actor
from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.model.registry import Registry


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of an article, and whom each mention means."""

    actors: tuple[Actor, ...]
    of_mention: tuple[tuple[str, ...], ...]
    """For each mention, by index, the ids of the actors it means; empty where not resolved."""


def resolve_actors(article: Article, extraction: Extraction, registry: Registry) -> Cast:
    """Returns the cast of an article, by place of first mention."""
    return Cast(actors=(), of_mention=tuple(() for _ in extraction.mentions))
