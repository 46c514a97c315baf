"""What somebody says that he or his own will do: refuse, hold on, or do it on a condition."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from briefgen.extract.rules.grammar import FIRST_PERSONS, Grammar
from briefgen.extract.rules.position.polarity import is_future, is_negated
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.subjects import can_think
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.lexicons.resolving import resolving
from briefgen.lexicons.stances import stance_words

_WILL = frozenset({"will", "would", "'ll", "’ll", "wo", "shall", "'d", "’d", "going"})
_CAN = frozenset({"can", "could", "ca", "cannot"})
_MAY = frozenset({"could", "may", "might"})
_DEEDS = frozenset({"agree-silent", "against", "unheard"})
"""Groups of what somebody does rather than feels: `backs it`, `opposes it`."""
_WHOM = frozenset({"you", "them", "him", "her", "anyone", "anybody", "those"})
_TIMES = frozenset({"before", "until", "till", "yet", "now", "soon", "immediately"})


@cache
def _chosen() -> frozenset[str]:
    return resolving().chosen | stance_words().by_choice


def is_chosen(g: Grammar, head: int) -> bool:
    """Whether a clause tells what somebody will or would do by choice: `would open its books`."""
    verb = going_to(g, head)
    has_choice = bool(g.helpers(head) & (_WILL | _MAY)) or verb != head
    return has_choice and g.lemmas[verb] in _chosen()


def undertakes(g: Grammar, head: int) -> bool:
    """Whether it is what somebody says that he will do himself: `we will extend it`, `I am going to sign`.

    What only may be (`we might be looking at a loss`) or befalls one (`we will just get more rain`) is none.
    """
    if g.lemmas[head] == "refuse":
        return True
    state = g.child(head, "acomp")
    if state is not None and g.lemmas[state] in ("able", "unable"):
        return False  # `we will not be able to stop it`
    verb = going_to(g, head)
    helpers = g.helpers(head)
    if not (helpers & _WILL or verb != head or g.tags[head] == "MD"):
        return False
    is_coming = any(g.lemmas[c] in ("back", "there") for c in g.children[verb])  # `we will be back`
    return g.lemmas[verb] not in stance_words().befalling or is_coming or is_negated(g, head)


def threatens(g: Grammar, head: int) -> bool:
    """Whether somebody says what he and his will do to others: `If you break our laws, we will hunt you down`."""
    verb = going_to(g, head)
    if not (g.helpers(head) & _WILL or verb != head) or is_negated(g, head):
        return False
    if not {g.lemmas[verb], g.with_particle(verb)} & stance_words().hunting:
        return False
    behind = (c for c in g.children[verb] if c > verb)
    whom = (g.child(c, "pobj") if g.deps[c] == "prep" else c for c in behind if g.deps[c] in ("dobj", "prep"))
    return any(at is not None and g.words[at].lower() in _WHOM for at in whom) and (
        g.lemmas[verb] != "find" or any(g.has_mark(c, "if") for c in g.children[head])
    )


def _fails_to_mind(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody does not think of something, which is no opposition to it: `does not consider costs`."""
    helpers = g.helpers(predicate.head)
    is_habit = predicate.negated and bool(helpers & {"do", "does", "did"})
    noun = g.child(predicate.head, "dobj")
    is_thing = noun is not None and g.pos[noun] == "NOUN" and g.words[predicate.head + 1].lower() != "that"
    named = g.child(predicate.head, "ccomp", "oprd", "xcomp")  # `did not consider it fair`
    return is_habit and is_thing and named is None and g.lemmas[predicate.head] in stance_words().minding


def _tells_a_deed(g: Grammar, predicate: Predicate) -> bool:
    """Whether a predicate of a mind tells what others do, so that it is his who says so: `may ignore the rule`."""
    helpers = g.helpers(predicate.head)
    if predicate.key in position_cues().slighting and g.tags[predicate.head] in ("VBD", "VBN"):
        return True  # `had ignored the evidence`: a charge
    is_ahead = bool(helpers & {"will", "may", "might", "can", "could"}) and not predicate.negated
    is_ahead &= g.tags[predicate.head] == "VB"  # `may be ignoring it`: what he does now he may have in mind
    return is_ahead and predicate.key in stance_words().outward


def is_unlikely(g: Grammar, head: int, predicate: Predicate) -> bool:
    """Whether it is foreseen that somebody will not do something, which is no yes of his: `is unlikely to sign`."""
    state = g.child(head, "acomp", "oprd")
    if state is None or _is_of_mind(predicate):
        return False
    return g.lemmas[state] == "unlikely" or (g.lemmas[state] == "likely" and is_negated(g, head))


def as_foreseen(g: Grammar, head: int, predicate: Predicate | None) -> Predicate | None:
    """Returns a predicate as it is where it is unlikely: `is unlikely to be keen` says no."""
    state = g.child(head, "acomp", "oprd") if predicate is not None and _is_of_mind(predicate) else None
    if predicate is None or state is None or g.lemmas[state] != "unlikely":
        return predicate
    return replace(predicate, negated=not predicate.negated)


def _is_of_mind(predicate: Predicate) -> bool:
    """Whether a predicate tells what somebody wants or feels, no deed such as backing something."""
    return predicate.kind is PredicateKind.ATTITUDE and predicate.group.id not in _DEEDS


