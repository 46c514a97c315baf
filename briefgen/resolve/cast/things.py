"""It and its: which state or body a neuter pronoun means, or none where that is not safe to say."""

from __future__ import annotations

from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.modality import has_word_of
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, MentionForm, Number
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.led_bodies import body_of_officer
from briefgen.resolve.cast.weighing import sentence_before, told_of_in

_STRONG = 0.5
_FAR = 1.5
"""How strong, and how many times stronger than the second, a thing has to be for `it`."""
THINGS = frozenset([ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIA])


def find_thing(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body that `it` or `its` means: the subject beside it or before, told as one."""
    found, apart = _thing(discourse, index), discourse.mention(index).own_subject
    if found is None:
        found = body_of_officer(discourse, index)
    if (
        apart is not None
        and found is discourse.one(apart)
        and is_a(discourse, index, GrammaticalRole.SUBJECT)
    ):
        return None
    return found if found is None or not _is_told_as_many(discourse, found) else None


def _is_told_as_many(discourse: Discourse, body: Entity) -> bool:
    """Whether a body has a plural for a name: what `it` means is not the Rural Democrats."""
    names = (m for m in map(discourse.mention, body.mentions) if m.form is MentionForm.NAME)
    is_body = body.kind is ActorKind.ORGANISATION
    return is_body and all(m.number is Number.PLURAL for m in names) and body.named


def _thing(discourse: Discourse, index: int) -> Entity | None:
    mention = discourse.mention(index)
    beside = _beside(discourse, index)
    if beside is not None:
        return beside
    subject = discourse.places.subject_before(index)
    if subject is not None and (
        is_in_own_words(discourse, index, subject) or _is_quoted_apart(discourse, index, subject)
    ):
        subject = None
    if discourse.is_owned_by_states(index):
        return _led(discourse, index, subject)
    over = [one for i in mention.subjects if (one := discourse.one(i)) is not None and one.kind in THINGS]
    if over and _goes_on_as_it(discourse, over[0], index):
        return over[0]
    if over and subject is not None and not _is_thing(discourse, subject):
        is_object = mention.grammatical_role is GrammaticalRole.OBJECT
        if (is_object or _is_left_open(discourse, index)) and not _tells(discourse, over[0], index):
            return None  # `Norway made an offer, but the nurses reject it because it is late`
        return over[0]  # `Norway wants a pact, he said, but it will wait`
    if subject is not None:
        entity = discourse.one(subject)
        if entity is not None and entity.kind is ActorKind.GROUP and subject in discourse.sources:
            # `Norway has not replied, and envoys suspect that it is waiting`: not they who suspect it
            told_of = discourse.places.subject_before(subject)
            entity = discourse.one(told_of) if told_of is not None else entity
        if entity is not None and entity.kind in THINGS:
            if mention.grammatical_role is GrammaticalRole.OBJECT:
                return None
            return entity
        if entity is None and discourse.mention(subject).kind is None:
            owner = discourse.owner(subject)
            return owner if owner is not None and owner.kind in THINGS and owner.named else None
    elif mention.grammatical_role is GrammaticalRole.POSSESSIVE:
        ahead = _thing_ahead(discourse, index)
        if ahead is not None:
            return ahead
    before = _subject_of_sentence_before(discourse, index) or _told_near(discourse, index)
    is_settled = mention.grammatical_role in (GrammaticalRole.SUBJECT, GrammaticalRole.OBJECT)
    if before is not None or is_settled:  # what somebody signs or kills is seldom a state
        return before
    return _thing_in_mind(discourse, index)


def _tells(discourse: Discourse, body: Entity, index: int) -> bool:
    """Whether a body says what a pronoun stands in: `The ministry said the envoy had told it`."""
    over = discourse.places.attributions_over(index)
    return any(a.source is not None and discourse.one(a.source) is body for a in over)


def _goes_on_as_it(discourse: Discourse, body: Entity, index: int) -> bool:
    """Whether the last `it` that does something in the sentence means a body: `It wants the union to wait, but it`."""
    if not is_a(discourse, index, GrammaticalRole.SUBJECT):
        return False
    before = [i for i in _its_before(discourse, index) if is_a(discourse, i, GrammaticalRole.SUBJECT)]
    return bool(before) and discourse.one(before[-1]) is body


def _is_left_open(discourse: Discourse, index: int) -> bool:
    """Whether an `it` before in the sentence is left open, which another goes on with."""
    before = _its_before(discourse, index)
    return bool(before) and not discourse.meaning.get(before[-1])


def _its_before(discourse: Discourse, index: int) -> list[int]:
    """Returns each `it` of a mention's sentence that stands before it."""
    heads = discourse.places.heads
    sentence = discourse.places.by_sentence[discourse.mention(index).sentence]
    return [i for i in sentence if heads[i] < heads[index] and discourse.mention(i).text.lower() == "it"]


def _is_thing(discourse: Discourse, index: int) -> bool:
    """Whether a mention may be an `it`: a state or body, or what no actor is."""
    meaning = discourse.meaning.get(index, [])
    return all(entity.kind in THINGS for entity in meaning)


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
        if discourse.mention(i).sentence == last and is_a(discourse, i, GrammaticalRole.SUBJECT)
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
        and one.kind in THINGS
    }
    return next(iter(named.values())) if len(named) == 1 else None


