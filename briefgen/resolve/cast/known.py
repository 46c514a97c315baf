"""Entities that people have written into the registry: by full name or alias, never by surname."""

from __future__ import annotations

from briefgen.model.registry import Registry, RegistryActor
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.words import folded


def known_names(registry: Registry) -> dict[tuple[str, ...], RegistryActor]:
    """Returns the registry's actors by each of their names, folded."""
    out: dict[tuple[str, ...], RegistryActor] = {}
    for actor in registry.actors:
        for name in (actor.name, *actor.aliases):
            out.setdefault(folded(name), actor)
    return out


def find_known(
    discourse: Discourse, entity: Entity, name: str, names: dict[tuple[str, ...], RegistryActor]
) -> RegistryActor | None:
    """Returns the registry's actor that an entity is, if one of its full names says so."""
    forms = [folded(name), *(folded(n) for n in entity.names)]
    forms += [folded(discourse.mention(i).text) for i in entity.mentions if entity.named]
    for words in forms:
        if not words or (entity.is_person and len(words) < 2):
            continue
        actor = names.get(words)
        if actor is None:
            continue
        if (
            actor.kind is not None
            and entity.kind is not None
            and (actor.kind.value == "person") != entity.is_person
        ):
            continue
        return actor
    return None
