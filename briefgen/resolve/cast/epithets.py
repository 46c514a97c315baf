"""Persons in mind, spoken of by another word than their office: `the mogul`, `the scholar`."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.modality import modality
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.seats import may_sit

_EPITHET = 0.5
"""How strongly somebody has to be in mind for another word to mean him."""
_SPEAKS_ON = {0: 1.0, 1: 0.7}
_TOPIC = 0.4
"""What it adds that the article is about somebody."""
_CLEAR = 1.4
"""How much more than the next somebody has to be in mind."""


def by_epithet(discourse: Discourse, index: int) -> Entity | None:
    """Returns the person clearly in mind whom another word means: `the mogul`, `the veteran lawmaker`."""
    mention = discourse.mention(index)
    is_subject = mention.grammatical_role in (GrammaticalRole.SUBJECT, GrammaticalRole.POSSESSIVE)
    if mention.kind is not ActorKind.PERSON or not mention.text.lower().startswith("the ") or not is_subject:
        return None
    head = mention.head.text.lower()
    nouns = noun_sets()
    # "the Attorney General" is an office of its own, not another word for somebody.
    is_office = head in nouns.titles and " " in label(mention) and mention.head.text.islower()
    is_aged = mention.text.lower().endswith("-year-old")
    is_seat = head in nouns.seats or mention.head.text == "Member"
    if not (head in nouns.epithets or is_seat or is_office or is_aged) or discourse.places.possessives_in(
        index
    ):
        return None
    spoken_of = discourse.named_in_content_of(index)
    last = discourse.last_speaker(index) if index in discourse.sources else None
    scores = []
    for entity in discourse.entities:
        if not entity.is_person or not entity.named or entity in spoken_of:
            continue
        if Gender.UNKNOWN not in (mention.gender, entity.gender) and mention.gender != entity.gender:
            continue
        if mention.country and entity.country and mention.country != entity.country:
            continue
        if is_office and (
            _holds_another(entity, mention, head) or mention.country not in (None, entity.country)
        ):
            continue
        if is_seat and not may_sit(discourse, entity):
            continue
        if discourse.acts_in_sentence(entity, index):
            continue  # "Cole said the senator was wrong": somebody else
        score = discourse.salience(entity, index)
        if score and last is not None and last[0] is entity:
            score += _SPEAKS_ON.get(mention.paragraph - discourse.mention(last[1]).paragraph, 0.0)
        scores.append((score + _TOPIC * discourse.share(entity) if score else 0.0, entity.key, entity))
    scores.sort(key=lambda item: (-item[0], item[1]))
    if not scores or scores[0][0] < _EPITHET or (len(scores) > 1 and scores[0][0] < _CLEAR * scores[1][0]):
        return None
    if is_office and head not in nouns.epithets:
        scores[0][2].guessed.add(index)
    return scores[0][2]


def by_new_word(discourse: Discourse, index: int) -> Entity | None:
    """Returns who spoke last, where the text tells what he is only now: `Cole doubts it. …, the scholar says`."""
    mention, last = discourse.mention(index), discourse.last_speaker(index)
    head = mention.head.text.lower()
    if last is None or index not in discourse.sources or mention.text.lower() != f"the {head}":
        return None
    entity, spoke = last
    nouns = noun_sets()
    is_told = head in nouns.person - nouns.titles or head in modality().commentators.words
    is_person = entity.is_person and entity.named and is_told
    if not is_person or entity.roles or discourse.mention(spoke).paragraph != mention.paragraph:
        return None
    if entity in discourse.named_in_content_of(index):
        return None  # `Cole doubts it, said the official`
    fits = Gender.UNKNOWN in (mention.gender, entity.gender) or mention.gender == entity.gender
    return entity if fits else None


def by_calling(discourse: Discourse, index: int) -> Entity | None:
    """Returns the person just named whose calling is told only now: `Cole lives near. The retired nurse`."""
    mention = discourse.mention(index)
    words = mention.text.lower().split()
    is_told = words[0] == "the" and len(words) > 2 and words[1] in resolving().was_by_calling
    if mention.kind is not ActorKind.PERSON or not is_told or mention.quoted:
        return None
    if mention.grammatical_role is not GrammaticalRole.SUBJECT or discourse.places.possessives_in(index):
        return None
    near = [
        entity
        for entity in discourse.entities
        if entity.is_person
        and entity.named
        and not entity.roles
        and any(
            0 <= mention.sentence - discourse.mention(i).sentence <= 1
            and discourse.mention(i).span[0] < mention.span[0]
            and discourse.mention(i).paragraph == mention.paragraph
            for i in entity.mentions
        )
    ]
    fits = len(near) == 1 and Gender.UNKNOWN in (mention.gender, near[0].gender)
    return near[0] if fits and near[0] not in discourse.named_in_content_of(index) else None


def _holds_another(entity: Entity, mention: Mention, office: str) -> bool:
    """Whether the text gives a person an office, and another one than this."""
    titles = noun_sets().offices | {"counterpart"}
    words = {word for role in entity.roles for word in re.findall(r"[a-z]+", role.text.lower())}
    held = words & titles
    if held and set(label(mention).lower().split()) & mention_cues().ranks_apart - words:
        return True
    return bool(held) and not held & ({office} | noun_sets().same_offices.get(office, frozenset()))
