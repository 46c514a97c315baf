"""Nouns, titles, given names and outlets: the words by which a text shows who can speak and act."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model

_PERSONAL = re.compile(r"[a-z]{3,}(?:ers?|ors?|ists?|ians?|eers?|ees?|m[ae]n|women|woman|people|persons?)$")
"""Endings of nouns for people."""


class Gendered(Model):
    """Words by the gender they show."""

    male: tuple[str, ...] = ()
    female: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def all(self) -> frozenset[str]:
        """Returns the words of every gender."""
        return frozenset(self.male + self.female + self.unknown)


class ActorNouns(Lexicon):
    """The lexicon en/actor_nouns.yml."""

    honorifics: Gendered
    titles: tuple[str, ...]
    person: Gendered
    group: tuple[str, ...]
    either: tuple[str, ...]
    organisation: tuple[str, ...]
    media: tuple[str, ...]
    documents: tuple[str, ...]
    state: tuple[str, ...]
    region: tuple[str, ...]
    company: tuple[str, ...]
    public: tuple[str, ...]
    organs: tuple[str, ...]
    of_states: tuple[str, ...]
    things_like_persons: tuple[str, ...]
    voices: tuple[str, ...]
    unnamed_sources: tuple[str, ...]
    epithets: tuple[str, ...]
    seats: tuple[str, ...]
    may_sit: tuple[str, ...]
    same_offices: tuple[tuple[str, ...], ...]
    any_body: tuple[str, ...]
    says_nothing: tuple[str, ...]
    counts: tuple[str, ...]
    stand_ins: tuple[str, ...]
    relations: dict[str, tuple[str, ...]]


class Outlets(Lexicon):
    """The lexicon en/outlets.yml."""

    names: tuple[str, ...]
    heads: tuple[str, ...]
    common: tuple[str, ...]
    platforms: tuple[str, ...]


class GivenNames(Lexicon):
    """The lexicon en/given_names.yml."""

    male: tuple[str, ...]
    female: tuple[str, ...]
    male_before_surname: tuple[str, ...]
    female_before_surname: tuple[str, ...]
    also_words: tuple[str, ...]
    """Names that are words as well, of whatever matter."""


@lru_cache(maxsize=1)
def actor_nouns() -> ActorNouns:
    """Returns the nouns for those who speak and act."""
    return load("actor_nouns", ActorNouns)


@lru_cache(maxsize=1)
def outlets() -> Outlets:
    """Returns the names of news media."""
    return load("outlets", Outlets)


@lru_cache(maxsize=1)
def given_names() -> GivenNames:
    """Returns the given names."""
    return load("given_names", GivenNames)


class NounSets(Model):
    """The nouns as sets, for quick asking."""

    honorifics: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    """The titles that are no forms of address: a minister, not a Mr."""
    male: frozenset[str]
    female: frozenset[str]
    person: frozenset[str]
    group: frozenset[str]
    people: frozenset[str]
    """Persons, offices and groups."""
    either: frozenset[str]
    """What a person and a firm can be: an owner, a rival."""
    organisation: frozenset[str]
    media: frozenset[str]
    documents: frozenset[str]
    state: frozenset[str]
    region: frozenset[str]
    company: frozenset[str]
    public: frozenset[str]
    organs: frozenset[str]
    of_states: frozenset[str]
    things_like_persons: frozenset[str]
    voices: frozenset[str]
    unnamed_sources: frozenset[str]
    epithets: frozenset[str]
    seats: frozenset[str]
    may_sit: frozenset[str]
    same_offices: dict[str, frozenset[str]]
    """By each office those that mean the same, itself among them."""
    any_body: frozenset[str]
    says_nothing: frozenset[str]
    counts: frozenset[str]
    stand_ins: frozenset[str]
    relations: dict[str, frozenset[str]]
    """By each noun the prepositions behind which it names a relation."""


@lru_cache(maxsize=1)
def noun_sets() -> NounSets:
    """Returns the nouns as sets of lower-case lemmas."""
    nouns = actor_nouns()
    titles = frozenset(nouns.titles) | nouns.honorifics.all()
    return NounSets(
        honorifics=nouns.honorifics.all(),
        titles=titles,
        offices=titles - nouns.honorifics.all(),
        male=frozenset(nouns.person.male) | frozenset(nouns.honorifics.male),
        female=frozenset(nouns.person.female) | frozenset(nouns.honorifics.female),
        person=nouns.person.all(),
        group=frozenset(nouns.group),
        people=nouns.person.all() | titles | frozenset(nouns.group),
        either=frozenset(nouns.either),
        organisation=frozenset(nouns.organisation),
        media=frozenset(nouns.media),
        documents=frozenset(nouns.documents),
        state=frozenset(nouns.state),
        region=frozenset(nouns.region),
        company=frozenset(nouns.company),
        public=frozenset(nouns.public),
        organs=frozenset(nouns.organs),
        of_states=frozenset(nouns.of_states),
        things_like_persons=frozenset(nouns.things_like_persons),
        voices=frozenset(nouns.voices),
        unnamed_sources=frozenset(nouns.unnamed_sources),
        epithets=frozenset(nouns.epithets),
        seats=frozenset(nouns.seats),
        may_sit=frozenset(nouns.may_sit),
        same_offices={word: frozenset(row) for row in nouns.same_offices for word in row},
        any_body=frozenset(nouns.any_body),
        says_nothing=frozenset(nouns.says_nothing),
        counts=frozenset(nouns.counts),
        stand_ins=frozenset(nouns.stand_ins),
        relations={noun: frozenset(row) for noun, row in nouns.relations.items()},
    )


@cache
def nouns_of_bodies() -> frozenset[str]:
    """Returns the nouns that tell what a body is: `institute`, `insurer`, `daily`, `shareholder`."""
    nouns = noun_sets()
    return nouns.organisation | nouns.media | nouns.company | nouns.either


@lru_cache(maxsize=1)
def male_names() -> frozenset[str]:
    """Returns male given names."""
    names = given_names()
    return frozenset(names.male + names.male_before_surname) - frozenset(names.female)


@lru_cache(maxsize=1)
def female_names() -> frozenset[str]:
    """Returns female given names."""
    names = given_names()
    return frozenset(names.female + names.female_before_surname) - frozenset(names.male)


def names_document(noun: str) -> bool:
    """Whether a noun, singular or plural, names a text that speaks in its author's stead: `a leaked memo`."""
    noun = noun.lower()
    return noun in noun_sets().documents or noun.removesuffix("s") in noun_sets().documents


