"""What an actor is called: canonical name, role and affiliation in the article's words."""

from __future__ import annotations

import re

from briefgen.lexicons.countries import by_code, demonyms, fold_name, state_names
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm
from briefgen.resolve.cast.among import group_of
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.words import folded, personal

_OWNED = re.compile(r"['’]s? ")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks of direction and width."""
_ODD_MARKS = re.compile(r"[\[\]()]|[‘´`]s?$")
"""What an editor or a wrong apostrophe leaves on a name: `Cole‘s`."""


def canonical_name(discourse: Discourse, entity: Entity) -> str:
    """Returns a state's name from the lexicon, otherwise the fullest form in the text."""
    if entity.key.startswith("state:") and entity.country:
        return by_code()[entity.country].name
    if not entity.names:
        if (among := _told_among(discourse, entity)) is not None:
            return among
        return " ".join(_as_party(word) for word in fullest_label(discourse, entity).split())
    if entity.kind is ActorKind.PERSON:
        known = [n for n in entity.names if len(folded(n)) > 1 and entity.names[n] > 1] or list(entity.names)
        is_own = {n: personal(n)[-1:] == entity.words[-1:] for n in known}
        best = max(known, key=lambda n: (is_own[n], len(folded(n)), entity.names[n], -len(n), n))
        best = _ODD_MARKS.sub("", best)
    else:
        best = max(entity.names, key=lambda n: (len(folded(n)), not n.isupper(), entity.names[n], n))
    if entity.kind is not ActorKind.PERSON:
        best = _with_state(discourse, entity, best)
    name = _as_party(fold_spaces(best))
    return name.title() if name.isupper() and len(name.split()) > 1 else name


def fullest_label(discourse: Discourse, entity: Entity) -> str:
    """Returns the first words for somebody unnamed that say more than what he is: `two diplomats`."""
    told = [discourse.mention(i) for i in entity.mentions]
    told = [mention for mention in told if mention.form is not MentionForm.PRONOUN] or told
    return next((label(m) for m in told if label(m).lower() != m.head.text.lower()), label(told[0]))


def _told_among(discourse: Discourse, entity: Entity) -> str | None:
    """Returns what tells of whom somebody is one, where the text only points back: `one of the two diplomats`."""
    group = group_of(discourse, entity)
    if group is None:
        return None
    count = discourse.mention(entity.mentions[0]).text.lower().split()[0]
    name = canonical_name(discourse, group)
    return f"{count} of {'' if group.names or _OWNED.search(name) else 'the '}{name}"


def _as_party(word: str) -> str:
    """Returns the name of a member or of the members of a party with its capital: `Republicans`."""
    is_member = word.lower().removesuffix("s") in mention_cues().party_members
    return word[:1].upper() + word[1:] if is_member else word


def _with_state(discourse: Discourse, entity: Entity, name: str) -> str:
    """Returns the name of a body with the state that the text says it is of: `Kenya's Trade Ministry`."""
    for i in entity.mentions:
        mention = discourse.mention(i)
        if mention.form is MentionForm.NAME and mention.head.text == name and mention.text != name:
            front = re.sub(r"^[Tt]he ", "", mention.text[: mention.head.start - mention.span[0]]).strip()
            owner = re.sub(r"['’]s?$", "", fold_name(front))
            if owner in state_names() or owner in demonyms():
                return f"{front} {name}"
    return name


def fold_spaces(text: str) -> str:
    """Returns words with single spaces, without marks that nobody sees, or that have lost their partner."""
    text = _UNSEEN.sub("", text)
    if text.count("“") != text.count("”") or text.count('"') % 2:
        text = re.sub(r"[“”\"]", "", text)
    return " ".join(text.split())


def aliases_of(entity: Entity, name: str) -> tuple[str, ...]:
    """Returns the other names that the text gives, in order."""
    others = {fold_spaces(_ODD_MARKS.sub("", other)) for other in entity.names}
    return tuple(sorted(other for other in others if other != name))
