"""Stance and act: which way a holder leans, from the predicate, its negation and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.blame import blame_said, clears_of_blame, tells_failure
from briefgen.extract.rules.position.contrary import is_against, is_contrary, spares_somebody
from briefgen.extract.rules.position.endings import ends_it
from briefgen.extract.rules.position.polarity import (
    is_future,
    is_inverted_condition,
    is_necessary,
    is_negated,
    makes_conditional,
)
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.slants import slant_of_clause
from briefgen.extract.rules.position.undertakings import (
    cannot_pledge,
    going_to,
    he_will_have_to,
    holds_on,
    is_denied_to_come,
    leaves_undone,
    may_have_to,
    refuses,
    takes_no_side,
    threatens,
    undertakes,
)
from briefgen.extract.rules.position.verdicts import is_expected, is_finding, verdict_of
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.lexicons.stances import stance_words
from briefgen.model.position import Act, Stance

_TURNED = {Stance.SUPPORT: Stance.OPPOSE, Stance.OPPOSE: Stance.SUPPORT}
_GOING_ON = frozenset(
    {
        Act.PLEDGE,
        Act.INTEND,
        Act.DEMAND,
        Act.ORDER,
        Act.RECOMMEND,
        Act.AGREE,
        Act.OFFER,
        Act.REJECT,
        Act.DECIDE,
    }
)


_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "will"})


@dataclass(frozen=True, slots=True)
class Leaning:
    """An act with its stance."""

    act: Act
    stance: Stance


def leaning_of(
    g: Grammar,
    predicate: Predicate,
    tokens: tuple[int, ...],
    condition: str | None,
    phrase: tuple[int, ...] = (),
) -> Leaning:
    """Returns what a predicate of the holder's own says: act and stance, negation and object counted.

    `phrase` is what a relative clause speaks of (`an anti-union bill that they support`).
    """
    group = predicate.group
    act, stance = group.act, group.stance
    if cannot_pledge(g, predicate):
        return Leaning(Act.ASSESS, Stance.NONE)
    if _is_toned_down(g, predicate) or _doubts_that(g, predicate) or _weighs(g, predicate):
        return Leaning(act, Stance.NONE)
    if predicate.negated and group.only != "negated":
        if group.negated is not None:
            act, stance = group.negated.act, group.negated.stance
        else:
            stance = _TURNED.get(stance, stance)
    if group.kind is not PredicateKind.WITHHOLD and leaves_undone(g, predicate):
        return Leaning(Act.WITHHOLD, Stance.NONE)
    if _leaves_open(g, predicate.head):
        return Leaning(Act.SIGNAL, Stance.NONE)
    if act is Act.REJECT and not predicate.negated and (refused := _refused(g, predicate.head)) is not None:
        if g.lemmas[refused] in saying().judging | saying().denials:
            return Leaning(Act.WITHHOLD, Stance.NONE)  # `refuses to condemn the raid`
        if g.with_particle(refused) in stance_words().giving_up and g.child(refused, "dobj") is not None:
            return Leaning(act, Stance.SUPPORT)  # `refuses to drop the plan`
    if act is Act.INTEND and stance is Stance.SUPPORT and _is_to_say(g, predicate.head):
        return Leaning(act, _answer_wanted(g, predicate.head))
    if act is Act.INTEND and stance is Stance.SUPPORT and _comes_first(g, predicate.head):
        return Leaning(act, Stance.CONDITIONAL)
    if predicate.key == "would rather" and ends_it(g, predicate.head):
        stance = Stance.OPPOSE  # `would rather resign than sign`
    elif act in _GOING_ON and stance is Stance.SUPPORT and is_contrary(g, predicate):
        stance = Stance.OPPOSE
    elif act in _GOING_ON and predicate.negated and spares_somebody(g, predicate):
        stance = (
            Stance.SUPPORT
        )  # `does not intend to harm Norway`; who does not want it closed is against that
    if group.kind is PredicateKind.ACTION and stance is Stance.SUPPORT and _answers_back(g, tokens):
        stance = Stance.OPPOSE
    if phrase and act in _GOING_ON and any(is_against(g.words[at]) for at in phrase):
        stance = _TURNED.get(stance, stance)
    modals = g.helpers(predicate.head)
    hangs = condition != "once" and (
        bool(modals & _HYPOTHETICAL) or predicate.key in position_cues().readiness
    )
    if condition and stance is Stance.SUPPORT and (makes_conditional(condition) or hangs):
        stance = Stance.CONDITIONAL
    if condition == "unless" and stance is not Stance.SUPPORT and modals & _WILL:
        stance = Stance.CONDITIONAL  # `will not vote for it unless the club pays`, `will abstain unless`
    return Leaning(act, stance)


def _doubts_that(g: Grammar, predicate: Predicate) -> bool:
    """Whether it is doubted that something is or will be so, which takes no side: `doubts that a ban would last`."""
    if predicate.group.id != "doubt":
        return False
    noun = g.child(predicate.head, "dobj")
    contents = [g.child(predicate.head, "ccomp"), None if noun is None else g.child(noun, "acl", "ccomp")]
    return any(at is not None and at > predicate.head for at in contents)


def _weighs(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody only thinks about what was put to him, or asks which: `is considering the request`.

    Who `does not care how long it takes` is not against it.
    """
    head = predicate.head
    noun = g.child(head, "dobj")
    if takes_no_side(g, predicate):
        return True
    if g.lemmas[head] in stance_words().weighing:
        below = g.child(head, "ccomp")
        asks = below is not None and any(g.lemmas[c] in ("whether", "if", "how") for c in g.children[below])
        return asks or (noun is not None and g.lemmas[noun] in stance_words().put_to_one)
    asks = predicate.group.id == "question" or predicate.key in stance_words().indifferent
    below = g.child(head, "ccomp", "pcomp") if asks else None
    return below is not None and g.tags[g.left[below]] in ("WP", "WDT", "WRB")


