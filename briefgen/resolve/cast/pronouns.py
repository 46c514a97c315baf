"""Pronouns resolved by person, number and gender, or left open; `he` and `she` in `personal.py`."""

from __future__ import annotations

from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm, Number
from briefgen.model.quote import QuoteForm
from briefgen.resolve.cast.bodies import people_of
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.personal import find_person
from briefgen.resolve.cast.things import THINGS, find_thing, is_a, is_in_own_words

_BACK = 4
"""Sentences in which the speaker of quoted words may have told of somebody; a frame counts as one of its own."""
_WEIGHTS = {GrammaticalRole.SUBJECT: 1.5, GrammaticalRole.POSSESSIVE: 1.0}
"""How strongly several come to mind for `they`, by what they do in their sentence; others 0.7."""
_OVER = 1.0
"""What it adds for `they` to be the subject of a clause that the pronoun stands in or beside."""


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
    return _several(discourse, index)


def _are_speakers(discourse: Discourse, index: int, found: list[Entity]) -> bool:
    """Whether they speak the quoted words that a pronoun stands in: `“They want war,” the farmers said` of others.

    A body may call itself by name first: `“The bank is safe. It will pay,” the bank said`.
    """
    if not found or not discourse.mention(index).quoted:
        return False
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
    """Returns who was accused, where a pronoun denies it: `Cole accused Field of fraud. He denies it.`"""
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
        first = discourse.one(told[0])
        is_subject = discourse.mention(told[0]).grammatical_role is GrammaticalRole.SUBJECT
        is_thing = first is not None and (first.kind in THINGS or (is_several and first.kind is None))
        return first if is_subject and is_thing else None
    return None


