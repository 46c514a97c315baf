"""The predicate of a clause: its verb with what stands under it, found in the lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.rules.position.complements import (
    asks,
    completes,
    has_complement,
    is_forced,
    is_held_to_be,
    is_not_concluded,
    is_pleasure,
    is_priced,
    is_stood_in,
    is_wanted,
    knows,
    lacks_order,
    lasts,
    quotes,
    sees_coming,
    serves,
    stands_below,
    takes_a_fact,
    words_under,
)
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.states import (
    afraid_to,
    depictive,
    disposed,
    drawn,
    felt,
    motive,
    outweighed_by,
    preferred,
    taken_for,
    turned_so,
)
from briefgen.extract.rules.position.verbs import has_to, is_foreseen, lemma_of, verb_below
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateGroup, PredicateKind, group_of, predicate_index
from briefgen.model.position import Act

_NEEDS_NOTHING = frozenset({"agree", "accuse", "unwilling", "act-against", "act-break"})
"""Groups of verbs that say enough alone: `they agreed`, `she complained`, `he hesitated`."""
_KEPT_WHOLE = frozenset({Act.REJECT, Act.ACCUSE, Act.DEMAND, Act.ORDER, Act.WITHHOLD, Act.PRAISE})
_KEPT_FEELINGS = frozenset({"voices-dismay", "voices-hope"})
_TO_COME = frozenset({"will", "wo", "’ll", "'ll", "would", "can", "ca", "could", "shall", "should", "going"})
_PLACING = frozenset({"for", "against", "behind", "after", "in", "out", "at", "up"})
"""`is for` tells support; `stays for` does not."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause says of its subject."""

    group: PredicateGroup
    key: str
    """The lexicon's entry: `rule out`."""
    head: int
    """Token of the verb that the entry begins with."""
    negated: bool
    rumoured: bool = False
    """Whether it is told as what nobody by name says or expects: `is said to favour`."""

    @property
    def kind(self) -> PredicateKind:
        """How it tells a position."""
        negated = self.group.negated if self.negated else None
        return self.group.kind if negated is None or negated.kind is None else negated.kind


def predicate_of(g: Grammar, head: int, *, finite_content: bool) -> Predicate | None:
    """Returns the predicate headed by a verb; `finite_content` where a clause is its complement."""
    passed: list[int] = []
    told = False
    token = head
    for _ in range(4):
        rumoured = _rumour(g, token)
        found = (
            felt(g, token)
            or depictive(g, token)
            or disposed(g, token)
            or preferred(g, token)
            or afraid_to(g, token)
            or turned_so(g, token)
            or taken_for(g, token)
            or drawn(g, token)
            or _match(g, token, finite_content=finite_content and token == head)
            if rumoured is None
            else None
        )
        if token == head and found is None and (outweighing := outweighed_by(g, head)) is not None:
            return predicate_of(g, outweighing, finite_content=False)
        if token == head and (found is None or found[0].kind is PredicateKind.ACTION):
            found = motive(g, token) or found or in_protest(g, token)
        if found is not None:
            group, key = found
            own = is_negated(g, token) and not key.endswith(" no")
            negated = own or any(is_negated(g, at) or g.lemmas[at] in position_cues().ending for at in passed)
            if negated or group.only != "negated":
                return Predicate(group, key, token, negated, told)
        below = _raised(g, token) if rumoured is None else rumoured
        if below is None or (g.lemmas[below] == "blame" and g.lemmas[token] == "be"):
            return None  # `speculators are to blame`: they blame nobody
        passed.append(token)
        told = told or rumoured is not None
        token = below
    return None


def in_protest(g: Grammar, verb: int) -> tuple[PredicateGroup, str] | None:
    """Returns what a deed says that is done `in protest`: `They sat across the road in protest at the sale`."""
    for token in range(verb + 1, g.right[verb] + 1):
        if g.lemmas[token] == "protest" and g.lemmas[token - 1] == "in" and g.deps[token] == "pobj":
            above = next((t for t in g.ancestors(token) if g.pos[t] in VERBAL), None)
            return (group_of("picket"), "in protest") if above == verb else None
    return None


def _rumour(g: Grammar, token: int) -> int | None:
    """Returns the verb below `is understood to favour`, which tells nobody who understands it."""
    is_passive = any(g.deps[c] == "auxpass" for c in g.children[token])
    return verb_below(g, token) if is_passive and g.lemmas[token] in modality().rumoured.words else None