def ends_like_person(noun: str) -> bool:
    """Whether a lower-case noun ends like one for a person and is not one of the things that do."""
    return bool(_PERSONAL.search(noun)) and noun.removesuffix("s") not in noun_sets().things_like_persons


@lru_cache(maxsize=1)
def person_names() -> frozenset[str]:
    """Returns all given names."""
    names = given_names()
    return frozenset(names.male + names.female + names.male_before_surname + names.female_before_surname)


@lru_cache(maxsize=1)
def words_like_names() -> frozenset[str]:
    """Returns the given names that may open a sentence as words: `Grace is needed`."""
    names = given_names()
    return frozenset(names.also_words + names.male_before_surname + names.female_before_surname)


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, with or without its accents: `Gráinne`, `Jurgen`."""
    return word in person_names() or without_accents(word) in _plain_person_names()


@lru_cache(maxsize=1)
def _plain_person_names() -> frozenset[str]:
    return frozenset(map(without_accents, person_names()))


def without_accents(name: str) -> str:
    """Returns a name in plain letters: `Luisa` for `Luísa`."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def small_person_names() -> frozenset[str]:
    """Returns all given names in small letters."""
    return frozenset(name.lower() for name in person_names())


@lru_cache(maxsize=1)
def platform_names() -> frozenset[str]:
    """Returns the firms on whose pages people speak."""
    return frozenset(outlets().platforms)


@lru_cache(maxsize=1)
def outlet_names() -> frozenset[str]:
    """Returns outlets known by name, common words left out."""
    return frozenset(outlets().names) - frozenset(outlets().common)