def _told_by(discourse: Discourse, speaker: Entity, sentence: int, index: int) -> list[int]:
    """Returns the mentions before another in what somebody is told to say in a sentence of its paragraph."""
    here, heads = discourse.mention(index), discourse.places.heads
    parts = [
        part
        for i in speaker.mentions
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


def _several(discourse: Discourse, index: int) -> list[Entity]:
    """Returns whom `they` means: the last group or coordination in mind."""
    mention = discourse.mention(index)
    told = _tellers_together(discourse, index) or _tellers_on(discourse, index)
    if told:
        return told
    best: list[Entity] = []
    best_score = 0.0
    recent = [
        i
        for sentence in range(mention.sentence - 2, mention.sentence + 1)
        for i in discourse.places.by_sentence.get(sentence, [])
        if discourse.places.heads[i] < mention.head.start
    ]
    for i in recent:
        other = discourse.mention(i)
        distance = mention.sentence - other.sentence
        if is_in_own_words(discourse, index, i) or mention.span[1] <= other.span[1]:
            continue  # `two of them` are not the ones of whom they are two
        if other.form is MentionForm.PRONOUN and other.number is not Number.PLURAL:
            continue
        meaning = discourse.meaning.get(i, [])
        # `the Kenyans` are several, whether they mean the state or its people
        is_group = len(meaning) == 1 and (
            meaning[0].kind is ActorKind.GROUP or people_of(other) == meaning[0].country is not None
        )
        # `Her partners, the Rural Democrats`
        is_party = len(meaning) == 1 and meaning[0].named and other.form is not MentionForm.PRONOUN
        is_called_so = other.alias_of is not None or _are_members(other, meaning)
        is_called_so |= other.form is MentionForm.NAME
        is_group |= is_party and other.number is Number.PLURAL and is_called_so
        is_plural = len(meaning) > 1 or is_group
        if not is_plural or (other.quoted and not mention.quoted) or _is_in_role(discourse, other):
            continue
        if mention.quoted and other.paragraph != mention.paragraph:
            continue  # who speaks does not go on with what the author has told before
        if mention.quoted and _is_own_side(discourse, index, meaning):
            return []  # those of whom she speaks are the others, whoever they are
        weight = _WEIGHTS.get(other.grammatical_role, 0.7)
        weight = 1.5 if _owns_subject(discourse, i) else weight
        weight += _OVER if i in mention.subjects else 0.0
        score = weight * 0.5**distance
        if score >= best_score:
            best, best_score = meaning, score
    return best or _firm(discourse, index, recent)


def _tellers_together(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the several who say of themselves what begins with `they`: `Unions and employers say they agree`."""
    mention = discourse.mention(index)
    for attribution in discourse.places.attributions_over(index) if not mention.quoted else ():
        source, start = attribution.source, attribution.content[0].start
        is_first = start in (mention.span[0], mention.span[0] - len("that "))
        if source is None or not is_first or discourse.mention(source).span[1] > start:
            continue
        parts = discourse.mention(source).parts
        found = {one.key: one for part in parts for one in discourse.meaning.get(part, [])}
        if len(found) > 1:
            return list(found.values())
    return []


def _tellers_on(discourse: Discourse, index: int) -> list[Entity]:
    """Returns who goes on speaking as `they`: a party, analysts, or one source of whom no more is told.

    `Labour says farms can share a vet. They say they have paid`: Labour twice.
    """
    mention = discourse.mention(index)
    if (
        mention.text.lower() != "they"
        or mention.quoted
        or not is_a(discourse, index, GrammaticalRole.SUBJECT)
    ):
        return []
    over = discourse.places.subject_before(index)
    if over is not None:
        speaks = over in discourse.sources and any(
            a.source == over for a in discourse.places.attributions_over(index)
        )
        return discourse.meaning.get(over, []) if speaks and discourse.mention(over).text == "They" else []
    before = [
        i
        for i in discourse.places.by_sentence.get(mention.sentence - 1, [])
        if discourse.mention(i).paragraph == mention.paragraph and not discourse.mention(i).quoted
    ]
    subjects = [i for i in before if is_a(discourse, i, GrammaticalRole.SUBJECT)]
    first = next((i for i in subjects if i in discourse.speakers), None)
    heads = discourse.places.heads
    if index not in discourse.speakers or first is None or heads[first] > heads[subjects[0]]:
        return []
    tellers = discourse.meaning.get(first, [])
    if len(tellers) != 1:
        return tellers
    one = tellers[0]
    if one.is_person:
        return [] if one.named or one.gender is not Gender.UNKNOWN else tellers
    told_of = next((i for i in subjects if heads[i] > heads[first]), first)
    is_open = any(other.kind is ActorKind.GROUP for other in discourse.meaning.get(told_of, []))
    return tellers if one.kind is ActorKind.GROUP or (one.kind in THINGS and not is_open) else []


def _is_in_role(discourse: Discourse, other: Mention) -> bool:
    """Whether several are only named to tell who somebody is: `Jo Lind, an analyst with Cole and Field`."""
    start, end = other.span
    return any(role.start < start and end <= role.end for one in discourse.entities for role in one.roles)


def _owns_subject(discourse: Discourse, index: int) -> bool:
    """Whether somebody opens a sentence as whose its subject is: `The employers’ position is delicate`."""
    mention = discourse.mention(index)
    if mention.grammatical_role is not GrammaticalRole.POSSESSIVE:
        return False
    subject = discourse.places.subject_before(index)
    return subject is None and any(
        discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT
        and discourse.mention(i).span[0] == mention.span[0]
        for i in discourse.places.by_sentence.get(mention.sentence, [])
    )


def _are_members(several: Mention, meaning: list[Entity]) -> bool:
    """Whether a plural stands for the body that has it in its name: `the employers` of `Port Employers Denmark`."""
    return len(meaning) == 1 and several.head.text.lower() in meaning[0].words


def _is_own_side(discourse: Discourse, index: int, several: list[Entity]) -> bool:
    """Whether those are the people of whoever speaks, who would say `we`: the opposition, of its leader."""
    speaker = discourse.speaker_over(index)
    roles = " ".join(role.text for role in speaker.roles).lower() if speaker is not None else ""
    return any(
        entity.mentions and discourse.mention(entity.mentions[0]).head.text.lower() in roles.split()
        for entity in several
    )


def _firm(discourse: Discourse, index: int, recent: list[int]) -> list[Entity]:
    """Returns the one body that a quoted `they` means where nobody is several: `They are afraid of losing us.`"""
    if not discourse.mention(index).quoted:
        return []
    speaker = discourse.speaker_over(index)
    own = " ".join(role.text for role in speaker.roles).lower() if speaker is not None else ""
    chaired = _in_roles(discourse, speaker)
    bodies = {
        entity.key: entity
        for i in recent
        if not discourse.mention(i).quoted
        and (entity := discourse.one(i)) is not None
        and entity.kind is ActorKind.ORGANISATION
        and entity.named
        and entity is not speaker
        and entity not in chaired
        and not any(name.lower() in own for name in entity.names)
    }
    return list(bodies.values()) if len(bodies) == 1 else []


def _in_roles(discourse: Discourse, speaker: Entity | None) -> list[Entity]:
    """Returns whom the words for what a speaker is speak of: `it` in `who chairs it`."""
    roles = speaker.roles if speaker is not None else ()
    inside = (i for role in roles for i in discourse.places.between(role.start, role.end))
    return [entity for i in inside if (entity := discourse.one(i)) is not None]