def _yet_to(g: Grammar, token: int) -> int | None:
    """Returns the verb below `has yet to answer`, which has not been done."""
    is_open = g.lemmas[token] == "have" and any(g.words[c].lower() == "yet" for c in g.children[token])
    return verb_below(g, token) if is_open else None


def _raised(g: Grammar, token: int) -> int | None:
    """Returns the verb that a raising or aspectual predicate hands its subject to."""
    below = _yet_to(g, token)
    if below is not None:
        return below
    if g.lemmas[token] not in modality().aspect.words:
        return None
    for child in g.children[token]:
        if g.deps[child] == "xcomp" and g.pos[child] in VERBAL:
            return child
        follows = child > token and g.left[child] == token + 1 and has_to(g, child)
        if g.lemmas[token] == "come" and g.deps[child] == "advcl" and follows:
            return child  # `had come to regard it as a threat`
        if (
            g.deps[child] in ("acomp", "oprd", "attr", "advmod")
            and g.lemmas[child] in modality().aspect.words
        ):
            for below in g.children[child]:
                if g.deps[below] == "xcomp" and g.pos[below] in VERBAL:
                    return below
    return None


def _match(g: Grammar, token: int, *, finite_content: bool) -> tuple[PredicateGroup, str] | None:
    lemma = lemma_of(g, token)
    if g.pos[token] not in VERBAL:
        return None
    if lemma == "consider" and is_held_to_be(g, token):
        lemma = "deem"  # `considered it a mistake` weighs nothing
    if lemma == "find" and is_held_to_be(g, token):
        lemma = "deem"
    if lemma == "try" and any(
        g.deps[c] in ("prt", "prep") and g.lemmas[c] == "on" for c in g.children[token]
    ):
        return None  # a hat
    if (lemma in ("advise", "counsel") and serves(g, token)) or (lemma == "wait" and lasts(g, token)):
        return None
    if is_priced(g, token) or (lacks_order(g, token) and not finite_content):
        return None
    entries = list(predicate_index().get(lemma, ()))
    if lemma == "insist" and is_wanted(g, token):
        entries = list(predicate_index().get("demand", ()))  # `insists that Norway delete it`
    cues = position_cues()
    if lemma in cues.copulas and lemma != "be":
        entries += [e for e in predicate_index().get("be", ()) if e[0] and e[0][0] not in _PLACING]
    if not entries:
        return None
    under = words_under(g, token)
    negated = is_negated(g, token)
    if (negated and (is_forced(g, token) or is_not_concluded(g, token))) or (
        lemma == "contest" and is_stood_in(g, token)
    ):
        return None
    says = finite_content or quotes(g, token)
    kept: list[tuple[int, int, PredicateGroup, str]] = []
    for order, (rest, group) in enumerate(entries):
        if rest and rest[0] not in under:
            continue
        if group.only == "idle" and stands_below(g, token, rest[-1]):
            continue
        if not completes(g, token, rest, under) or not _stands_alone(g, token, lemma, rest):
            continue
        is_bare = not rest and not finite_content and "as" not in under
        if lemma in cues.perceiving and is_bare and not sees_coming(g, token):
            continue
        if (
            lemma in cues.knowing
            and rest != ("of",)
            and not (finite_content or takes_a_fact(g, token) or asks(g, token) or knows(g, token))
        ):
            continue
        if lemma == "enjoy" and not rest and not is_pleasure(g, token):
            continue
        if lemma in cues.perceiving and rest and "as" in under and "as" not in rest:
            continue  # `saw the chance of a rise as small`
        if lemma == "be" and rest and _stands_in_clause(g, token, rest[0]):
            continue  # `The question is how far he is willing to go`
        if lemma in cues.copulas and rest == ("out",) and _is_out_of(g, token):
            continue  # `is out of money`
        if lemma in cues.copulas and rest and is_foreseen(g, token, rest[0]):
            continue  # `is certain to win`, `is poised to become mayor`: whoever says so foresees it
        if negated and lemma in cues.copulas and rest == ("ready",):
            continue  # `is not ready for the throne`: a judgement on him
        if group.only == ("affirmed" if negated else "negated") or (group.only == "content" and not says):
            continue
        if lemma in cues.withheld and group.only == "negated" and not g.helpers(token).isdisjoint(_TO_COME):
            continue  # `will not endorse her`: a no, where `has not endorsed her` leaves it open
        kept.append((-len(rest), order, group, " ".join((lemma, *rest))))
    if not kept:
        return None
    longest = min(kept)[0]
    if any(group.only == "idle" for length, _, group, _ in kept if length == longest):
        return None
    best = [(group, key) for length, _, group, key in kept if length == longest]
    if negated and not finite_content:
        for group, key in best:
            if group.only == "negated":
                return group, key
    best = [(group, key) for group, key in best if group.only != "negated"] or best
    is_fear = any(group.id == "fear" for group, _ in best)
    if is_fear and not finite_content and g.child(token, "dobj") is not None:
        # `The move worries Norway`: whoever is worried, not what worries
        best = [(group, key) for group, key in best if group.holder == "object"] or best
    if not finite_content and longest == 0 and not has_complement(g, token):
        best = [
            (group, key)
            for group, key in best
            if group.kind in (PredicateKind.ACTION, PredicateKind.WITHHOLD)
            or group.id in _NEEDS_NOTHING
            or lemma in cues.saying_enough
        ]
        if not best:
            return None
    if finite_content:
        for group, key in best if negated else ():
            if group.kind is PredicateKind.SPEECH and group.negated is not None:
                return group, key  # `does not accept that it is lost`
        for group, key in best:
            if group.kind in (PredicateKind.SAY, PredicateKind.ATTITUDE):
                return group, key
    elif best[0][0].kind is PredicateKind.SAY and len(best) > 1:
        return best[1]
    return best[0]


