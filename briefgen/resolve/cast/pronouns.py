"""Pronouns resolved by person, number and gender, or left open; `he` and `she` in `personal.py`."""

from __future__ import annotations

from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm, Number
from briefgen.model.quote import QuoteForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.personal import find_person
from briefgen.resolve.cast.several import find_several, is_own_side
from briefgen.resolve.cast.things import THINGS, find_thing, is_a

_BACK = 4
"""Sentences in which the speaker of quoted words may have told of somebody; a frame counts as one of its own."""


def resolve_pronoun(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the entities that a pronoun means; none where that is not safe to say."""
    mention = discourse.mention(index)
    if mention.person == 1:
        return _first_person(discourse, index)
    if mention.person == 2:
        return []
    found = _third_person(discourse, index)
    return [] if _are_speakers(discourse, index, found) else found


def _third_person(discourse: Discourse, index: int) -> list[Entity]:
    mention = discourse.mention(index)
    spoken_of = (
        _spoken_of(discourse, index) or _turned_to(discourse, index) or _accused(discourse, index, mention)
    )
    if spoken_of:
        return spoken_of
    if mention.gender in (Gender.MALE, Gender.FEMALE):
        found = find_person(discourse, index)
        return [found] if found is not None else []
    told = _told_before(discourse, index)
    if told is not None:
        return [told]
    if mention.gender is Gender.NEUTER:
        found = find_thing(discourse, index)
        return [found] if found is not None else []
    return find_several(discourse, index)


def _are_speakers(discourse: Discourse, index: int, found: list[Entity]) -> bool:
    """Whether they speak the quoted words that a pronoun stands in: `“They want war,” the farmers said` of others.

    A body may call itself by name first: `“The bank is safe. It will pay,” the bank said`.
    """
    if not found or not discourse.mention(index).quoted:
        return False
    if discourse.mention(index).number is Number.PLURAL and is_own_side(discourse, index, found):
        return True
    return any(
        attribution.form is QuoteForm.DIRECT
        and attribution.source is not None
        and any(one in found for one in discourse.meaning.get(attribution.source, []))
        and not any(
            one in found
            for i in discourse.places.between(
                attribution.content[0].start, discourse.mention(index).head.start
            )
            for one in discourse.meaning.get(i, [])
        )
        for attribution in discourse.places.attributions_over(index)
    )


def _spoken_of(discourse: Discourse, index: int) -> list[Entity]:
    """Returns whom a pronoun means by its cue: `“They are afraid,” she said of the councillors`.

    Nobody else may be named before it in what is said.
    """
    mention = discourse.mention(index)
    over = [
        (a.content[0].start, a.spoken_of)
        for a in discourse.places.attributions_over(index)
        if a.spoken_of is not None
    ]
    if not over:
        return []
    start, about = over[-1]
    found = discourse.meaning.get(about, [])
    named = (discourse.meaning.get(i, []) for i in discourse.places.between(start, mention.head.start))
    if not found or any(one and one != found for one in named):
        return []
    kinds = {entity.kind for entity in found}
    is_several = len(found) > 1 or kinds == {ActorKind.GROUP}
    if mention.gender in (Gender.MALE, Gender.FEMALE):
        fits = len(found) == 1 and found[0].is_person and found[0].gender in (mention.gender, Gender.UNKNOWN)
    elif mention.gender is Gender.NEUTER:
        fits = len(found) == 1 and kinds <= THINGS
    else:
        fits = is_several or kinds <= THINGS
    return found if fits else []


def _accused(discourse: Discourse, index: int, pronoun: Mention) -> list[Entity]:
    """Returns who was accused, of whom a pronoun goes on: `Cole accused Field of fraud. He denies it.`"""
    accused = discourse.answers.get(index)
    found = discourse.meaning.get(accused, []) if accused is not None else []
    if len(found) != 1:
        return []
    if pronoun.gender in (Gender.MALE, Gender.FEMALE):
        return found if found[0].is_person and found[0].gender in (pronoun.gender, Gender.UNKNOWN) else []
    return found if (found[0].kind in THINGS) == (pronoun.gender is Gender.NEUTER) else []


def _told_before(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body of which the speaker of quoted words was just told to speak.

    `Norway is not worried, in the view of Cole. “It will wait,” he said.` Several told of there go before it.
    """
    mention, speaker = discourse.mention(index), discourse.speaker_over(index)
    if not mention.quoted or speaker is None or mention.grammatical_role is not GrammaticalRole.SUBJECT:
        return None
    if mention.gender is Gender.NEUTER and index not in discourse.holders:
        return None  # `It would cost them dear`
    for sentence in range(mention.sentence, mention.sentence - _BACK, -1):
        told = _told_by(discourse, speaker, sentence, index)
        named = [discourse.meaning[i] for i in told if discourse.meaning.get(i)]
        if not named:
            continue
        is_several = mention.gender is not Gender.NEUTER
        if is_several and any(len(one) > 1 or one[0].kind is ActorKind.GROUP for one in named):
            return None
        if is_several and speaker.country is not None:
            # `Norway thinks Sweden is weak, a Norwegian official said. “They will give in,” the official said`
            told = [
                i for i in told if all(e.country != speaker.country for e in discourse.meaning.get(i, []))
            ]
            if not told:
                continue
        first = discourse.one(told[0])
        is_subject = discourse.mention(told[0]).grammatical_role is GrammaticalRole.SUBJECT
        is_thing = first is not None and (first.kind in THINGS or (is_several and first.kind is None))
        return first if is_subject and is_thing else None
    return None


def _told_by(discourse: Discourse, speaker: Entity, sentence: int, index: int) -> list[int]:
    """Returns the mentions before another in what somebody is told to say in a sentence of its paragraph."""
    here, heads = discourse.mention(index), discourse.places.heads
    # `The firm said the union was deaf. “They want war,” its chairman said`
    own = speaker.role_of.mentions if speaker.role_of is not None else []
    parts = [
        part
        for i in (*speaker.mentions, *own)
        for attribution in discourse.sources.get(i, [])
        for part in attribution.content
    ]
    return [
        i
        for i in discourse.places.by_sentence.get(sentence, [])
        if heads[i] < heads[index]
        and discourse.mention(i).paragraph == here.paragraph
        and any(part.start <= heads[i] < part.end for part in parts)
    ]


def _turned_to(discourse: Discourse, index: int) -> list[Entity]:
    """Returns whom a sentence turns to before a pronoun: `As for Norway, it may wait`."""
    mention = discourse.mention(index)
    before = discourse.places.by_sentence[mention.sentence][0]
    other, found = discourse.mention(before), discourse.meaning.get(before, [])
    is_beside = other.span[1] + len(", ") == mention.span[0] and other.form is MentionForm.NAME
    is_oblique = other.grammatical_role is GrammaticalRole.OBLIQUE and other.acts
    if (
        not is_beside
        or not is_oblique
        or len(found) != 1
        or not is_a(discourse, index, GrammaticalRole.SUBJECT)
    ):
        return []
    if mention.gender is Gender.NEUTER:
        return found if found[0].kind in THINGS else []
    is_personal = mention.gender in (Gender.MALE, Gender.FEMALE)
    fits = found[0].is_person and found[0].gender in (mention.gender, Gender.UNKNOWN)
    return found if is_personal and fits else []


def _first_person(discourse: Discourse, index: int) -> list[Entity]:
    """`I` is who speaks; `we` is the speaking body, and open where a person speaks."""
    mention = discourse.mention(index)
    speaker = discourse.speaker_over(index)
    if speaker is None or not mention.quoted:
        return []
    if mention.number is Number.SINGULAR:
        return [speaker] if speaker.kind in (ActorKind.PERSON, None) else []
    return [] if speaker.is_person else [speaker]
