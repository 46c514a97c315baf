"""Who speaks though no lexicon has the noun: `the palace said`, `a leaked memo says`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.mentions import MentionTable
from briefgen.lexicons.actor_words import ends_like_person, names_document, noun_sets
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Attribution, Mention, MentionForm, Number

_ABSTRACT = re.compile(r"(?:[ts]ion|ness|ity|ism|[ae]nce|ment|ing)$")
"""Endings of nouns for what is done or felt: `the reaction said it all`."""


def give_voices(attributions: Iterable[Attribution], mentions: MentionTable) -> None:
    """Gives a kind to each noun that speaks and has none.

    A text that speaks in its author's stead is a medium. Any other noun that says, warns or announces is
    somebody: a person or group by its ending or number, else a body. What merely shows something is a thing.
    """
    for attribution in attributions:
        if not attribution.speech or attribution.source is None:
            continue
        mention = mentions[attribution.source]
        if mention.kind is not None or mention.form is not MentionForm.NOMINAL or mention.parts:
            continue
        kind = _kind(mention, attribution.cue_lemma)
        if kind is not None:
            mentions.replace(attribution.source, mention.model_copy(update={"kind": kind}))


def is_document(mention: Mention) -> bool:
    """Whether a mention is a text that speaks in its author's stead."""
    return mention.form is MentionForm.NOMINAL and names_document(mention.head.text)


def _kind(mention: Mention, cue: str | None) -> ActorKind | None:
    if is_document(mention):
        return None if mention.alias_of is not None else ActorKind.MEDIA
    if cue not in saying().voicing:
        return None
    noun = mention.head.text.lower()
    if noun in noun_sets().stand_ins:
        return ActorKind.PERSON
    if mention.number is Number.PLURAL or noun in noun_sets().counts:
        return ActorKind.GROUP
    if ends_like_person(noun):
        return ActorKind.PERSON
    is_thing = _ABSTRACT.search(noun) is not None or cue in saying().boding
    return None if is_thing else ActorKind.ORGANISATION