def _refused(g: Grammar, head: int) -> int | None:
    """Returns the verb of what somebody refuses to do."""
    return g.child(head, "xcomp") if g.lemmas[head] in saying().refusing else None


def _leaves_open(g: Grammar, head: int) -> bool:
    """Whether somebody only will not exclude something: `refused to rule out a strike`."""
    return g.lemmas[head] in saying().refusing and any(
        g.deps[c] == "xcomp" and g.with_particle(c) in position_cues().left_open for c in g.children[head]
    )


def _is_to_say(g: Grammar, head: int) -> bool:
    """Whether what is wanted is to tell somebody something (`is trying to remind them that …`)."""
    return any(
        g.deps[c] == "xcomp" and g.lemmas[c] in modality().telling.words and c > head
        for c in g.children[head]
    )


def _answer_wanted(g: Grammar, head: int) -> Stance:
    """Returns the side taken by wanting to answer: `wants to say yes`, and no side by wanting to tell anything."""
    answers = {
        g.words[x].lower() for c in g.children[head] if g.deps[c] == "xcomp" for x in g.children[c] if x > c
    }
    if "yes" in answers:
        return Stance.SUPPORT
    return Stance.OPPOSE if "no" in answers else Stance.NONE


def _comes_first(g: Grammar, head: int) -> bool:
    """Whether somebody wants something before anything else: `wants to see the figures first`."""
    return any(
        g.deps[x] == "advmod" and g.words[x].lower() == "first" and x > c
        for c in g.children[head]
        if g.deps[c] == "xcomp" and c > head and g.lemmas[c] in position_cues().perceiving
        for x in g.children[c]
    )


def _is_toned_down(g: Grammar, predicate: Predicate) -> bool:
    """Whether the predicate holds to a lesser degree only (`is less keen`)."""
    return any(
        g.words[x].lower() in ("less", "least") and g.deps[x] == "advmod"
        for c in g.children[predicate.head]
        if g.deps[c] in ("acomp", "oprd", "attr")
        for x in g.children[c]
    )


def _answers_back(g: Grammar, tokens: tuple[int, ...]) -> bool:
    """Whether an action is done against somebody (`in retaliation, they broadened their drills`)."""
    return any(g.lemmas[at] in position_cues().answering_back for at in tokens)