def is_in_own_words(discourse: Discourse, index: int, subject: int) -> bool:
    """Whether a mention before an `it` or `they` that speaks stands in what it says: `No one came, it said`."""
    start = discourse.mention(subject).span[0]
    return index in discourse.asides and any(
        part.start <= start < part.end for a in discourse.sources.get(index, []) for part in a.content
    )


def _thing_ahead(discourse: Discourse, index: int) -> Entity | None:
    """Returns the subject that `its` before it means: `In its report, the ministry`."""
    subject = discourse.places.subject_after(index)
    entity = discourse.one(subject) if subject is not None else None
    return entity if entity is not None and entity.kind in THINGS and entity.named else None


def _beside(discourse: Discourse, index: int) -> Entity | None:
    """Returns the state or body one short word before its own: `Kenya and its land`, `Kenya for its`."""
    mention = discourse.mention(index)
    if mention.grammatical_role is not GrammaticalRole.POSSESSIVE:
        return None
    for i in discourse.places.between(mention.span[0] - 80, mention.span[0]):
        other = discourse.mention(i)
        if other.span[1] + len(" and ") == mention.span[0] and other.form is MentionForm.NAME:
            entity = discourse.one(i)
            return entity if entity is not None and entity.kind in THINGS else None
    return None


def _thing_in_mind(discourse: Discourse, index: int, far: float = _FAR) -> Entity | None:
    """Returns the state or body far more in mind than any other, if there is one."""
    mention = discourse.mention(index)
    speaker = discourse.speaker_over(index) if mention.quoted else None
    scores = [
        (discourse.salience(entity, index), -at, entity)
        for at, entity in enumerate(discourse.entities)
        if entity.kind in THINGS and entity.named and entity is not speaker
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
    subjects = [i for i in before if is_a(discourse, i, GrammaticalRole.SUBJECT)]
    # `The spokesman said Oslo was deaf. It has no plans`: who speaks is a person, what is spoken of no more
    speaking = bool(subjects) and (told := discourse.one(subjects[0])) is not None and told.is_person
    things = [i for i in subjects if (one := discourse.one(i)) is not None and one.kind in THINGS]
    subject = (things if speaking and things else [*subjects, None])[0]
    if subject is None and before and is_a(discourse, before[0], GrammaticalRole.POSSESSIVE):
        subject = before[0]  # `Its demands have changed. Now it wants …`
    entity = discourse.one(subject) if subject is not None else None
    if entity is None and subject is not None and discourse.mention(subject).kind is None:
        entity = discourse.owner(subject)  # `The council’s reasoning was dry. In an opinion, it said …`
    return entity if entity is not None and entity.kind in THINGS else None


def _told_near(discourse: Discourse, index: int) -> Entity | None:
    """Returns the body that those who speak are near to: `according to two people close to the firm, it fears`."""
    if not is_a(discourse, index, GrammaticalRole.SUBJECT):
        return None
    for attribution in discourse.places.attributions_over(index):
        source = attribution.source
        if source is None or not has_word_of(discourse.mention(source).text, mention_cues().knowing):
            continue
        near = [one for one in told_of_in(discourse, source) if one.kind in THINGS]
        if len(near) == 1:
            return near[0]
    return None


def _is_beside(discourse: Discourse, one: int, other: int) -> bool:
    return discourse.mention(one).paragraph == discourse.mention(other).paragraph


def is_a(discourse: Discourse, index: int, role: GrammaticalRole) -> bool:
    """Whether a mention does something in its sentence, as its subject, its object."""
    return discourse.mention(index).grammatical_role is role
