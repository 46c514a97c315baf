"""What somebody is, in the article's words: the fullest role it gives, with whose or of what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.articles import with_article
from briefgen.lexicons.countries import demonyms, fold_name, state_names
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.evidence import Span
from briefgen.model.extraction import GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.bare_offices import body_spoken_of, with_ministry
from briefgen.resolve.cast.callings import as_office, chief_of, with_one_state
from briefgen.resolve.cast.clauses_told import clause_behind, clause_of
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.examples import one_of_those
from briefgen.resolve.cast.kinds_of_bodies import kind_of_body
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.naming import canonical_name, fold_spaces, fullest_label
from briefgen.resolve.cast.one_of_several import what_one_is
from briefgen.resolve.cast.setting import in_full, of_region, of_town
from briefgen.resolve.cast.states_of_offices import of_own_state, state_words
from briefgen.resolve.cast.towns import towns_told
from briefgen.resolve.cast.words import folded

_IS_COMPLETE = re.compile(r" of (?!staff\b|state\b)|['’]s ")
"""What tells of whom or what somebody is the officer, a chief of staff aside."""
_OFFICERS = re.compile(
    r"\b(?:minister|secretary|ambassador|envoy|chancellor|general|president|governor|commissioner|commander|"
    r"officer|director|executive|manager|treasurer|chair(?:man|woman)?)\b",
    re.IGNORECASE,
)
"""Who serves a state or a body, whoever's the text says he is: `his gas minister`."""
_POSSESSION = 3
"""Characters that may stand between a possessor and the role: `’s `."""
_ONCE = re.compile(
    r"(?:[a-z]+ed|led|taught|ran|wrote|oversaw|held|sat|spent) (?:the|an?|its|in|for|at|with|two|three|[A-Z])"
)
"""What somebody did once, in a clause: it tells less than what he is."""
_OWNED = re.compile(r"[A-Z][\w-]*['’]s? ")
_OWN = re.compile(r"^(?:own|whose) ", re.IGNORECASE)
_LONGEST_POSSESSOR = 60
"""Characters from the head of a possessor to the role."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A role that the text gives, and where."""

    text: str
    span: Span
    of_relative: bool = False
    """Whether it is told of what stands before it: `the club, whose owner, Jo Field, …`."""


def role_of(discourse: Discourse, entity: Entity) -> str | None:
    """Returns the fullest role that the text gives; `President of Kenya` for `Kenyan President`."""
    if entity.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA):
        return kind_of_body(discourse, entity)
    if not entity.named and entity.kind is ActorKind.PERSON:
        words = fullest_label(discourse, entity)
        return what_one_is(discourse, entity, words) or _of_state(words)
    told = _told(discourse, entity)
    if not told:
        one = one_of_those(discourse, entity) if entity.is_person else None
        return one or clause_of(discourse, entity)
    best = max(told, key=lambda role: (*_weight_of(role.text), -told.index(role)))
    role, clause = _in_full(discourse, entity, best), clause_behind(discourse, entity, best.span)
    if role is not None and re.match(r"(?:at|of) ", role) is not None:
        one = one_of_those(discourse, entity)
        return f"{one} {role}" if one is not None else role
    return f"{role} {clause}" if role is not None and clause is not None else role


def _in_full(discourse: Discourse, entity: Entity, best: _Told) -> str | None:
    """Returns a role with whose or of what somebody is it."""
    one = what_one_is(discourse, entity, best.text)
    if one is not None:
        return one
    text = _as_counterpart(discourse, entity, _with_bodies_named(discourse, entity, best))
    if len(text.split()) == 1:
        text = _with_its_state(discourse, entity, text)
    text = in_full(with_one_state(_singular(chief_of(discourse, entity, as_office(text)))))
    owner = entity.role_of
    if owner is not None and entity.office and not set(folded(text)) & set(folded(entity.office)):
        # `Its leader, Jo Field, a former judge`: she was no judge of theirs
        text, owner = (entity.office, owner) if _is_over(text) else (text, None)
    elif owner is None:
        owner = _possessor(discourse, entity, best) or body_spoken_of(discourse, entity, best.text, best.span)
    if owner is not None:
        text = _without_owner(text, owner)
    if owner is not None and _IS_COMPLETE.search(text) is None:
        return f"{text} of {_called(discourse, owner)}"
    towns = towns_told(discourse) if text.lower() in resolving().offices_of_towns else frozenset()
    if len(towns) == 1:
        return f"{text} of {min(towns)}"
    there = of_region(discourse.setting, text) or (of_town(discourse.setting, text) if not towns else None)
    if there is not None and _is_alone(discourse, entity, text):
        return there
    text = _of_body(_of_state(text))
    return with_ministry(discourse, of_own_state(discourse, entity, text))


def _is_alone(discourse: Discourse, entity: Entity, office: str) -> bool:
    """Whether nobody else in the article has an office: of where is `Gov. Jo Lind` beside `Maryland Gov. Ann Cole`."""
    word = office.split()[-1].lower()
    return not any(
        one is not entity
        and one.is_person
        and word in re.split(r" (?:for|of|to|under) ", in_full(role.text.lower()))[0].split()
        for one in discourse.entities
        for role in one.roles
    )


def _told(discourse: Discourse, entity: Entity) -> list[_Told]:
    """Returns the roles that the text gives, in the order of the mentions."""
    told = [_told_in(role.text, role.span) for role in entity.roles]
    is_person = entity.kind is ActorKind.PERSON
    nominals = [discourse.mention(i) for i in entity.mentions if i not in entity.guessed]
    # `Oslo’s Lord Mayor said … ¶ Jo Field, a former priest, said`: what he is goes before what he was
    if is_person and all(_is_over(role.text) for role in told):
        apart = (m for m in nominals if not any(r.start <= m.head.start < r.end for r in entity.roles))
        told += [_told_by(m) for m in apart if _tells_role(m)]
    elif is_person and all(_is_bare_title(role.text) for role in told):
        # `The army chief, Colonel Jo Field`
        told += [_told_by(m) for m in nominals if _tells_role(m) and m.alias_of is not None]
    return told


