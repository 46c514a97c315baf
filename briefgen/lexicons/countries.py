"""The states of the world and the words that name them."""

from __future__ import annotations

from functools import lru_cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model


class Country(Model):
    """A state: `code` is ISO 3166-1 alpha-2, `name` the common English name."""

    code: str
    name: str
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Adjectives: `Kenyan`."""
    plural: tuple[str, ...] = ()
    """The people as a noun: `Kenyans`."""
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    """Houses that stand for a part of the government: `Downing Street`."""
    short: tuple[str, ...] = ()
    """What a text says once the state is known: `the North`."""


class Countries(Lexicon):
    """The lexicon en/countries.yml."""

    countries: tuple[Country, ...]


def fold_name(name: str) -> str:
    """Returns a name with straight apostrophes and single spaces, case kept."""
    return " ".join(name.replace("’", "'").split())


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Returns every state of the lexicon."""
    return load("countries", Countries).countries


@lru_cache(maxsize=1)
def by_code() -> dict[str, Country]:
    """Returns the states by code."""
    return {country.code: country for country in countries()}


@lru_cache(maxsize=1)
def state_names() -> dict[str, str]:
    """Returns code by every name of the state itself: `DPRK`, `United States`."""
    return {
        fold_name(word): country.code for country in countries() for word in (country.name, *country.also)
    }


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Returns code by capital."""
    return {fold_name(word): country.code for country in countries() for word in country.capital}


@lru_cache(maxsize=1)
def seats() -> dict[str, str]:
    """Returns code by house of government: `Downing Street`."""
    return {fold_name(word): country.code for country in countries() for word in country.seats}


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Returns code by adjective: `Kenyan`."""
    return {fold_name(word): country.code for country in countries() for word in country.people}


@lru_cache(maxsize=1)
def peoples() -> dict[str, str]:
    """Returns code by the noun for its people: `Kenyans`."""
    return {fold_name(word): country.code for country in countries() for word in country.plural}


@lru_cache(maxsize=1)
def short_names() -> dict[str, tuple[str, ...]]:
    """Returns the codes that a short name may mean: `the North`."""
    out: dict[str, tuple[str, ...]] = {}
    for country in countries():
        for word in country.short:
            out[word] = (*out.get(word, ()), country.code)
    return out
