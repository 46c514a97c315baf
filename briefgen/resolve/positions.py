"""Position candidates become positions: actors, target, topic, claim, salience."""

from __future__ import annotations

from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.model.position import Position
from briefgen.model.quote import Quote
from briefgen.model.timex import BriefDate
from briefgen.resolve.actors import Cast
from briefgen.resolve.topics import Topics


def resolve_positions(
    article: Article,
    extraction: Extraction,
    cast: Cast,
    quotes: tuple[Quote, ...],
    dates: tuple[BriefDate, ...],
    topics: Topics,
) -> tuple[Position, ...]:
    """Returns the positions of an article, one an assertion, by place of their first evidence."""
    return ()
