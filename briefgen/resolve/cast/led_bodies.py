"""The body whose officer `its` tells: `“Our members are glad,” said its chairwoman, Jo Lind`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

_REACH = 2
"""Sentences from the naming of a body to `the party’s leader`."""


def body_of_officer(discourse: Discourse, index: int) -> Entity | None:
    """Returns the named body told last as a subject in the sentence before `its chairwoman`, else whose that is.

    So it is where a paragraph opens with her words: `The guild sued. ¶ “No,” its chair, Jo Lind, said`.
    """
    mention = discourse.mention(index)
    if mention.text.lower() != "its" or mention.quoted or not _owns_officer(discourse, index):
        return None
    return next((_told_in(discourse, here, "") for here in _sentences_before(discourse, index, 1)), None)


def body_led(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the body that may be called by a noun, told last before its officer: `the party’s leader, Jo Lind`."""
    mention = discourse.mention(index)
    is_owner = (
        mention.grammatical_role is GrammaticalRole.POSSESSIVE and mention.text.lower() == f"the {head}"
    )
    if not is_owner or mention.quoted or not _owns_officer(discourse, index):
        return None
    told = (_told_in(discourse, here, head) for here in _sentences_before(discourse, index, _REACH))
    return next((body for body in told if body is not None), None)


def _sentences_before(discourse: Discourse, index: int, reach: int) -> Iterator[list[int]]:
    """Yields the mentions outside quotation marks of each sentence before, of the paragraph or the one it goes on."""
    mention = discourse.mention(index)
    opens = _opens(discourse, index)
    for sentence in range(mention.sentence - 1, -1, -1):
        inside = discourse.places.by_sentence.get(sentence, [])
        here = [i for i in inside if not discourse.mention(i).quoted]
        if not here:
            continue
        apart = mention.paragraph - discourse.mention(here[0]).paragraph
        if reach == 0 or apart > int(opens):
            return
        yield here
        reach -= 1


def _told_in(discourse: Discourse, here: list[int], head: str) -> Entity | None:
    """Returns the body that is the last subject of a sentence, else the one whose those are who are its subject."""
    subjects = [i for i in here if discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT]
    bodies = [one for i in subjects if (one := discourse.one(i)) is not None and _may_be(one, head)]
    if bodies:
        return bodies[-1]
    inside = subjects if not head else here
    whose = {
        one.key: one
        for i in inside
        for j in discourse.places.between(*discourse.mention(i).span)
        if (one := discourse.one(j)) is not None and _may_be(one, head)
    }
    return next(iter(whose.values())) if len(whose) == 1 else None


def _may_be(entity: Entity, head: str) -> bool:
    """Whether a named body may be called by a noun: a party, a union, any group of people; by none, by `its`."""
    if not entity.named or entity.kind is not ActorKind.ORGANISATION:
        return False
    told = {word for role in entity.roles for word in role.text.lower().split()} | set(entity.words)
    if head == "party":
        return bool(told & (mention_cues().party_heads | {"party", "partner", "coalition"}))
    if head == "union":
        return bool(told & resolving().union_heads)
    nouns = noun_sets()
    return not head or (head in nouns.any_body and not told & (nouns.public | resolving().company_ends))


def _owns_officer(discourse: Discourse, index: int) -> bool:
    """Whether an officer of bodies stands right behind `its`: `its chairman`, `its regional director`."""
    here = discourse.mention(index)
    for i in discourse.places.after_in_sentence(index):
        other = discourse.mention(i)
        if other.span[0] == here.span[0] and other.form is MentionForm.NOMINAL:
            head = other.head.text.lower()
            words = resolving().inner_officers | resolving().led_by
            return head in words or any(other.text.lower().endswith(f" {word}") for word in words)
    return False


def _opens(discourse: Discourse, index: int) -> bool:
    """Whether nothing but quoted words stands in a paragraph before a mention."""
    here, rank = discourse.mention(index), discourse.places.rank[index]
    before = (discourse.mention(i) for i in reversed(discourse.places.order[:rank]))
    own = itertools.takewhile(lambda m: m.paragraph == here.paragraph, before)
    return all(m.quoted or m.span[1] > here.span[0] for m in own)
