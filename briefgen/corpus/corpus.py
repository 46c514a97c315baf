"""All briefs in memory, indexed the ways a reader walks through them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from briefgen.corpus.changes import Changes, compare
from briefgen.corpus.echoes import Echo, EchoPlace, find_echoes, place_echoes
from briefgen.corpus.people import (
    ActorName,
    CorpusActor,
    CorpusTopic,
    TopicName,
    canonical_ids,
    gather_actors,
    gather_topics,
    name_actors,
)
from briefgen.corpus.related import RelatedBrief, RelatedBriefs
from briefgen.corpus.spoken import spoken_quotes
from briefgen.corpus.timeline import TimelineEntry, build_timeline
from briefgen.corpus.versions import Kin, find_versions
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief
from briefgen.model.ids import slug
from briefgen.model.places import DateAt, PositionAt, QuoteAt
from briefgen.model.registry import Registry
from briefgen.model.review import Review

V = TypeVar("V")

UNNAMED_OUTLET = "outlet-not-named"
_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher and the ids of its briefs, oldest first; `name` is None for articles that name none."""

    id: str
    name: str | None
    briefs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every brief with its indexes. Built once, read by pages, charts and exports.

    `briefs` are sorted by day of publication, then id; those with no day come first.
    Ids of actors are canonical in every index: `same` maps former ids to them.
    """

    briefs: tuple[Brief, ...]
    registry: Registry
    reviews: Mapping[str, Review]
    same: Mapping[str, str]
    by_id: Mapping[str, Brief]
    actors: Mapping[str, CorpusActor]
    topics: Mapping[str, CorpusTopic]
    outlets: Mapping[str, Outlet]
    held_by: Mapping[str, tuple[PositionAt, ...]]
    """Actor id → the positions it holds, on whatever basis, oldest first."""
    asserted_by: Mapping[str, tuple[PositionAt, ...]]
    """Actor id → positions of others that rest on this actor's word, oldest first."""
    toward: Mapping[str, tuple[PositionAt, ...]]
    """Actor or topic id → positions whose target it is, oldest first."""
    on_topic: Mapping[str, tuple[PositionAt, ...]]
    spoken_by: Mapping[str, tuple[QuoteAt, ...]]
    quotes_on: Mapping[str, tuple[QuoteAt, ...]]
    dates: tuple[DateAt, ...]
    """Every date that means some day, in order of time."""
    undated: tuple[DateAt, ...]
    """Dates with no day at all (`recently`, `once`)."""
    timeline: tuple[TimelineEntry, ...] = ()
    """Dated events in order of time, those that several articles tell joined."""
    echoes: tuple[Echo, ...] = ()
    """Quotations that stand in several articles, those in most first."""
    echo_of: Mapping[tuple[str, str], tuple[EchoPlace, ...]] = field(default_factory=dict)
    """Brief id and quote id → the echoes that it is part of."""
    names: Mapping[str, ActorName] = field(default_factory=dict)
    """Actor id → what it is called. Less changes here than in `actors` as briefs come in."""
    affiliations: Mapping[str, str | None] = field(default_factory=dict)
    """Actor id → whom it belongs to, where that is known."""
    roles: Mapping[str, str | None] = field(default_factory=dict)
    """Actor id → its role, where that is known."""
    topic_names: Mapping[str, TopicName] = field(default_factory=dict)
    """Topic id → what it is called, for the topics that briefs touch."""
    related: Mapping[str, tuple[RelatedBrief, ...]] = field(default_factory=dict)
    """Brief id → the briefs that share most with it, found when they are asked for."""
    outlet_names: Mapping[str, str | None] = field(default_factory=dict)
    """Outlet id → its name. It stays the same as briefs come in, which `outlets` does not."""
    outlet_of: Mapping[str, str] = field(default_factory=dict)
    """Brief id → outlet id."""
    versions: Mapping[str, tuple[Kin, ...]] = field(default_factory=dict)
    """Brief id → the briefs of copies and other versions of the same article."""
    reviewed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Brief id → ids of the items that a person accepted, corrected or added."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Brief id → the article's whole text; empty unless a private site shows it."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """Brief id → the file that says just what the brief says: it need not be written again."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Brief id → the digest of that file's bytes as they were read."""
    changes: Changes | None = None
    """What differs from the briefs last published, where those are known."""

    def once(self, make: Callable[[Corpus], V]) -> V:
        """Returns what `make` finds in the corpus; a build that asks several times may find it once only."""
        return make(self)

    def actor_id(self, id: str) -> str:
        """Returns the id that stands for an actor everywhere."""
        return self.same.get(id, id)

    def holders(self, at: PositionAt) -> tuple[str, ...]:
        """Returns the canonical ids of a position's holders."""
        return self.stand_for(at.holder)

    def stand_for(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Returns the canonical ids of actors."""
        same = self.same
        return (same.get(ids[0], ids[0]),) if len(ids) == 1 else tuple([same.get(id, id) for id in ids])

    def positions(self) -> Iterable[PositionAt]:
        """Yields every position, brief by brief."""
        return (at for brief in self.briefs for at in brief.links.positions)

    def quotes(self) -> Iterable[QuoteAt]:
        """Yields every quotation, brief by brief; thoughts and deeds are none."""
        return (at for brief in self.briefs for at in spoken_quotes(brief))


def build_corpus(
    briefs: Iterable[Brief],
    registry: Registry | None = None,
    reviews: Iterable[Review] = (),
    reviewed: Mapping[str, frozenset[str]] | None = None,
    *,
    previous: Iterable[Brief] | None = None,
) -> Corpus:
    """Returns the corpus of briefs that reviews have been laid over already.

    `previous` are the briefs as last published, None where those are not known.
    """
    registry = registry or Registry()
    ordered = tuple(sorted(briefs, key=lambda b: (b.article.published or "", b.id)))
    same = canonical_ids(registry)
    outlets, outlet_of = _gather_outlets(ordered, registry)
    held, asserted, toward, topical = (defaultdict[str, list[PositionAt]](list) for _ in range(4))
    spoken, quoted = (defaultdict[str, list[QuoteAt]](list) for _ in range(2))
    # In order of time from the start, so that no index has to be sorted by itself.
    for at in sorted([at for brief in ordered for at in brief.links.positions], key=_ORDER):
        holders = _stand_for(at.holder, same)
        for id in holders:
            held[id].append(at)
        for id in _stand_for(at.asserted_by, same):
            if id not in holders:
                asserted[id].append(at)
        if at.target:
            toward[same.get(at.target, at.target)].append(at)
        if at.topic:
            topical[at.topic].append(at)
    for said in sorted([at for brief in ordered for at in spoken_quotes(brief)], key=_ORDER):
        for id in _stand_for(said.speakers, same):
            spoken[id].append(said)
        for id in dict.fromkeys(said.topics):
            quoted[id].append(said)
    dates = sorted([at for brief in ordered for at in brief.links.dates], key=_ORDER)
    echoes = find_echoes(ordered, same)
    echo_of = place_echoes(echoes)
    by_id = {brief.id: brief for brief in ordered}
    actors = gather_actors(ordered, registry, same)
    topics = gather_topics(ordered, registry)
    return Corpus(
        briefs=ordered,
        registry=registry,
        reviews={review.id: review for review in reviews},
        same=same,
        by_id=by_id,
        actors=actors,
        topics=topics,
        outlets=outlets,
        held_by=_by_id(held),
        asserted_by=_by_id(asserted),
        toward=_by_id(toward),
        on_topic=_by_id(topical),
        spoken_by=_by_id(spoken),
        quotes_on=_by_id(quoted),
        dates=tuple(at for at in dates if at.earliest or at.latest),
        undated=tuple(at for at in dates if not (at.earliest or at.latest)),
        timeline=build_timeline(dates, same),
        echoes=echoes,
        echo_of=echo_of,
        names=name_actors(actors, registry),
        affiliations={id: actor.affiliation for id, actor in actors.items() if actor.affiliation},
        roles={id: actor.role for id, actor in actors.items() if actor.role},
        topic_names={id: TopicName(topic.name, topic.running_name) for id, topic in topics.items()},
        related=RelatedBriefs(by_id, actors, topics, same, echo_of),
        outlet_names={id: outlet.name for id, outlet in outlets.items()},
        outlet_of=outlet_of,
        versions=find_versions(ordered),
        reviewed=dict(reviewed or {}),
        changes=None if previous is None else compare(previous, ordered, registry),
    )


def _stand_for(ids: tuple[str, ...], same: Mapping[str, str]) -> Collection[str]:
    """Returns the ids that stand for these everywhere, each once."""
    if len(ids) == 1:  # most are
        return (same.get(ids[0], ids[0]),)
    return dict.fromkeys([same.get(id, id) for id in ids])


def _by_id(index: dict[str, list[V]]) -> dict[str, tuple[V, ...]]:
    return {id: tuple(index[id]) for id in sorted(index)}


def _gather_outlets(
    briefs: tuple[Brief, ...], registry: Registry
) -> tuple[dict[str, Outlet], dict[str, str]]:
    """Returns the outlets, and each brief's; one that articles call by two names of the registry is one."""
    known = {
        slug(name): actor
        for actor in reversed(registry.actors)
        if actor.kind is not ActorKind.PERSON
        for name in (actor.name, *actor.aliases)
    }
    names: dict[str, str | None] = {}
    places: dict[str, list[str]] = {}
    outlet_of: dict[str, str] = {}
    for brief in briefs:
        publisher = brief.article.publisher
        id = slug(publisher) if publisher else UNNAMED_OUTLET
        if publisher and id in known:
            id, publisher = known[id].id, known[id].name
        names.setdefault(id, publisher)
        places.setdefault(id, []).append(brief.id)
        outlet_of[brief.id] = id
    ids = sorted(names, key=lambda id: ((names[id] or "~").casefold(), id))
    return {id: Outlet(id=id, name=names[id], briefs=tuple(places[id])) for id in ids}, outlet_of
