"""He and she: whom a personal pronoun means, or nobody where that is not safe to say.

A pronoun keeps the sum of what speaks for each candidate: how strongly it is in mind (after Lappin and Leass
1994), how much the article is about it, whether it is the subject over the pronoun, whether it is the one
speaking. The best is taken only where it stands clear of the second; a wrong name is worse than none.
"""

from __future__ import annotations

import re

from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm, Number
from briefgen.model.quote import QuoteForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.others import asks, is_done_to_another, is_one_person, speaks_of_another
from briefgen.resolve.cast.weighing import gender_factor, goes_on, leader, told_of_in, weigh

_CLEAR = 1.12
"""How many times stronger than the second the best candidate has to be."""
_FAINT = 0.12
"""Below this nobody is in mind."""
_HEARD = 0.45
"""What is left of somebody who is named only for what he says, where the pronoun does not say anything."""
_UNNAMED = 0.5
_KIN = 0.7
"""What is left of somebody unnamed: an ally, a driver; and where the noun shows the gender: a husband."""
_TELLER = 0.25
"""What is left of who says it, told by no name: `A colleague said she felt ignored`."""
_FREE = 0.2
"""What is left of the subject of its clause for a pronoun behind a preposition: `Cole ran against him`."""
_SPOKEN = 0.8
"""What it adds for the subject of a saying to have spoken before."""
_PRESENT = 0.5
"""What it adds to be the only one of whom the paragraph has told so far."""
_REFLEXIVE = ("self", "selves")
_DONE = re.compile(r"(?:that )?(?:he|she) (?:had |could |once )?(\w+)")
"""How words begin that tell what somebody did, the verb in a group."""


def find_person(discourse: Discourse, index: int) -> Entity | None:
    """Returns the person whom `he` or `she` means; None where nobody stands clear of the rest."""
    mention = discourse.mention(index)
    named = _named_behind(discourse, index) or _author(discourse, index) or _speaks_on(discourse, index)
    if named is not None:
        return named
    struck = _struck(discourse, index)
    if struck is not None:
        struck_one = discourse.one(struck)
        return struck_one if struck_one is not None and struck_one.is_person else None
    if (
        mention.grammatical_role is GrammaticalRole.POSSESSIVE
        and index not in discourse.speakers  # `In her view Cole is tired`: not Cole's
        and discourse.places.subject_before(index) is None
    ):
        ahead = _ahead(discourse, index)
        if ahead is not None:
            return ahead
    scores: list[tuple[float, int, Entity]] = []
    speaker = discourse.speaker_over(index) if mention.quoted else None
    spoken_of = discourse.named_in_content_of(index)
    subject = _clause_subject(discourse, index)
    below = _named_below(discourse, index)
    fitting = [
        (at, entity, salience)
        for at, entity in enumerate(discourse.entities)
        if _fits(discourse, entity, mention)
        and entity is not speaker
        and entity not in spoken_of
        and entity not in below
        and not _is_within(discourse, entity, mention)
        and not _is_told_otherwise(discourse, entity, mention)
        and (salience := discourse.salience(entity, index) or _spoke_last(discourse, entity, index))
        and not _is_bound_apart(discourse, entity, index, subject)
        and not asks(discourse, entity, index)
    ]
    lead = leader(discourse, index) if index in discourse.speakers else None
    over = discourse.one(subject) if subject is not None and subject in mention.subjects else None
    if subject is not None and any(entity.is_person for entity in told_of_in(discourse, subject)):
        over = None  # `a Cole ally said she`: Cole
    present = _told_of_here(discourse, [entity for _, entity, _ in fitting], index)
    is_alone = not any(discourse.is_in_sentence(entity, index) for _, entity, _ in fitting)
    for at, entity, salience in fitting:
        score = salience + weigh(discourse, entity, index, subject, lead)
        if index in discourse.speakers and discourse.has_spoken(entity, index):
            # Whoever has spoken speaks on; less surely where somebody else is named here or just before.
            score += _SPOKEN if is_alone and lead in (None, entity) else _SPOKEN / 3
        if present == [entity] and _is_earlier(discourse, entity, index):
            score += _PRESENT
        if not _is_current(discourse, entity, index):
            score *= _HEARD
        if not entity.named and _only_tells(discourse, entity, index):
            score *= _TELLER
        elif not entity.named and entity not in (lead, over):
            score *= _UNNAMED if entity.gender is Gender.UNKNOWN else _KIN
        score *= gender_factor(entity, mention) * _freedom(discourse, entity, index)
        score *= 0.5 if entity.kind is None else 1.0
        if score > _FAINT:
            scores.append((score, -at, entity))
    if not scores:
        return _ahead(discourse, index) or _of_himself(discourse, index)
    scores.sort(key=lambda item: (-item[0], item[1]))
    if len(scores) > 1 and scores[0][0] < _CLEAR * scores[1][0]:
        return None
    best = scores[0][2]
    if is_done_to_another(discourse, best, index):
        return None
    earlier = [one for one in present if _is_earlier(discourse, one, index)]
    if index not in discourse.speakers and best not in present and len(earlier) > 1:
        return None
    return best if not speaks_of_another(discourse, best, index) else None


