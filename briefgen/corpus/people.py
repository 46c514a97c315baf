"""Actors and topics across articles: one actor, one topic, everywhere it is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry, RegistryActor, RegistryTopic


@dataclass(frozen=True, slots=True)
class CorpusActor:
    """An actor over all briefs. `briefs` are the ids of the briefs that speak of it, oldest first."""

    id: str
    name: str
    kind: ActorKind
    role: str | None
    affiliation: str | None
    country: str | None
    aliases: tuple[str, ...]
    briefs: tuple[str, ...]
    mentions: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CorpusTopic:
    """A topic over all briefs. `briefs` are the ids of the briefs that touch it, oldest first."""

    id: str
    name: str
    parent: str | None
    note: str | None
    briefs: tuple[str, ...]
    weight: float
    """Sum of its weights over the briefs."""


def canonical_ids(registry: Registry) -> dict[str, str]:
    """Returns former or other ids of registry actors → the id that stands for all of them."""
    return {other: entry.id for entry in registry.actors for other in entry.same if other != entry.id}


def gather_actors(
    briefs: Iterable[Brief], registry: Registry, same: Mapping[str, str]
) -> dict[str, CorpusActor]:
    """Returns every actor of the briefs by id, with what the registry adds; sorted by name, then id."""
    known = {entry.id: entry for entry in registry.actors}
    rows: dict[str, list[tuple[Brief, Actor]]] = {}
    for brief in briefs:
        for actor in brief.actors:
            rows.setdefault(same.get(actor.id, actor.id), []).append((brief, actor))
    actors = [_merge(id, found, known.get(id)) for id, found in rows.items()]
    return {actor.id: actor for actor in sorted(actors, key=lambda a: (a.name.casefold(), a.id))}


def _merge(id: str, found: list[tuple[Brief, Actor]], entry: RegistryActor | None) -> CorpusActor:
    actors = [actor for _, actor in found]
    names = Counter(actor.name for actor in actors)
    # The most used name, the longest and then the first in the alphabet among equals.
    name = entry.name if entry else max(sorted(names), key=lambda n: (names[n], len(n)))
    aliases = {alias for actor in actors for alias in (*actor.aliases, actor.name)}
    if entry:
        aliases.update(entry.aliases)
    latest = list(reversed(actors))
    return CorpusActor(
        id=id,
        name=name,
        kind=(entry.kind if entry and entry.kind else latest[0].kind),
        role=(entry.role if entry and entry.role else _first(actor.role for actor in latest)),
        affiliation=(
            entry.affiliation if entry and entry.affiliation else _first(a.affiliation for a in latest)
        ),
        country=(entry.country if entry and entry.country else _first(a.country for a in latest)),
        aliases=tuple(sorted(aliases - {name}, key=lambda a: (a.casefold(), a))),
        briefs=tuple(dict.fromkeys(brief.id for brief, _ in found)),
        mentions=sum(len(actor.mentions) for actor in actors),
        note=entry.note if entry else None,
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def gather_topics(briefs: Iterable[Brief], registry: Registry) -> dict[str, CorpusTopic]:
    """Returns every topic that a brief touches by id, with what the registry adds; heaviest first."""
    known: dict[str, RegistryTopic] = {entry.id: entry for entry in registry.topics}
    names: dict[str, str] = {}
    weights: dict[str, float] = {}
    places: dict[str, list[str]] = {}
    for brief in briefs:
        own = {topic.id: topic for topic in brief.topics}
        used = dict.fromkeys([*own, *(p.topic for p in brief.positions if p.topic)])
        for id in used:
            names.setdefault(id, own[id].name if id in own else id.replace("-", " "))
            weights[id] = weights.get(id, 0.0) + (own[id].weight if id in own else 0.0)
            places.setdefault(id, []).append(brief.id)
    topics = [
        CorpusTopic(
            id=id,
            name=known[id].name if id in known else names[id],
            parent=known[id].parent if id in known else None,
            note=known[id].note if id in known else None,
            briefs=tuple(places[id]),
            weight=round(weights[id], 4),
        )
        for id in names
    ]
    return {topic.id: topic for topic in sorted(topics, key=lambda t: (-len(t.briefs), -t.weight, t.id))}
