"""The registry: names, topics and events of a matter, as people write them.

Every field but id and name is optional.
"""

from __future__ import annotations

from pydantic import Field

from briefgen.model.actor import ActorKind
from briefgen.model.base import Identifier, Model


class RegistryActor(Model):
    """An actor people know: content/registry/actors.yml."""

    id: Identifier
    name: str
    kind: ActorKind | None = None
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    """Other full names, abbreviations and spellings; a bare surname is none."""
    surname: str | None = None
    """Where it is not the last word (`Kim` in `Kim Jong Un`)."""
    gender: str | None = None
    same: tuple[Identifier, ...] = ()
    """Ids that are this actor."""
    not_same: tuple[str, ...] = ()
    """Ids that are not, though they look alike."""
    note: str | None = None


class RegistryTopic(Model):
    """A topic people follow: content/registry/topics.yml."""

    id: Identifier
    name: str
    phrases: tuple[str, ...] = ()
    parent: str | None = None
    note: str | None = None


class RegistryEvent(Model):
    """An event that dates are counted from: content/registry/events.yml."""

    id: Identifier
    name: str
    phrases: tuple[str, ...] = ()
    """How texts call it: `the U.S. election`, `inauguration`."""
    date: str
    """EDTF."""
    not_before: str | None = None
    """Only texts published on or after this day mean this event by those words."""
    not_after: str | None = None
    only_with: tuple[str, ...] = ()
    """Only texts that hold one of these names mean it: `the election` is not everywhere the same."""
    note: str | None = None


class Registry(Model):
    """Everything in content/registry/."""

    actors: tuple[RegistryActor, ...] = ()
    topics: tuple[RegistryTopic, ...] = ()
    events: tuple[RegistryEvent, ...] = Field(default=())
