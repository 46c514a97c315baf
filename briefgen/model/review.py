"""Reviews: what people say about the items of a brief. Written by people, never by a build."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field

from briefgen.model.base import Identifier, Model

REVIEW_SCHEMA = "briefgen/review/1"


class Verdict(StrEnum):
    """What a person decided about an item."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"


class ReviewItem(Model):
    """One decision. `set` holds the corrected or added fields, named as in the brief."""

    target: str | None = None
    """Id of the item (q-, p-, d-…, an actor's or topic's id); absent for `add`."""
    verdict: Verdict
    kind: str | None = None
    """For `add`: quote | position | date | actor | topic."""
    words: str | None = None
    """The exact words the item rested on when it was reviewed, to find it again where its id changed."""
    set: dict[str, Any] = Field(default_factory=dict)
    unset: tuple[str, ...] = ()
    """For `correct`: fields that the item should not have at all (`condition`, `speaker.actor`)."""
    was: dict[str, Any] = Field(default_factory=dict)
    """What the machine said of the item when it was reviewed, to see whether that has changed since."""
    beside: tuple[str, ...] = ()
    """Ids of the items next to it when it was reviewed, to tell it from others of the same words."""
    note: str | None = None
    by: str | None = None
    on: str | None = None


class Review(Model):
    """The review of one brief: content/reviews/<id>.yml."""

    schema_name: str = Field(default=REVIEW_SCHEMA, alias="schema", pattern=r"^briefgen/review/1$")
    id: Identifier
    items: tuple[ReviewItem, ...] = ()
