"""A name in a passage: its tokens, and what the words and the document show it to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.actor import ActorKind

NO_NAME = frozenset(["DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"])
"""What the recogniser calls that is nobody's name."""


class NameSort(StrEnum):
    """How the words of a name stand to the state, person or body that they name."""

    STATE = "state"
    """A state by its own name: `Kenya`."""
    CAPITAL = "capital"
    """A seat of government, place or actor: `Nairobi`."""
    SEAT = "seat"
    """A house of government: `Downing Street`."""
    DEMONYM = "demonym"
    """An adjective: `Kenyan`."""
    PEOPLE = "people"
    """A people: `Kenyans`."""
    PLACE = "place"
    """A city, province or other place no lexicon knows."""
    PERSON = "person"
    BODY = "body"
    """An organisation or a medium."""
    OPEN = "open"
    """Capitalised, and nothing more is known."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens [start, end) of a passage that are a bare name."""

    start: int
    end: int
    sort: NameSort
    text: str
    """The name with straight apostrophes and single spaces."""
    country: str | None = None
    kind: ActorKind | None = None
    label: str = ""
    """What the entity recogniser called it."""
