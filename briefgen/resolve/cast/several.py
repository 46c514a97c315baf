"""They and their: which several a plural pronoun means, or none where that is not safe to say."""

from __future__ import annotations

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm, Number
from briefgen.resolve.cast.bodies import people_of
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.things import THINGS, is_a, is_in_own_words

_WEIGHTS = {GrammaticalRole.SUBJECT: 1.5, GrammaticalRole.POSSESSIVE: 1.0}
"""How strongly several come to mind for `they`, by what they do in their sentence; others 0.7."""
_OVER = 1.0
"""What it adds for `they` to be the subject of a clause that the pronoun stands in or beside."""


def find_several(discourse: Discourse, index: int) -> list[Entity]:
    """Returns whom `they` means: the last group or coordination in mind."""
    mention = discourse.mention(index)
    told = _tellers_together(discourse, index) or _tellers_on(discourse, index)
    if told and not _are_charging(discourse, index, told):
        return told
    best: list[Entity] = []
    best_score, best_at = 0.0, None
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
        if _is_apart(discourse, index, i):
            continue
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
        if (
            mention.quoted
            and other.paragraph != mention.paragraph
            and not _is_told_by_same(discourse, index, i)
        ):
            continue  # who speaks does not go on with what the author has told before
        if mention.quoted and (is_own_side(discourse, index, meaning) or _are_we(discourse, index, i)):
            return []  # those of whom she speaks are the others, whoever they are
        weight = _WEIGHTS.get(other.grammatical_role, 0.7)
        weight = 1.5 if _owns_subject(discourse, i) else weight
        weight += _OVER if i in mention.subjects else 0.0
        score = weight * 0.5**distance
        if score >= best_score:
            best, best_score, best_at = meaning, score, i
    if _are_charging(discourse, index, best) or (
        best_at is not None and _may_be_body(discourse, index, best_at)
    ):
        return []
    return best or _firm(discourse, index, recent)


def _is_told_by_same(discourse: Discourse, index: int, i: int) -> bool:
    """Whether several are those of whom the speaker of a pronoun has told at the end of the paragraph before.

    `Families are tired, said Cole. ¶ “They want peace,” she said.`
    """
    mention, other = discourse.mention(index), discourse.mention(i)
    speaker = discourse.speaker_over(index)
    if speaker is None or other.grammatical_role is not GrammaticalRole.SUBJECT or other.quoted:
        return False
    told = (a for own in speaker.mentions for a in discourse.sources.get(own, []))
    at = discourse.places.heads[i]
    is_near = mention.paragraph - other.paragraph == 1
    is_source = other.head.text.lower().rstrip("s") in noun_sets().unnamed_sources
    if any(a.speech for a in discourse.sources.get(i, [])) or is_source:
        return False
    return is_near and any(part.start <= at < part.end for a in told for part in a.content)


def _are_charging(discourse: Discourse, index: int, several: list[Entity]) -> bool:
    """Whether those charge others with the wrong that `they` do: `Nurses warn they are flouting the law`."""
    if not several or not discourse.mention(index).blamed:
        return False
    return any(
        a.cue_lemma in resolving().charging
        and a.source is not None
        and discourse.meaning.get(a.source) == several
        for a in discourse.places.attributions_over(index)
    )


def _may_be_body(discourse: Discourse, index: int, several: int) -> bool:
    """Whether a body may be who does it in somebody's mouth: `If Volvo cares more for robots than they care for us`."""
    mention = discourse.mention(index)
    subject = discourse.places.subject_before(index)
    if not mention.quoted or subject is None or not is_a(discourse, index, GrammaticalRole.SUBJECT):
        return False
    body = discourse.one(subject)
    if discourse.mention(subject).text.lower() == "they" and not discourse.meaning.get(subject):
        return True  # who is left open stays so
    does = is_a(discourse, several, GrammaticalRole.SUBJECT) or several in mention.subjects
    is_body = body is not None and body.named and body.kind is ActorKind.ORGANISATION
    return is_body and not does and discourse.mention(subject).quoted


