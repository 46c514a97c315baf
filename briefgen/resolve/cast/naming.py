"""What an actor is called: canonical name, role and affiliation in the article's words."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import by_code, demonyms, fold_name, state_names
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.words import folded, personal

_OFFICES = frozenset(["president", "prime minister", "chancellor", "premier", "king", "queen", "leader"])
_ODD_MARKS = re.compile(r"[\[\]()]|[‘´`]s?$")
"""What an editor or a wrong apostrophe leaves on a name: `Cole‘s`."""
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
    """Returns words with single spaces."""
    return " ".join(text.split())


def aliases_of(entity: Entity, name: str) -> tuple[str, ...]:
    """Returns the other names that the text gives, in order."""
    others = {fold_spaces(_ODD_MARKS.sub("", other)) for other in entity.names}
    return tuple(sorted(other for other in others if other != name))


def role_of(discourse: Discourse, entity: Entity) -> str | None:
    """Returns the fullest role that the text gives; `President of Kenya` for `Kenyan President`."""
    roles = [fold_spaces(role.text) for role in entity.roles]
    if entity.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA):
        return _kind_of_body(discourse, entity)
    if not entity.named and entity.kind is ActorKind.PERSON:
        return fullest_label(discourse, entity)
    if not roles and entity.kind is ActorKind.PERSON:
        nominals = (discourse.mention(i) for i in entity.mentions if i not in entity.guessed)
        roles = [label(m) for m in nominals if _tells_role(m)]
    if roles and entity.kind is ActorKind.PERSON and all(_is_bare_title(role) for role in roles):
        # `The army chief, Colonel Jo Field`
        beside = (discourse.mention(i) for i in entity.mentions if i not in entity.guessed)
        roles += [label(m) for m in beside if _tells_role(m) and m.alias_of is not None]
    if not roles:
        return None
    best = max(roles, key=lambda role: (*_weight_of(role), -roles.index(role)))
    best = _as_counterpart(discourse, entity, best)
    if len(best.split()) == 1:
        best = _with_its_state(discourse, entity, best)
    best = _singular(best)
    owner = entity.role_of
    if owner is not None and entity.office and not set(folded(best)) & set(folded(entity.office)):
        # `Its leader, Jo Field, a former judge`: she was no judge of theirs
        best, owner = (entity.office, owner) if _is_over(best) else (best, None)
    if owner is not None:
        best = _without_owner(best, owner)
    if owner is not None and not re.search(r" of |['’]s ", best):
        if owner.key.startswith("state:") and owner.country:
            return f"{best} of {_with_article(owner.country)}"
        article = "" if owner.named else "the "
        return f"{best} of {article}{canonical_name(discourse, owner)}"
    return _of_body(_of_state(best))


def _as_counterpart(discourse: Discourse, entity: Entity, role: str) -> str:
    """Returns `President of Kenya` for the Kenyan counterpart of a president."""
    match = re.fullmatch(r"(.+) counterpart", role)
    code = demonyms().get(fold_name(match[1])) if match is not None else None
    if code is None:
        return role
    owners = (discourse.owner(i) for i in entity.mentions)
    other = next((o for o in owners if o is not None and o.is_person and o is not entity), None)
    offices = [fold_spaces(r.text) for r in other.roles] if other is not None else []
    office = next((o for o in offices if noun_sets().titles & set(o.lower().split())), None)
    if office is None:
        return role
    bare = re.sub(r"\s+(?:of|for)\s.*", "", office)
    words = [
        w for w in bare.split() if fold_name(re.sub(r"['’]s?$", "", w)) not in (*demonyms(), *state_names())
    ]
    return f"{' '.join(words)} of {_with_article(code)}" if words else role


def _is_over(role: str) -> bool:
    return role.lower().split()[0] in ("former", "ex", "then")


def _of_body(role: str) -> str:
    """Returns `president of Verlon` for `Verlon’s president`, `chair of the inquiry` for `inquiry’s chair`."""
    match = re.fullmatch(r"([^,]+?)['’]s (.+)", role)
    if match is None or " of " in match[2]:
        return role
    body, last = match[1], match[1].split()[-1].lower()
    if body[0].isupper():
        return f"{match[2]} of {body}"
    nouns = noun_sets()
    is_body = last in nouns.organisation | nouns.company | nouns.region or last == "inquiry"
    return f"{match[2]} of the {body}" if is_body else role


def _is_bare_title(role: str) -> bool:
    return " " not in role and role.lower().rstrip(".") in noun_sets().titles


def _weight_of(role: str) -> tuple[bool, bool, bool, int]:
    """Returns how well a role tells who somebody is: an office first, one still held, in the most words."""
    words = role.lower().split()
    titles = noun_sets().titles - noun_sets().honorifics
    return words[0] != "then", bool(titles & set(words)), words[0] not in ("former", "ex"), len(words)


def _without_owner(role: str, owner: Entity) -> str:
    """Returns a role without its possessor, whom the caller names: `the board's director`."""
    possessor = re.match(r"(.*?)['’]s ", role)
    is_common = possessor is not None and owner.named and re.fullmatch("[a-z]+", possessor[1]) is not None
    is_owner = possessor is not None and (is_common or set(folded(possessor[1])) <= set(owner.words))
    return role[possessor.end() :] if possessor is not None and is_owner else role


def _singular(role: str) -> str:
    """Returns what one of several is, of whom a text says it together: `presidential candidate`."""
    if re.search(r"\b(?:of|for|to|in|at|with|and|on)\b", role):
        return role
    front, _, last = role.rpartition(" ")
    nouns = noun_sets()
    for ending, one in (("women", "woman"), ("men", "man"), ("sses", "ss"), ("s", "")):
        noun = last.removesuffix(ending) + one
        if not last.endswith(ending) or last.lower() in nouns.person or last.lower() in nouns.titles:
            continue
        if noun.lower() in nouns.person or noun.lower() in nouns.titles:
            return f"{front} {noun}".strip()
    return role


def _with_its_state(discourse: Discourse, entity: Entity, office: str) -> str:
    """Returns an office as the text elsewhere tells it in full: `new US president` for `President`."""
    for i in entity.mentions:
        mention = discourse.mention(i)
        if _tells_role(mention) and mention.country is not None:
            words = label(mention)
            if words.lower().split()[-1] == office.lower():
                return words
    return office


def _kind_of_body(discourse: Discourse, entity: Entity) -> str | None:
    """Returns what a text says a body is: `ruling party` for `the ruling Unity Party`."""
    for i in entity.mentions:
        mention = discourse.mention(i)
        if mention.role is None:
            continue
        said = fold_spaces(mention.role.text)
        if mention.role.start > mention.head.start:
            return said
        words = mention.head.text.split()
        kind = words[-2:] if entity.kind is ActorKind.MEDIA and len(words) > 2 else words[-1:]
        nouns, last = noun_sets(), kind[-1].lower()
        is_kind = last in nouns.organisation or last in nouns.media or last == "agency"
        return " ".join([said, *(word.lower() for word in kind)]) if len(words) > 1 and is_kind else said
    return None


def _tells_role(mention: Mention) -> bool:
    """Whether a noun says what somebody is; what speakers call one another (`a “clown”`) does not."""
    return mention.form is MentionForm.NOMINAL and mention.kind is ActorKind.PERSON and not mention.quoted


def _with_article(code: str) -> str:
    name = by_code()[code].name
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def _of_state(role: str) -> str:
    """Returns `President of Kenya` for `Kenyan President`, `Kenya's President`; other roles as they are."""
    words = role.split()
    for start in range(min(3, len(words))):
        for length in (1, 2, 3):
            front = fold_name(re.sub(r"['’]s?$", "", " ".join(words[start : start + length])))
            office = " ".join(words[start + length :])
            code = demonyms().get(front) or state_names().get(front)
            if code is not None and office.lower() in _OFFICES:
                return " ".join([*words[:start], office, "of", _with_article(code)])
    return role