def _is_told_otherwise(discourse: Discourse, entity: Entity, pronoun: Mention) -> bool:
    """Whether another gender's pronoun means somebody in the same sentence: who is `he` there is not `she`."""
    own = (discourse.mention(i) for i in entity.mentions)
    return any(
        m.form is MentionForm.PRONOUN
        and m.sentence == pronoun.sentence
        and m.gender not in (pronoun.gender, Gender.UNKNOWN)
        for m in own
    )


def _spoke_last(discourse: Discourse, entity: Entity, index: int) -> float:
    """Returns how much somebody is in mind whose long speech fills the text since he was named: little, or 0."""
    last = discourse.last_speaker(index) if index in discourse.speakers else None
    if last is None or last[0] is not entity:
        return 0.0
    return 0.01 if discourse.mention(index).paragraph - discourse.mention(last[1]).paragraph <= 1 else 0.0


def _told_of_here(discourse: Discourse, fitting: list[Entity], index: int) -> list[Entity]:
    """Returns whom a pronoun's paragraph has told of before it, of those who fit."""
    mention, heads = discourse.mention(index), discourse.places.heads
    return [
        entity
        for entity in fitting
        if any(
            heads[i] < heads[index]
            and discourse.mention(i).paragraph == mention.paragraph
            and (mention.quoted or not discourse.mention(i).quoted)
            for i in entity.mentions
        )
    ]