def leaves_undone(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody only did not do something, or not so far: `failed to back it`, `has yet to back it`."""
    head = predicate.head
    above = g.heads[head] if g.deps[head] == "xcomp" else head
    if g.lemmas[above] in stance_words().omitting and above < head and not is_negated(g, above):
        return True
    is_so_far = any(g.words[c].lower() == "yet" for at in (head, above) for c in g.children[at])
    return predicate.negated and is_so_far and (above != head or "have" in _lemmas_of_helpers(g, head))


def _lemmas_of_helpers(g: Grammar, head: int) -> set[str]:
    return {g.lemmas[c] for c in g.children[head] if g.deps[c] == "aux"}


def takes_no_side(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody only thinks of something or does not: `does not consider costs`, `sees a slim chance`."""
    return _fails_to_mind(g, predicate) or _is_estimate(g, predicate) or _sizes_up(g, predicate)


def _sizes_up(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody only makes up his mind about another: `is weighing up the new government`."""
    whom = g.child(predicate.head, "dobj")
    return g.lemmas[predicate.head] == "weigh" and whom is not None and can_think(g, whom)


def _is_estimate(g: Grammar, predicate: Predicate) -> bool:
    """Whether it is told how likely something is held to be: `sees a 30 percent chance of rain`, `a slim chance`."""
    noun = g.child(predicate.head, "dobj")
    if predicate.group.id != "sees-chance" or noun is None:
        return False
    return any(g.deps[c] in ("amod", "nummod", "nmod", "compound", "npadvmod") for c in g.children[noun])


def tells_no_mind(g: Grammar, head: int, predicate: Predicate, *, others: bool) -> bool:
    """Whether it is told what somebody cannot say or is unlikely to do, or what others do or leave undone."""
    if _is_unable(g, predicate) or is_unlikely(g, head, predicate) or _was_plotted(g, predicate):
        return True
    return others and (_tells_a_deed(g, predicate) or _fails_to_mind(g, predicate))


def _was_plotted(g: Grammar, predicate: Predicate) -> bool:
    """Whether a plan is told as what somebody did: `they had planned the raid`, `“They planned it on the phone,”`."""
    verb = predicate.head
    if g.lemmas[verb] not in position_cues().plotting or g.child(verb, "dobj") is None:
        return False
    is_over = g.tags[verb] == "VBN" and bool(
        g.helpers(verb) & {"had", "have", "has", "'d", "’d", "'ve", "’ve"}
    )
    return is_over or (g.tags[verb] == "VBD" and g.passage.region is not None)


def _is_unable(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody says what he cannot say: `she could no longer explain it` withholds nothing."""
    cannot = bool(g.helpers(predicate.head) & {"can", "could", "ca"})
    return predicate.kind is PredicateKind.WITHHOLD and predicate.negated and cannot


def holds_on(g: Grammar, head: int) -> bool:
    """Whether somebody will not give way, or nothing will be given up: `will not blink`, `will not be withdrawn`."""
    if not _will_not(g, head):
        return False
    if g.child(head, "nsubjpass") is not None:
        return g.lemmas[head] in modality().contrary.words
    verb = going_to(g, head)
    beside = (c for c in g.children[verb] if c > verb and g.deps[c] in ("prt", "advmod", "prep", "cc"))
    return bool(
        {g.lemmas[verb], *(f"{g.lemmas[verb]} {g.lemmas[c]}" for c in beside)} & stance_words().yielding
    )


def refuses(g: Grammar, head: int) -> bool:
    """Whether it is refused to do something: `will not open its books`, `does not negotiate`, `cannot go on`."""
    if not is_negated(g, head):
        return False
    helpers, subject = g.helpers(head), g.child(head, "nsubj", "nsubjpass")
    if subject is None or any(g.lemmas[c] in _TIMES for c in g.children[head]):
        return False
    words = stance_words()
    if helpers & {"do", "does"}:
        return g.lemmas[head] in words.bargaining
    if helpers & _CAN:
        if g.deps[subject] == "nsubjpass":
            return g.lemmas[head] in words.pressing
        is_own = g.words[subject].lower() in FIRST_PERSONS
        # who cannot stop something would like to
        return is_own and g.lemmas[head] in (_chosen() - modality().contrary.words) | words.bargaining
    return _will_not(g, head) and g.lemmas[going_to(g, head)] in _chosen() - modality().contrary.words


def cannot_pledge(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody only says that he cannot vouch for something: `cannot guarantee peace`."""
    can = g.helpers(predicate.head) & _CAN
    return predicate.group.id == "pledge" and predicate.negated and bool(can)


def is_denied_to_come(g: Grammar, head: int) -> bool:
    """Whether somebody who decides says that something will not be: `There will be no pardon`."""
    if g.lemmas[head] != "be" or not is_future(g, head) or g.child(head, "expl") is None:
        return False
    noun = g.child(head, "attr")
    return noun is not None and any(g.lemmas[c] == "no" for c in g.children[noun])


def has_to_if(g: Grammar, head: int) -> bool:
    """Whether it is said what will have to be done, on a condition: `would have to close it if …`."""
    return g.lemmas[head] == "have" and bool(g.helpers(head) & (_WILL | _MAY))


def may_have_to(g: Grammar, head: int) -> bool:
    """Whether it is only possible that something will have to be done: `may have to close it`."""
    return g.lemmas[head] == "have" and bool(g.helpers(head) & _MAY)


def he_will_have_to(g: Grammar, head: int) -> bool:
    """Whether it is foreseen that others will not get round something: `he will have to raise the toll`."""
    subject = g.child(head, "nsubj")
    is_other = subject is not None and g.words[subject].lower() in ("he", "she", "they")
    return is_other and g.lemmas[head] == "have" and bool(g.helpers(head) & _WILL)


def _will_not(g: Grammar, head: int) -> bool:
    is_going = going_to(g, head) != head
    return (is_going or bool(g.helpers(head) & _WILL)) and is_negated(g, head)


def going_to(g: Grammar, head: int) -> int:
    """Returns the verb below `is going to`, or the verb itself."""
    below = g.child(head, "xcomp") if g.words[head].lower() == "going" else None
    return head if below is None else below
