"""Stance and act: which way a holder leans, from the predicate, its negation and what stands under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.rules.position.polarity import (
    is_future,
    is_inverted_condition,
    is_necessary,
    is_negated,
)
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
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
    if _is_toned_down(g, predicate) or _doubts_that(g, predicate):
        return Leaning(act, Stance.NONE)
    if predicate.negated and group.only != "negated":
        if group.negated is not None:
            act, stance = group.negated.act, group.negated.stance
        else:
            stance = _TURNED.get(stance, stance)
    if _leaves_open(g, predicate.head):
        return Leaning(Act.SIGNAL, Stance.NONE)
    if act is Act.INTEND and stance is Stance.SUPPORT and _is_to_say(g, predicate.head):
        return Leaning(act, Stance.NONE)
    if predicate.key == "would rather" and g.lemmas[predicate.head] in modality().contrary.words:
        stance = Stance.OPPOSE  # `would rather resign than sign`
    elif act in _GOING_ON and _is_contrary(g, predicate):
        stance = _TURNED.get(stance, stance)
    if group.kind is PredicateKind.ACTION and stance is Stance.SUPPORT and _answers_back(g, tokens):
        stance = Stance.OPPOSE
    if phrase and act in _GOING_ON and any(_is_against(g.words[at]) for at in phrase):
        stance = _TURNED.get(stance, stance)
    modals = {g.words[c].lower() for c in g.children[predicate.head] if g.deps[c] == "aux"}
    hangs = condition != "once" and (
        bool(modals & _HYPOTHETICAL) or predicate.key in position_cues().readiness
    )
    if condition and stance is Stance.SUPPORT and (_makes_conditional(condition) or hangs):
        stance = Stance.CONDITIONAL
    return Leaning(act, stance)


def _doubts_that(g: Grammar, predicate: Predicate) -> bool:
    """Whether it is doubted that something is or will be so, which takes no side: `doubts that a ban would last`."""
    if predicate.group.id != "doubt":
        return False
    noun = g.child(predicate.head, "dobj")
    contents = [g.child(predicate.head, "ccomp"), None if noun is None else g.child(noun, "acl", "ccomp")]
    return any(at is not None and at > predicate.head for at in contents)


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


def _makes_conditional(marker: str) -> bool:
    return any(marker.startswith(word) for word in modality().conditional_stance.words)


def _is_contrary(g: Grammar, predicate: Predicate) -> bool:
    """Whether what is wanted or promised is to stop or harm something (`vowed to block`).

    Who is against it by the predicate alone (`stands firm against the levy`) is no less so.
    """
    head, key, group = predicate.head, predicate.key, predicate.group
    opposed, wishes = group.stance is Stance.OPPOSE, group.act is Act.INTEND
    words = modality()
    turned = False
    for child in _completing(g, head):
        if child > head and ((wishes and _goes_wrong(g, child)) or _is_an_end(g, child)):
            turned = not turned
        if wishes and child > head and g.deps[child] == "ccomp" and _has_never(g, child):
            turned = not turned  # `hopes it is never used`
        if (
            g.deps[child] in ("xcomp", "ccomp", "pcomp", "advcl")
            and (_is_infinitive(g, child) or _is_done_to(g, child))
            and child > head
        ):
            if key not in position_cues().readiness and _ends_it(g, child):
                turned = not turned
            if is_negated(g, child):
                turned = not turned
            if _has_against(g, child) and not _ends_it(g, child):
                turned = not turned
        if g.deps[child] in ("dobj", "relcl") and _has_against(g, child):
            turned = not turned
        if g.deps[child] == "prep" and g.lemmas[child] == "against" and "against" not in key and not opposed:
            turned = not turned
        if g.deps[child] == "prep" and g.lemmas[child] in ("to", "of") and "against" not in key:
            turned ^= any(
                g.lemmas[x] in words.contrary.words and g.deps[x] == "pcomp" for x in g.children[child]
            )
    return turned


def _has_never(g: Grammar, verb: int) -> bool:
    """Whether what is wished is that something is never done."""
    return any(g.deps[c] in ("advmod", "neg") and g.lemmas[c] == "never" for c in g.children[verb])


def _goes_wrong(g: Grammar, child: int) -> bool:
    """Whether what is wanted is that something fails: `hopes that the talks collapse`, `to see it fail`."""
    if g.deps[child] == "xcomp" and g.lemmas[child] == "see":
        back = g.child(child, "dobj")  # `to see the back of him`
        return back is not None and g.lemmas[back] == "back"
    return g.deps[child] == "ccomp" and g.lemmas[child] in modality().failing.words


def _is_an_end(g: Grammar, noun: int) -> bool:
    """Whether what is wanted is named as the end of something: `wants an end to the blockade`."""
    if g.deps[noun] != "dobj" or g.lemmas[noun] not in modality().ends.words:
        return False
    return any(g.deps[c] == "prep" and g.lemmas[c] in ("to", "of") for c in g.children[noun])


def _ends_it(g: Grammar, verb: int) -> bool:
    """Whether a verb stops or harms what it is done to; to close a school is a policy, not the end of one."""
    contrary = modality().contrary.words
    is_policy = g.lemmas[verb] == "close" and _is_done_to(g, verb)
    return not is_policy and bool({g.lemmas[verb], g.with_particle(verb)} & contrary)


def _completing(g: Grammar, head: int) -> Iterator[int]:
    """Yields what completes a verb, with what completes its adjective or its `see`: `is keen to see it stopped`."""
    for child in g.children[head]:
        yield child
        if child > head and g.deps[child] in ("acomp", "oprd"):
            yield from (c for c in g.children[child] if g.deps[c] == "xcomp")
        if g.deps[child] == "xcomp" and g.lemmas[child] == "see":
            yield from (c for c in g.children[child] if g.deps[c] == "ccomp")
        if g.deps[child] == "prep" and child > head:  # `is in favour of scrapping it`
            noun = g.child(child, "pobj")
            yield from (c for c in (g.children[noun] if noun is not None else ()) if g.deps[c] == "prep")


def _is_done_to(g: Grammar, verb: int) -> bool:
    """Whether a participle tells what is wanted done to something: `wants the project stopped`."""
    is_bare = not any(g.deps[c] in ("aux", "auxpass", "mark") for c in g.children[verb])
    return is_bare and g.tags[verb] in ("VBN", "VBD") and g.child(verb, "nsubj", "nsubjpass") is not None


def _is_infinitive(g: Grammar, token: int) -> bool:
    if g.pos[token] not in VERBAL:
        return False
    return (g.tags[token] == "VBG" and g.deps[token] in ("xcomp", "pcomp")) or any(
        g.deps[x] == "aux" and g.lemmas[x] == "to" for x in g.children[token]
    )


def _has_against(g: Grammar, top: int) -> bool:
    return any(_is_against(g.words[at]) for at in range(top, min(g.right[top] + 1, top + 12)))


def _is_against(word: str) -> bool:
    return word.lower() == "against" or word.lower().startswith("anti")


def _is_denied_to_come(g: Grammar, head: int) -> bool:
    """Whether somebody who decides says that something will not be: `There will be no pardon`."""
    if g.lemmas[head] != "be" or not is_future(g, head) or g.child(head, "expl") is None:
        return False
    noun = g.child(head, "attr")
    return noun is not None and any(g.lemmas[c] == "no" for c in g.children[noun])


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
    words = modality()
    said = [at for at in tokens if not is_inverted_condition(g, at)]
    lemmas = {g.lemmas[at] for at in said} | {g.words[at].lower() for at in said}
    negated = is_negated(g, head)
    unreal = any(g.words[c].lower() == "would" for c in g.children[head]) and (
        g.tags[head] == "VBN" or _goes_on(g, head)
    )
    if (
        first_person
        and not unreal
        and (is_future(g, head) or g.lemmas[head] == "refuse" or g.tags[head] == "MD")
    ):
        contrary = negated != (g.lemmas[head] in words.contrary.words)
        return Leaning(Act.REJECT if negated else Act.PLEDGE, Stance.OPPOSE if contrary else Stance.SUPPORT)
    if is_future(g, head) and lemmas & {"meet", "face"} and lemmas & position_cues().consequences:
        return Leaning(Act.THREATEN, Stance.NONE if commentator else Stance.OPPOSE)
    if cue is not None and cue.kind is PredicateKind.SPEECH and cue.group.act not in (Act.PREDICT,):
        return leaning_of(g, cue, tokens, None)
    if is_necessary(g, head) and lemmas & position_cues().blameworthy:
        return Leaning(Act.ACCUSE, Stance.SUPPORT if negated else Stance.OPPOSE)
    if cue is not None and cue.key in position_cues().owning_up and not is_future(g, head):
        return Leaning(Act.ASSESS, Stance.NONE)
    if not commentator and (is_necessary(g, head) or lemmas & {"must", "should"}):
        return Leaning(Act.RECOMMEND, Stance.OPPOSE if negated else Stance.SUPPORT)
    if not commentator and "our" in lemmas and lemmas & position_cues().tasks:
        return Leaning(Act.ORDER, Stance.SUPPORT)
    if not commentator and _is_denied_to_come(g, head):
        return Leaning(Act.REJECT, Stance.OPPOSE)
    act = Act.PREDICT if is_future(g, head) else Act.ASSESS
    if commentator:
        return Leaning(Act.RECOMMEND if is_necessary(g, head) else act, Stance.NONE)
    if negated and any(g.tags[c] == "MD" for c in g.children[head]) and "never" in lemmas:
        return Leaning(Act.REJECT, Stance.OPPOSE)
    if act is Act.ASSESS and g.lemmas[head] in ("be", "remain") and _is_called_a_means(g, head):
        return Leaning(act, Stance.OPPOSE if negated else Stance.SUPPORT)
    hostile = words.hostile.words - ({"never"} if negated else set())
    if any(g.lemmas[at] == "pressure" and g.words[at - 1].lower() == "under" for at in said if at):
        hostile -= {"pressure"}  # `is under pressure to sign`
    if len(lemmas & hostile) > negated:
        return Leaning(Act.ACCUSE if act is Act.ASSESS else act, Stance.OPPOSE)
    if (negated and "possible" in lemmas) or "impossible" in lemmas:
        return Leaning(Act.REJECT, Stance.OPPOSE)
    if lemmas & hostile:
        return Leaning(Act.REJECT, Stance.NONE)
    if act is Act.ASSESS and not negated and _praises(g, head, tokens):
        return Leaning(Act.PRAISE, Stance.SUPPORT)
    return Leaning(act, Stance.NONE)


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


def stance_of_name(g: Grammar, head: int) -> Stance | None:
    """Returns the stance that a name given shows (`described it as the only way`), if any."""
    words = modality()
    for child in g.children[head]:
        if g.deps[child] == "prep" and g.lemmas[child] == "as" and child > head:
            named = next((c for c in g.children[child] if g.deps[c] == "pobj"), None)
            if named is None:
                return None
            near = {
                g.lemmas[named],
                *(g.lemmas[c] for c in g.children[named] if g.deps[c] in ("amod", "compound")),
            }
            if near & words.hostile.words:
                return Stance.OPPOSE
            return Stance.SUPPORT if near & (words.friendly.words | words.means.words) else None
    return None
