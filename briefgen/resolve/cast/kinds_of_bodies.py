"""What a text says a body is: `ruling party`, `think tank in Bergen`, `opposition party`."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets, nouns_of_bodies
from briefgen.lexicons.countries import demonyms, fold_name
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.examples import one_of_those
from briefgen.resolve.cast.kinds_by_name import kind_by_name
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.naming import fold_spaces
from briefgen.resolve.cast.one_of_several import what_one_is
from briefgen.resolve.cast.parties import party_of_leader


def kind_of_body(discourse: Discourse, entity: Entity) -> str | None:
    """Returns what a text says a body is: `ruling party` for `the ruling Unity Party`."""
    for i in entity.mentions:
        mention = discourse.mention(i)
        if mention.role is None:
            continue
        said = fold_spaces(mention.role.text)
        nouns = noun_sets()
        party = _as_party(said, fold_spaces(mention.head.text))
        if party is not None:
            return party
        is_whole = said.split()[-1] in nouns_of_bodies()
        if mention.role.start > mention.head.start or is_whole:
            is_common = said.split()[0].lower() in mention_cues().kinds_of_bodies | resolving().levels
            return said[0].lower() + said[1:] if is_common else said  # `State news agency Nordlys reported`
        words = mention.head.text.split()
        kind = words[-2:] if entity.kind is ActorKind.MEDIA and len(words) > 2 else words[-1:]
        last = kind[-1].lower()
        is_kind = last in nouns.organisation or last in nouns.media or last == "agency"
        return " ".join([said, *(word.lower() for word in kind)]) if len(words) > 1 and is_kind else said
    among = (what_one_is(discourse, entity, label(discourse.mention(i))) for i in entity.mentions)
    told = next((one for one in among if one is not None), None)
    if told is not None or not entity.names:
        return told
    return (
        party_of_leader(discourse, entity)
        or kind_by_name(discourse, entity)
        or _by_land(discourse, entity)
        or one_of_those(discourse, entity)
    )


def _by_land(discourse: Discourse, entity: Entity) -> str | None:
    """Returns `French carmaker` of a firm that the text calls `the French carmaker`."""
    told = (label(discourse.mention(i)) for i in entity.mentions if i not in entity.guessed)
    return next(
        (
            words
            for words in told
            if len(words.split()) == 2
            and fold_name(words.split()[0]) in demonyms()
            and words.split()[1] in noun_sets().company
        ),
        None,
    )


def _as_party(said: str, name: str) -> str | None:
    """Returns what a party is that is told by its side or colour: `opposition party`, `party in the coalition`."""
    cues, last = mention_cues(), name.split()[-1].lower()
    words = said.lower().split()
    if words[-1] in ("partner", "partners") and words[-2:-1] and words[-2] in cues.partners_of_parties:
        return f"party in the {words[-2]}"
    is_body = last in nouns_of_bodies() and last not in cues.party_heads
    if name.lower() in said.lower() and words[-1] == "party":  # `the opposition Civic Centre party`
        return fold_spaces(re.sub(re.escape(name), " ", said, flags=re.IGNORECASE)).strip().lower()
    if words[-2:] == ["prime", "minister"]:
        return "party of the prime minister"  # `Prime Minister Jo Lind, whose Civic Union`
    is_told = words[-1] in cues.sides_of_parties and not is_body
    is_coloured = words[-1] in cues.colours_of_parties and last in cues.party_heads
    return f"{' '.join(words)} party" if is_told or is_coloured else None
