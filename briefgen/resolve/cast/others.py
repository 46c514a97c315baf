"""Why somebody in mind is not whom `he` or `she` means: the words around it tell of another."""

from __future__ import annotations

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, MentionForm, Number
from briefgen.resolve.cast.discourse import Discourse, only_asks
from briefgen.resolve.cast.entity import Entity

_DOING = (GrammaticalRole.SUBJECT, GrammaticalRole.OBJECT, GrammaticalRole.OBLIQUE)
_ARTICLES = ("a", "an", "the", "this", "that", "one", "another")


def speaks_of_another(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether somebody has told of one without a name since: `Cole says the guide was lost. The board fears he`.

    A pronoun that opens its sentence, or speaks, goes on with who was named.
    """
    mention, latest = discourse.mention(index), discourse.latest(entity, index)
    if latest is None or index in discourse.speakers or mention.quoted:
        return False
    before = discourse.mention(latest)
    if before.sentence == mention.sentence or discourse.places.subject_before(index) is None:
        return False
    told = [
        i
        for at in entity.mentions
        if discourse.mention(at).sentence == before.sentence
        for attribution in discourse.sources.get(at, [])
        for part in attribution.content
        for i in discourse.places.between(max(part.start, before.head.end), part.end)
    ]
    return any(
        other.form is MentionForm.NOMINAL
        and other.kind is ActorKind.PERSON
        and other.number is Number.SINGULAR
        and other.gender in (mention.gender, Gender.UNKNOWN)
        and other.grammatical_role in _DOING
        and other.text.split()[0].lower() in _ARTICLES
        and not any(one.named for one in discourse.meaning.get(i, []))
        for i, other in ((i, discourse.mention(i)) for i in told)
    )


def is_done_to_another(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether who speaks tells first of what is done to another: `Cole says attacking Field would help him`."""
    mention, heads = discourse.mention(index), discourse.places.heads
    if mention.grammatical_role is not GrammaticalRole.OBJECT or mention.quoted:
        return False
    for attribution in discourse.places.attributions_over(index):
        if attribution.source is None or discourse.one(attribution.source) is not entity:
            continue
        before = discourse.places.between(attribution.content[0].start, heads[index])
        if any(discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT for i in before):
            continue
        others = (i for i in before if is_one_person(discourse, i) and discourse.one(i) is not entity)
        if any(discourse.mention(i).grammatical_role is GrammaticalRole.OBJECT for i in others):
            return True
    return False


def asks(discourse: Discourse, entity: Entity, index: int) -> bool:
    """Whether somebody has asked whom a pronoun means: `Asked by Cole whether it was true, she paused`."""
    mention = discourse.mention(index)
    return any(
        only_asks(a) and a.content[0].start < mention.head.start
        for i in entity.mentions
        if discourse.mention(i).sentence == mention.sentence
        for a in discourse.sources.get(i, [])
    )


def is_one_person(discourse: Discourse, index: int) -> bool:
    """Whether a mention is of one person."""
    mention = discourse.mention(index)
    return mention.kind is ActorKind.PERSON and mention.number is Number.SINGULAR


def told_unnamed(discourse: Discourse, index: int, head: str) -> int | None:
    """Returns the last mention of one told without a name before by the same word: `A director said … the director`.

    The words for whoever speaks without a name mean nobody whose name comes later, but for an office that one has.
    """
    if head in noun_sets().titles - resolving().inner_officers:
        return None
    found = [
        latest
        for entity in discourse.entities
        if entity.is_person and not entity.named and (latest := discourse.latest(entity, index)) is not None
        for first in [discourse.mention(entity.mentions[0])]
        if first.form is MentionForm.NOMINAL and not first.definite and first.head.text.lower() == head
        if not discourse.speakers.isdisjoint(entity.mentions)
    ]
    return max(found, key=lambda i: discourse.places.heads[i], default=None)