def _is_office(role: str) -> bool:
    return bool(noun_sets().offices & set(role.lower().split()))


def _told_in(text: str, span: Span) -> _Told:
    words = fold_spaces(text)
    return _Told(_OWN.sub("", words), span, of_relative=words.lower().startswith("whose "))


def _told_by(mention: Mention) -> _Told:
    return replace(_told_in(mention.text, mention.span), text=label(mention))


def _with_bodies_named(discourse: Discourse, entity: Entity, role: _Told) -> str:
    """Returns a role with the names of the bodies that it only points to: `leader of the party`."""
    text = role.text
    for i in discourse.places.between(*role.span):
        pointer, body = discourse.mention(i), discourse.one(i)
        if body is None or body is entity or body.is_person or not body.named:
            continue
        words = fold_spaces(pointer.text)
        if any(name in text for name in body.names):
            continue  # `of the Lisbon consultancy Nordane`
        if pointer.form is MentionForm.NOMINAL and words.startswith("the ") and f" {words}" in text:
            text = text.replace(f" {words}", f" {_called(discourse, body)}", 1)
    return text


def _possessor(discourse: Discourse, entity: Entity, role: _Told) -> Entity | None:
    """Returns whose officer or relative somebody is by the possessive at a role: `Jo Field, her lawyer`.

    Officers of a leader's government are those of his state, if the text tells which it is. Whom a pronoun
    means is taken only where no other person stands between him and the pronoun.
    """
    start = role.span[0]
    near = discourse.places.between(start - _LONGEST_POSSESSOR, start + _LONGEST_POSSESSOR)
    if role.of_relative:
        antecedents = [i for i in near if discourse.mention(i).span[1] == start - len(", ")]
        return discourse.one(antecedents[-1]) if antecedents else None
    possessives = [i for i in near if _is_possessor_of(discourse.mention(i), start)]
    owner = discourse.one(possessives[-1]) if possessives else None
    if owner is None or owner is entity or not owner.named:
        return None
    if not owner.is_person:
        return owner
    if _OFFICERS.search(role.text):
        states = (e for e in discourse.entities if e.key == f"state:{owner.country}")
        return owner.role_of or next(states, None)
    is_pronoun = discourse.mention(possessives[-1]).form is MentionForm.PRONOUN
    is_sure = not is_pronoun or discourse.last_person(possessives[-1], but=entity) is owner
    return owner if is_sure else None


def _is_possessor_of(mention: Mention, start: int) -> bool:
    is_beside = start - _POSSESSION <= mention.span[1] < start or mention.span[0] == start
    return mention.grammatical_role is GrammaticalRole.POSSESSIVE and is_beside


def _called(discourse: Discourse, owner: Entity) -> str:
    """Returns an owner as a role calls it: `the United States`, `Verlon`, `the committee`."""
    name = canonical_name(discourse, owner)
    if not owner.named:
        return name if _OWNED.match(name) is not None else f"the {name}"  # `Halden’s board`
    told = {fold_spaces(discourse.mention(i).text).lower() for i in owner.mentions}
    if owner.kind is ActorKind.ORGANISATION and f"the {name.lower()}" in told:
        return f"the {name}"
    return with_article(name, owner.kind or ActorKind.ORGANISATION)


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
    return f"{' '.join(words)} of {state_words(code)}" if words else role


def _is_over(role: str) -> bool:
    return re.match(r"(?:former|ex|then|until)\b", role, re.IGNORECASE) is not None


def _of_body(role: str) -> str:
    """Returns `president of Verlon` for `Verlon’s president`, `chair of the inquiry` for `inquiry’s chair`."""
    match = re.fullmatch(r"([^,]+?)['’]s (.+)", role)
    if match is None or " of " in match[1] or " of " in match[2]:
        return role
    body, last = match[1], match[1].split()[-1].lower()
    if body[0].isupper():
        return f"{match[2]} of {body}"
    nouns = noun_sets()
    is_body = last in nouns.organisation | nouns.company | nouns.region or last == "inquiry"
    return f"{match[2]} of the {body}" if is_body else role


def _is_bare_title(role: str) -> bool:
    return " " not in role and role.lower().rstrip(".") in noun_sets().titles


def _weight_of(role: str) -> tuple[bool, bool, bool, bool, int]:
    """Returns how well a role tells who somebody is: an office first, one still held, in the most words."""
    words = role.lower().split()
    return (
        words[0] != "then",
        _is_office(role),
        _ONCE.match(role) is None,
        words[0] not in ("former", "ex"),
        len(words),
    )


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


def _tells_role(mention: Mention) -> bool:
    """Whether a noun says what somebody is; what speakers call one another (`a “clown”`) does not."""
    return mention.form is MentionForm.NOMINAL and mention.kind is ActorKind.PERSON and not mention.quoted


def _of_state(role: str) -> str:
    """Returns `President of Kenya` for `Kenyan President`, `Kenya's President`; other roles as they are."""
    words = role.split()
    for start in range(min(3, len(words))):
        for length in (1, 2, 3):
            front = fold_name(re.sub(r"['’]s?$", "", " ".join(words[start : start + length])))
            office = " ".join(words[start + length :])
            code = demonyms().get(front) or state_names().get(front)
            if code is not None and office.lower() in resolving().offices_of_states:
                return " ".join([*words[:start], office, "of", state_words(code)])
    return role
