"""An extraction becomes a brief: what each step needs and gives, in order."""

from __future__ import annotations

from dataclasses import replace

from briefgen.model.actor import NAMELESS_AUTHOR
from briefgen.model.article import Article
from briefgen.model.brief import Brief, Generator
from briefgen.model.extraction import Extraction
from briefgen.model.registry import Registry
from briefgen.resolve.actors import resolve_actors
from briefgen.resolve.dates import resolve_dates
from briefgen.resolve.key_points import choose_key_points
from briefgen.resolve.positions import resolve_positions
from briefgen.resolve.quotes import resolve_quotes
from briefgen.resolve.topics import resolve_topics


def resolve(article: Article, extraction: Extraction, registry: Registry, generator: Generator) -> Brief:
    """Returns the brief of an article."""
    cast = resolve_actors(article, extraction, registry)
    dates = resolve_dates(article, extraction, cast, registry)
    topics = resolve_topics(article, extraction, registry)
    quotes = resolve_quotes(article, extraction, cast, dates)
    positions = resolve_positions(article, extraction, cast, quotes, dates, topics)
    if cast.publisher is None and any(NAMELESS_AUTHOR.id in p.holder for p in positions):
        cast = replace(cast, actors=(*cast.actors, NAMELESS_AUTHOR))
    return Brief(
        id=article.id,
        article=article.head,
        generator=generator,
        key_points=choose_key_points(positions, cast),
        actors=cast.actors,
        quotes=quotes,
        positions=positions,
        dates=dates,
        topics=topics.topics,
        warnings=article.warnings + extraction.warnings,
    )