def leaning_of_content(
    g: Grammar,
    head: int,
    tokens: tuple[int, ...],
    *,
    commentator: bool,
    first_person: bool,
    cue: Predicate | None,
) -> Leaning:
    """Returns what somebody does by saying a clause about the world: assess, predict, accuse, recommend …"""
    said = [at for at in tokens if not is_inverted_condition(g, at)]
    lemmas = {g.lemmas[at] for at in said} | {g.words[at].lower() for at in said}
    negated = is_negated(g, head)
    unreal = any(g.words[c].lower() == "would" for c in g.children[head]) and (
        g.tags[head] == "VBN" or _goes_on(g, head)
    )
    if not commentator and g.lemmas[head] in stance_words().sorrows and is_future(g, head) and not negated:
        return Leaning(Act.FEEL, Stance.OPPOSE)
    if first_person and holds_on(g, head):
        return Leaning(Act.REJECT, Stance.SUPPORT)
    if first_person and threatens(g, head):
        return Leaning(Act.THREATEN, Stance.OPPOSE)
    if first_person and not unreal and undertakes(g, head):
        contrary = negated != ends_it(g, going_to(g, head))
        act = Act.INTEND if going_to(g, head) != head else Act.PLEDGE
        return Leaning(Act.REJECT if negated else act, Stance.OPPOSE if contrary else Stance.SUPPORT)
    if is_future(g, head) and lemmas & {"meet", "face"} and lemmas & position_cues().consequences:
        return Leaning(Act.THREATEN, Stance.NONE if commentator else Stance.OPPOSE)
    if cue is not None and is_finding(g, cue, head):
        found = leaning_of_content(
            g, head, tokens, commentator=commentator, first_person=first_person, cue=None
        )
        return Leaning(Act.DECIDE, found.stance)
    is_fact = cue is not None and cue.group.id == "pledge" and not (is_future(g, head) or _is_open(g, head))
    if (
        cue is not None
        and cue.kind is PredicateKind.SPEECH
        and cue.group.act is not Act.PREDICT
        and not is_fact
    ):
        return leaning_of(g, cue, tokens, None)
    if not commentator and holds_on(g, head):
        return Leaning(Act.PREDICT, Stance.SUPPORT)
    if not commentator and (may_have_to(g, head) or he_will_have_to(g, head)):
        return Leaning(Act.PREDICT, Stance.NONE)
    if is_expected(g, head):
        return Leaning(Act.PREDICT, Stance.NONE)
    if not commentator and _should_have(g, head):
        return Leaning(Act.ACCUSE, Stance.OPPOSE)
    if is_necessary(g, head) and lemmas & position_cues().blameworthy:
        return Leaning(Act.ACCUSE, Stance.SUPPORT if negated else Stance.OPPOSE)
    if cue is not None and cue.key in position_cues().owning_up and not is_future(g, head):
        return Leaning(Act.ASSESS, Stance.NONE)
    if not commentator and (is_necessary(g, head) or _asks_inside(g, said)):
        contrary = negated != (is_necessary(g, head) and _is_to_end(g, _needed(g, head)))
        return Leaning(Act.RECOMMEND, Stance.OPPOSE if contrary else Stance.SUPPORT)
    verdict = None if commentator else verdict_of(g, head)
    if verdict is not None:
        return Leaning(*verdict)
    if not commentator and "our" in lemmas and lemmas & position_cues().tasks:
        return Leaning(Act.ORDER, Stance.SUPPORT)
    if not commentator and is_denied_to_come(g, head):
        return Leaning(Act.REJECT, Stance.OPPOSE)
    act = Act.PREDICT if is_future(g, head) else Act.ASSESS
    if commentator:
        return Leaning(Act.RECOMMEND if is_necessary(g, head) else act, Stance.NONE)
    if negated and any(g.tags[c] == "MD" for c in g.children[head]) and "never" in lemmas:
        return Leaning(Act.REJECT, Stance.OPPOSE)
    if act is Act.ASSESS and g.lemmas[head] in ("be", "remain") and _is_called_a_means(g, head):
        return Leaning(act, Stance.OPPOSE if negated else Stance.SUPPORT)
    if clears_of_blame(g, head):
        return Leaning(Act.REJECT, Stance.OPPOSE)
    blame = blame_said(g, head) - ({"never"} if negated else set())
    if len(blame) > negated:
        return Leaning(Act.ACCUSE if act is Act.ASSESS else act, Stance.OPPOSE)
    if (negated and "possible" in lemmas) or "impossible" in lemmas:
        return Leaning(Act.REJECT, Stance.OPPOSE)
    if blame:
        return Leaning(act if act is Act.PREDICT else Act.REJECT, Stance.NONE)
    if act is Act.ASSESS and not negated and _praises(g, head, tokens):
        return Leaning(Act.PRAISE, Stance.SUPPORT)
    if refuses(g, head):
        return Leaning(act if act is Act.PREDICT else Act.REJECT, Stance.OPPOSE)
    slant = slant_of_clause(g, head)
    if slant is Stance.NONE and not negated and tells_failure(g, said):
        slant = Stance.OPPOSE
    if slant is Stance.OPPOSE and act is Act.ASSESS:
        act = Act.ACCUSE
    return Leaning(act, slant)


