"""Small words that decide what a name or a pronoun stands for."""

from __future__ import annotations

from functools import lru_cache

from briefgen.lexicons.load import Lexicon, load


class MentionCues(Lexicon):
    """The lexicon en/mention_cues.yml."""

    where: frozenset[str]
    minds_within: frozenset[str]
    """What is in a capital only where its government has it: `the fear in Nairobi`."""
    views: frozenset[str]
    """What is done in a capital by its government, where it is done as something: `is seen as a bluff`."""
    answers: frozenset[str]
    """What is sent from a capital by its government: `no word from Nairobi`."""
    whither: frozenset[str]
    motion: frozenset[str]
    visited: frozenset[str]
    empty_adjectives: frozenset[str]
    empty_verbs: frozenset[str]
    particles: frozenset[str]
    arab_particles: frozenset[str]
    letters_behind_names: frozenset[str]
    ordinals: frozenset[str]
    roles_of_states: frozenset[str]
    sides_in_court: frozenset[str]
    acts_in_court: frozenset[str]
    bodies_of_persons: frozenset[str]
    hyphen_words: frozenset[str]
    about: frozenset[str]
    also_persons: frozenset[str]
    place_heads: frozenset[str]
    kinds_of_bodies: frozenset[str]
    kinds_in_appositions: frozenset[str]
    """What a body is where an apposition says so, and a thing elsewhere."""
    sides_of_parties: frozenset[str]
    colours_of_parties: frozenset[str]
    party_heads: frozenset[str]
    """What the name of a party may end in, where the words before it tell its colour."""
    fronts_of_parties: frozenset[str]
    parts_of_parties: frozenset[str]
    """Who is so of a party, and never of a person: `the Nordal Vei leader`."""
    unions_of_parties: frozenset[str]
    parties_of_one_word: frozenset[str]
    partners_of_parties: frozenset[str]
    not_in_office: frozenset[str]
    """What stands before an office that its holder has not, or no more."""
    callings: frozenset[str]
    takes_office: frozenset[str]
    """What somebody does who comes into an office: `who replaced him as mayor`."""
    callings_of_bodies: frozenset[str]
    never_actors: frozenset[str]
    title_heads: frozenset[str]
    openers_of_campaigns: tuple[str, ...]
    body_suffixes: frozenset[str]
    firm_trades: frozenset[str]
    opens_before_firms: frozenset[str]
    thing_heads: frozenset[str]
    initial_places: frozenset[str]
    short_titles: frozenset[str]
    parts_of_firms: frozenset[str]
    naming_words: frozenset[str]
    parts_of_towns: frozenset[str]
    """What a capital has as a town, and no state has."""
    place_nouns: frozenset[str]
    parts_of_lands: frozenset[str]
    """Bodies that a land or town has, told with `of`: `the town council of Halden`."""
    sent_abroad: frozenset[str]
    services: frozenset[str]
    """What a service is for that acts as a body: `the security service`."""
    party_members: frozenset[str]
    callings_of_fields: frozenset[str]
    """Callings whose object is a field, not whose one is."""
    forms_of_address: frozenset[str]
    """Titles that stand before nobody but persons."""
    bonds: frozenset[str]
    """What somebody is to another: no office of what stands behind `of`."""
    promising: frozenset[str]
    """Verbs whose own subject does what they complement."""
    telling_when: frozenset[str]
    ranks_as_adjectives: frozenset[str]
    wrongs: frozenset[str]
    """What one does not warn of as one's own doing."""
    numbered_media: frozenset[str]
    media_heads: frozenset[str]
    firm_suffixes: frozenset[str]
    shares: frozenset[str]
    ranks_of_roles: frozenset[str]
    fronts_of_republics: frozenset[str]
    leaves_office: frozenset[str]
    takes_sides: frozenset[str]
    keeps_office: frozenset[str]
    serves_in_office: frozenset[str]
    gives_office: frozenset[str]
    gerunds_of_offices: frozenset[str]
    ranks_of_offices: frozenset[str]
    ranks_apart: frozenset[str]
    adverbs_of_offices: frozenset[str]
    knowing: frozenset[str]
    fields_of_bodies: frozenset[str]
    offices_with_fields: frozenset[str]
    ranks_before_titles: frozenset[str]
    kin: frozenset[str]
    calls_of_movements: frozenset[str]
    """What the name of a movement may end in: `Clear Fjords Now`."""
    numbered_bodies: frozenset[str]
    """What a body may be that goes by a number: `Police Lodge 12`."""
    fronts_of_names: frozenset[str]
    """What a hyphen joins to the rest of one name: `Pan-Afrika Tyres`."""
    geographic_nouns: frozenset[str]
    """What only places are called: `the Kyzyl-Bel crossing`."""
    makes_bodies: frozenset[str]
    """Verbs whose object is a body only wished for or just made: `wants a retraining fund`."""
    asks_for: frozenset[str]
    """Verbs that what is asked for stands behind with `for`."""
    labels_of_articles: frozenset[str]
    """What stands with a colon at the start of a headline and says nothing: `Analysis:`."""


@lru_cache(maxsize=1)
def mention_cues() -> MentionCues:
    """Returns the cues, loaded once."""
    return load("mention_cues", MentionCues)


def campaigns(parts: list[str]) -> bool:
    """Whether the name of a body, in small letters, tells its aim: `save nordal baths`, but not `stop & shop`."""
    is_other = parts[1:2] in (["&"], ["the"])  # `Save the Children`
    name = " ".join(parts).removeprefix("the ")
    is_one = any(name.startswith(f"{opening} ") for opening in mention_cues().openers_of_campaigns)
    return is_one and len(parts) > 2 and not is_other
