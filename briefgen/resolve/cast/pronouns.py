"""Pronouns resolved by person, number, gender, speech, subjecthood and recency, or left open.

A pronoun keeps the sum of what speaks for each candidate: how strongly it is in mind (after Lappin and Leass
1994), whether it is the subject beside it, whether it is the one speaking. The best is taken only where it
stands clear of the second; a wrong name is worse than none.
"""

from __future__ import annotations

from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm, Number
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

_CLEAR = 1.12
"""How many times stronger than the second the best candidate has to be."""
_FAINT = 0.12
"""Below this nobody is in mind."""
_STRONG = 0.5
_FAR = 1.5
"""How strong, and how many times stronger than the second, a thing has to be for `it`."""
_SPOKEN = 0.8
"""What it adds for the subject of a saying to have spoken before."""
_SPEAKS_ON = {0: 2.0, 1: 1.5, 2: 0.5}
"""What it adds for the subject of a saying to have spoken last, by paragraphs between."""
_REFLEXIVE = ("self", "selves")
_THINGS = frozenset([ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIA])


def resolve_pronoun(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the entities that a pronoun means; none where that is not safe to say."""
    mention = discourse.mention(index)
    if mention.person == 1:
        return _first_person(discourse, index)
    if mention.person == 2:
        return []
    if mention.gender in (Gender.MALE, Gender.FEMALE):
        found = _person(discourse, index)
        return [found] if found is not None else []
    if mention.gender is Gender.NEUTER:
        found = _thing(discourse, index)
        return [found] if found is not None else []
    return _several(discourse, index)


def _first_person(discourse: Discourse, index: int) -> list[Entity]:
    """`I` is who speaks; `we` is the speaking body, and open where a person speaks."""
    mention = discourse.mention(index)
    speaker = discourse.speaker_over(index)
    if speaker is None or not mention.quoted:
        return []
    if mention.number is Number.SINGULAR:
        return [speaker] if speaker.kind in (ActorKind.PERSON, None) else []
    return [] if speaker.is_person else [speaker]


def _person(discourse: Discourse, index: int) -> Entity | None:
    mention = discourse.mention(index)
    if (
        mention.grammatical_role is GrammaticalRole.POSSESSIVE
        and discourse.places.subject_before(index) is None
    ):
        ahead = _ahead(discourse, index)
        if ahead is not None:
            return ahead
    scores: list[tuple[float, int, Entity]] = []
    speaker = discourse.speaker_over(index) if mention.quoted else None
    spoken_of = discourse.named_in_content_of(index)
    subject = discourse.places.subject_before(index)
    below = _named_below(discourse, index)
    fitting = [
        (at, entity, salience)
        for at, entity in enumerate(discourse.entities)
        if _fits_person(discourse, entity, mention)
        and entity is not speaker
        and entity not in spoken_of
        and entity not in below
        and (salience := discourse.salience(entity, index))
        and not _is_bound_apart(discourse, entity, index, subject)
    ]
    is_alone = not any(discourse.is_in_sentence(entity, index) for _, entity, _ in fitting)
    for at, entity, salience in fitting:
        score = salience + _boost(discourse, entity, index, subject)
        if index in discourse.sources and discourse.has_spoken(entity, index):
            # Whoever has spoken speaks on; less surely where the sentence itself names somebody.
            score += _SPOKEN if is_alone else _SPOKEN / 3
        score *= _gender_factor(entity, mention) * (1.0 if entity.named else 0.7)
        score *= 0.5 if entity.kind is None else 1.0
        if score > _FAINT:
            scores.append((score, -at, entity))
    if not scores:
        return _ahead(discourse, index)
    scores.sort(key=lambda item: (-item[0], item[1]))
    if len(scores) > 1 and scores[0][0] < _CLEAR * scores[1][0]:
        return None
    return scores[0][2]


def _fits_person(discourse: Discourse, entity: Entity, mention: Mention) -> bool:
    if entity.kind is not ActorKind.PERSON and not (entity.kind is None and entity.named):
        return False
    if not entity.named and not _is_introduced(discourse, entity):
        return False
    return entity.gender == mention.gender or not entity.is_sure_of_gender


def _gender_factor(entity: Entity, mention: Mention) -> float:
    """Returns how well the genders fit: news leaves women's gender unsaid less often than men's."""
    if entity.gender == mention.gender:
        return 1.3
    if entity.gender is Gender.UNKNOWN:
        return 1.0 if mention.gender is Gender.MALE else 0.7
    return 0.4


def _is_introduced(discourse: Discourse, entity: Entity) -> bool:
    """Whether an unnamed person is new in the text, or speaks: `the nominee` may be somebody named before."""
    first = discourse.mention(entity.mentions[0])
    if not first.definite or any(i in discourse.sources for i in entity.mentions):
        return True
    return first.gender is not Gender.UNKNOWN


def _boost(discourse: Discourse, entity: Entity, index: int, subject: int | None) -> float:
    """Returns what speaks for a candidate besides its being in mind."""
    mention = discourse.mention(index)
    boost = 0.0
    if subject is not None and discourse.one(subject) is entity:
        boost += 1.0 if mention.grammatical_role is GrammaticalRole.POSSESSIVE else 0.7
    elif subject is not None and _owns(discourse, entity, subject):
        boost += 0.6
    if index in discourse.sources:
        last = discourse.last_speaker(index)
        if last is not None and last[0] is entity:
            gap = mention.paragraph - discourse.mention(last[1]).paragraph
            boost += _SPEAKS_ON.get(gap, 0.0) * (
                0.3 if _other_subject_since(discourse, last[1], index) else 1.0
            )
    elif not mention.quoted and mention.grammatical_role is GrammaticalRole.SUBJECT:
        for attribution in discourse.places.attributions_over(index):
            source = attribution.source
            if source is not None and discourse.one(source) is entity and subject in (source, None):
                boost += 0.5 if discourse.mention(source).head.start < mention.head.start else 0.0
    return boost


def _owns(discourse: Discourse, entity: Entity, subject: int) -> bool:
    """Whether a subject is an entity's: `Cole's return` brings Cole to mind."""
    return any(discourse.one(i) is entity for i in discourse.places.possessives_in(subject))


def _other_subject_since(discourse: Discourse, speaker: int, index: int) -> bool:
    """Whether somebody else has become the subject of the text since a speaker was named."""
    start, end = discourse.mention(speaker), discourse.mention(index)
    for i in discourse.places.between(start.head.start + 1, end.head.start):
        other = discourse.mention(i)
        if not start.sentence < other.sentence < end.sentence:
            continue
        if other.quoted or other.grammatical_role is not GrammaticalRole.SUBJECT:
            continue
        entity = discourse.one(i)
        if entity is not None and entity.is_person and entity is not discourse.one(speaker):
            return True
    return False


def _is_bound_apart(discourse: Discourse, entity: Entity, index: int, subject: int | None) -> bool:
    """Whether grammar keeps a pronoun from meaning an entity: `Cole met him` is not Cole."""
    mention = discourse.mention(index)
    if mention.text.lower().endswith(_REFLEXIVE):
        return False
    if mention.grammatical_role is not GrammaticalRole.OBJECT or subject is None:
        return False
    return discourse.one(subject) is entity and not discourse.places.anyone_between(subject, index)


def _named_below(discourse: Discourse, index: int) -> list[Entity]:
    """Returns whom the clause of a pronoun subject names: `he met Cole` is not about Cole meeting himself."""
    mention = discourse.mention(index)
    if mention.grammatical_role is not GrammaticalRole.SUBJECT:
        return []
    found: list[Entity] = []
    for i in discourse.places.after_in_sentence(index):
        other = discourse.mention(i)
        if other.grammatical_role is GrammaticalRole.SUBJECT:
            break
        if other.form is MentionForm.NAME and not other.parts:
            found.extend(discourse.meaning.get(i, []))
    return found


def _ahead(discourse: Discourse, index: int) -> Entity | None:
    """Returns the subject that a pronoun before it means: `In his first speech, Cole`."""
    mention = discourse.mention(index)
    if mention.quoted or mention.grammatical_role is GrammaticalRole.OBJECT:
        return None
    subject = discourse.places.subject_after(index)
    entity = discourse.one(subject) if subject is not None else None
    fits = entity is not None and entity.is_person and _fits_person(discourse, entity, mention)
    return entity if fits else None


def _thing(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body that `it` or `its` means: the subject beside it or before."""
    mention = discourse.mention(index)
    beside = _beside(discourse, index)
    if beside is not None:
        return beside
    if discourse.is_owned_by_states(index):
        return _thing_in_mind(discourse, index, far=1.15)
    subject = discourse.places.subject_before(index)
    if subject is not None:
        entity = discourse.one(subject)
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
    if before is not None or mention.grammatical_role is GrammaticalRole.SUBJECT:
        return before
    return _thing_in_mind(discourse, index)


def _thing_ahead(discourse: Discourse, index: int) -> Entity | None:
    """Returns the subject that `its` before it means: `In its report, the ministry`."""
    subject = discourse.places.subject_after(index)
    entity = discourse.one(subject) if subject is not None else None
    return entity if entity is not None and entity.kind in _THINGS and entity.named else None


def _beside(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body joined to what it possesses: `Kenya and its neighbours`."""
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
    mention = discourse.mention(index)
    if mention.grammatical_role not in (GrammaticalRole.SUBJECT, GrammaticalRole.POSSESSIVE):
        return None
    for i in discourse.places.by_sentence.get(mention.sentence - 1, []):
        other = discourse.mention(i)
        if other.paragraph != mention.paragraph:
            continue
        if other.quoted != mention.quoted or other.grammatical_role is not GrammaticalRole.SUBJECT:
            continue
        entity = discourse.one(i)
        return entity if entity is not None and entity.kind in _THINGS else None
    return None


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
        if other.form is MentionForm.PRONOUN and other.number is not Number.PLURAL:
            continue
        meaning = discourse.meaning.get(i, [])
        is_plural = len(meaning) > 1 or (len(meaning) == 1 and meaning[0].kind is ActorKind.GROUP)
        if not is_plural or (other.quoted and not mention.quoted):
            continue
        weight = 1.5 if other.grammatical_role is GrammaticalRole.SUBJECT else 0.7
        score = weight * 0.5**distance
        if score >= best_score:
            best, best_score = meaning, score
    return best