def _asks_inside(g: Grammar, said: list[int]) -> bool:
    """Whether something must or should be anywhere in a clause, a `should` that only expects it apart."""
    asked = (g.heads[at] for at in said if g.words[at].lower() in ("must", "should"))
    return any(not is_expected(g, verb) for verb in asked)


def _is_open(g: Grammar, head: int) -> bool:
    """Whether a clause tells what still may be done; what has been done is nothing to promise."""
    helpers = [c for c in g.children[head] if g.deps[c] in ("aux", "auxpass")]
    return any(g.tags[c] == "MD" for c in helpers) or (g.tags[head] in ("VBP", "VBZ") and not helpers)


def _needed(g: Grammar, head: int) -> int:
    """Returns the verb of what must be done: `has to stop the raids`, `must stop them`."""
    below = g.child(head, "xcomp") if g.lemmas[head] in ("have", "need", "get", "ought") else None
    return head if below is None else below


def _is_to_end(g: Grammar, verb: int) -> bool:
    """Whether something is to be ended, or somebody to go: `must scrap the levy`, `should step down`."""
    done_to = g.child(verb, "dobj", "auxpass")
    if done_to is None and {g.lemmas[verb], g.with_particle(verb)} & stance_words().failing:
        return True
    if done_to is None and g.lemmas[verb] in modality().contrary.words:
        return False  # `must withdraw`: what they do is no end of anything
    is_policy = g.lemmas[verb] == "close" and g.child(verb, "auxpass") is not None
    return ends_it(g, verb) and not is_policy


def _should_have(g: Grammar, head: int) -> bool:
    """Whether somebody is told what he should have done, or should not: `they should have waited`."""
    helpers = [g.words[c].lower() for c in g.children[head] if g.deps[c] == "aux"]
    return g.tags[head] == "VBN" and "should" in helpers and "have" in helpers


def _goes_on(g: Grammar, head: int) -> bool:
    """Whether a clause tells a state of things: `we would be looking at a lake`, `it would be a mistake`."""
    return g.lemmas[head] == "be" or (
        g.tags[head] == "VBG" and any(g.deps[c] == "aux" and g.lemmas[c] == "be" for c in g.children[head])
    )


def _is_called_a_means(g: Grammar, head: int) -> bool:
    """Whether something is held up as what is needed: `disarmament is a prerequisite for peace`."""
    return any(
        g.deps[c] == "attr" and c > head and g.lemmas[c] in modality().means.words for c in g.children[head]
    )


def _praises(g: Grammar, head: int, tokens: tuple[int, ...]) -> bool:
    """Whether somebody is called something good (`he is a smart guy`)."""
    subject = next((c for c in g.children[head] if g.deps[c] == "nsubj"), None)
    if g.lemmas[head] not in position_cues().calling_good:
        return False
    if subject is None or g.pos[subject] not in ("PRON", "PROPN"):
        return False
    if g.words[subject].lower() in ("it", "this", "that"):
        return False
    return any(g.lemmas[t] in modality().friendly.words and g.tags[t] == "JJ" for t in tokens if t > head)
