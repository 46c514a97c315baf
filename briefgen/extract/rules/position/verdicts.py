"""What `be` and `deserve` say of how a matter stands: what is needed, wanted, due or hardly to be believed."""

from __future__ import annotations

from briefgen.extract.rules.grammar import FIRST_PERSONS, VERBAL, Grammar
from briefgen.extract.rules.position.endings import ends_it
from briefgen.extract.rules.position.polarity import is_necessary, is_negated
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.modality import modality
from briefgen.lexicons.stances import stance_words
from briefgen.model.position import Act, Stance

_OWN_DETERMINERS = frozenset({"the", "our", "my"})


def verdict_of(g: Grammar, head: int) -> tuple[Act, Stance] | None:
    """Returns the act and the side of a clause that says what is needed, meant or doubted, if it is one."""
    if g.lemmas[head] == "deserve":
        return _deserved(g, head)
    called = _called_for(g, head)
    if called is not None:
        return Act.RECOMMEND, Stance.OPPOSE if ends_it(g, called) else Stance.SUPPORT
    if g.lemmas[head] != "be":
        return None
    felt = _slant_of_cause(g, head)
    if felt is not None:
        return Act.ASSESS, felt
    if _tells_own_fear(g, head):
        return Act.FEEL, Stance.OPPOSE
    wanted = _wanted(g, head)
    if wanted is not None:
        act, verb = wanted
        against = verb is not None and ends_it(g, verb) != is_negated(g, verb)
        return act, Stance.OPPOSE if against != is_negated(g, head) else Stance.SUPPORT
    doubted = _is_hard_to_believe(g, head) or _are_questions(g, head)
    return (Act.ACCUSE, Stance.OPPOSE) if doubted and not is_negated(g, head) else None


def _called_for(g: Grammar, head: int) -> int | None:
    """Returns the verb of what somebody ought to do: `It is time to act`, `has a duty to act`, `There is a need to`."""
    words = stance_words()
    if is_negated(g, head) or g.child(head, "aux") is not None or g.tags[head] not in ("VBZ", "VBP"):
        return None
    noun = g.child(head, "dobj" if g.lemmas[head] == "have" else "attr")
    if noun is None or noun < head:
        return None
    if g.lemmas[head] == "have":
        is_call = g.lemmas[noun] in words.duties
    elif g.child(head, "expl") is not None:
        is_call = g.lemmas[head] == "be" and g.lemmas[noun] in words.needs
    else:
        subject = g.child(head, "nsubj")
        is_it = subject is not None and g.lemmas[subject] == "it"
        is_call = g.lemmas[head] == "be" and is_it and g.lemmas[noun] == "time"
    if not is_call:
        return None
    below = [c for at in (noun, head) for c in g.children[at] if c > noun and g.pos[c] in VERBAL]
    is_high = any(g.lemmas[c] == "high" for c in g.children[noun])  # `It is high time that they paid`
    return next((c for c in below if is_high or any(g.tags[x] == "TO" for x in g.children[c])), None)


def _tells_own_fear(g: Grammar, head: int) -> bool:
    """Whether somebody tells what he is afraid of: `Our biggest fear is that the mill will close`."""
    noun, below = g.child(head, "nsubj"), g.child(head, "ccomp")
    if noun is None or below is None or is_negated(g, head):
        return False
    owner = {g.words[c].lower() for c in g.children[noun] if g.deps[c] == "poss"}
    return bool(owner & {"my", "our"}) and g.lemmas[noun] in modality().held_fears.words


def _slant_of_cause(g: Grammar, head: int) -> Stance | None:
    """Returns the side taken by saying what feeling a matter gives cause for: `is a cause for concern`."""
    cause, words = g.child(head, "attr"), stance_words()
    if cause is None or is_negated(g, head) or g.lemmas[cause] not in words.causes:
        return None
    under = [
        g.child(c, "pobj") for c in g.children[cause] if g.deps[c] == "prep" and g.lemmas[c] in ("for", "of")
    ]
    felt = {g.lemmas[at] for at in under if at is not None}
    if felt & words.bad_feelings:
        return Stance.OPPOSE
    return Stance.SUPPORT if felt & words.good_feelings else None


def is_finding(g: Grammar, cue: Predicate, content: int) -> bool:
    """Whether somebody who judges tells what is so, not what is to be: `ruled that the levy is lawful`."""
    if cue.key not in stance_words().finding or cue.negated:
        return False
    helpers = g.helpers(content)
    is_bare = g.tags[content] == "VB" and not helpers
    return not (is_bare or helpers & {"will", "would", "wo"} or is_necessary(g, content))


