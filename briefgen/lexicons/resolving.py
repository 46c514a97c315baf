"""Words that decide whom or what a mention stands for."""

from __future__ import annotations

from functools import cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model


class KindByWords(Model):
    """What a body is whose name holds one of `words` and one of `heads`."""

    kind: str
    words: frozenset[str]
    heads: frozenset[str]


class Resolving(Lexicon):
    """The lexicon en/resolving.yml."""

    name_suffixes: frozenset[str]
    before_participles: frozenset[str]
    """Adverbs that may stand before a participle, besides those in -ly."""
    company_ends: frozenset[str]
    any_firm: frozenset[str]
    """Words that any company may be called by."""
    governments: frozenset[str]
    who_governs: frozenset[str]
    """Those of `governments` that are no land."""
    charging: frozenset[str]
    state_run: frozenset[str]
    agencies_of_news: frozenset[str]
    states_in_pairs: frozenset[str]
    """What two states are called besides `governments`, without the plural -s."""
    persons_in_pairs: frozenset[str]
    """What two persons are called besides `rulers`, without the plural -s."""
    bodies_in_pairs: frozenset[str]
    rulers: frozenset[str]
    coming: frozenset[str]
    heads_of_state: frozenset[str]
    heads_of_government: frozenset[str]
    chief_diplomats: tuple[str, ...]
    ranks_of_chief_diplomats: frozenset[str]
    offices_of_states: frozenset[str]
    offices_of_callings: dict[str, str]
    """By what somebody does by calling the office that it is."""
    offices_in_court: dict[str, str]
    offices_once_held: dict[str, str]
    """The same of what somebody did at the head of a body."""
    who_serves_at: dict[str, str]
    """What somebody is who serves at such a place."""
    offices_of_one_state: dict[str, str]
    """Offices whose name tells the state, with its code."""
    departments_of_chiefs: frozenset[str]
    parts_of_departments: frozenset[str]
    insiders_of_states: frozenset[str]
    """Who speaks of the ruler of his own state by the bare office."""
    union_heads: frozenset[str]
    who_forms_unions: frozenset[str]
    vague_of_several: frozenset[str]
    against_governments: frozenset[str]
    witnessing: frozenset[str]
    was_by_calling: frozenset[str]
    workers_of_any_trade: frozenset[str]
    other_unions: frozenset[str]
    """What tells a union of states or of money from one of workers."""
    who_employs: frozenset[str]
    bodies_by_name: frozenset[str]
    """What a body is that has these words at the end of its name."""
    kinds_by_words: tuple[KindByWords, ...]
    kinds_by_end: dict[str, str]
    """What a body is by the end of its name, before its `of`."""
    parliaments: frozenset[str]
    industries: frozenset[str]
    """Words in the name of a body of those who make, sell or carry something."""
    industry_heads: frozenset[str]
    makers: frozenset[str]
    maker_heads: frozenset[str]
    trades_of_firms: dict[str, str]
    """What a firm is by the last word of its name: `airways`."""
    offices_of_towns: frozenset[str]
    offices_of_counties: frozenset[str]
    bodies_of_towns: frozenset[str]
    banks_of_trade: frozenset[str]
    inner_officers: frozenset[str]
    """Offices that a body just spoken of has: whose officer somebody is need not be told."""
    led_by: frozenset[str]
    """Offices that bodies have as states do: `its president`."""
    levels: frozenset[str]
    """What opens the words for a body, beside the adjectives of its kind."""
    commanded: frozenset[str]
    """Who does what the one they belong to decides."""
    only_beside: frozenset[str]
    """What somebody is of a body for which he does not speak."""
    led: frozenset[str]
    """Bodies whose plans are their leader's."""
    chosen: frozenset[str]
    provided: frozenset[str]
    """What somebody does by choice."""
    states_in_ed: frozenset[str]
    """Participles of what one is, not of what one has done: `he’s tired of it`."""


@cache
def resolving() -> Resolving:
    """Returns the words that decide what a mention stands for, loaded once."""
    return load("resolving", Resolving)