def _is_earlier(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether the paragraph of a pronoun names somebody in a sentence before."""
    mention = discourse.mention(index)
    named = (discourse.mention(i) for i in entity.mentions)
    return entity.named and any(
        m.paragraph == mention.paragraph and m.sentence < mention.sentence for m in named
    )


def _only_tells(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether an unnamed one is who says what a pronoun stands in: seldom of himself where others are in mind."""
    attributions = discourse.places.attributions_over(index)
    own = [a for a in attributions if a.source is not None and discourse.one(a.source) is entity]
    if own:
        # `A man said he heard a shot`: what he lived through himself
        done = (_DONE.match(part.text) for a in own for part in a.content)
        return not any(told is not None and told[1] in resolving().witnessing for told in done)
    sentence = discourse.mention(index).sentence
    told = [i for i in entity.mentions if discourse.mention(i).sentence == sentence - 1]
    return index not in discourse.speakers and any(i in discourse.speakers for i in told)


def _is_within(discourse: Discourse, entity: Entity, pronoun: Mention) -> bool:
    """Whether a pronoun helps to tell who somebody is: `a person close to him`, `Cole, his lawyer` is not he."""
    start, end = pronoun.span
    if any(role.start <= end + 1 and end <= role.end for role in entity.roles):
        return True
    spans = (discourse.mention(i).span for i in entity.mentions) if not entity.named else ()
    return any(first < start and end <= last for first, last in spans)


def _clause_subject(discourse: Discourse, index: int) -> int | None:
    """Returns the subject of the nearest clause over a pronoun that it may mean, else the nearest before."""
    mention = discourse.mention(index)
    for i in mention.subjects:
        entity = discourse.one(i)
        if entity is not None and _fits(discourse, entity, mention):
            return i
    return discourse.places.subject_before(index)


def _named_behind(discourse: Discourse, index: int) -> Entity | None:
    """Returns the person named right behind a pronoun subject: `that he, Cole, would go`."""
    mention = discourse.mention(index)
    if mention.grammatical_role is not GrammaticalRole.SUBJECT:
        return None
    for i in discourse.places.between(mention.span[1], mention.span[1] + 40):
        other, entity = discourse.mention(i), discourse.one(i)
        is_beside = other.span[0] == mention.span[1] + len(", ") and other.form is MentionForm.NAME
        if is_beside and entity is not None and entity.is_person and _fits(discourse, entity, mention):
            return entity
    return None


def _speaks_on(discourse: Discourse, index: int) -> Entity | None:
    """Returns who spoke the quotation that a pronoun's goes on with, left open at a paragraph's end."""
    mention = discourse.mention(index)
    for attribution in discourse.sources.get(index, []):
        if attribution.continues is None:
            continue
        source = discourse.extraction.attributions[attribution.continues].source
        one = discourse.one(source) if source is not None and source != index else None
        if one is not None and _fits(discourse, one, mention):
            return one
    return None


def _author(discourse: Discourse, index: int) -> Entity | None:
    """Returns by whom the words are in which a pronoun speaks: `an address by Cole, in which he said`."""
    mention = discourse.mention(index)
    for i in mention.subjects:
        other, entity = discourse.mention(i), discourse.one(i)
        is_beside = other.span[1] + len(", in which ") == mention.span[0]
        if is_beside and other.grammatical_role is not GrammaticalRole.SUBJECT and entity is not None:
            return entity if _fits(discourse, entity, mention) else None
    return None


def _struck(discourse: Discourse, index: int) -> int | None:
    """Returns to whom several do something as a pronoun does: `Guards shot the burglar dead as he fled`.

    Nobody else of one body is named before it in the sentence, so that no one of earlier sentences is he.
    """
    mention, heads = discourse.mention(index), discourse.places.heads
    if mention.grammatical_role is not GrammaticalRole.SUBJECT or mention.quoted or not mention.subjects:
        return None
    doing = mention.subjects[0]
    if heads[doing] > heads[index] or discourse.mention(doing).number is not Number.PLURAL:
        return None
    if any(a.source == doing for a in discourse.places.attributions_over(index)):
        return None  # `Two who backed the candidate believe he waited`
    between = discourse.places.between(heads[doing] + 1, mention.span[0])
    objects = [i for i in between if discourse.mention(i).grammatical_role is GrammaticalRole.OBJECT]
    first = discourse.places.by_sentence[mention.sentence][0]
    people = [i for i in discourse.places.between(heads[first], heads[doing]) if is_one_person(discourse, i)]
    struck = objects[-1] if objects else None
    if struck is None or people or not is_one_person(discourse, struck):
        return None
    return struck if discourse.mention(struck).gender in (mention.gender, Gender.UNKNOWN) else None


def _is_current(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether a pronoun may go on about somebody: not about an expert of whom no more is told."""
    if index in discourse.speakers or discourse.acts_in_sentence(entity, index):
        return True
    if goes_on(discourse, entity, index) or _is_told_of(discourse, entity, index):
        return True
    return not discourse.is_only_heard(entity)


def _is_told_of(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether somebody unnamed goes on about the subject of the sentence before: `A colleague said he was upset`."""
    mention = discourse.mention(index)
    sources = [a.source for a in discourse.places.attributions_over(index) if a.source is not None]
    unnamed = [one for i in sources if (one := discourse.one(i)) is not None and not one.named]
    return bool(unnamed) and any(
        discourse.mention(i).sentence == mention.sentence - 1
        and discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT
        and discourse.mention(i).paragraph == mention.paragraph
        for i in entity.mentions
    )


def _freedom(discourse: Discourse, entity: Entity, index: int) -> float:
    """Returns how free a pronoun behind a preposition is to mean the subject of its clause."""
    mention = discourse.mention(index)
    if mention.grammatical_role is GrammaticalRole.OBLIQUE and mention.own_subject is not None:
        return _FREE if discourse.one(mention.own_subject) is entity else 1.0
    return 1.0


def _fits(discourse: Discourse, entity: Entity, mention: Mention) -> bool:
    if entity.kind is not ActorKind.PERSON and not (entity.kind is None and entity.named):
        return False
    if not entity.named and not _is_introduced(discourse, entity):
        return False
    is_another = not entity.named and entity.gender is not Gender.UNKNOWN  # once `he`, an aide is no `she`
    return entity.gender == mention.gender or not (entity.is_sure_of_gender or is_another)


def _is_introduced(discourse: Discourse, entity: Entity) -> bool:
    """Whether an unnamed person is new in the text, or speaks: `the nominee` may be somebody named before."""
    first = discourse.mention(entity.mentions[0])
    if not first.definite or any(i in discourse.sources for i in entity.mentions):
        return True
    return first.gender is not Gender.UNKNOWN


def _is_bound_apart(discourse: Discourse, entity: Entity, index: int, subject: int | None) -> bool:
    """Whether grammar keeps a pronoun from meaning an entity: `Cole met him` is not Cole."""
    mention = discourse.mention(index)
    if mention.text.lower().endswith(_REFLEXIVE):
        return False
    if mention.grammatical_role is not GrammaticalRole.OBJECT or subject is None:
        return False
    if mention.own_subject is not None:
        return discourse.one(mention.own_subject) is entity
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
    fits = entity is not None and entity.is_person and _fits(discourse, entity, mention)
    return entity if fits else None


def _of_himself(discourse: Discourse, index: int) -> Entity | None:
    """Returns the subject of what a pronoun tells without quotation marks, where nobody else was named before.

    `President Berg wants to settle the matter, he said.`
    """
    mention, heads = discourse.mention(index), discourse.places.heads
    told = discourse.sources.get(index, [])
    first = discourse.places.by_sentence[mention.sentence][0]
    entity = discourse.one(first)
    if not told or any(a.form is not QuoteForm.INDIRECT for a in told) or first == index or entity is None:
        return None
    earlier = (one for i in discourse.places.between(0, heads[first]) for one in discourse.meaning.get(i, []))
    is_subject = discourse.mention(first).grammatical_role is GrammaticalRole.SUBJECT
    if not is_subject or not (entity.named and entity.is_person and _fits(discourse, entity, mention)):
        return None
    is_alone = all(
        one is entity or not (one.is_person or one.kind in (None, ActorKind.GROUP)) for one in earlier
    )
    return entity if is_alone else None
