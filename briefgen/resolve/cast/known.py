"""Entities that people have written into the registry: by full name or alias, by surname only where safe."""

from __future__ import annotations

from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm
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
    named = (m for m in map(discourse.mention, entity.mentions) if m.form is MentionForm.NAME)
    forms += [folded(m.text) for m in named]  # A pronoun names nobody: "us" is not the US.
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


def find_by_surname(entity: Entity, entities: list[Entity], registry: Registry) -> RegistryActor | None:
    """Returns the registry's one person of a bare surname, where the article has no other bearer."""
    if not entity.is_person or len(entity.words) != 1:
        return None
    word = entity.words[0]
    if any(word in other.words for other in entities if other is not entity and other.is_person):
        return None
    bearers = [
        actor
        for actor in registry.actors
        if actor.kind is ActorKind.PERSON and folded(actor.surname or actor.name.split()[-1]) == (word,)
    ]
    return bearers[0] if len(bearers) == 1 else None
