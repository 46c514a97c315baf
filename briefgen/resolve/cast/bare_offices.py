"""Offices told without their body, of which the text has just spoken: `The price is fair, director Jo Lind said`."""

from __future__ import annotations

import re

from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.evidence import Span
from briefgen.model.extraction import GrammaticalRole, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

_MINISTRY = re.compile(
    r"(?:the )?(?:(?:Ministry|Department) (?:of|for) (.+)|(.+) (?:Ministry|Department|ministry))"
)
_WHOSE = re.compile(r"^.+['’]s? (?=[A-Z])")
_BESIDE = 3
"""Characters that may stand between an office and the name behind it."""


def body_spoken_of(discourse: Discourse, entity: Entity, office: str, span: Span) -> Entity | None:
    """Returns the body whose officer somebody is who is told by a bare office beside his name.

    `director Jo Lind`; `The chair, Jo Lind,`; `Jo Lind, the chair,`. It is the one that was subject last, in his
    paragraph or the one before; None where the office may be anybody's.
    """
    is_large = not office[0].islower() and not _opens_sentence(discourse, span)
    if office.lower() not in resolving().inner_officers or is_large:
        return None
    place = next((i for i in entity.mentions if _is_behind(discourse, i, span)), None)
    if place is None:
        place = next((i for i in entity.mentions if _is_the_officer(discourse, i, span)), None)
    if place is None:
        return None
    at = _where(discourse, place, span)
    if at is not None:
        return at
    before = reversed(discourse.places.between(0, span[0]))
    return next((body for i in before if (body := _subject(discourse, i, place)) is not None), None)


def _is_behind(discourse: Discourse, index: int, span: Span) -> bool:
    """Whether a mention is a name with the office right before it, and no article before that."""
    mention = discourse.mention(index)
    starts = mention.span[0] == span[0]
    return mention.form is MentionForm.NAME and starts and 0 < mention.head.start - span[1] <= _BESIDE


def _opens_sentence(discourse: Discourse, span: Span) -> bool:
    """Whether an office stands first in its sentence, where everything is set large: `Spokesperson Jo Lind said`."""
    return any(start == span[0] for start, _ in discourse.extraction.sentences)


def _where(discourse: Discourse, place: int, span: Span) -> Entity | None:
    """Returns the body that the sentence of an office opens with: `At Nordbane, the chief executive, Jo Lind, said`."""
    here = discourse.mention(place)
    inside = discourse.places.by_sentence.get(here.sentence, ())
    first = min(inside, key=lambda i: discourse.places.heads[i], default=None)
    if first is None or discourse.mention(first).span[0] >= span[0] or discourse.mention(first).quoted:
        return None
    body, mention = discourse.one(first), discourse.mention(first)
    is_body = body is not None and body.named and body.kind is ActorKind.ORGANISATION
    return body if is_body and mention.grammatical_role is GrammaticalRole.OBLIQUE else None


def _is_the_officer(discourse: Discourse, index: int, span: Span) -> bool:
    """Whether a mention is the office alone, told as the one that there is: `the chair` beside a name."""
    mention = discourse.mention(index)
    is_there = mention.span[1] == span[1] and mention.span[0] <= span[0]
    is_bare = mention.form is MentionForm.NOMINAL and span[0] - mention.span[0] == len("the ")
    return is_there and is_bare and mention.text.lower().startswith("the ")


def _subject(discourse: Discourse, index: int, place: int) -> Entity | None:
    """Returns the body that a mention names or means as a subject, near enough before a place."""
    mention, here = discourse.mention(index), discourse.mention(place)
    if mention.grammatical_role is not GrammaticalRole.SUBJECT or mention.quoted:
        return None
    body = discourse.one(index)
    is_near = here.paragraph - 1 <= mention.paragraph <= here.paragraph
    is_body = body is not None and body.named and body.kind is ActorKind.ORGANISATION
    return body if is_near and is_body else None


def with_ministry(discourse: Discourse, office: str) -> str:
    """Returns `Minister of Energy` for a bare `Minister` where the one ministry that a text names is Energy's."""
    if office.lower() != "minister":
        return office
    fields = {
        field
        for body in discourse.entities
        if body.kind is ActorKind.ORGANISATION
        for name in body.names
        if (field := _field(name)) is not None
    }
    return f"{office} of {min(fields)}" if len(fields) == 1 else office


def _field(name: str) -> str | None:
    match = _MINISTRY.fullmatch(_WHOSE.sub("", name))
    return None if match is None else match[1] or match[2].removeprefix("the ")
