"""What speaks for and against somebody as the one a pronoun means, besides his being in mind."""

from __future__ import annotations

from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

_TOPIC = 0.5
"""What it adds to be the one the article names most; others in proportion."""
_SUBJECT = 1.0
_OWNER = 1.2
"""What it adds to be the subject of the clause over the pronoun; the second for `his` and `her`."""
_NEAREST = 0.2
"""What it adds to be the nearest subject before, where that is not the subject of the clause."""
_TOLD = 0.5
"""What it adds for quoted words that their speaker was just said to speak of somebody."""
_CONTINUED = 0.5
"""What it adds, for a pronoun that opens its sentence, to be the subject of the sentence before."""
_INTRODUCED = 2.0
"""What it adds to be named in full for the first time just before words whose speaker is only `he`."""
_LEADS = 1.5
"""What it adds, for the subject of a saying, to be who the sentence before in its paragraph is about."""
_SPEAKS_ON = {0: 2.0, 1: 1.5, 2: 0.5}
"""What it adds for the subject of a saying to have spoken last, by paragraphs between."""


def goes_on(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether a pronoun subject that opens its sentence goes on with the subject of the sentence before."""
    mention = discourse.mention(index)
    if mention.grammatical_role is not GrammaticalRole.SUBJECT:
        return False
    if discourse.places.subject_before(index) is not None:
        return False
    before = sentence_before(discourse, index)
    first = next(
        (
            i
            for i in before
            if discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT
            and (one := discourse.one(i)) is not None
            and one.is_person
        ),
        None,
    )
    return first is not None and discourse.one(first) is entity


def sentence_before(discourse: Discourse, index: int) -> list[int]:
    """Returns the mentions of the last sentence before a pronoun's that is quoted if the pronoun's is."""
    mention = discourse.mention(index)
    for sentence in range(mention.sentence - 1, max(-1, mention.sentence - 4), -1):
        found = [
            i
            for i in discourse.places.by_sentence.get(sentence, [])
            if discourse.mention(i).quoted == mention.quoted
        ]
        if found:
            return found
    return []


def leader(discourse: Discourse, index: int) -> Entity | None:
    """Returns the person whom the sentence before is about, in its paragraph: who speaks, else its subject.

    `Kari has had enough. “It is over,” she said`: whoever spoke earlier in the article. So does a sentence that
    leads up to the quotation: `Kari was curt: “It is over,” she said`.
    """
    mention = discourse.mention(index)
    before = discourse.places.subject_before(index)
    up_to = discourse.one(before) if before is not None and not mention.subjects else None
    if before is not None and up_to is not None and up_to.is_person and not discourse.mention(before).quoted:
        start = min((a.content[0].start for a in discourse.sources.get(index, [])), default=0)
        if discourse.mention(before).head.end < start < mention.head.start:
            return up_to
    for sentence in range(mention.sentence - 1, max(-1, mention.sentence - 4), -1):
        found = [i for i in discourse.places.by_sentence.get(sentence, []) if not discourse.mention(i).quoted]
        if any(discourse.mention(i).paragraph != mention.paragraph for i in found):
            return None
        viewer = _viewer(discourse, found, mention)
        if viewer is not None:
            return viewer
        subjects = [
            i
            for i in found
            if discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT
            and (one := discourse.one(i)) is not None
            and one.is_person
        ]
        if subjects:
            return discourse.one(next((i for i in subjects if i in discourse.sources), subjects[0]))
        if found:
            named = {
                one.key: one
                for i in found
                if discourse.mention(i).form is MentionForm.NAME
                and (one := discourse.one(i)) is not None
                and one.is_person
            }
            # `That did not satisfy Bell. He said …`
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _viewer(discourse: Discourse, sentence: list[int], pronoun: Mention) -> Entity | None:
    """Returns in whose view a sentence is told: `In her view Cole meant it. “It was a threat,” she said`."""
    first = sentence[0] if sentence else None
    if first is None or first not in discourse.speakers:
        return None
    mention, viewer = discourse.mention(first), discourse.one(first)
    if mention.grammatical_role is not GrammaticalRole.POSSESSIVE or mention.gender is not pronoun.gender:
        return None
    return viewer if viewer is not None and viewer.is_person else None


def _is_new(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether somebody was named in full just before, for the first time, to be quoted now."""
    first = discourse.mention(min(entity.mentions, key=lambda i: discourse.places.heads[i]))
    gap = discourse.mention(index).paragraph - first.paragraph
    is_full = first.form is MentionForm.NAME and len(first.head.text.split()) > 1
    return is_full and 0 <= gap <= 1 and not first.quoted


def _speaks_for(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether the words around a pronoun are those of somebody's own: `people close to Cole say he`."""
    for attribution in discourse.places.attributions_over(index):
        speaker = discourse.one(attribution.source) if attribution.source is not None else None
        if speaker is None or speaker.named:
            continue
        owners = (i for at in speaker.mentions for i in discourse.places.possessives_in(at))
        if any(discourse.one(i) is entity for i in owners):
            return True
        if attribution.source is not None and entity in told_of_in(discourse, attribution.source):
            return True
    return False


def told_of_in(discourse: Discourse, index: int) -> list[Entity]:
    """Returns whom the words for somebody speak of: `people close to Cole`, `a person close to him`."""
    start, end = discourse.mention(index).span
    inside = (discourse.one(i) for i in discourse.places.between(start, end) if i != index)
    return [entity for entity in inside if entity is not None]


def _told_by(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether the speaker of quoted words was just said to speak of somebody: `Cole called on Field. “He`."""
    mention, heads = discourse.mention(index), discourse.places.heads
    speaker = discourse.speaker_over(index)
    if speaker is None or speaker is entity or not mention.quoted:
        return False
    if _is_subject_told(discourse, entity, speaker, index):
        return True
    for sentence in range(mention.sentence - 2, mention.sentence + 1):
        speaks = False
        for i in discourse.places.by_sentence.get(sentence, []):
            other = discourse.mention(i)
            if other.quoted or other.paragraph != mention.paragraph or heads[i] >= heads[index]:
                continue
            if speaks and discourse.one(i) is entity:
                return True
            is_subject = other.grammatical_role is GrammaticalRole.SUBJECT
            speaks = speaks or (is_subject and discourse.one(i) is speaker)
    return False


def _is_subject_told(discourse: Discourse, entity: Entity, speaker: Entity, index: int) -> bool:
    """Whether somebody is the subject of what a speaker was told to have said: `Field is tired, said Cole. “He`."""
    mention, heads = discourse.mention(index), discourse.places.heads
    parts = [
        part
        for i in speaker.mentions
        for attribution in discourse.sources.get(i, [])
        for part in attribution.content
        if heads[i] < heads[index] and mention.sentence - discourse.mention(i).sentence <= 2
    ]
    return any(
        discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT
        and discourse.mention(i).paragraph == mention.paragraph
        and any(part.start <= heads[i] < part.end for part in parts)
        for i in entity.mentions
    )


def _named_by_tellers(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether several who say something have named somebody first: `Nurses wrote to Cole, saying he lied`."""
    mention, heads = discourse.mention(index), discourse.places.heads
    for attribution in discourse.places.attributions_over(index):
        source = attribution.source
        tellers = discourse.meaning.get(source, []) if source is not None else []
        if source is None or any(one.is_person for one in tellers) or mention.quoted:
            continue
        if any(
            discourse.mention(i).sentence == mention.sentence
            and heads[source] < heads[i] < attribution.content[0].start
            for i in entity.mentions
        ):
            return True
    return False


def gender_factor(entity: Entity, mention: Mention) -> float:
    """Returns how well the genders fit: news leaves women's gender unsaid less often than men's."""
    if entity.gender == mention.gender:
        return 1.3
    if entity.gender is Gender.UNKNOWN:
        return 1.0 if mention.gender is Gender.MALE else 0.7
    return 0.4


def weigh(
    discourse: Discourse, entity: Entity, index: int, subject: int | None, lead: Entity | None
) -> float:
    """Returns what speaks for a candidate besides its being in mind; `lead` is its `leader`, if it speaks."""
    mention = discourse.mention(index)
    boost = _TOPIC * discourse.share(entity)
    before = discourse.places.subject_before(index)
    if subject is not None and discourse.one(subject) is entity:
        boost += _OWNER if mention.grammatical_role is GrammaticalRole.POSSESSIVE else _SUBJECT
    elif before is not None and discourse.one(before) is entity:
        boost += _NEAREST
    elif subject is not None and _owns(discourse, entity, subject):
        boost += 0.6
    if goes_on(discourse, entity, index):
        boost += _CONTINUED
    if index in discourse.asides and lead in (None, entity) and _is_new(discourse, entity, index):
        boost += _INTRODUCED
    if _named_by_tellers(discourse, entity, index):
        boost += _SUBJECT
    if _told_by(discourse, entity, index) or _speaks_for(discourse, entity, index):
        boost += _TOLD
    if index in discourse.speakers:
        last = discourse.last_speaker(index)
        if last is not None and last[0] is entity:
            gap = mention.paragraph - discourse.mention(last[1]).paragraph
            is_under_another = subject in mention.subjects and discourse.one(subject) is not entity
            boost += _SPEAKS_ON.get(gap, 0.0) * (
                0.3 if is_under_another or _other_subject_since(discourse, last[1], index) else 1.0
            )
        if not mention.subjects and lead is entity:
            boost += _LEADS
    elif not mention.quoted and mention.grammatical_role is GrammaticalRole.SUBJECT:
        for attribution in discourse.places.attributions_over(index):
            source = attribution.source
            is_over = subject in (source, None) or (subject is not None and discourse.one(subject) is entity)
            if source is not None and discourse.one(source) is entity and is_over:
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
