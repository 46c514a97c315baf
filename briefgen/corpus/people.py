"""Actors and topics across articles: one actor, one topic, everywhere it is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief
from briefgen.model.places import ActorAt
from briefgen.model.registry import Registry, RegistryActor, RegistryTopic

_STEM = 6
"""Letters by which a word and its plural are the same word."""


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
    is_namesake: bool = False
    """Whether another actor bears the same name: two articles' `analysts` are not known to be the same."""


@dataclass(frozen=True, slots=True)
class ActorName:
    """What an actor is called; `short` is how running text calls it again."""

    id: str
    name: str
    kind: ActorKind
    short: str
    last_brief: str | None = None
    """Of one who shares a name with another: the latest brief that speaks of it, to tell them apart."""


@dataclass(frozen=True, slots=True)
class TopicName:
    """What a topic is called, by itself and inside a sentence."""

    name: str
    running_name: str


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
    running_name: str
    """The name inside a sentence: `nuclear weapons`, but `US policy`."""


def canonical_ids(registry: Registry) -> dict[str, str]:
    """Returns former or other ids of registry actors → the id that stands for all of them."""
    return {other: entry.id for entry in registry.actors for other in entry.same if other != entry.id}


def gather_actors(
    briefs: Iterable[Brief], registry: Registry, same: Mapping[str, str]
) -> dict[str, CorpusActor]:
    """Returns every actor of the briefs by id, with what the registry adds; sorted by name, then id."""
    known = {entry.id: entry for entry in registry.actors}
    rows: dict[str, list[tuple[Brief, ActorAt]]] = {}
    for brief in briefs:
        for actor in brief.links.actors:
            rows.setdefault(same.get(actor.id, actor.id), []).append((brief, actor))
    merged = [_merge(id, found, known.get(id)) for id, found in rows.items()]
    bearers = Counter(actor.name.casefold() for actor in merged)
    actors = [
        replace(actor, is_namesake=True) if bearers[actor.name.casefold()] > 1 else actor for actor in merged
    ]
    return {actor.id: actor for actor in sorted(actors, key=lambda a: (a.name.casefold(), a.id))}


def _merge(id: str, found: list[tuple[Brief, ActorAt]], entry: RegistryActor | None) -> CorpusActor:
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
        mentions=sum([actor.mentions for actor in actors]),
        note=entry.note if entry else None,
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def name_actors(actors: Mapping[str, CorpusActor], registry: Registry) -> dict[str, ActorName]:
    """Returns what each actor is called, by id."""
    surnames = {entry.id: entry.surname for entry in registry.actors if entry.surname}
    return {
        id: ActorName(
            id=id,
            name=actor.name,
            kind=actor.kind,
            short=_short_name(actor, surnames.get(id)),
            last_brief=actor.briefs[-1] if actor.is_namesake and actor.briefs else None,
        )
        for id, actor in actors.items()
    }


def _short_name(actor: CorpusActor, surname: str | None) -> str:
    """Returns a person's surname, everybody else's whole name."""
    if actor.kind is not ActorKind.PERSON:
        return actor.name
    if surname:
        return surname
    # Without a registry entry a surname is only taken where an alias bears it out: in some languages it
    # stands first.
    words = actor.name.split()
    alone = [alias for alias in actor.aliases if alias in words]
    return alone[0] if alone else actor.name


def gather_topics(briefs: Iterable[Brief], registry: Registry) -> dict[str, CorpusTopic]:
    """Returns every topic that a brief touches by id, with what the registry adds; heaviest first."""
    known: dict[str, RegistryTopic] = {entry.id: entry for entry in registry.topics}
    names: dict[str, str] = {}
    weights: dict[str, float] = {}
    places: dict[str, list[str]] = {}
    claims: dict[str, list[str]] = {}
    for brief in briefs:
        for at in brief.links.positions:
            if at.topic:
                claims.setdefault(at.topic, []).append(at.claim)
        own = {topic.id: topic for topic in brief.topics}
        used = dict.fromkeys([*own, *(at.topic for at in brief.links.positions if at.topic)])
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
            running_name=_running(known[id].name if id in known else names[id], claims.get(id, ())),
            weight=round(weights[id], 4),
        )
        for id in names
    ]
    return {topic.id: topic for topic in sorted(topics, key=lambda t: (-len(t.briefs), -t.weight, t.id))}


def _running(name: str, claims: Iterable[str]) -> str:
    """Returns a topic's name with a small letter at its head where claims on it write that word so.

    Names of people and states stay as they are: no claim writes them small.
    """
    first, _, rest = name.partition(" ")
    if rest[:1].isupper() or not first[1:].islower():
        return name
    stem = " " + first[:1].lower() + first[1:_STEM]
    return name[:1].lower() + name[1:] if any(stem in claim for claim in claims) else name
