"""Of which state a speaker is: `In Nairobi, opposition leader Jo Lind said the president was too soft`."""

from __future__ import annotations

import re

from briefgen.lexicons.countries import capitals, fold_name
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity


def home_of_speaker(discourse: Discourse, index: int) -> str | None:
    """Returns the state of whoever says what a mention stands in: his own, or that of the capital where he speaks.

    The second only for those who belong to the politics of a state, and where one capital is told.
    """
    sources = [a.source for a in discourse.places.attributions_over(index) if a.source is not None]
    source = next((i for i in reversed(sources) if i != index), None)
    speaker = discourse.one(source) if source is not None else None
    if source is None or speaker is None or not speaker.is_person:
        return None
    if speaker.country is not None:
        return speaker.country
    roles = " ".join(role.text for role in speaker.roles).lower()
    if not set(re.findall("[a-z]+", roles)) & resolving().insiders_of_states:
        return None
    sentence = discourse.mention(source).sentence
    told = (discourse.mention(i) for i in discourse.places.by_sentence.get(sentence, ()))
    named = (m for m in told if m.form is MentionForm.NAME and m.kind is ActorKind.STATE and not m.quoted)
    codes = {code for m in named if (code := capitals().get(fold_name(m.head.text))) is not None}
    return next(iter(codes)) if len(codes) == 1 else None


def brings_in_state(discourse: Discourse, index: int) -> bool:
    """Whether an office tells a state of which a text that speaks of another, or only of its town, has not spoken.

    `Cole flew to Bonn. Germany’s president thanked him`: whoever was named before rules elsewhere.
    """
    mention = discourse.mention(index)
    if mention.country is None:
        return False
    before = [discourse.mention(i) for i in discourse.places.between(0, mention.span[0])]
    told = [other for other in before if other.country is not None]
    return bool(told) and not any(m.country == mention.country and not _is_a_town(m) for m in told)


def _is_a_town(mention: Mention) -> bool:
    """Whether a capital is where something happens, and not its government: `Cole flew to Bonn`."""
    is_subject = mention.grammatical_role is GrammaticalRole.SUBJECT
    return not is_subject and fold_name(mention.head.text) in capitals()


def bearer_named_next(discourse: Discourse, index: int) -> Entity | None:
    """Returns who bears the office of a state that a text tells first, and the next lines with his name.

    `Kenya’s president insisted on it. ¶ President Jo Field told his cabinet`: the one person in the article with a
    bare title of that office whom it makes nobody of another state, and whose state alone acts before he is named.
    The one whom an article opens with may be named a paragraph later, and others may act before that.
    """
    mention = discourse.mention(index)
    office = mention.head.text.lower()
    if mention.country is None or office not in resolving().heads_of_state | resolving().heads_of_government:
        return None
    bearers = [
        e
        for e in discourse.entities
        if e.named and any(r.text.lower() == office for r in e.roles) and e.country in (None, mention.country)
    ]
    entity = bearers[0] if len(bearers) == 1 else None
    if entity is None or not entity.is_person:
        return None
    first = discourse.mention(min(entity.mentions, key=lambda i: discourse.places.heads[i]))
    opens = (
        mention.grammatical_role is GrammaticalRole.SUBJECT
        and mention.paragraph <= 1
        and not _another_acts(discourse, mention, 0, _first_told(discourse, mention))
    )
    if first.span[0] < mention.span[1] or first.paragraph - mention.paragraph > 1 + opens:
        return None
    if opens:
        return entity
    return None if _another_acts(discourse, mention, mention.span[1], first.span[0]) else entity


def _first_told(discourse: Discourse, mention: Mention) -> int:
    """Returns where a text first uses the words of a mention."""
    return min(m.span[0] for m in discourse.extraction.mentions if m.text == mention.text)


def _another_acts(discourse: Discourse, mention: Mention, start: int, end: int) -> bool:
    """Whether another state, or somebody of one, does something in a stretch of the text."""
    inside = (discourse.mention(i) for i in discourse.places.between(start, end))
    return any(m.acts for m in inside if m.country not in (None, mention.country))
