"""The lexicons of names and nouns: complete, of one meaning, loadable."""

from __future__ import annotations

from briefgen.lexicons import countries as world
from briefgen.lexicons.actor_words import (
    actor_nouns,
    female_names,
    male_names,
    noun_sets,
    outlet_names,
    person_names,
)
from briefgen.lexicons.mention_cues import mention_cues


def test_every_member_of_the_united_nations_is_there() -> None:
    codes = {country.code for country in world.countries()}
    assert len(codes) == len(world.countries())
    assert len(codes) >= 193 + 2
    assert {"KE", "FR", "US", "GB", "TV", "VA", "PS", "TW", "EU"} <= codes


def test_no_name_means_two_states() -> None:
    for table in (world.state_names, world.capitals, world.demonyms, world.peoples, world.seats):
        names = [name for country in world.countries() for name in _words(country, table.__name__)]
        assert len(names) == len(set(names)), table.__name__


def _words(country: world.Country, table: str) -> tuple[str, ...]:
    return {
        "state_names": (country.name, *country.also),
        "capitals": country.capital,
        "demonyms": country.people,
        "peoples": country.plural,
        "seats": country.seats,
    }[table]


def test_names_of_a_state_lead_to_its_code() -> None:
    assert world.state_names()["Kenya"] == "KE"
    assert world.capitals()["Nairobi"] == "KE"
    assert world.demonyms()["Kenyan"] == "KE"
    assert world.peoples()["Kenyans"] == "KE"
    assert world.seats()["Downing Street"] == "GB"
    assert world.by_code()["KE"].name == "Kenya"
    assert set(world.short_names()["the North"]) == {"KP"}


def test_curly_and_straight_apostrophes_are_one() -> None:
    assert world.fold_name("N’Djamena  ") == "N'Djamena"


def test_no_given_name_is_both() -> None:
    assert not male_names() & female_names()
    assert male_names() | female_names() <= person_names()


def test_common_words_are_no_outlets() -> None:
    assert "Time" not in outlet_names()
    assert "Agence France-Presse" in outlet_names()


def test_nouns_are_lower_case_words() -> None:
    sets = noun_sets()
    for words in (sets.person, sets.group, sets.organisation, sets.media, sets.titles):
        assert words
        assert all(word == word.lower() and " " not in word for word in words)
    assert "spokesman" in sets.male
    assert "mother" in sets.female
    assert actor_nouns().provenance.licence == "MIT"


def test_cues_are_words() -> None:
    assert {"in", "at", "off"} <= mention_cues().where
    assert "true" in mention_cues().empty_adjectives