def is_expected(g: Grammar, head: int) -> bool:
    """Whether a `should` only says what will likely be: `it should be safe to return`, `should be open by May`."""
    helpers = {g.lemmas[c] for c in g.children[head] if g.deps[c] == "aux"}
    state = g.child(head, "acomp", "advmod")
    if "should" not in helpers or "have" in helpers:
        return False
    if g.lemmas[head] != "be":
        return _takes_its_course(g, head)
    if state is None:
        return False
    subject = g.child(head, "nsubj")
    is_it = subject is not None and g.lemmas[subject] == "it"
    if g.lemmas[state] in stance_words().expected_states or (is_it and g.lemmas[state] == "safe"):
        return True
    under = [c for at in (head, state) for c in g.children[at] if c > head]
    return any(g.deps[c] == "prep" and g.lemmas[c] in ("by", "within") for c in under)


def _takes_its_course(g: Grammar, head: int) -> bool:
    """Whether a thing only does what things do of themselves: `the wind should ease`, `it should bring in money`."""
    subject, words = g.child(head, "nsubj"), stance_words()
    nouns = noun_sets()
    actors = nouns.people | nouns.either | nouns.organisation | nouns.public
    if subject is None or is_negated(g, head) or g.pos[subject] == "PROPN" or g.lemmas[subject] in actors:
        return False
    word = g.words[subject].lower()
    is_thing = g.pos[subject] == "NOUN" or word in ("it", "this", "that", "which")
    given = g.child(head, "dobj")
    if given is None:
        return is_thing and g.lemmas[head] in words.easing
    gain = f"{g.lemmas[head]} {g.lemmas[given]}"
    return is_thing and bool({g.lemmas[head], g.with_particle(head), gain} & words.yielding_gain)


def _wanted(g: Grammar, head: int) -> tuple[Act, int | None] | None:
    """Returns by which act something is wanted, and the verb of what is: `It is imperative that they stop`."""
    state = g.child(head, "acomp")
    below = _clause_below(g, head, state)
    subject = g.child(head, "nsubj", "expl")
    if state is not None and subject is not None and g.lemmas[subject] == "it":
        is_needed = g.lemmas[state] in stance_words().imperative
        return (Act.RECOMMEND, below) if is_needed and below is not None else None
    cleft = g.child(head, "csubj")
    if cleft is not None and g.words[g.left[cleft]].lower() == "what":
        who = g.child(cleft, "nsubj")
        is_wish = g.lemmas[cleft] in stance_words().wishing
        if is_wish and who is not None and g.words[who].lower() in FIRST_PERSONS:
            return Act.INTEND, below  # `What we want is for the club to pay`
        return None
    if subject is None or below is None or g.deps[below] != "xcomp" or g.child(head, "aux") is not None:
        return None
    determiners = {g.words[c].lower() for c in g.children[subject] if g.deps[c] in ("det", "poss")}
    is_aim = g.lemmas[subject] in modality().held_wishes.words and bool(determiners & _OWN_DETERMINERS)
    return (Act.INTEND, below) if is_aim else None  # `the aim is to build a pier`


def _clause_below(g: Grammar, head: int, state: int | None) -> int | None:
    under = [c for at in (head, state) if at is not None for c in g.children[at] if c > head]
    return next((c for c in under if g.deps[c] in ("ccomp", "xcomp") or g.has_mark(c, "for")), None)


def _deserved(g: Grammar, head: int) -> tuple[Act, Stance] | None:
    """Returns the side taken by saying what somebody deserves: `nurses deserve a pay rise`."""
    due = g.child(head, "dobj", "xcomp")
    subject = g.child(head, "nsubj")
    if due is None or g.pos[due] == "PRON" or subject is None or g.words[subject].lower() in FIRST_PERSONS:
        return None
    words = stance_words()
    names = {g.lemmas[due], *(g.lemmas[c] for c in g.children[due])}
    is_bad = bool(names & (words.harsh_nouns | words.penalties | modality().hostile.words))
    return Act.ASSESS, Stance.OPPOSE if is_bad != is_negated(g, head) else Stance.SUPPORT


def _is_hard_to_believe(g: Grammar, head: int) -> bool:
    """Whether something is said not to be believed: `the account is hard to believe`."""
    state = g.child(head, "acomp")
    below = None if state is None else g.child(state, "xcomp") or g.child(head, "xcomp")
    is_hard = state is not None and g.lemmas[state] in ("hard", "difficult", "impossible")
    return is_hard and below is not None and g.lemmas[below] in stance_words().to_credit


def _are_questions(g: Grammar, head: int) -> bool:
    """Whether there are doubts about a virtue of somebody: `there are questions over the honesty of the tender`."""
    noun = g.child(head, "attr")
    if g.child(head, "expl") is None or noun is None or g.lemmas[noun] not in ("question", "doubt"):
        return False
    about = [g.child(c, "pobj") for c in g.children[noun] if g.lemmas[c] in ("about", "around", "over")]
    return any(at is not None and g.lemmas[at] in stance_words().virtues for at in about)