def _is_apart(discourse: Discourse, index: int, i: int) -> bool:
    """Whether grammar keeps several from being `they`: things stand nearer, or they do it to others.

    Nor are those the others of quoted words to whom, or among whom, their speaker is said to speak.
    """
    mention, other = discourse.mention(index), discourse.mention(i)
    if mention.things is not None and discourse.places.heads[i] < mention.things:
        return other.sentence == mention.sentence or mention.things < mention.span[0]
    own = mention.own_subject
    if own is not None and discourse.meaning.get(own) == discourse.meaning.get(i):
        return not mention.text.lower().endswith("selves")
    return mention.quoted and not other.quoted and is_beside_speaker(discourse, index, i)


def is_beside_speaker(discourse: Discourse, index: int, i: int) -> bool:
    """Whether somebody stands behind who speaks, and in nothing told of: `Cole told a meeting of envoys`."""
    speaker, heads = discourse.speaker_over(index), discourse.places.heads
    if speaker is None:
        return False
    own = [s for s in speaker.mentions if s in discourse.sources]
    beside = [s for s in own if discourse.mention(s).sentence == discourse.mention(i).sentence]
    return any(heads[s] < heads[i] for s in beside) and not any(
        part.start <= heads[i] < part.end
        for s in beside
        for attribution in discourse.sources[s]
        for part in attribution.content
    )


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


def is_own_side(discourse: Discourse, index: int, several: list[Entity]) -> bool:
    """Whether those are the people of whoever speaks, who would say `we`: the opposition, of its leader.

    So are the body that has his name and the one he is an officer of.
    """
    speaker = discourse.speaker_over(index)
    if speaker is not None and speaker.is_person and speaker.words:
        last = speaker.words[-1]
        if any(one is speaker.role_of or (not one.is_person and last in one.words) for one in several):
            return True
    roles = " ".join(role.text for role in speaker.roles).lower() if speaker is not None else ""
    return any(
        entity.mentions and discourse.mention(entity.mentions[0]).head.text.lower() in roles.split()
        for entity in several
    )


def _are_we(discourse: Discourse, index: int, i: int) -> bool:
    """Whether several have just spoken, for whom one goes on as `we`: `Families say so. “They told us,” said Kari`."""
    mention, other = discourse.mention(index), discourse.mention(i)
    speaker = discourse.speaker_over(index)
    body = speaker.role_of if speaker is not None else None
    spans = [discourse.mention(own).span for own in body.mentions] if body is not None else []
    if any(start <= other.span[0] and other.span[1] < end for start, end in spans):
        return True  # `The farmers’ union wants more. “They told us,” its chairman said`
    if other.quoted or i not in discourse.speakers or other.sentence == mention.sentence:
        return False
    beside = map(discourse.mention, discourse.places.by_sentence.get(mention.sentence, []))
    return any(m.quoted and m.person == 1 and m.number is Number.PLURAL for m in beside)


def _firm(discourse: Discourse, index: int, recent: list[int]) -> list[Entity]:
    """Returns the one body that a quoted `they` means where nobody is several: `They are afraid of losing us.`"""
    mention = discourse.mention(index)
    does = mention.grammatical_role in (GrammaticalRole.SUBJECT, GrammaticalRole.POSSESSIVE)
    if not mention.quoted or not does:
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
        and not is_beside_speaker(discourse, index, i)
        and not is_own_side(discourse, index, [entity])
        and not any(name.lower() in own for name in entity.names)
    }
    return list(bodies.values()) if len(bodies) == 1 else []


def _in_roles(discourse: Discourse, speaker: Entity | None) -> list[Entity]:
    """Returns whom the words for what a speaker is speak of: `it` in `who chairs it`."""
    roles = speaker.roles if speaker is not None else ()
    inside = (i for role in roles for i in discourse.places.between(role.start, role.end))
    return [entity for i in inside if (entity := discourse.one(i)) is not None]
