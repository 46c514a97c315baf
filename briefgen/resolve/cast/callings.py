"""Offices that a text tells otherwise than by their name: `who ran the council`, `Chief Jo Lind` of a police force."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import by_code
from briefgen.lexicons.resolving import resolving
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.towns import towns_told

_UNTIL = re.compile(r"(?!former )(.+?),? until (?:[A-Z][a-z]+ )?\d{4}")
_SERVED = re.compile(r"(serves?|works?|served|worked|was posted) (?=(?:at|in|to) )")


def as_office(role: str) -> str:
    """Returns the office that somebody's calling is: `chair of the committee` for `chairs the committee`.

    What he did at the head of a body makes him its former head; where he served makes him what those are who do.
    """
    once = _UNTIL.fullmatch(role)
    if once is not None:
        return f"former {once[1]}"
    verb, _, field = role.partition(" ")
    words = resolving()
    if role in words.offices_in_court:
        return words.offices_in_court[role]
    if role.startswith("for the "):
        return f"lawyer {role}"
    if verb.endswith("ing") and field.startswith(("the ", "a ", "an ")):  # no `leading Norwegian writer`
        verb = next((v for v in (verb[:-3] + "s", verb[:-4] + "s") if v in words.offices_of_callings), verb)
    office = words.offices_of_callings.get(verb)
    if office is None and _is_body(field):
        office = words.offices_once_held.get(verb)
    if office is not None and field not in ("", "it", "them", "that"):
        return f"{office} of {field}"
    served = _SERVED.match(role)
    if served is None:
        return role
    place = next((w for w in re.findall("[a-z]+", role.lower()) if w in words.who_serves_at), None)
    if place is None:
        return role
    former = "" if served[1].rstrip("s") in ("serve", "work") else "former "
    return f"{former}{words.who_serves_at[place]} {role[served.end() :]}"


def _is_body(field: str) -> bool:
    """Whether somebody is told to have run a body, no talks and no shop: `the council`, `the Fisheries Board`."""
    front = re.split(r" (?:of|for|in|at|from|on) ", field)[0].split()
    nouns = noun_sets()
    return bool(front) and front[-1].lower() in nouns.organisation | nouns.company | nouns.public


def chief_of(discourse: Discourse, entity: Entity, role: str) -> str:
    """Returns `police chief` for a bare `Chief` in whose paragraph a police force is told of, with its one town."""
    if role.lower() != "chief":
        return role
    words = resolving()
    paragraphs = {discourse.mention(i).paragraph for i in entity.mentions}
    here, anywhere = set[str](), set[str]()
    for mention in discourse.extraction.mentions:
        told = set(re.findall(r"[a-z]+", mention.text.lower()))
        anywhere |= told
        if mention.paragraph in paragraphs:
            here |= told
    kinds = anywhere & words.departments_of_chiefs
    if len(kinds) != 1 or not here & (words.parts_of_departments | kinds):
        return role
    office, towns = f"{min(kinds)} chief", towns_told(discourse)
    return f"{office} of {min(towns)}" if len(towns) == 1 else office


def with_one_state(role: str) -> str:
    """Returns an office that only one state has with that state: `Taoiseach of Ireland`."""
    code = resolving().offices_of_one_state.get(role.lower())
    return f"{role} of {by_code()[code].name}" if code is not None else role
