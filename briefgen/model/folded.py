"""Briefs as an index keeps them: beside all that a brief says, what links it to others, which is read at once.

Most builds count over all briefs and print a few of them. Of the others only their links are made, and what lists of
briefs say of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from sys import intern
from typing import Any

from briefgen.model.actor import ActorKind
from briefgen.model.article import ArticleHead
from briefgen.model.brief import Brief, KeyPoint
from briefgen.model.lean import SET, share_names
from briefgen.model.places import ActorAt, BriefLinks, DateAt, PositionAt, QuoteAt
from briefgen.model.position import Basis, Stance
from briefgen.model.quote import QuoteForm
from briefgen.model.rows import Row, read_row, write_row
from briefgen.model.topic import BriefTopic

# To look a value up here is several times faster than to ask the type for it.
_KINDS = {member.value: member for member in ActorKind}
_FORMS = {member.value: member for member in QuoteForm}
_STANCES = {member.value: member for member in Stance}
_BASES = {member.value: member for member in Basis}
_new = tuple.__new__
"""Makes an item in half the time that its own way takes, which looks at the names of what it is given."""


def write_folded(brief: Brief) -> tuple[bytes, bytes]:
    """Returns a brief as JSON in two parts: what is read at once, and all that it says."""
    links = brief.links
    at_hand = (
        brief.id,
        write_row(brief.article),
        [write_row(point) for point in brief.key_points],
        [write_row(topic) for topic in brief.topics],
        links.actors,
        *([at[2:] for at in items] for items in links[1:]),
        sorted(brief.model_fields_set),
    )
    return _write(at_hand).encode(), _write(write_row(brief)).encode()


def _write(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read_folded(at_hand: bytes, fetch: Callable[[], bytes | Brief]) -> Brief:
    """Returns the brief that was written; what is read is not checked: whoever keeps it has to know that it is his own.

    `fetch` is asked for the second part when somebody wants more than stands in the first; it may also give the brief
    itself. Raises LookupError, TypeError or ValueError for what is no such brief.
    """
    id, article, points, topics, actors, positions, quotes, dates, given = json.loads(at_hand)

    def unfold() -> dict[str, Any]:
        said = fetch()
        whole = said if isinstance(said, Brief) else read_row(Brief, json.loads(said))
        return dict(whole.__dict__)

    brief = Brief.__new__(Brief)
    SET(brief, "id", id)
    SET(brief, "article", read_row(ArticleHead, article))
    SET(brief, "key_points", tuple([read_row(KeyPoint, point) for point in points]))
    SET(brief, "topics", tuple([read_row(BriefTopic, topic) for topic in topics]))
    SET(brief, "__pydantic_fields_set__", share_names(given))
    SET(brief, "__pydantic_extra__", None)
    SET(brief, "__pydantic_private__", None)
    links = BriefLinks(
        tuple(map(_read_actor, actors)),
        tuple([_read_position(brief, place, row) for place, row in enumerate(positions)]),
        tuple([_read_quote(brief, place, row) for place, row in enumerate(quotes)]),
        tuple([_read_date(brief, place, row) for place, row in enumerate(dates)]),
    )
    SET(brief, "_links", links)
    SET(brief, "_unfold", unfold)
    return brief


def _read_actor(row: Row) -> ActorAt:
    id, name, kind, role, affiliation, country, aliases, mentions = row
    values = (intern(id), intern(name), _KINDS[kind], role, affiliation, country, tuple(aliases), mentions)
    return _new(ActorAt, values)


def _read_position(brief: Brief, place: int, row: Row) -> PositionAt:
    id, start, when, holder, asserted_by, target, topic, stance, basis, claim, holder_words = row
    values = (
        brief,
        place,
        id,
        start,
        when,
        tuple(map(intern, holder)),
        tuple(map(intern, asserted_by)),
        target and intern(target),
        topic and intern(topic),
        _STANCES[stance],
        _BASES[basis],
        claim,
        holder_words,
    )
    return _new(PositionAt, values)


def _read_quote(brief: Brief, place: int, row: Row) -> QuoteAt:
    id, start, when, said, form, is_spoken, speakers, topics, texts = row
    ids = (tuple(map(intern, speakers)), tuple(map(intern, topics)))
    values = (brief, place, id, start, when, said, _FORMS[form], is_spoken, *ids, tuple(texts))
    return _new(QuoteAt, values)


def _read_date(brief: Brief, place: int, row: Row) -> DateAt:
    *told, actors = row
    return _new(DateAt, (brief, place, *told, tuple(actors)))
