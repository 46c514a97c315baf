"""What an actor is called: canonical name, role and affiliation in the article's words."""

from __future__ import annotations

import re

from briefgen.lexicons.countries import by_code, demonyms, fold_name, state_names
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.nominals import label
from briefgen.resolve.cast.words import folded

_OFFICES = frozenset(["president", "prime minister", "chancellor", "premier", "king", "queen", "leader"])
_WITH_ARTICLE = (
    "United ",
    "Netherlands",
    "Philippines",
    "Bahamas",
    "Czech",
    "Central African",
    "Democratic",
    "European",
)


def canonical_name(discourse: Discourse, entity: Entity) -> str:
    """Returns a state's name from the lexicon, otherwise the fullest form in the text."""
    if entity.key.startswith("state:") and entity.country:
        return by_code()[entity.country].name
    if not entity.names:
        return label(discourse.mention(entity.mentions[0]))
    if entity.kind is ActorKind.PERSON:
        best = max(entity.names, key=lambda n: (len(folded(n)), entity.names[n], -len(n), n))
    else:
        best = max(entity.names, key=lambda n: (len(folded(n)), not n.isupper(), entity.names[n], n))
    name = fold_spaces(best)
    return name.title() if name.isupper() and len(name.split()) > 1 else name


def fold_spaces(text: str) -> str:
    """Returns words with single spaces."""
    return " ".join(text.split())


def aliases_of(entity: Entity, name: str) -> tuple[str, ...]:
    """Returns the other names that the text gives, in order."""
    others = {fold_spaces(other) for other in entity.names}
    return tuple(sorted(other for other in others if other != name))


def role_of(discourse: Discourse, entity: Entity) -> str | None:
    """Returns the fullest role that the text gives; `President of Kenya` for `Kenyan President`."""
    roles = [fold_spaces(role.text) for role in entity.roles]
    if not roles and entity.kind is ActorKind.PERSON:
        nominals = (discourse.mention(i) for i in entity.mentions)
        roles = [label(m) for m in nominals if _tells_role(m)]
    if not roles:
        return None
    best = max(
        roles, key=lambda role: (not role.lower().startswith("then"), len(role.split()), -roles.index(role))
    )
    return _of_state(best)


def _tells_role(mention: Mention) -> bool:
    return mention.form is MentionForm.NOMINAL and mention.kind is ActorKind.PERSON


def _of_state(role: str) -> str:
    """Returns `President of Kenya` for `Kenyan President`, `Kenya's President`; other roles as they are."""
    for length in (1, 2, 3):
        words = role.split()
        if len(words) <= length:
            continue
        front = re.sub(r"['’]s?$", "", fold_name(" ".join(words[:length])))
        office = " ".join(words[length:])
        code = demonyms().get(front) or state_names().get(front)
        if code is not None and office.lower() in _OFFICES:
            name = by_code()[code].name
            article = "the " if name.startswith(_WITH_ARTICLE) else ""
            return f"{office} of {article}{name}"
    return role
