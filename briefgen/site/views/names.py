"""Names of actors, topics, outlets and briefs, with their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.lexicons.articles import with_article
from briefgen.model.brief import Brief
from briefgen.model.places import PositionAt
from briefgen.site import wording
from briefgen.site.day_words import say
from briefgen.site.links import Links


class Name(NamedTuple):
    """A name and where it leads; `url` is None where it has no page."""

    text: str
    url: str | None = None


def name_actor(corpus: Corpus, id: str, to: Links) -> Name:
    """Returns an actor's name with its page, or the id in words for one that no brief lists."""
    actor = corpus.names.get(corpus.actor_id(id))
    return Name(actor.name, to.actor(actor.id)) if actor else Name(id.replace("-", " "))


def name_actors(corpus: Corpus, ids: Sequence[str], to: Links) -> tuple[Name, ...]:
    """Returns the names of several actors, each once."""
    if len(ids) < 2:
        return (name_actor(corpus, ids[0], to),) if ids else ()
    return tuple(name_actor(corpus, id, to) for id in dict.fromkeys(corpus.actor_id(i) for i in ids))


def name_target(corpus: Corpus, id: str, to: Links) -> Name:
    """Returns a target's name as running text has it: an actor, a topic, or the id in words."""
    actor = corpus.names.get(corpus.actor_id(id))
    if actor:
        return Name(with_article(actor.name, actor.kind), to.actor(actor.id))
    topic = corpus.topic_names.get(id)
    if topic:
        return Name(topic.running_name, to.topic(id))
    known = next((entry.name for entry in corpus.registry.topics if entry.id == id), None)
    return Name(known or id.replace("-", " "))


def name_apart(corpus: Corpus, id: str, to: Links) -> Name:
    """Returns an actor's name as lists of many briefs have it: where two bear one name, with its last brief."""
    actor = corpus.names.get(corpus.actor_id(id))
    if actor is None:
        return Name(id.replace("-", " "))
    apart = f" ({source_line(corpus.by_id[actor.last_brief])})" if actor.last_brief else ""
    return Name(actor.name + apart, to.actor(actor.id))


def other_than(role: str | None, name: str) -> str | None:
    """Returns a role, or None where the name says it already (`State Department spokesperson`)."""
    return role if role and role.casefold() != name.casefold() else None


def name_topic(corpus: Corpus, id: str, to: Links) -> Name:
    """Returns a topic's name with its page."""
    topic = corpus.topic_names.get(id)
    return Name(topic.name, to.topic(id)) if topic else Name(id.replace("-", " "))


def title_of(brief: Brief) -> str:
    """Returns a brief's title, or the words that stand in for one."""
    if brief.article.title:
        return brief.article.title
    if brief.key_points:
        return f"Untitled: {wording.shorten(brief.key_points[0].text, 80)}"
    return f"Untitled article {brief.id}"


def publisher_of(brief: Brief) -> str:
    """Returns the outlet's name, or the words for one that is not named."""
    return brief.article.publisher or wording.UNNAMED_OUTLET


def day_of(brief: Brief, *, short: bool = False) -> str:
    """Returns the day of publication in words, or the words for one that is not known."""
    return say(brief.article.published, short=short) or "Date not known"


def source_line(brief: Brief) -> str:
    """Returns `VOA, 20 November 2024`: how other pages refer to a brief."""
    return f"{publisher_of(brief)}, {day_of(brief, short=True)}"


def briefs_of(items: Iterable[PositionAt]) -> Iterable[Brief]:
    """Returns the briefs that positions stand in, each once."""
    # By the object: a brief is loaded once, and to compare two asks them for all that they say.
    return {id(at.brief): at.brief for at in items}.values()


def newest_day(briefs: Iterable[Brief]) -> str | None:
    """Returns the day of the newest of some briefs, None where none has one."""
    return max(filter(None, [brief.article.published for brief in briefs]), default=None)
