"""States, organisations and media put together by name, short form and abbreviation."""

from __future__ import annotations

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import (
    by_code,
    capitals,
    demonyms,
    fold_name,
    peoples,
    seats,
    short_names,
    state_names,
)
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, Mention
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.words import folded, is_acronym, is_clipped, is_part_of, is_shortened

Numbered = tuple[int, Mention]
_GOVERNMENTS = frozenset({("federal", "government"), ("government",)})
"""How a text calls the government of the federation that it is from."""


def state_of(mention: Mention) -> str | None:
    """Returns the code of the state that a name means; None for a city, a body, or a capital as a place."""
    if mention.country is not None and mention.country == government_of(mention.head.text):
        return mention.country
    if mention.country is None or mention.kind is not ActorKind.STATE:
        return None
    head = fold_name(mention.head.text)
    if state_names().get(head) == mention.country or state_names().get(_unshouted(head)) == mention.country:
        return mention.country
    if mention.country in short_names().get("the " + head, ()):
        return mention.country
    if mention.acts and mention.country in (capitals().get(head), capitals().get(_unshouted(head))):
        return mention.country
    return None


def government_of(name: str) -> str | None:
    """Returns the code of the state whose government a name is: `Kenyan Government`, `Government of Kenya`."""
    words = fold_name(name)
    front = words.removesuffix(" Government")
    land = words.removeprefix("Government of ").removeprefix("the ")
    if front != words:
        return demonyms().get(front)
    return state_names().get(land) if words.startswith("Government of ") else None


def people_of(mention: Mention) -> str | None:
    """Returns the code of the state whose people are told as one: `the Kenyans`; None for `many Kenyans`."""
    if mention.kind is not ActorKind.GROUP or mention.parts or not mention.text.lower().startswith("the "):
        return None
    head = fold_name(mention.head.text)
    is_all = mention.span[0] + len("the ") == mention.head.start
    return (peoples().get(head) or demonyms().get(head)) if is_all and mention.acts else None


def is_capital_as_place(mention: Mention) -> bool:
    """Whether a name is a capital that only says where."""
    return mention.kind is ActorKind.STATE and not mention.acts and fold_name(mention.head.text) in capitals()


def _unshouted(words: str) -> str:
    return words.title() if words.isupper() and len(words) > 4 else words


def gather_states(mentions: list[Numbered]) -> list[Entity]:
    """Returns the states that the given names mean, each once, in order of first mention."""
    states: dict[str, Entity] = {}
    for index, mention in mentions:
        code = state_of(mention) or people_of(mention)
        if code is None:
            continue
        if code not in states:
            name = by_code()[code].name
            states[code] = Entity(key=f"state:{code}", kind=ActorKind.STATE, country=code, words=folded(name))
        states[code].take(index, mention)
    return list(states.values())


def gather_bodies(mentions: list[Numbered]) -> list[Entity]:
    """Returns the organisations, media, peoples and cities that the given names mean, by first mention."""
    bodies: list[Entity] = []
    ordered = sorted(mentions, key=lambda item: (-len(folded(item[1].head.text)), item[0]))
    starts = [(mention.span[0], folded(mention.head.text)) for _, mention in mentions]
    for index, mention in ordered:
        words = folded(mention.head.text)
        if not words:
            continue
        entity = _same_body(words, mention, bodies, starts)
        if entity is None:
            entity = Entity(key=f"body:{' '.join(words)}", words=words)
            bodies.append(entity)
            entity.kind = mention.kind
            head = fold_name(mention.head.text)
            entity.country = mention.country or seats().get(head) or peoples().get(head)
        elif entity.kind is None or (
            entity.kind is ActorKind.ORGANISATION and mention.kind is ActorKind.MEDIA
        ):
            entity.kind = mention.kind or entity.kind
        entity.take(index, mention)
    for entity in bodies:
        entity.mentions.sort()
    return sorted(bodies, key=lambda b: b.mentions[0])


def _same_body(
    words: tuple[str, ...], mention: Mention, bodies: list[Entity], starts: list[tuple[int, tuple[str, ...]]]
) -> Entity | None:
    for body in bodies:
        is_called = any(folded(name) == words for name in body.names)
        if body.words == words or is_called or {body.words, words} == _GOVERNMENTS:
            return body
    for body in bodies:
        if is_acronym(mention.head.text, body.words) or is_clipped(words, body.words):
            return body
    for body in bodies:
        if mention.text.lower().startswith("the ") and is_shortened(words, body.words):
            return body
    longer = [
        body
        for body in bodies
        if is_part_of(words, body.words)
        and _may_shorten(words, mention, body)
        and not _is_known_before(words, body, starts)
    ]
    return longer[0] if len(longer) == 1 else None


def _is_known_before(words: tuple[str, ...], body: Entity, starts: list[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether a text speaks of `Halden` again and again before it names the `Halden Fishers' Association`.

    Who is known by one word is named in full first, but for companies (`Halden`, later `Halden Holdings`).
    """
    last, nouns = body.words[-1], noun_sets()
    is_common = (last in nouns.organisation or last in nouns.public) and last not in resolving().company_ends
    if body.words[:1] != words or len(body.words) < 3 or not is_common:
        return False
    full = min(start for start, found in starts if found == body.words)
    return sum(found == words and start < full for start, found in starts) > 1


def _is_another_body(words: tuple[str, ...], mention: Mention, body: Entity) -> bool:
    """Whether what a longer name adds makes another body of it: `UN`, `UN Security Council`."""
    last, rest = body.words[-1], body.words[len(words) :]
    nouns = noun_sets()
    if last in nouns.public:
        return True
    if len(words) > 1 and len(rest) > 1 and any(word in nouns.organisation for word in rest[:-1]):
        return True  # `United Nations`, `United Nations High Commission for Rivers`
    return (
        mention.head.text.isupper()
        and last not in resolving().company_ends
        and mention.kind is not ActorKind.MEDIA
    )


def _is_firm_taken_for_place(words: tuple[str, ...], mention: Mention, body: Entity) -> bool:
    """Whether the first word of a firm's name does what firms do: `Halden` for `Halden Biosciences`.

    A town gives its name to a university, a bank, a court: such a name is no sign.
    """
    return (
        mention.kind is ActorKind.STATE
        and mention.country is None
        and body.kind is ActorKind.ORGANISATION
        and body.words[:1] == words
        and len(body.words) > 1
        and body.words[-1] not in noun_sets().organisation | noun_sets().public
        and mention.grammatical_role in (GrammaticalRole.SUBJECT, GrammaticalRole.POSSESSIVE)
    )


def _may_shorten(words: tuple[str, ...], mention: Mention, body: Entity) -> bool:
    """Whether a name may be short for a longer one: not `Kenya` for `Kenya Airways`, but `the Post`."""
    if _is_firm_taken_for_place(words, mention, body):
        return True
    if mention.kind is ActorKind.STATE or body.kind is ActorKind.STATE:
        return False
    if mention.kind is not None and body.kind is not None and mention.kind != body.kind:
        both = {mention.kind, body.kind}
        if both != {ActorKind.MEDIA, ActorKind.ORGANISATION}:
            return False
    if body.words[: len(words)] == words and _is_another_body(words, mention, body):
        return False
    if len(words) == 1:
        starts = body.words[:1] == words
        # `Council backs crisis teams`, in a headline, of the Ashgrove City Council
        is_headline = mention.paragraph == mention.sentence == 0 and body.words[-1:] == words
        is_noun = is_headline and words[0] in noun_sets().organisation
        return starts or is_noun or mention.text.lower().startswith("the ")
    return True
