"""The brief: what briefgen keeps of an article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, Field

from briefgen.model.actor import Actor
from briefgen.model.article import ArticleHead
from briefgen.model.base import Identifier, Model
from briefgen.model.lean import SET
from briefgen.model.places import BriefLinks, links_of
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


_SAID = BaseModel.__dict__["__dict__"]
"""What an instance says, as pydantic keeps it."""


class Brief(Model):
    """A brief. The order of the fields is the order of the keys on disk."""

    # One out of the index is folded (`folded.py`): what links it to others is at hand, all else when it is asked for.
    __slots__ = ("_links", "_unfold")

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

    @property
    def links(self) -> BriefLinks:
        """Returns what links it to others."""
        try:
            return self._links
        except AttributeError:
            SET(self, "_links", links_of(self))
            return self._links

    if TYPE_CHECKING:
        _links: BriefLinks
        _unfold: Callable[[], dict[str, Any]]
    else:

        @property
        def __dict__(self) -> dict[str, Any]:
            """Returns all that it says: whoever compares, copies or writes a brief asks for this first."""
            said = _SAID.__get__(self)
            if len(said) < len(Brief.model_fields) and hasattr(self, "_unfold"):
                all_said = self._unfold()
                object.__delattr__(self, "_unfold")
                said.clear()
                said.update(all_said)
            return said

        @__dict__.setter
        def __dict__(self, said: dict[str, Any]) -> None:
            _SAID.__set__(self, said)

        def __getattr__(self, name: str) -> Any:
            """Returns what a folded brief did not have at hand."""
            if name in Brief.model_fields and name in (said := self.__dict__):
                return said[name]
            return super().__getattr__(name)
