"""Who is told first by a calling and then by name: `A senior lawmaker objected. … Committee chair Jo Lind said`."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.modality import modality
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

_NEXT = 2
"""Sentences from the words for somebody to his name."""
_HEADLINE = 0
"""The paragraph that may name him already."""


def may_sit(discourse: Discourse, entity: Entity) -> bool:
    """Whether somebody may have a seat in a parliament: no office of his tells otherwise."""
    words = _words_for(discourse, entity)
    nouns = noun_sets()
    return not words or bool(words & (nouns.seats | nouns.may_sit))


def named_behind(discourse: Discourse, index: int) -> Entity | None:
    """Returns who is named in full right behind a first sentence that tells only what somebody who speaks is.

    What the name brings with it has to fit the calling, and be no office of a body that the sentence speaks of.
    """
    mention = discourse.mention(index)
    is_one = mention.kind is ActorKind.PERSON and mention.text.startswith(("A ", "An "))
    is_subject = mention.grammatical_role is GrammaticalRole.SUBJECT and not mention.quoted
    speaks = index in discourse.speakers or index in discourse.holders
    if (
        not (is_one and is_subject and speaks)
        or mention.paragraph > 1
        or mention.span[0] != _start(discourse, index)
    ):
        return None
    people = [i for i in discourse.places.order if _is_name(discourse, i)]
    if any(discourse.mention(i).paragraph > _HEADLINE and _is_before(discourse, i, index) for i in people):
        return None
    behind = next((i for i in people if discourse.mention(i).sentence > mention.sentence), None)
    entity = discourse.one(behind) if behind is not None else None
    if behind is None or entity is None or discourse.speakers.isdisjoint(entity.mentions):
        return None
    name = discourse.mention(behind)
    is_near = name.sentence - mention.sentence <= _NEXT and name.grammatical_role is GrammaticalRole.SUBJECT
    fits = Gender.UNKNOWN in (mention.gender, entity.gender) or mention.gender == entity.gender
    is_full = len(name.head.text.split()) > 1
    return entity if is_near and is_full and fits and _has_calling(discourse, entity, index) else None


def _has_calling(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether what somebody is fits another word for him, and he is of no body told of beside it."""
    mention, nouns = discourse.mention(index), noun_sets()
    head, words = mention.head.text.lower(), _words_for(discourse, entity)
    beside = (discourse.mention(i) for i in discourse.places.by_sentence[mention.sentence])
    told = {
        word
        for m in beside
        if m.kind is not ActorKind.PERSON
        for word in m.text.lower().split()
        if len(word) > 3
    }
    if told & words:
        return False  # `A senior lawmaker attacked the board. Jo Lind, the board’s chair, said`
    if head in nouns.seats:
        return may_sit(discourse, entity)
    alike = nouns.same_offices.get(head, frozenset()) | {head}
    by_trade = modality().commentators.words
    return bool(alike & words) or (head in by_trade and (not words or bool(words & by_trade)))


def _words_for(discourse: Discourse, entity: Entity) -> set[str]:
    """Returns the words that tell what somebody is, before his name, behind it and elsewhere."""
    mentions = [discourse.mention(i) for i in entity.mentions]
    told = [r.text for r in entity.roles]
    told += [m.text for m in mentions if m.form is MentionForm.NOMINAL]
    told += [m.text[: m.head.start - m.span[0]] for m in mentions if m.form is MentionForm.NAME]
    nouns = noun_sets()
    words = {word for text in told for word in re.findall(r"[a-z]+", text.lower())}
    return words - (nouns.honorifics & (nouns.male | nouns.female))


def _is_name(discourse: Discourse, index: int) -> bool:
    mention = discourse.mention(index)
    return mention.form is MentionForm.NAME and mention.kind is ActorKind.PERSON and not mention.parts


def _is_before(discourse: Discourse, one: int, other: int) -> bool:
    return discourse.mention(one).sentence <= discourse.mention(other).sentence


def _start(discourse: Discourse, index: int) -> int:
    return discourse.extraction.sentences[discourse.mention(index).sentence][0]
