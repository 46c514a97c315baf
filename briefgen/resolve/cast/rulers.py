"""Of which state somebody with a bare office is: `Kenya has yet to say whether President Jo Field will go`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

NATIONAL = re.compile(
    r"President|(?i:(?:deputy )?prime|foreign|defen[cs]e|finance|interior|justice|trade|economy|energy) (?i:minister)"
)
"""Offices that only states have, where nothing beside them tells of whom; clubs have a `president`."""
_OFTEN = 3
"""Mentions that make an article be about a state."""
_MORE = 3
"""How many times as often it has to speak of it as of another."""
_ASIDE = (GrammaticalRole.POSSESSIVE, GrammaticalRole.MODIFIER)


def learn_states(discourse: Discourse) -> None:
    """Notes the state of whoever a text brings in by a bare office where only one state is told of.

    Such a one is the subject of what a state or its ministry says, or opens a sentence behind those that are
    about the state. Whoever the text makes somebody else the ruler of, or whom he faces, is none of his.
    """
    for entity in discourse.entities:
        if not entity.is_person or entity.country is not None:
            continue
        index = next((i for i in entity.mentions if _has_bare_office(discourse.mention(i))), None)
        if index is None or discourse.mention(index).grammatical_role is not GrammaticalRole.SUBJECT:
            continue
        codes = set(_told_by(discourse, index)) or set(_told_of_before(discourse, index))
        codes = codes or set(_left_to(discourse, index))
        code = next(iter(codes), None)
        if len(codes) != 1 or code is None or _is_another_s(discourse, entity, index, code):
            continue
        entity.country = code


def _has_bare_office(mention: Mention) -> bool:
    role = mention.role
    return (
        role is not None
        and not mention.quoted
        and NATIONAL.fullmatch(" ".join(role.text.split())) is not None
    )


def _told_by(discourse: Discourse, index: int) -> Iterator[str]:
    """Yields the state that says something of somebody: `Kenya’s ministry said President Jo Field would wait`."""
    for attribution in discourse.places.attributions_over(index):
        if attribution.source is None or not attribution.speech:
            continue
        source = discourse.mention(attribution.source)
        if source.country is not None and source.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
            yield source.country


def _told_of_before(discourse: Discourse, index: int) -> Iterator[str]:
    """Yields the states told of in a paragraph before somebody is the subject of a sentence of it.

    In his own sentence whatever has to do with a state counts: `a Kenyan daily says President Jo Field`.
    """
    here = discourse.mention(index)
    for i in discourse.places.order[: discourse.places.rank[index]]:
        other = discourse.mention(i)
        if other.country is None or other.paragraph != here.paragraph:
            continue
        if other.sentence == here.sentence:
            yield other.country
        elif not other.quoted and not discourse.places.attributions_over(i):
            is_body = other.kind in (ActorKind.STATE, ActorKind.ORGANISATION)
            if is_body and (other.acts or other.grammatical_role in _ASIDE):
                yield other.country


def _left_to(discourse: Discourse, index: int) -> Iterator[str]:
    """Yields the state that an article is about beside those that it says have another in the office."""
    office, sentence = _office(discourse.mention(index)), discourse.mention(index).sentence
    mentions = discourse.extraction.mentions
    others = {
        m.country
        for m in mentions
        if _holds(m, office) or (m.sentence == sentence and m.text.lower().endswith(" counterpart"))
    }
    counted = Counter(m.country for m in mentions if m.country not in (None, "EU"))
    left = [(code, n) for code, n in counted.most_common() if code not in others]
    is_told = bool(others - {None})
    if is_told and left and left[0][1] >= _OFTEN and (len(left) == 1 or left[0][1] > _MORE * left[1][1]):
        yield str(left[0][0])


def _office(mention: Mention) -> str:
    return mention.role.text.lower() if mention.role is not None else ""


def _holds(mention: Mention, office: str) -> bool:
    """Whether somebody named with his state has an office of its ruler: `Kenyan President Jo Field`."""
    is_told = mention.country is not None and mention.form is MentionForm.NAME
    return is_told and bool(set(office.split()) & resolving().rulers) and office in _office(mention)


def _is_another_s(discourse: Discourse, entity: Entity, index: int, code: str) -> bool:
    """Whether a state has another in the office, or somebody is told of beside it as beside others."""
    office, faced = _office(discourse.mention(index)), set()
    for other in discourse.extraction.mentions:
        if other.country != code:
            continue
        if _holds(other, office):
            return True
        is_across = other.grammatical_role in (GrammaticalRole.OBJECT, GrammaticalRole.OBLIQUE)
        if other.kind is ActorKind.STATE and other.acts and is_across and other.form is MentionForm.NAME:
            faced.add(other.sentence)
    here = discourse.mention(index).sentence
    subjects = {
        m.sentence
        for m in map(discourse.mention, entity.mentions)
        if m.grammatical_role is GrammaticalRole.SUBJECT and m.sentence != here
    }
    return bool(subjects & faced)
