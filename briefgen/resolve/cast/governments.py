"""States spoken of by their government, and two of a kind spoken of together."""

from __future__ import annotations

from briefgen.lexicons.countries import by_code, capitals, fold_name
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.home import home_of_speaker
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.words import folded

_OFTEN = 3
"""How often an article tells of each of the two states that it is about, at least."""
_FAR = 2.0
"""How much more than a third two states have to be in mind that nothing else tells to be a pair."""
_LEAD = 2
"""Paragraphs of its first lines."""


def government(discourse: Discourse, index: int, owner: Entity | None) -> Entity | None:
    """Returns the state whose government, regime or country is meant."""
    mention = discourse.mention(index)
    states = [e for e in discourse.entities if e.key.startswith("state:")]
    code = _home_of(discourse, owner) if owner is not None else mention.country or _seat(discourse, index)
    if code is not None:
        return next((e for e in states if e.country == code), None) or _new_state(discourse, code)
    if owner is not None or not mention.definite or mention.text.lower().split()[0] not in ("the", "this"):
        return None
    if " " in label(mention) and label(mention).lower() != mention.head.text.lower():
        return None
    if mention.head.text.lower() in resolving().who_governs:
        states = [e for e in states if _rules(discourse, e)]
    own = _own_state(discourse, index, states) or _told_as_government(discourse, index, states)
    if own is not None:
        return own
    before = [e for e in states if discourse.latest(e, index) is not None]
    if len(before) == 1 and len(before[0].mentions) > 1:
        return before[0]
    scores = sorted(((discourse.salience(e, index), e.key) for e in states), reverse=True)
    if not scores or scores[0][0] <= 0 or (len(scores) > 1 and scores[0][0] < 1.3 * scores[1][0]):
        return next((e for e in discourse.entities if e.key.startswith("nominal:government:")), None)
    return next(e for e in states if e.key == scores[0][1])


def _home_of(discourse: Discourse, owner: Entity) -> str | None:
    """Returns the state of whoever owns a government: his own, or the one his office tells: `Kenya's envoy`."""
    if owner.country is not None or not owner.is_person:
        return owner.country
    inside = (i for role in owner.roles for i in discourse.places.between(role.start, role.end))
    told = {code for i in inside if (code := discourse.mention(i).country) is not None}
    return next(iter(told)) if len(told) == 1 else None


def _rules(discourse: Discourse, state: Entity) -> bool:
    """Whether a text tells of a state as one that acts or has rulers, and not only of a place."""
    told = (discourse.mention(i) for i in state.mentions)
    roles = (GrammaticalRole.SUBJECT, GrammaticalRole.POSSESSIVE)
    return any(m.grammatical_role in roles or m.form is MentionForm.NOMINAL for m in told) or any(
        e.is_person and e.country == state.country for e in discourse.entities
    )


def _own_state(discourse: Discourse, index: int, states: list[Entity]) -> Entity | None:
    """Returns the state of whoever says what a mention stands in: `The government must pay, Kenya’s envoy said`."""
    home, speaker = home_of_speaker(discourse, index), discourse.speaker_over(index)
    roles = " ".join(role.text for role in speaker.roles).lower() if speaker is not None else ""
    is_insider = not (resolving().rulers | resolving().insiders_of_states).isdisjoint(roles.split())
    if discourse.mention(index).head.text.lower() not in resolving().who_governs and not is_insider:
        return None  # `Goods come into the country, a Kenyan scholar said`
    return next((e for e in states if e.country == home), None) if home is not None else None


def _told_as_government(discourse: Discourse, index: int, states: list[Entity]) -> Entity | None:
    """Returns the state of whose government the text has told by far the most: `the Kenyan government`."""
    heads = discourse.places.heads
    counts = sorted(
        (
            sum(
                heads[i] < heads[index]
                and discourse.mention(i).form is MentionForm.NOMINAL
                and discourse.mention(i).head.text.lower() == discourse.mention(index).head.text.lower()
                for i in e.mentions
            ),
            at,
        )
        for at, e in enumerate(states)
    )
    if not counts or counts[-1][0] < 2 or (len(counts) > 1 and counts[-1][0] < 2 * counts[-2][0]):
        return None
    return states[counts[-1][1]]


def _seat(discourse: Discourse, index: int) -> str | None:
    """Returns the code of the state whose capital stands behind a government: `the government in Oslo`."""
    mention = discourse.mention(index)
    end = mention.span[1]
    if mention.head.text.lower() not in resolving().who_governs:
        return None
    behind = (discourse.mention(i) for i in discourse.places.between(end, end + len(" in ") + 1))
    states = (m for m in behind if m.form is MentionForm.NAME and m.kind is ActorKind.STATE)
    seat = next((m for m in states if m.span[0] == end + len(" in ")), None)
    return None if seat is None else seat.country or capitals().get(fold_name(seat.head.text))


