"""Noun phrases that speak of somebody named before: `the senator`, `the ministry`, `his government`."""

from __future__ import annotations

from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.epithets import by_calling, by_epithet, by_new_word
from briefgen.resolve.cast.firms import (
    administration,
    body_of,
    by_land,
    by_members,
    by_word,
    in_mind,
    of_headline,
    of_last_speaker,
    of_speaker,
    own_body,
)
from briefgen.resolve.cast.governments import government, resolve_pair
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.led_bodies import body_led
from briefgen.resolve.cast.offices import by_role
from briefgen.resolve.cast.seats import named_behind

_LONGEST_OWNER = 60
"""Characters to the head of whoever a body is told by."""


def resolve_nominal(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the entity that a nominal means: named before, described before, or new."""
    mention = discourse.mention(index)
    if mention.alias_of is not None and discourse.meaning.get(mention.alias_of):
        return discourse.meaning[mention.alias_of]
    pair = resolve_pair(discourse, index)
    if pair:
        return pair
    whose = _whose(discourse, index)
    one = (
        _of_the_same(discourse, index, whose)
        if whose is not None
        else _named_before(discourse, index)
        or _described_before(discourse, index)
        or by_epithet(discourse, index)
        or by_new_word(discourse, index)
        or by_calling(discourse, index)
        or named_behind(discourse, index)
    )
    found = [one] if one is not None else []
    if found:
        return found
    if (mention.kind is None or not mention.acts) and index not in discourse.sources:
        return []
    return [_new(discourse, index)]


def join_described(discourse: Discourse, index: int) -> None:
    """Joins a named one to whom the text has described before in the words of a nominal beside the name.

    `A lawmaker objected. … The lawmaker, Jo Kane, said`: both are Jo Kane.
    """
    mention, entity = discourse.mention(index), discourse.one(index)
    if entity is None or not entity.is_person or not mention.text.lower().startswith("the "):
        return
    earlier = _described_before(discourse, index)
    if earlier is None or earlier is entity or _is_of_another_field(discourse, earlier, entity):
        return
    for i in list(earlier.mentions):
        discourse.assign(i, entity)
    entity.mentions.sort()
    discourse.entities.remove(earlier)


def _is_of_another_field(discourse: Discourse, earlier: Entity, named: Entity) -> bool:
    """Whether somebody was told by the field of an office that a named one does not have: `A Minister of State`."""
    _, of, field = label(discourse.mention(earlier.mentions[0])).lower().partition(" of ")
    return bool(of) and bool(named.roles) and not any(field in role.text.lower() for role in named.roles)


def _new(discourse: Discourse, index: int) -> Entity:
    mention = discourse.mention(index)
    entity = Entity(
        key=f"nominal:{label(mention).lower()}:{index}",
        kind=mention.kind,
        country=mention.country,
        named=False,
    )
    discourse.entities.append(entity)
    return entity


def _named_before(discourse: Discourse, index: int) -> Entity | None:
    mention = discourse.mention(index)
    head = mention.head.text.lower()
    owner = discourse.owner(index)
    if head in resolving().governments and mention.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
        return government(discourse, index, owner)
    if head == "administration":
        return administration(discourse, index)
    if owner is not None and owner.is_person:
        return body_of(discourse, head, owner)
    if mention.kind is ActorKind.PERSON:
        return by_role(discourse, index, head)
    if mention.kind is ActorKind.GROUP and owner is None:
        return by_members(discourse, index, head)
    if mention.kind is ActorKind.ORGANISATION and not mention.definite:
        return of_headline(discourse, index, head)
    if mention.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA) and mention.definite and owner is None:
        firm = by_land(discourse, index, head)
        if firm is not None:
            return firm
        if head in resolving().any_firm:
            return by_word(discourse, index, head) or in_mind(discourse, index, head)
        return (
            own_body(discourse, index, head)
            or by_word(discourse, index, head)
            or _described_before(discourse, index)
            or of_speaker(discourse, index, head)
            or in_mind(discourse, index, head)
            or of_last_speaker(discourse, index, head)
            or body_led(discourse, index, head)
        )
    return None


def _whose(discourse: Discourse, index: int) -> int | None:
    """Returns by whom a body is told: `the office of the deputy minister` is no National Audit Office."""
    mention = discourse.mention(index)
    behind = mention.span[1] + len(" of ")
    if mention.kind is not ActorKind.ORGANISATION or not mention.definite:
        return None
    beside = discourse.places.between(behind, behind + _LONGEST_OWNER)
    people = (i for i in beside if discourse.mention(i).kind is ActorKind.PERSON)
    return next((i for i in people if discourse.mention(i).span[0] == behind), None)


def _of_the_same(discourse: Discourse, index: int, whose: int) -> Entity | None:
    """Returns the body that was told by the same words and the same owner before."""
    head, owner = discourse.mention(index).head.text.lower(), discourse.mention(whose).text.lower()
    for i in reversed(discourse.places.order[: discourse.places.rank[index]]):
        other = _whose(discourse, i) if discourse.mention(i).head.text.lower() == head else None
        if other is not None and discourse.mention(other).text.lower() == owner:
            return discourse.one(i)
    return None


def _described_before(discourse: Discourse, index: int) -> Entity | None:
    """Returns the unnamed one spoken of before: `the spokesman` after `a spokesman for …`."""
    mention = discourse.mention(index)
    words = label(mention).lower()
    head = mention.head.text.lower()
    best: tuple[int, Entity] | None = None
    unnamed = [one for one in discourse.entities if not one.named and one.kind == mention.kind]
    for entity in _heard(discourse, unnamed, index) or unnamed:
        latest = discourse.latest(entity, index)
        if latest is None:
            continue
        first = discourse.mention(entity.mentions[0])
        if first.form is not MentionForm.NOMINAL:
            continue
        if mention.definite and words == head and _is_one_of_those(discourse, entity.mentions[0], head):
            best = max(best, (latest, entity), key=lambda b: b[0]) if best is not None else (latest, entity)
            continue
        if first.head.text.lower() != head:
            continue
        if discourse.owner(index) is not None and discourse.owner(index) is not discourse.owner(
            entity.mentions[0]
        ):
            continue  # `her spokesman` is not the senator's
        same = label(first).lower() == words
        is_group = mention.kind is ActorKind.GROUP
        if is_group:
            again = words == head and mention.text.lower().startswith("the ")
            fits = same or again or _is_told_in_full(discourse, entity, index)
        else:
            fits = mention.definite and (same or words == head)
        if fits and (best is None or latest > best[0]):
            best = (latest, entity)
    return best[1] if best is not None else None


def _heard(discourse: Discourse, unnamed: list[Entity], index: int) -> list[Entity]:
    """Returns those who have spoken, for one who speaks: `the official` is nobody’s `next official`."""
    mention, heads = discourse.mention(index), discourse.places.heads
    if index not in discourse.speakers or mention.kind is not ActorKind.PERSON:
        return []
    head = mention.head.text.lower()
    return [
        one
        for one in unnamed
        if discourse.mention(one.mentions[0]).head.text.lower() == head
        and any(i in discourse.speakers and heads[i] < heads[index] for i in one.mentions)
    ]


def _is_one_of_those(discourse: Discourse, index: int, noun: str) -> bool:
    """Whether somebody is one of several of a kind: `one of them` among diplomats is `the diplomat`."""
    first = discourse.mention(index)
    words = first.text.lower().split()
    if words[:2] != ["one", "of"]:
        return False
    if words[-1].rstrip("s") == noun or noun in ("person", "source"):
        return True
    inside = (discourse.one(i) for i in discourse.places.between(*first.span) if i != index)
    return any(
        discourse.mention(group.mentions[0]).head.text.lower().rstrip("s") == noun
        for group in inside
        if group is not None and group.kind is ActorKind.GROUP
    )


def _is_told_in_full(discourse: Discourse, group: Entity, index: int) -> bool:
    """Whether a text tells who the bare plural of its first line are: `Aides say …`, `three of her aides`."""
    if discourse.mention(index).paragraph == 0:
        return False
    return all(
        discourse.mention(i).paragraph == discourse.mention(i).sentence == 0
        and discourse.mention(i).text.lower() == discourse.mention(i).head.text.lower()
        for i in group.mentions
    )
