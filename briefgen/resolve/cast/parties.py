"""Whose party a body is: `party of the prime minister` for `his Civic Union`."""

from __future__ import annotations

import re

from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

_NEAR = 8
"""Characters from a possessor to the name of his party: ` own `."""
_HEADS = re.compile(r"\b(?:prime minister|premier|chancellor|taoiseach)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:former|ex|deputy|vice|shadow|new)\b", re.IGNORECASE)


def party_of_leader(discourse: Discourse, entity: Entity) -> str | None:
    """Returns what a party is by whose it is: `opposition party` for `his Civic Union` of an opposition leader."""
    if not entity.words or entity.words[-1] not in mention_cues().party_heads:
        return None
    for i in entity.mentions:
        start = discourse.mention(i).span[0]
        if discourse.mention(i).form is not MentionForm.NAME:
            continue
        for j in discourse.places.between(start - 2 * _NEAR, start):
            owner, other = discourse.one(j), discourse.mention(j)
            is_own = other.grammatical_role is GrammaticalRole.POSSESSIVE and start - other.span[1] <= _NEAR
            # whom a pronoun means is taken only where nobody else stands nearer
            is_near = other.form is not MentionForm.PRONOUN or discourse.last_person(j, but=entity) is owner
            if owner is not None and is_own and is_near and owner.kind is ActorKind.PERSON:
                told = _by_office(discourse, owner)
                if told is not None:
                    return told
    return None


def _by_office(discourse: Discourse, owner: Entity) -> str | None:
    offices = [role.text for role in owner.roles] + [discourse.mention(i).text for i in owner.mentions]
    offices = [office for office in offices if _OVER.search(office) is None]
    if any(
        re.match(r"(?:the )?opposition leader\b|leader of the opposition", o, re.IGNORECASE) for o in offices
    ):
        return "opposition party"
    head = next((match for office in offices if (match := _HEADS.search(office)) is not None), None)
    return f"party of the {head[0].lower()}" if head is not None else None