def _new_state(discourse: Discourse, code: str) -> Entity:
    """Returns a state that the text names only by its people or its leader: `the Kenyan government`."""
    entity = Entity(
        key=f"state:{code}", kind=ActorKind.STATE, country=code, words=folded(by_code()[code].name)
    )
    discourse.entities.append(entity)
    return entity


def resolve_pair(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the two of a kind spoken of last: `the two countries`, `both leaders`, `neither nation`."""
    mention = discourse.mention(index)
    words = mention.text.lower().split()
    if words in (["neither"], ["both"]):
        return _pair_before(discourse, index)
    if not set(words[:2]) & {"two", "both", "either", "neither", "each"} or len(words) > 3:
        return []
    noun = words[-1].rstrip("s")
    is_state = noun in resolving().governments | resolving().states_in_pairs
    is_person = noun in resolving().rulers | resolving().persons_in_pairs
    if noun.removesuffix("ie") + "y" * noun.endswith("ie") in resolving().bodies_in_pairs:
        sides = _most_told(discourse, index) if noun == "side" else []
        return _bodies_together(discourse, index) or sides
    if not is_state and (not is_person or words[0] == "two"):
        return []  # `two ministers` are nobody known
    kind = ActorKind.STATE if is_state else ActorKind.PERSON
    of_kind = [e for e in discourse.entities if e.kind is kind and e.named]
    if not is_state:
        # who says what `the two presidents` want is neither, and a minister is no president
        speaker = discourse.speaker_over(index)
        of_kind = [e for e in of_kind if e is not speaker and _may_be(e, noun)]
    told = _told_together(discourse, index, kind) or (_most_told(discourse, index) if is_state else [])
    if told and not is_state and not all(one in of_kind for one in told):
        return []
    if told:
        return told
    scored = sorted(((discourse.salience(e, index), e.key, e) for e in of_kind), key=lambda s: (-s[0], s[1]))
    far = _FAR if is_state else 1.2
    if len(scored) < 2 or scored[1][0] <= 0 or (len(scored) > 2 and scored[1][0] < far * scored[2][0]):
        return []
    pair = [scored[0][2], scored[1][2]]
    # `The two men had left, Berg said`: he is none of them
    tells = any(one in pair for one in _tellers(discourse, index))
    return [] if is_person and tells and noun not in resolving().rulers else pair


def _tellers(discourse: Discourse, index: int) -> list[Entity]:
    """Returns those in whose words a mention stands."""
    sources = (a.source for a in discourse.places.attributions_over(index))
    return [one for source in sources if source is not None for one in discourse.meaning.get(source, [])]


def _may_be(person: Entity, office: str) -> bool:
    """Whether somebody is not told by another office than the one: `both presidents`, `both leaders`."""
    told = [role.text.lower() for role in person.roles]
    is_open = office in resolving().persons_in_pairs or office == "leader"
    return is_open or not told or any(office in text for text in told)


def _told_together(discourse: Discourse, index: int, kind: ActorKind) -> list[Entity]:
    """Returns the two told together in a mention's sentence or just before it: `Kenya and Uganda signed`."""
    here = discourse.mention(index)
    for sentence in (here.sentence, here.sentence - 1):
        for i in reversed(discourse.places.by_sentence.get(sentence, [])):
            found = discourse.meaning.get(i, [])
            is_before = discourse.places.heads[i] < here.head.start
            if is_before and len(found) == 2 and all(one.kind is kind for one in found):
                return found
    return []


def _most_told(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the two states that an article is about, if it tells of two far more often than of any third.

    Both are told of in its first lines, whoever was named last: `Talks help both countries, said a don in Malta`.
    """
    states = [e for e in discourse.entities if e.kind is ActorKind.STATE]
    ranked = sorted(states, key=lambda e: (-len(e.mentions), e.key))
    counts = [len(e.mentions) for e in ranked]
    if len(counts) < 2 or counts[1] < _OFTEN or (len(counts) > 2 and counts[1] < 2 * counts[2]):
        return []
    lead = [min(discourse.mention(i).paragraph for i in e.mentions) for e in ranked[:2]]
    return ranked[:2] if max(lead) <= _LEAD else []


def _bodies_together(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the two bodies told together most spoken of: `both firms` behind `a merger of Halden and Nordbane`."""
    here = discourse.mention(index).head.start
    pairs = [
        found
        for i, found in discourse.meaning.items()
        if len(found) == 2
        and discourse.mention(i).parts
        and discourse.places.heads[i] < here
        and all(one.kind is ActorKind.ORGANISATION and one.named for one in found)
    ]
    return max(pairs, key=lambda pair: sum(len(one.mentions) for one in pair), default=[])


def _pair_before(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the two that a lone `neither` or `both` means: those spoken of together last in its sentence."""
    here = discourse.mention(index)
    before = [
        i
        for i in discourse.places.by_sentence.get(here.sentence, [])
        if discourse.places.heads[i] < here.head.start and len(discourse.meaning.get(i, [])) == 2
    ]
    return discourse.meaning[before[-1]] if before else []
