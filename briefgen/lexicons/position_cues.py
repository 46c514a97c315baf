"""Words by which the rules for positions tell a position, its holder and its leaning."""

from __future__ import annotations

from functools import cache

from briefgen.lexicons.load import Lexicon, load


class PositionCues(Lexicon):
    """The lexicon en/position_cues.yml."""

    charging: frozenset[str]
    harming: frozenset[str]
    addressing: frozenset[str]
    hedges: frozenset[str]
    feeding: frozenset[str]
    weighing: frozenset[str]
    describing: frozenset[str]
    painting: frozenset[str]
    speaking_deeds: frozenset[str]
    messages: frozenset[str]
    sides: frozenset[str]
    only_minds: frozenset[str]
    """States that no thing is in."""
    won_over: frozenset[str]
    """Whom somebody appeals to without asking for anything."""
    shares: frozenset[str]
    crowds: frozenset[str]
    """What thinks and wants as one without being a body."""
    having: frozenset[str]
    """What somebody does with a thought or a claim of his own."""
    showing: frozenset[str]
    showing_that: frozenset[str]
    """What `showing` is with a content clause: predicates, with their particles."""
    polls: frozenset[str]
    private_documents: frozenset[str]
    published_by: frozenset[str]
    standpoints: frozenset[str]
    sure_of_facts: frozenset[str]
    finding_out: frozenset[str]
    seeming: frozenset[str]
    plain: frozenset[str]
    plain_to_see: frozenset[str]
    lays_bare: frozenset[str]
    beyond_doubt: frozenset[str]
    forecast: frozenset[str]
    awaiting: frozenset[str]
    """How it is told that somebody is yet to do something."""
    giving: frozenset[str]
    comments: frozenset[str]
    """What the author calls that which he has told."""
    pointing: frozenset[str]
    left_open: frozenset[str]
    coming_to_think: frozenset[str]
    doubting: frozenset[str]
    transparent: frozenset[str]
    acquainted: frozenset[str]
    """What is talk where a first person does it without a content."""
    asking: frozenset[str]
    getting: frozenset[str]
    planned: frozenset[str]
    """Deeds that are a plan where they are still to come: predicates."""
    arriving: frozenset[str]
    before_states: frozenset[str]
    in_no: frozenset[str]
    copulas: frozenset[str]
    stood_in: frozenset[str]
    """What somebody contests by standing for election in it."""
    ending: frozenset[str]
    pains: frozenset[str]
    saying_enough: frozenset[str]
    perceiving: frozenset[str]
    """Verbs that tell a belief only with what somebody is seen as."""
    knowing: frozenset[str]
    """Verbs that tell a belief only with a clause."""
    never_backed: frozenset[str]
    """What one is `for` without supporting it."""
    far_purposes: frozenset[str]
    summing_up: frozenset[str]
    siding: frozenset[str]
    naming_so: frozenset[str]
    carried: frozenset[str]
    plotting: frozenset[str]
    slighting: frozenset[str]
    got_round: frozenset[str]
    units_of_waits: frozenset[str]
    """What a wait is measured in."""
    light: frozenset[str]
    naming: frozenset[str]
    """Verbs of saying that judge by the name they give."""
    led_deeds: frozenset[str]
    led_wishes: frozenset[str]
    seeking: frozenset[str]
    renewing: frozenset[str]
    respects: frozenset[str]
    privy: frozenset[str]
    statistics: frozenset[str]
    sizes: frozenset[str]
    amid: frozenset[str]
    formerly: frozenset[str]
    """Adverbs of what was so before."""
    measuring: frozenset[str]
    """Verbs of how much something is, where a number stands under them."""
    taking_over: frozenset[str]
    """Verbs of coming into an office; with particles."""
    listing: frozenset[str]
    those: frozenset[str]
    prospects: frozenset[str]
    measured: frozenset[str]
    elliptic: frozenset[str]
    """Verbs behind which `to` may stand for the whole of what was told before."""
    taking_that: frozenset[str]
    no_way: frozenset[str]
    supposing: frozenset[str]
    """Words of what is probable that do not make their own clause less sure."""
    looking_ahead: frozenset[str]
    before_whether: frozenset[str]
    hard: frozenset[str]
    """What it is to believe what is not so."""
    untrue: frozenset[str]
    nobody_does: frozenset[str]
    """What nobody does, if somebody asks who does it."""
    readiness: frozenset[str]
    """Predicates that tell no more than a readiness."""
    answering_back: frozenset[str]
    consequences: frozenset[str]
    blameworthy: frozenset[str]
    owning_up: frozenset[str]
    tasks: frozenset[str]
    calling_good: frozenset[str]
    leaving: frozenset[str]
    """Verbs that somebody's state of mind goes with, without a comma."""
    taken_for: frozenset[str]
    of_things: frozenset[str]
    """What a thing beside a comma can be as well."""
    never_deeds: frozenset[str]
    """States of mind that nobody brings about on purpose."""
    above_all: frozenset[str]
    """What sets one purpose over others."""
    bare_motives: frozenset[str]
    bends: frozenset[str]
    hoped: frozenset[str]
    voted: frozenset[str]
    motives: dict[str, str]
    """Preposition and noun of what moves somebody to do something, and the verb that says the same."""
    levers: frozenset[str]
    openings: frozenset[str]
    """What somebody with an end in mind uses a thing as."""
    happening: frozenset[str]
    """What befalls whoever did something."""
    rivalries: frozenset[str]
    matters_behind: frozenset[str]
    alike: frozenset[str]
    bringing_out: frozenset[str]
    findings: frozenset[str]
    only_with_a_clause: frozenset[str]
    """Verbs that order or settle something only where it is told what."""
    contests: frozenset[str]
    amounts: frozenset[str]
    sounding: frozenset[str]
    withheld: frozenset[str]
    hindsight: frozenset[str]
    only_with_an_object: frozenset[str]


@cache
def position_cues() -> PositionCues:
    """Returns the cues, loaded once."""
    return load("position_cues", PositionCues)
