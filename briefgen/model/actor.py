"""Actors: those who speak, act or are spoken of as acting."""

from __future__ import annotations

import re
from enum import StrEnum

from briefgen.model.base import Identifier, Model
from briefgen.model.evidence import Evidence


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    MEDIA = "media"
    GROUP = "group"


_CLAUSE = re.compile(r"(?:^|\s)(?:who|whose|that|which)\s")


class Actor(Model):
    """One actor of one article, with every place that speaks of it."""

    id: Identifier
    name: str
    kind: ActorKind
    role: str | None = None
    """The role in the article's own words: `former acting U.S. assistant secretary of state …`."""
    affiliation: str | None = None
    """Id of another actor where there is one, else the name as written."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    aliases: tuple[str, ...] = ()
    mentions: tuple[Evidence, ...] = ()

    @property
    def office(self) -> str:
        """The role without the clause that tells which one: `nurse` of `nurse who treats captives`."""
        return _CLAUSE.split(self.role or "", maxsplit=1)[0]


NAMELESS_AUTHOR = Actor(id="author", name="The article’s author", kind=ActorKind.MEDIA)
"""Who asserts what an article of no known outlet says in its own voice: in each article somebody else."""
