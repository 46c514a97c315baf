"""For whom an actor speaks: a body's voice, a state's officer, an outlet that passes words on, an expert."""

from __future__ import annotations

import re
from functools import cache

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import demonyms, fold_name, seats
from briefgen.lexicons.modality import has_word_of, modality
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import Actor, ActorKind
from briefgen.model.position import Basis
from briefgen.resolve.actors import Cast

_OFFICE = re.compile(
    r"\b(?:minister|ambassador|envoy|secretary|undersecretary|premier|chancellor|official|diplomat|negotiator)s?\b"
)


def is_voice(actor: Actor) -> bool:
    """Whether an actor's name or role is that of one who says what a body says: a spokesman."""
    return bool(_voices().search(f"{actor.name} {actor.office}".lower()))


@cache
def _voices() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(noun_sets().voices))})\b")


def is_officer(actor: Actor) -> bool:
    """Whether somebody holds an office of some state now."""
    words = f"{actor.name if actor.name[:1].islower() else ''} {actor.office}".lower()
    return _OFFICE.search(words) is not None and "former" not in words


def is_officer_of(actor: Actor, state: Actor) -> bool:
    """Whether somebody holds an office of a state now: its foreign minister, one of its diplomats."""
    if not is_officer(actor):
        return False
    return actor.affiliation == state.id or (state.country is not None and actor.country == state.country)


def is_against_governments(actor: Actor) -> bool:
    """Whether somebody speaks for those who do not govern: `Opposition transport spokesman`."""
    return bool(set(actor.office.lower().split()) & resolving().against_governments)


def is_government(body: Actor) -> bool:
    """Whether a body is a state, or a government that the text does not name."""
    return body.kind is ActorKind.STATE or body.name.lower().split()[-1] in resolving().governments


def is_of_state(actor: Actor, state: Actor) -> bool:
    """Whether somebody speaks for a state: its officer, its organ, or the voice of an organ of no other state told."""
    if is_against_governments(actor):
        return False
    if is_officer_of(actor, state) or is_organ_of(actor, state):
        return True
    is_open = actor.country is None and actor.affiliation is None
    # `Beijing is displeased. A foreign ministry spokeswoman said China opposes it`
    return is_open and is_voice(actor) and _names_organ(f"{actor.name} {actor.office}")


def passed_on(
    cast: Cast, speakers: tuple[str, ...], holder: tuple[str, ...]
) -> tuple[Basis, tuple[str, ...], tuple[str, ...]]:
    """Returns basis, on whose word and through whom, for what those say who speak for the holder.

    A body or state says by its spokesman what it says; a person has a word of his own, which is told on.
    """
    known = cast.by_id
    is_its_own = all(
        who in known and (is_voice(known[who]) or speaks_from_within(cast, (who,), holder))
        for who in speakers
    ) and all(known[who].kind is not ActorKind.PERSON for who in holder if who in known)
    return (Basis.STATED, (), speakers) if is_its_own else (Basis.RELAYED, speakers, ())


def is_organ_of(actor: Actor, state: Actor) -> bool:
    """Whether an actor is a part of a state that speaks for it, or the voice of one: `a Kremlin spokesman`."""
    if state.country is None or actor.country != state.country:
        return False
    if actor.kind is ActorKind.ORGANISATION:
        return _names_organ(actor.name)
    return is_voice(actor) and _names_organ(actor.office)


def is_outlet(actor: Actor) -> bool:
    """Whether an actor passes on what others say: a medium or a body called one, `Channel 4`, `the news agency`."""
    if actor.kind is not ActorKind.ORGANISATION:
        return actor.kind is ActorKind.MEDIA
    words = f"{actor.office} {actor.name}".lower()
    named = re.sub(r"[\s\d]+$", "", words).split()  # nothing is left of `538`
    if named and named[-1] in noun_sets().media:
        return True
    return any(kind in words for kind in resolving().agencies_of_news)


def is_medium_of(actor: Actor, other: Actor) -> bool:
    """Whether an outlet is told to be of the state that another is, or holds an office of: `the state news agency`."""
    words = actor.office.lower().split()
    is_outlet = actor.kind is ActorKind.MEDIA or "news" in words or not noun_sets().media.isdisjoint(words)
    if not is_outlet or resolving().state_run.isdisjoint(words):
        return False
    named = map(fold_name, actor.office.split())
    told = {code for word in named if (code := demonyms().get(word)) is not None}
    return other.country is not None and other.country in {actor.country, *told}


def is_own_medium(actor: Actor, state: Actor) -> bool:
    """Whether an outlet passes on what its own state means: one known to be of it or told so."""
    return is_medium_of(actor, state) or (actor.kind is ActorKind.MEDIA and actor.affiliation == state.id)


def _names_organ(words: str) -> bool:
    has_organ = not noun_sets().organs.isdisjoint(words.lower().split())
    return has_organ or any(seat in fold_name(words) for seat in seats())


def speaks_by_trade(actor: Actor) -> bool:
    """Whether an actor's name or role is that of somebody who speaks of others: analysts, former envoys."""
    if actor.kind is ActorKind.STATE:
        return False
    return has_word_of(f"{actor.name} {actor.office}", modality().commentators.words)


def is_insider(actor: Actor) -> bool:
    """Whether an actor is told by no name but as one who works for or deals with others: aides, diplomats."""
    is_unnamed = actor.name[:1].islower() or re.search(r" [a-z]+$", actor.name)  # `Danish diplomat`
    if not is_unnamed and not is_voice(actor):
        return False
    return has_word_of(f"{actor.name} {actor.office}", modality().insiders.words)


def serves(actor: Actor, body: Actor) -> bool:
    """Whether somebody speaks for what he is told to belong to: a state for its officers, a body for all."""
    if actor.affiliation != body.id or not actor.role:
        return False
    if body.kind is not ActorKind.STATE:
        return True
    return bool(set(re.findall(r"[a-z]+", actor.office.lower())) & noun_sets().offices)


def speaks_from_within(cast: Cast, holder: tuple[str, ...], about: tuple[str, ...]) -> bool:
    """Whether somebody is one of a body's own people: the leader of a party that is called by name."""
    who = cast.by_id.get(holder[0]) if len(holder) == 1 else None
    body = cast.by_id.get(about[0]) if len(about) == 1 else None
    if who is None or body is None or who.kind is not ActorKind.PERSON or not who.role:
        return False
    if body.kind not in (ActorKind.ORGANISATION, ActorKind.GROUP) or not body.name[:1].isupper():
        return False
    role = who.office.lower()
    is_of_it = serves(who, body) or body.name.lower().removesuffix("s") in role
    return is_of_it and resolving().only_beside.isdisjoint(re.findall(r"[a-z]+", role))
