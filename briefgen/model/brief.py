"""The brief: what briefgen keeps of an article."""

from __future__ import annotations

from pydantic import Field

from briefgen.model.actor import Actor
from briefgen.model.article import ArticleHead
from briefgen.model.base import Identifier, Model
from briefgen.model.position import Position
from briefgen.model.quote import Quote
from briefgen.model.timex import BriefDate
from briefgen.model.topic import BriefTopic

SCHEMA = "briefgen/brief/1"


class Generator(Model):
    """What made the brief; part of it, so that a brief can be remade."""

    briefgen: str
    extractor: str
    model: str


class KeyPoint(Model):
    """One sentence a one-minute reader gets, with the positions it rests on."""

    text: str
    rests_on: tuple[str, ...] = Field(min_length=1)


class Brief(Model):
    """A brief. The order of the fields is the order of the keys on disk."""

    # `schema` is the key on disk; the attribute has another name because BaseModel owns that one.
    schema_name: str = Field(default=SCHEMA, alias="schema", pattern=r"^briefgen/brief/1$")
    id: Identifier
    article: ArticleHead
    generator: Generator
    key_points: tuple[KeyPoint, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    positions: tuple[Position, ...] = ()
    dates: tuple[BriefDate, ...] = ()
    topics: tuple[BriefTopic, ...] = ()
    warnings: tuple[str, ...] = ()
