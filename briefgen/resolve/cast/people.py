"""Personal names put together: full names first, then each bare surname with its bearer in this article."""

from __future__ import annotations

from briefgen.lexicons.actor_words import person_names
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.words import is_same_person, personal

Numbered = tuple[int, Mention]


def gather_people(mentions: list[Numbered], embedded: frozenset[int]) -> list[Entity]:
    """Returns the persons that the given personal names mean, in order of first mention.

    `embedded` are mentions inside another person's role (`adviser to former President X`): they found a
    person of their own, but a bare surname elsewhere does not mean them where it can mean another.
    """
    people: list[Entity] = []
    nicknames = _nicknames(mentions)
    for index, mention in sorted(mentions, key=lambda item: -len(personal(item[1].head.text))):
        words = personal(mention.head.text)
        if len(words) < 2 or words in nicknames:
            continue
        entity = next((p for p in people if is_same_person(words, p.words)), None)
        if entity is None:
            entity = Entity(key=f"person:{' '.join(words)}", kind=ActorKind.PERSON, words=words)
            people.append(entity)
        entity.take(index, mention)
    full = list(people)
    by_given = _called_by_given_name(people, mentions)
    for index, mention in mentions:
        words = personal(mention.head.text)
        if words in nicknames:
            words = words[-1:]
        if len(words) != 1:
            continue
        entity = _bearer(words[0], index, mention, full, dict(mentions), embedded, by_given)
        if entity is None:
            key = f"person:{words[0]}"
            entity = next((p for p in people if p.key == key), None)
            if entity is None:
                entity = Entity(key=key, kind=ActorKind.PERSON, words=words)
                people.append(entity)
        entity.take(index, mention)
    for entity in people:
        entity.mentions.sort()
    return sorted(people, key=lambda p: p.mentions[0])


def _nicknames(mentions: list[Numbered]) -> frozenset[tuple[str, ...]]:
    """Returns the names of two words that are a taunt before the given name of somebody: `Crooked Hilda`."""
    full = {words for _, m in mentions if len(words := personal(m.head.text)) > 1}
    given = {words[0] for words in full}
    known = {name.lower() for name in person_names()}
    return frozenset(
        words
        for words in full
        if len(words) == 2 and words[1] in given and words[1] in known and words[0] not in known
    )


def _bearer(
    word: str,
    index: int,
    mention: Mention,
    people: list[Entity],
    mentions: dict[int, Mention],
    embedded: frozenset[int],
    by_given: frozenset[str],
) -> Entity | None:
    """Returns the person whose surname (or else whose given name) a bare name is."""
    for place in (_is_last, _is_first, _is_inside):
        bearers = [p for p in people if place(word, p.words) and _agrees(p, mention)]
        if place is _is_last:
            bearers += [
                p for p in people if p not in bearers and _is_family_first(word, p) and _agrees(p, mention)
            ]
        if len(bearers) == 1:
            return bearers[0]
        if bearers:
            return max(
                bearers,
                key=lambda p: (
                    _shares_title(p, mention),
                    p.key not in by_given,
                    not all(i in embedded for i in p.mentions),
                    _weight(p, mentions, index),
                    -p.mentions[0],
                ),
            )
    return None


def _called_by_given_name(people: list[Entity], mentions: list[Numbered]) -> frozenset[str]:
    """Returns the keys of those whom the text calls by given name, so that the bare surname is another's."""
    bare = {words[0] for _, m in mentions if len(words := personal(m.head.text)) == 1}
    last = {p.words[-1] for p in people}
    return frozenset(p.key for p in people if p.words[0] in bare and p.words[0] not in last)


def _is_last(word: str, words: tuple[str, ...]) -> bool:
    return words[-1] == word


def _is_first(word: str, words: tuple[str, ...]) -> bool:
    return words[0] == word


def _is_inside(word: str, words: tuple[str, ...]) -> bool:
    return word in words


def _is_family_first(word: str, person: Entity) -> bool:
    """Whether a name may carry its family name in front: three words, the first short."""
    return len(person.words) == 3 and person.words[0] == word and len(word) <= 5


def _agrees(person: Entity, mention: Mention) -> bool:
    return Gender.UNKNOWN in (person.gender, mention.gender) or person.gender == mention.gender


def _shares_title(person: Entity, mention: Mention) -> bool:
    if mention.role is None:
        return False
    words = set(mention.role.text.lower().split())
    return any(words & set(role.text.lower().split()) for role in person.roles)


def _weight(person: Entity, mentions: dict[int, Mention], index: int) -> float:
    """Returns how much the text has been about a person by full name before (after counts less)."""
    total = 0.0
    for i in person.mentions:
        if i not in mentions:
            continue
        value = 2.0 if mentions[i].grammatical_role is GrammaticalRole.SUBJECT else 1.0
        total += value if i < index else value / 4
    return total
