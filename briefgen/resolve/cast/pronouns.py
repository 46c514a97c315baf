"""Pronouns resolved by person, number and gender, or left open; `he` and `she` in `personal.py`."""

from __future__ import annotations

from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, MentionForm, Number
from briefgen.resolve.cast.bodies import people_of
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.personal import find_person
from briefgen.resolve.cast.weighing import sentence_before

_STRONG = 0.5
_FAR = 1.5
"""How strong, and how many times stronger than the second, a thing has to be for `it`."""
_BACK = 4
"""Sentences in which the speaker of quoted words may have told of somebody; a frame counts as one of its own."""
_OVER = 1.0
"""What it adds for `they` to be the subject of a clause that the pronoun stands in or beside."""
_THINGS = frozenset([ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIA])


def resolve_pronoun(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the entities that a pronoun means; none where that is not safe to say."""
    mention = discourse.mention(index)
    if mention.person == 1:
        return _first_person(discourse, index)
    if mention.person == 2:
        return []
    spoken_of = _spoken_of(discourse, index) or _turned_to(discourse, index)
    if spoken_of:
        return spoken_of
    if mention.gender in (Gender.MALE, Gender.FEMALE):
        found = find_person(discourse, index)
        return [found] if found is not None else []
    told = _told_before(discourse, index)
    if told is not None:
        return [told]
    if mention.gender is Gender.NEUTER:
        found = _thing(discourse, index)
        return [found] if found is not None else []
    return _several(discourse, index)


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
        fits = len(found) == 1 and kinds <= _THINGS
    else:
        fits = is_several or kinds <= _THINGS
    return found if fits else []


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
        is_thing = first is not None and (first.kind in _THINGS or (is_several and first.kind is None))
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
        or not _is_a(discourse, index, GrammaticalRole.SUBJECT)
    ):
        return []
    if mention.gender is Gender.NEUTER:
        return found if found[0].kind in _THINGS else []
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


def _thing(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body that `it` or `its` means: the subject beside it or before."""
    mention = discourse.mention(index)
    beside = _beside(discourse, index)
    if beside is not None:
        return beside
    subject = discourse.places.subject_before(index)
    if subject is not None and (
        _is_in_own_words(discourse, index, subject) or _is_quoted_apart(discourse, index, subject)
    ):
        subject = None
    if discourse.is_owned_by_states(index):
        return _led(discourse, index, subject)
    over = [one for i in mention.subjects if (one := discourse.one(i)) is not None and one.kind in _THINGS]
    if over and subject is not None and not _is_thing(discourse, subject):
        return over[0]  # `Norway wants a pact, he said, but it will wait`
    if subject is not None:
        entity = discourse.one(subject)
        if entity is not None and entity.kind is ActorKind.GROUP and subject in discourse.sources:
            # `Norway has not replied, and envoys suspect that it is waiting`: not they who suspect it
            told_of = discourse.places.subject_before(subject)
            entity = discourse.one(told_of) if told_of is not None else entity
        if entity is not None and entity.kind in _THINGS:
            if mention.grammatical_role is GrammaticalRole.OBJECT:
                return None
            return entity
        if entity is None and discourse.mention(subject).kind is None:
            owner = discourse.owner(subject)
            return owner if owner is not None and owner.kind in _THINGS and owner.named else None
    elif mention.grammatical_role is GrammaticalRole.POSSESSIVE:
        ahead = _thing_ahead(discourse, index)
        if ahead is not None:
            return ahead
    before = _subject_of_sentence_before(discourse, index)
    is_settled = mention.grammatical_role in (GrammaticalRole.SUBJECT, GrammaticalRole.OBJECT)
    if before is not None or is_settled:  # what somebody signs or kills is seldom a state
        return before
    return _thing_in_mind(discourse, index)


def _is_thing(discourse: Discourse, index: int) -> bool:
    """Whether a mention may be an `it`: a state or body, or what no actor is."""
    meaning = discourse.meaning.get(index, [])
    return all(entity.kind in _THINGS for entity in meaning)


def _led(discourse: Discourse, index: int, subject: int | None) -> Entity | None:
    """Returns whose leader, president or neighbours are told by `its`: the union, where `its president` is its own."""
    body = _subject_of_sentence_before(discourse, index) if subject is None else discourse.one(subject)
    body = body or _last_of_paragraph_before(discourse, index)
    if body is not None and body.kind is ActorKind.ORGANISATION:
        return body
    in_mind = _thing_in_mind(discourse, index, far=1.15)
    return _only_one_before(discourse, index) if in_mind is None and subject is None else in_mind


def _last_of_paragraph_before(discourse: Discourse, index: int) -> Entity | None:
    """Returns the subject of the last sentence before, where a paragraph opens with words of `its president`."""
    here, start = discourse.mention(index).paragraph, discourse.mention(index).span[0]
    own = (discourse.mention(i) for i in discourse.places.order)
    if any(m.paragraph == here and not m.quoted and m.span[1] <= start for m in own):
        return None
    before = [i for i in discourse.places.order if discourse.mention(i).paragraph == here - 1]
    last = max((discourse.mention(i).sentence for i in before), default=-1)
    subjects = [
        i
        for i in before
        if discourse.mention(i).sentence == last and _is_a(discourse, i, GrammaticalRole.SUBJECT)
    ]
    return discourse.one(subjects[0]) if subjects else None


def _is_quoted_apart(discourse: Discourse, index: int, other: int) -> bool:
    """Whether a mention stands in quoted words and another outside them: `“Will Oslo pay?” asked Cole, its chair`."""
    return discourse.mention(other).quoted and not discourse.mention(index).quoted


def _only_one_before(discourse: Discourse, index: int) -> Entity | None:
    """Returns the one state or body that the sentence before names: `He met the Liberal List. Its leader`."""
    mention = discourse.mention(index)
    named = {
        one.key: one
        for i in sentence_before(discourse, index)
        if discourse.mention(i).paragraph == mention.paragraph
        and (one := discourse.one(i)) is not None
        and one.kind in _THINGS
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _is_in_own_words(discourse: Discourse, index: int, subject: int) -> bool:
    """Whether a mention before an `it` or `they` that speaks stands in what it says: `No one came, it said`."""
    start = discourse.mention(subject).span[0]
    return index in discourse.asides and any(
        part.start <= start < part.end for a in discourse.sources.get(index, []) for part in a.content
    )


def _thing_ahead(discourse: Discourse, index: int) -> Entity | None:
    """Returns the subject that `its` before it means: `In its report, the ministry`."""
    subject = discourse.places.subject_after(index)
    entity = discourse.one(subject) if subject is not None else None
    return entity if entity is not None and entity.kind in _THINGS and entity.named else None


def _beside(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body one short word before its own: `Kenya and its land`, `Kenya for its`."""
    mention = discourse.mention(index)
    if mention.grammatical_role is not GrammaticalRole.POSSESSIVE:
        return None
    for i in discourse.places.between(mention.span[0] - 80, mention.span[0]):
        other = discourse.mention(i)
        if other.span[1] + len(" and ") == mention.span[0] and other.form is MentionForm.NAME:
            entity = discourse.one(i)
            return entity if entity is not None and entity.kind in _THINGS else None
    return None


def _thing_in_mind(discourse: Discourse, index: int, far: float = _FAR) -> Entity | None:
    """Returns the state or body far more in mind than any other, if there is one."""
    mention = discourse.mention(index)
    speaker = discourse.speaker_over(index) if mention.quoted else None
    scores = [
        (discourse.salience(entity, index), -at, entity)
        for at, entity in enumerate(discourse.entities)
        if entity.kind in _THINGS and entity.named and entity is not speaker
    ]
    scores.sort(key=lambda item: (-item[0], item[1]))
    if not scores or scores[0][0] < _STRONG or (len(scores) > 1 and scores[0][0] < far * scores[1][0]):
        return None
    return scores[0][2]


def _subject_of_sentence_before(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body that the sentence before is about: its subject, else whose the subject is."""
    mention = discourse.mention(index)
    if mention.grammatical_role not in (GrammaticalRole.SUBJECT, GrammaticalRole.POSSESSIVE):
        return None
    before = [i for i in sentence_before(discourse, index) if _is_beside(discourse, i, index)]
    subjects = [i for i in before if _is_a(discourse, i, GrammaticalRole.SUBJECT)]
    # `The spokesman said Oslo was deaf. It has no plans`: who speaks is a person, what is spoken of no more
    speaking = bool(subjects) and (told := discourse.one(subjects[0])) is not None and told.is_person
    things = [i for i in subjects if (one := discourse.one(i)) is not None and one.kind in _THINGS]
    subject = (things if speaking and things else [*subjects, None])[0]
    if subject is None and before and _is_a(discourse, before[0], GrammaticalRole.POSSESSIVE):
        subject = before[0]  # `Its demands have changed. Now it wants …`
    entity = discourse.one(subject) if subject is not None else None
    return entity if entity is not None and entity.kind in _THINGS else None


def _is_beside(discourse: Discourse, one: int, other: int) -> bool:
    return discourse.mention(one).paragraph == discourse.mention(other).paragraph


def _is_a(discourse: Discourse, index: int, role: GrammaticalRole) -> bool:
    return discourse.mention(index).grammatical_role is role


def _several(discourse: Discourse, index: int) -> list[Entity]:
    """Returns whom `they` means: the last group or coordination in mind."""
    mention = discourse.mention(index)
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
        if _is_in_own_words(discourse, index, i):
            continue
        if other.form is MentionForm.PRONOUN and other.number is not Number.PLURAL:
            continue
        meaning = discourse.meaning.get(i, [])
        # `the Kenyans` are several, whether they mean the state or its people
        is_group = len(meaning) == 1 and (
            meaning[0].kind is ActorKind.GROUP or people_of(other) == meaning[0].country is not None
        )
        is_plural = len(meaning) > 1 or is_group
        if not is_plural or (other.quoted and not mention.quoted):
            continue
        if mention.quoted and other.paragraph != mention.paragraph:
            continue  # who speaks does not go on with what the author has told before
        if mention.quoted and _is_own_side(discourse, index, meaning):
            return []  # those of whom she speaks are the others, whoever they are
        weight = 1.5 if other.grammatical_role is GrammaticalRole.SUBJECT else 0.7
        weight += _OVER if i in mention.subjects else 0.0
        score = weight * 0.5**distance
        if score >= best_score:
            best, best_score = meaning, score
    return best or _firm(discourse, index, recent)


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
