"""Personal names put together: full names first, then each bare surname with its bearer in this article."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import is_given_name, noun_sets, small_person_names
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.predicates import predicate_index
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.words import is_same_person, personal

Numbered = tuple[int, Mention]
_RELATIVE = re.compile(r"(.+)['’]s? (?:\w+ )?(\w+)")
"""Whose relative somebody is: `Ola Hansen’s late mother`."""


def gather_people(mentions: list[Numbered], embedded: frozenset[int]) -> list[Entity]:
    """Returns the persons that the given personal names mean, in order of first mention.

    `embedded` are mentions inside another person's role (`adviser to former President X`): they found a
    person of their own, but a bare surname elsewhere does not mean them where it can mean another.
    """
    people: list[Entity] = []
    nicknames = _nicknames(mentions)
    shortened: dict[int, Entity] = {}
    for index, mention in sorted(mentions, key=lambda item: -len(personal(item[1].head.text))):
        words = personal(mention.head.text)
        if len(words) < 2 or words in nicknames:
            continue
        entity = next((p for p in people if is_same_person(words, p.words)), None)
        if entity is None:
            bearers = [p for p in people if _is_long_surname(mention.head.text, words, p)]
            if len(bearers) == 1:
                shortened[index] = bearers[0]
                continue
        if entity is None:
            entity = Entity(key=f"person:{' '.join(words)}", kind=ActorKind.PERSON, words=words)
            people.append(entity)
        entity.take(index, mention)
    placed = dict(mentions)
    for index, entity in shortened.items():
        entity.take(index, placed[index])
    article = _Article(people, mentions, embedded)
    for index, mention in mentions:
        words = personal(mention.head.text)
        if words in nicknames:
            words = words[-1:]
        if len(words) != 1:
            continue
        words = article.relative(words[0], mention) or words
        entity = article.bearer(words[0], index, mention)
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
    """Returns the names of two words that are a taunt before the given name of somebody: `Crooked Hilda`.

    So is a verb of a headline before a surname: `Senator Endorsed Cole`, where another is named in full so.
    """
    full = {words for _, m in mentions if len(words := personal(m.head.text)) > 1}
    given = {words[0] for words in full}
    known = small_person_names()
    last = {words[-1] for words in full if not _is_deed(words[0])}
    return frozenset(
        words
        for words in full
        if len(words) == 2
        and words[0] not in known
        and ((words[1] in given and words[1] in known) or (words[1] in last and _is_deed(words[0])))
    )


def _is_deed(word: str) -> bool:
    """Whether a word is the past or a participle of a verb that tells a stance: `endorsed`, `attacking`."""
    stems = (word[:-1], word[:-2]) if word.endswith("ed") else (word[:-3], word[:-3] + "e")
    return word.endswith(("ed", "ing")) and not predicate_index().keys().isdisjoint(stems)


class _Article:
    """The full names of an article and where they stand, to find whose a bare name is."""

    def __init__(self, people: list[Entity], mentions: list[Numbered], embedded: frozenset[int]) -> None:
        self._people = list(people)
        self._mentions = dict(mentions)
        self._embedded = embedded
        self._named_in_full = {p.key: list(p.mentions) for p in people}
        self._first: dict[str, int] = {}
        """Where each word of a name first stands."""
        for _, mention in mentions:
            for word in personal(mention.head.text):
                self._first[word] = min(mention.head.start, self._first.get(word, mention.head.start))
        self._by_given = _called_by_given_name(people, mentions)
        self._habit: dict[str, str] = {}
        """Whom a bare surname meant first, where nothing near it told."""

    def bearer(self, word: str, index: int, mention: Mention) -> Entity | None:
        """Returns the person whose surname (or else whose given name) a bare name is."""
        for place in (_is_last, _is_first, _is_inside):
            bearers = [p for p in self._people if place(word, p.words) and _agrees(p, mention)]
            if place is _is_last:
                bearers += [
                    p
                    for p in self._people
                    if p not in bearers and _is_family_first(word, p) and _agrees(p, mention)
                ]
            if len(bearers) == 1:
                return bearers[0]
            if bearers:
                return self._likeliest(word, bearers, index, mention)
        return None

    def relative(self, surname: str, mention: Mention) -> tuple[str, ...] | None:
        """Returns the given name of whoever bears the surname of a relative who is only named to tell who she is.

        `Ola Hansen’s mother Kari wept. … Ms Hansen said`: no word of his.
        """
        if mention.text == mention.head.text:
            return None
        bearers = [i for p in self._people if _is_last(surname, p.words) for i in self._named_in_full[p.key]]
        if any(self._mentions[i].grammatical_role is not GrammaticalRole.POSSESSIVE for i in bearers):
            return None
        for other in self._mentions.values():
            match = _RELATIVE.fullmatch(other.role.text) if other.role is not None else None
            if match is None or other.head.start > mention.head.start or match[2] not in mention_cues().kin:
                continue
            is_kin = personal(match[1])[-1:] == (surname,) and len(personal(other.head.text)) == 1
            if is_kin and mention.gender is _gender_of(match[2]):
                return personal(other.head.text)
        return None

    def _likeliest(self, word: str, bearers: list[Entity], index: int, mention: Mention) -> Entity:
        """Returns who of several bearers of a name is meant at a place.

        Nobody is called by surname before the text has told the full name, unless it opens with the bare
        surname (of somebody whom every reader knows). Whom the first bare surname means keeps it: it is the others whom
        the text must name in full again and again.
        """
        start = mention.head.start
        first = self._first[word]
        full = [i for p in bearers for i in self._named_in_full[p.key]]
        is_told = any(self._mentions[i].head.start == first for i in full)
        here = self._named_last(bearers, mention)
        likeliest = max(
            bearers,
            key=lambda p: (
                not is_told or any(self._mentions[i].head.start < start for i in p.mentions),
                _shares_title(p, mention),
                p.key not in self._by_given,
                not all(i in self._embedded for i in p.mentions),
                p is here,
                p.key == self._habit.get(word),
                _weight(p, self._mentions, index),
                -p.mentions[0],
            ),
        )
        told = self._named_in_full[likeliest.key]
        if here is None and any(self._mentions[i].head.start < start for i in told):
            self._habit.setdefault(word, likeliest.key)
        return likeliest

    def _named_last(self, bearers: list[Entity], mention: Mention) -> Entity | None:
        """Returns who alone of the bearers is named in full in the last such sentence of a paragraph."""
        above: dict[int, list[Entity]] = {}
        for person in bearers:
            for i in self._named_in_full[person.key]:
                full = self._mentions[i]
                is_above = full.paragraph == mention.paragraph and full.head.start < mention.head.start
                if is_above and i not in self._embedded:
                    above.setdefault(full.sentence, []).append(person)
        named = above[max(above)] if above else []
        return named[0] if len(named) == 1 else None


def _called_by_given_name(people: list[Entity], mentions: list[Numbered]) -> frozenset[str]:
    """Returns the keys of those whom the text calls by given name, so that the bare surname is another's.

    A given name beside another bearer's full name only tells the two apart: `Greg Cole, a cousin of Dale`. What
    others call somebody within quotation marks says nothing of how the text does. And whoever is called by surname
    before another bearer comes keeps it: `CARLY for America` is then a name of something else.
    """
    placed = dict(mentions)
    last = {p.words[-1] for p in people}
    called: dict[tuple[str, ...], set[int]] = {}
    bare: dict[str, list[int]] = {}
    for _, mention in mentions:
        if mention.quoted:
            continue
        words = personal(mention.head.text)
        called.setdefault(words, set()).add(mention.sentence)
        if len(words) == 1:
            bare.setdefault(words[0], []).append(mention.head.start)
    found = set()
    for person in people:
        given = person.words[0]
        if given in last:
            continue
        kin = [p for p in people if p is not person and p.words[-1] == person.words[-1]]
        beside = {placed[i].sentence for p in kin for i in p.mentions}
        first, other = (
            min(placed[i].head.start for p in of for i in p.mentions) for of in ([person], kin or people)
        )
        if any(first < start < other for start in bare.get(person.words[-1], ())):
            continue
        if called.get((given,), set()) - beside:
            found.add(person.key)
    return frozenset(found)


def _is_long_surname(name: str, words: tuple[str, ...], person: Entity) -> bool:
    """Whether a name of several words is the surname of a longer name: `Van Aalten`, `Al-Farouqi`."""
    if len(words) >= len(person.words) or person.words[-len(words) :] != words:
        return False
    opening = re.split(r"[\s\-‑]", name)[0]
    if not re.search(r"\s", name):
        return True  # `Mark-Olsen`, of `Anna Mark-Olsen`
    return opening.lower() in mention_cues().particles or not is_given_name(opening)


def _gender_of(kin: str) -> Gender | None:
    nouns = noun_sets()
    return Gender.MALE if kin in nouns.male else Gender.FEMALE if kin in nouns.female else None


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
    words = _telling_words(mention.role.text)
    return any(words & _telling_words(role.text) for role in person.roles)


def _telling_words(role: str) -> set[str]:
    """Returns the words of a role that tell it from others: its longer words and its abbreviations."""
    return set(re.findall(r"\w{4,}|\w+\.", role.lower()))


def _weight(person: Entity, mentions: dict[int, Mention], index: int) -> float:
    """Returns how much the text is about a person by full name before, or where it is nowhere yet how much after."""
    before, after = 0.0, 0.0
    for i in person.mentions:
        if i in mentions:
            value = 2.0 if mentions[i].grammatical_role is GrammaticalRole.SUBJECT else 1.0
            before, after = (before + value, after) if i < index else (before, after + value)
    return before or after / 100