def _stands_in_clause(g: Grammar, token: int, word: str) -> bool:
    """Whether a word of an entry stands only in the clause that a copula leads to."""
    own = any(word in (g.lemmas[c], g.words[c].lower()) for c in g.children[token])
    clause = g.child(token, "ccomp")
    return (
        not own and clause is not None and clause > token and g.tags[g.left[clause]] in ("WRB", "WP", "WDT")
    )


def _is_out_of(g: Grammar, token: int) -> bool:
    """Whether somebody is without something or outside it, and not out for it: `out of sync`."""
    last = g.right[token]
    return any(g.words[t].lower() == "out" and g.words[t + 1].lower() == "of" for t in range(token, last))


def _stands_alone(g: Grammar, token: int, lemma: str, rest: tuple[str, ...]) -> bool:
    """Whether a preposition is itself what somebody is: `is for the plan`, not `is ready for the plan`."""
    if lemma == "call" and rest and rest[0] in ("for", "on", "upon"):
        # `called her weak on trade` calls on nobody
        return not any(g.deps[c] in ("dobj", "oprd", "ccomp") for c in g.children[token])
    if lemma == "declare" and rest == ("for",):
        # `declared for mayor`, not `declared her support for it`
        return not any(g.deps[c] in ("dobj", "oprd", "ccomp", "xcomp") for c in g.children[token])
    if lemma == "hold" and rest == ("on",):
        return g.child(token, "dobj", "nsubjpass") is None  # `held a hearing on Monday`
    if rest and rest[-1] in ("nothing", "little"):
        # `said nothing`, not `said that it had shown nothing`
        return any(c > token and g.lemmas[c] == rest[-1] for c in g.children[token])
    if lemma != "be" or not rest or rest[0] not in _PLACING:
        return True
    first = next((c for c in g.children[token] if c > token and g.deps[c] == "prep"), None)
    if first is not None and g.lemmas[first] != rest[0] and g.child(token, "prt") is None:
        return False  # `is in a better place after the deal`: no `is after`
    if rest == ("for",) and any(
        g.words[x].lower() in position_cues().never_backed for c in g.children[token] for x in g.children[c]
    ):
        return False  # `are not for sale`
    return not any(g.deps[c] in ("acomp", "attr", "oprd") for c in g.children[token])


def keeps_content(predicate: Predicate) -> bool:
    """Whether what is said must not stand without how it is said: a denial, a doubt, a demand, a fear voiced."""
    whole = predicate.group.act in _KEPT_WHOLE or predicate.group.id in _KEPT_FEELINGS
    return whole or predicate.group.id in ("question", "plays-down") or predicate.negated
