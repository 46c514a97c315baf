"""The outlet that published an article, as one of its actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.ids import slug
from briefgen.model.registry import RegistryActor
from briefgen.resolve.cast.words import folded


def find_publisher(
    name: str | None, actors: Sequence[Actor], names: Mapping[tuple[str, ...], RegistryActor]
) -> Actor | None:
    """Returns the actor an outlet is: the one of that name, the registry's, or else a new one.

    `actors` are those of the article; what is returned is one of them or stands beside them. A person who
    bears the outlet's name is somebody else.
    """
    if not name:
        return None
    words = folded(name)
    known = names.get(words)
    if known is not None and known.kind is not ActorKind.PERSON:
        for actor in actors:
            if actor.id == known.id:
                return actor
        kind = known.kind or ActorKind.MEDIA
        return Actor(
            id=known.id, name=known.name, kind=kind, affiliation=known.affiliation, country=known.country
        )
    for actor in actors:
        if actor.kind is not ActorKind.PERSON and words in {folded(n) for n in (actor.name, *actor.aliases)}:
            return actor
    id = slug(name)
    if any(actor.id == id for actor in actors):
        id = f"{id}-publisher"
    return Actor(id=id, name=name, kind=ActorKind.MEDIA)
