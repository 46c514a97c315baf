"""Of which state or bank an office is: `President of Kenya`, `governor of the Bank of Norway`."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.lexicons.articles import with_article
from briefgen.lexicons.countries import by_code, demonyms, fold_name, state_names
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.kinds_by_name import BANK, is_bank_of_land, kind_by_name
from briefgen.resolve.cast.naming import canonical_name
from briefgen.resolve.cast.rulers import NATIONAL

_OFTEN = 5
"""Mentions that make an article be about a state, where others are named in passing."""
_MORE = 5
"""How many times as often as all others together."""
_GOVERNOR = re.compile(r"(?:(?:former|acting|deputy) )*governor", re.IGNORECASE)
_MINISTRY = re.compile(r"(?i:president|(?:[a-z]+ ){0,2}minister)")
"""Offices of somebody whose state is known: `foreign minister`, `Labor Minister`."""


def state_words(code: str) -> str:
    """Returns a state as an office calls it: `the United States`."""
    return with_article(by_code()[code].name, ActorKind.STATE)


def of_own_state(discourse: Discourse, entity: Entity, role: str) -> str:
    """Returns an office with the state that the text gives its holder, or names alone of all states."""
    if _GOVERNOR.fullmatch(role) is not None:
        return _of_bank(discourse, role)
    is_told = any(word in demonyms() or word in state_names() for word in map(fold_name, role.split()))
    if entity.country is not None and not is_told and _MINISTRY.fullmatch(role) is not None:
        return f"{role} of {state_words(entity.country)}"
    if NATIONAL.fullmatch(role) is None or entity.country is not None:
        return role
    school = _university(discourse) if role.lower() in ("president", "chancellor") else None
    if school is not None:
        return f"{role} of {school}"
    code = _state_told(discourse) if not _is_only_told_by(discourse, entity) else None
    if code is None or _faces(discourse, entity, code):
        return role
    has_its_own = any(  # `Iran’s president`
        e.country == code and role.lower() in discourse.mention(i).text.lower()
        for e in discourse.entities
        if e.is_person
        for i in e.mentions
    )
    return role if has_its_own else f"{role} of {state_words(code)}"


def _university(discourse: Discourse) -> str | None:
    """Returns the one university that an article tells of, where it is the subject of its first lines."""
    schools = [
        e for e in discourse.entities if e.named and e.names and kind_by_name(discourse, e) == "university"
    ]
    if len(schools) != 1:
        return None
    told = (discourse.mention(i) for i in schools[0].mentions)
    opens = any(m.paragraph <= 1 and m.grammatical_role is GrammaticalRole.SUBJECT for m in told)
    name = canonical_name(discourse, schools[0])
    return (f"the {name}" if name.startswith("University") else name) if opens else None


def _of_bank(discourse: Discourse, role: str) -> str:
    """Returns `governor of Kenya’s central bank` where a text speaks of one."""
    bodies = (e for e in discourse.entities if e.kind is ActorKind.ORGANISATION)
    names = {name for e in bodies if BANK.fullmatch(name := canonical_name(discourse, e))}
    names = {name for name in names if name.lower() not in resolving().banks_of_trade}
    # `the Bank of Norway`, also called `the central bank` or `the bank`
    names = {name for name in names if name.lower() != "central bank"} or names
    lands = {name for name in names if is_bank_of_land(name)}
    names = lands if len(lands) == 1 else names
    if len(names) != 1:
        return role
    name = next(iter(names))
    return f"{role} of {name}" if re.match(r"\w+['’]s ", name) else f"{role} of the {name}"


def _is_only_told_by(discourse: Discourse, entity: Entity) -> bool:
    """Whether somebody is named only to tell what another is: `who led the agency under President Cole`."""
    own = {role.span for role in entity.roles}
    roles = (m.role.span for m in discourse.extraction.mentions if m.role is not None)
    inside = {i for role in roles if role not in own for i in discourse.places.between(*role)}
    return inside.issuperset(entity.mentions)


def _faces(discourse: Discourse, entity: Entity, code: str) -> bool:
    """Whether somebody stands beside a state or its people as beside others: `President Cole warned Iran`."""
    sentences = {discourse.mention(i).sentence for i in entity.mentions}
    aside = (GrammaticalRole.POSSESSIVE, GrammaticalRole.MODIFIER)
    return any(
        mention.country == code
        and mention.sentence in sentences
        and mention.kind in (ActorKind.STATE, ActorKind.GROUP, ActorKind.PERSON)
        and mention.grammatical_role not in aside
        for mention in discourse.extraction.mentions
    )


def _state_told(discourse: Discourse) -> str | None:
    """Returns the one state whose words an article shows, or the one beside which it names others in passing.

    Where somebody or a body is based shows none.
    """
    based = (GrammaticalRole.MODIFIER, GrammaticalRole.POSSESSIVE)
    mentions = discourse.extraction.mentions
    aside = set[int]()
    for at, mention in enumerate(mentions):
        for i in discourse.places.between(*mention.role.span) if mention.role is not None else ():
            if mentions[i].kind is ActorKind.STATE and not mentions[i].acts:
                # `a strategist at Nordbank in Stockholm`
                aside |= {i, at} if mentions[i].country == mention.country else {i}
    told = [
        m
        for at, m in enumerate(mentions)
        if m.country not in (None, "EU") and (m.acts or m.grammatical_role not in based) and at not in aside
    ]
    counted = Counter(m.country for m in told).most_common()
    if not counted or counted[0][0] is None:
        return None
    code, most = counted[0]
    others = sum(n for _, n in counted[1:])
    return code if not others or (most >= _OFTEN and most >= _MORE * others) else None
