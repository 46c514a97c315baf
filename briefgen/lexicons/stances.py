"""Words by which whoever says something of a matter takes a side on it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefgen.lexicons.load import Lexicon, load


class StanceWords(Lexicon):
    """The lexicon en/stances.yml."""

    harsh_adjectives: frozenset[str]
    harsh_nouns: frozenset[str]
    levies: frozenset[str]
    """What a matter is called a charge by, where it is none: `a tax on being poor`."""
    gifts: frozenset[str]
    gifted: frozenset[str]
    """Whom nobody means to give anything: `a gift to every populist`."""
    kind_adjectives: frozenset[str]
    kind_nouns: frozenset[str]
    deeds: Mapping[str, frozenset[str]]
    """Verbs of what one is accused of, with what must stand under each, if anything must."""
    harm: Mapping[str, frozenset[str]]
    """Verbs of what a measure does in the eyes of those against it."""
    boon: Mapping[str, frozenset[str]]
    """Verbs of what a measure does in the eyes of those for it."""
    failing: frozenset[str]
    """What one hopes that others do, if one is against them; with particles."""
    made_to: frozenset[str]
    """What one wants to make others do, if one is against them."""
    yielding: frozenset[str]
    giving_up: frozenset[str]
    """What somebody who holds on will not do."""
    by_choice: frozenset[str]
    """What somebody does by choice, beside `chosen` of en/resolving.yml."""

    bargaining: frozenset[str]
    """What somebody does not do, or cannot do, if he is against it."""
    pressing: frozenset[str]
    """What cannot be done to somebody, in the eyes of those who are against it."""
    endings: frozenset[str]
    """Idioms of ending or harming something: a verb with all that must stand under it."""
    no_endings: Mapping[str, frozenset[str]]
    """What stands under a verb of ending that ends nothing."""
    finding: frozenset[str]
    """Verbs of judging that tell by a clause what is so."""
    easing: frozenset[str]
    """What things do of themselves, so that a `should` only expects it."""
    yielding_gain: frozenset[str]
    """Verbs of what a thing brings, so that a `should` only expects it."""
    undoing: frozenset[str]
    """Verbs with particles, beside those of ending, whose object nobody is for or against by wanting it done."""
    outcomes: frozenset[str]
    """What comes of a thing; whoever fears it need not be against the thing."""
    risking: frozenset[str]
    """Verbs with prepositions of what is put at risk."""
    idle_proposals: frozenset[str]
    """Verbs and states with `let us` that only open what is said."""
    shortcomings: frozenset[str]
    """Nouns of what somebody did not do that he should have."""
    misdone: frozenset[str]
    """Adverbs of a deed that whoever tells it condemns."""
    breaches: frozenset[str]
    """What something is `in` that breaks a rule."""
    conformity: frozenset[str]
    """What something is `not in` that breaks a rule."""
    wanting: frozenset[str]
    """What a plan or an account does not do, in the eyes of those who are against it; with particles."""
    wrongs: frozenset[str]
    """What somebody denies by saying that there is none."""
    wishing: frozenset[str]
    """Verbs of what one wants, told by `what`."""
    imperative: frozenset[str]
    """What one calls what is needed."""
    duties: frozenset[str]
    """What somebody is said to have, who ought to do something."""
    needs: frozenset[str]
    """What there is said to be of a deed that is called for."""
    causes: frozenset[str]
    """What a matter is said to be of a feeling."""
    bad_feelings: frozenset[str]
    good_feelings: frozenset[str]
    effects: frozenset[str]
    """What a matter is said to have, good or bad."""
    hunting: frozenset[str]
    """What one threatens to do to others; with particles."""
    outward: frozenset[str]
    """Predicates of a mind that tell a deed where they look ahead."""
    done_to: frozenset[str]
    """Nouns of a harm, with `of`, `on` or `against` of whom it befalls."""
    suffering: frozenset[str]
    """Verbs of what becomes of one who is feared for."""
    omitting: frozenset[str]
    """Verbs of not doing something, which need not be against it."""
    minding: frozenset[str]
    """Verbs of thinking about something, whose lack is no opposition."""
    holding_back: frozenset[str]
    """Verbs of having a say, which one may be unwilling to have."""
    expected_states: frozenset[str]
    """States that a `should` only expects."""
    penalties: frozenset[str]
    """What only somebody bad deserves."""
    to_credit: frozenset[str]
    """What one does with words that one holds to be true."""
    virtues: frozenset[str]
    """What one doubts of whom or what one is against."""
    weighing: frozenset[str]
    """Verbs of thinking about what one may do."""
    indifferent: frozenset[str]
    """Predicates that with a question under them take no side."""
    put_to_one: frozenset[str]
    """What others ask or offer, so that thinking about it takes no side."""
    befallen: frozenset[str]
    """What becomes of people in a disaster: states."""
    weather: frozenset[str]
    """What nobody is to blame for."""
    solace: frozenset[str]
    """Nouns of an end that may be peace of mind."""
    befalling: frozenset[str]
    """Verbs of what becomes of one, and is no promise."""
    sorrows: frozenset[str]
    """Verbs of what nobody wants to feel."""
    doing: frozenset[str]
    """Verbs whose object is what their subject is blamed for."""
    bearing_out: frozenset[str]
    """Verbs by which a thing shows what somebody is blamed for."""
    becoming: frozenset[str]
    """Verbs with `into` of what somebody or something is said to be now."""
    shielding: frozenset[str]
    """Verbs with `against` that are for what stands before it."""
    favours: frozenset[str]
    """What one wants to do for whom one is for; with particles."""
    rebukes: frozenset[str]
    """What is said against somebody, so that whoever rejects it is not against him."""
    offers: frozenset[str]
    """What is refused for what it asks, not for what it gives."""
    swapped: frozenset[str]
    """What is an offer where something is given in return."""
    dealing: frozenset[str]
    """Verbs with `with` of whom somebody wants to deal with, who is what the wish is about."""
    bonds: frozenset[str]
    """Nouns with `with` of ties, which are for whom they are with."""
    asides: frozenset[str]
    """Prepositions of what is told on the way: no matter of what is wanted or done."""


@cache
def stance_words() -> StanceWords:
    """Returns the words that take a side."""
    return load("stances", StanceWords)
