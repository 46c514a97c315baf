"""Whether a brief holds together: its items stand in its article, its ids lead somewhere."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from briefgen.model.brief import Brief
from briefgen.model.ids import slug
from briefgen.model.registry import Registry
from briefgen.model.verbatim import located_texts

Route = tuple[str | int, ...]
"""Keys and indexes from the root of a brief to the value in question."""


class Level(StrEnum):
    """How much a problem matters: an error fails the check, a warning with --strict only, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at."""

    level: Level
    code: str
    """What kind of problem: a fixed word, for programs."""
    message: str
    route: Route = ()


def check_verbatim(brief: Brief, text: str) -> Iterator[Problem]:
    """Yields a problem for a text that is not the article's at its span, and for an article that changed."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if brief.article.text_sha256 and brief.article.text_sha256 != digest:
        message = "the source's text has changed since the brief was made; run `briefgen build`"
        yield Problem(Level.ERROR, "stale-text", message, ("article", "text_sha256"))
        return
    for name in ("actors", "quotes", "positions", "dates"):
        for index, item in enumerate(getattr(brief, name)):
            for words, (start, end) in located_texts(item):
                if text[start:end] != words:
                    message = f"the article has {_short(text[start:end])} at {start}, not {_short(words)}"
                    yield Problem(Level.ERROR, "not-verbatim", message, (name, index))


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")


def check_ids(brief: Brief, registry: Registry) -> Iterator[Problem]:
    """Yields a problem for each id that leads nowhere or stands twice."""
    actors = {actor.id for actor in brief.actors}
    topics = {topic.id for topic in brief.topics} | {topic.id for topic in registry.topics}
    targets = actors | topics | {actor.id for actor in registry.actors}
    quotes = {quote.id for quote in brief.quotes}
    positions = {position.id for position in brief.positions}

    def missing(ids: Iterable[str | None], known: set[str], what: str, route: Route) -> Iterator[Problem]:
        for id in ids:
            if id is not None and id not in known:
                yield Problem(Level.ERROR, "dangling-id", f"there is no {what} {id!r} in this brief", route)

    for index, point in enumerate(brief.key_points):
        yield from missing(point.rests_on, positions, "position", ("key_points", index, "rests_on"))
    for index, quote in enumerate(brief.quotes):
        route: Route = ("quotes", index)
        if quote.speaker is not None:
            yield from missing(quote.speaker.actors, actors, "actor", (*route, "speaker"))
        yield from missing([quote.relayed_by], actors, "actor", (*route, "relayed_by"))
        yield from missing(quote.topics, topics, "topic", (*route, "topics"))
    for index, position in enumerate(brief.positions):
        route = ("positions", index)
        for name in ("holder", "asserted_by", "relayed_by"):
            yield from missing(getattr(position, name), actors, "actor", (*route, name))
        yield from missing([position.target], targets, "actor or topic", (*route, "target"))
        yield from missing([position.topic], topics, "topic", (*route, "topic"))
        yield from missing(position.quotes, quotes, "quote", (*route, "quotes"))
    for index, date in enumerate(brief.dates):
        if date.event is not None:
            yield from missing(date.event.actors, actors, "actor", ("dates", index, "event"))
    for name in ("actors", "quotes", "positions", "dates", "topics"):
        for id, count in sorted(Counter(item.id for item in getattr(brief, name)).items()):
            if count > 1:
                yield Problem(Level.ERROR, "duplicate-id", f"the id {id!r} stands {count} times", (name,))


def check_head(brief: Brief) -> Iterator[Problem]:
    """Yields a warning where what every reader asks first is unknown."""
    if brief.article.published is None:
        message = "the day of publication is unknown; put `published:` into the source's front matter"
        yield Problem(Level.WARNING, "no-date", message, ("article",))
    if brief.article.title is None:
        message = "no title is known; put `title:` into the source's front matter"
        yield Problem(Level.WARNING, "no-title", message, ("article",))


def check_registry(registry: Registry) -> Iterator[Problem]:
    """Yields a problem for each name that two actors claim, and each id that leads nowhere."""
    ids = {actor.id for actor in registry.actors}
    claims: dict[str, str] = {}
    for index, actor in enumerate(registry.actors):
        for name in dict.fromkeys(slug(name) for name in (actor.name, *actor.aliases)):
            other = claims.setdefault(name, actor.id)
            if other != actor.id and other not in (*actor.not_same, *actor.same):
                message = (
                    f"{actor.id!r} and {other!r} share the name {name!r}: one too many, or name them apart"
                )
                yield Problem(Level.ERROR, "duplicate-actor", message, ("actors", index))
        for id in actor.not_same:
            if id in actor.same:
                message = f"{actor.id!r} is both the same as {id!r} and not"
                yield Problem(Level.ERROR, "registry", message, ("actors", index))
        if (
            actor.affiliation
            and slug(actor.affiliation) == actor.affiliation
            and actor.affiliation not in ids
        ):
            message = (
                f"{actor.id!r} is affiliated with {actor.affiliation!r}, which the registry does not name"
            )
            yield Problem(Level.NOTE, "registry", message, ("actors", index))
    topics = {topic.id: topic.parent for topic in registry.topics}
    for index, topic in enumerate(registry.topics):
        if topic.parent and topic.parent not in topics:
            message = f"the parent {topic.parent!r} of topic {topic.id!r} is not there"
            yield Problem(Level.ERROR, "registry", message, ("topics", index))
        seen, at = {topic.id}, topic.parent
        while at in topics and at not in seen:
            seen.add(at)
            at = topics[at]
        if at in seen:
            message = f"topic {topic.id!r} is above itself"
            yield Problem(Level.ERROR, "registry", message, ("topics", index))


@dataclass(slots=True)
class ActorNames:
    """Actors of many briefs by their names, to find one that goes by two ids; takes briefs one at a time."""

    registry: Registry
    _ids: dict[str, set[str]] = field(default_factory=dict)
    _where: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, brief_id: str, names: Iterable[tuple[str, str]]) -> None:
        """Takes a brief's actors: id and name."""
        for id, name in names:
            key = slug(name, limit=120)
            self._ids.setdefault(key, set()).add(id)
            self._where.setdefault((key, id), brief_id)

    def doubles(self) -> Iterator[Problem]:
        """Yields a warning for each full name under which two ids are known."""
        apart = {(actor.id, other) for actor in self.registry.actors for other in actor.not_same}
        same = {
            frozenset((actor.id, other))
            for actor in self.registry.actors
            for other in (*actor.same, actor.id)
        }
        for name, ids in sorted(self._ids.items()):
            if len(ids) < 2 or "-" not in name:
                continue
            ordered = sorted(ids)
            for one, other in pairwise(ordered):
                if (one, other) in apart or (other, one) in apart or frozenset((one, other)) in same:
                    continue
                places = f"{self._where[name, one]}, {self._where[name, other]}"
                message = (
                    f"{one!r} and {other!r} have one name ({places}); "
                    "say in registry/actors.yml that they are the `same`, or `not_same`"
                )
                yield Problem(Level.WARNING, "duplicate-actor", message)
