"""What somebody is who is told of as one of several: `Passengers are angry. Jo Lind, who has two tickets,`."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets, nouns_of_bodies
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.labels import label

_LONGEST = 3
"""Words that tell of several what they are."""


def one_of_those(discourse: Discourse, entity: Entity) -> str | None:
    """Returns what the several are whom the sentence before is about, for the one that is then brought in by name.

    A person has to be brought in as somebody unknown: with a clause, an age or the body he is of; anybody may be told
    of behind voters.
    """
    first = min(entity.mentions, key=lambda i: discourse.places.heads[i])
    mention = discourse.mention(first)
    is_subject = mention.form is MentionForm.NAME and mention.grammatical_role is GrammaticalRole.SUBJECT
    if not is_subject or mention.quoted:
        return None
    if entity.is_person and mention.clause is None and mention.affiliation is None:
        return None
    before = (discourse.mention(i) for i in discourse.places.by_sentence.get(mention.sentence - 1, ()))
    several = [m for m in before if m.paragraph == mention.paragraph and _are_several(m)]
    if len(several) != 1:
        return None
    one = _one_of(label(several[0]))
    nouns = noun_sets()
    *front, noun = one.split()
    if entity.is_person:
        return one if noun in nouns.people | nouns.person else None
    return one if noun in nouns_of_bodies() or (front and noun in nouns.any_body) else None


def _are_several(mention: Mention) -> bool:
    """Whether a mention tells of several in general: `Patient groups`, `The chipmakers`, no `three aides`."""
    words = label(mention).split()
    is_told = mention.form is MentionForm.NOMINAL and mention.kind is ActorKind.GROUP and not mention.quoted
    is_subject = mention.grammatical_role is GrammaticalRole.SUBJECT
    is_plain = 0 < len(words) <= _LONGEST and words[-1].endswith("s") and words[-1] == mention.head.text
    is_vague = bool(set(words[0].lower().split("-")) & (noun_sets().counts | resolving().vague_of_several))
    return is_told and is_subject and is_plain and not is_vague


def _one_of(words: str) -> str:
    """Returns `patient group` for `Patient groups`."""
    front, _, last = words.rpartition(" ")
    one = re.sub(r"ies$", "y", last) if last.endswith("ies") else re.sub(r"(?:(ss|sh|ch|x)e)?s$", r"\1", last)
    told = f"{front} {one}".strip()
    return told[0].lower() + told[1:] if not told.split()[0].isupper() else told
