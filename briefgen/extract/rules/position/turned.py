"""What a stance is not toward: whoever is only acted on by what is wanted ended, opposed, or left undone."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.endings import ends_it
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.lexicons.modality import modality
from briefgen.lexicons.stances import stance_words
from briefgen.model.position import Act

_OPPOSED = frozenset({Act.ACCUSE, Act.REJECT, Act.FEEL})
_REFUSING = ("reject:", "unwilling:")


def undoes(g: Grammar, verb: int) -> bool:
    """Whether a verb ends, harms or takes away what it is done to: `scrap the levy`, `shut off power`."""
    return ends_it(g, verb) or bool({g.lemmas[verb], g.with_particle(verb)} & stance_words().undoing)


def _names_end(g: Grammar, noun: int) -> bool:
    """Whether a noun tells the end of something: `the lifting of the embargo`, `the repeal of the levy`."""
    return not {g.lemmas[noun], g.words[noun].lower()}.isdisjoint(modality().ends.words)


def is_turned(g: Grammar, head: int, verb: int, key: str, *, opposes: bool) -> bool:
    """Whether a stance is the other way round toward what a verb below is done to.

    Who `does not want to delay the bill` is against a delay, not the bill; who `is set to shut off power` is not
    for power.
    """
    refuses = key.startswith(_REFUSING)
    return undoes(g, verb) and opposes == ((is_negated(g, head) != is_negated(g, verb)) != refuses)


def is_only_acted_on(g: Grammar, preposition: int, act: Act, *, opposes: bool) -> bool:
    """Whether what hangs on a noun is not what a stance is toward: `rejected the lifting of the embargo`.

    `condemned the attack on Norway`, `fears the implications of a merger`
    """
    noun = g.heads[preposition]
    if is_against_the_opposed(g, preposition, act) or _is_outcome(g, noun):
        return True
    is_end = g.lemmas[preposition] == "of" and _names_end(g, noun)
    return opposes and (is_end or g.lemmas[noun] in stance_words().done_to)


def is_against_the_opposed(g: Grammar, preposition: int, act: Act) -> bool:
    """Whether an `against` tells whom a thing hurts that is itself opposed: `stop the raids against Norway`."""
    noun = g.heads[preposition]
    if g.lemmas[preposition] != "against" or g.pos[noun] not in ("NOUN", "PROPN"):
        return False
    return act in _OPPOSED or (g.deps[noun] == "dobj" and undoes(g, g.heads[noun]))


def _is_outcome(g: Grammar, noun: int) -> bool:
    """Whether it is what comes of a thing that is named, not the thing: `the implications of a merger`."""
    return g.lemmas[noun] in stance_words().outcomes
