"""Deeds that speak: `the launch sent a message`, `with Norway showing its anger by recalling its envoy`."""

from __future__ import annotations

from briefgen.extract.rules.grammar import SUBJECTS, Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.predicates import Predicate, predicate_of
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.actor import ActorKind
from briefgen.model.position import Act, Basis, Certainty, Stance

_UNREAL = frozenset(
    {"will", "would", "could", "should", "must", "can", "may", "might", "shall", "'ll", "’ll", "wo", "ca"}
)
_BENEATH = frozenset({"advcl", "xcomp", "conj"})


def of_deed(view: PassageView, clause: Clause) -> Draft | None:
    """Returns the position that a deed shows: of its doer, or of the state or body last spoken of."""
    g, subject = view.g, clause.subject
    if (
        subject is None
        or g.lemmas[clause.head] not in position_cues().speaking_deeds
        or g.pos[subject] != "NOUN"
    ):
        return None
    deeds = modality().deeds.words
    named = {g.lemmas[subject], *(g.lemmas[c] for c in g.children[subject] if g.deps[c] == "compound")}
    if not named & deeds or not any(
        g.lemmas[c] in position_cues().messages
        for c in g.children[clause.head]
        if g.deps[c] in ("dobj", "attr", "npadvmod")
    ):
        return None
    doer = _doer(view, subject)
    if doer is None:
        return None
    return Draft(
        clause=clause,
        tokens=view.tokens(clause),
        holder=(doer,),
        act=Act.SIGNAL,
        stance=Stance.OPPOSE if named & modality().protests.words else Stance.SUPPORT,
        basis=Basis.ENACTED,
        certainty=Certainty.CERTAIN,
        key="deed:" + g.lemmas[subject],
        strength=0.5,
    )


def shown_by(g: Grammar, predicate: Predicate) -> Stance | None:
    """Returns the stance of the action by which something is said (`showed anger by recalling its envoy`)."""
    if predicate.kind not in (PredicateKind.SAY, PredicateKind.SPEECH):
        return None
    for by in range(predicate.head + 1, g.right[predicate.head]):
        if g.lemmas[by] == "by" and g.tags[by + 1] == "VBG":
            action = predicate_of(g, by + 1, finite_content=False)
            if action is not None and action.kind is PredicateKind.ACTION:
                return action.group.stance
    return None


def _doer(view: PassageView, deed: int) -> int | None:
    """Returns the mention of who did it: the possessor, else the last state or body that was a subject."""
    g = view.g
    for child in g.children[deed]:
        if g.deps[child] in ("poss", "compound") and view.owner(child) is not None:
            return view.owner(child)
    for token in range(g.left[deed] - 1, -1, -1):
        if g.deps[token] in SUBJECTS:
            found = view.actor(token)
            if found is not None and view.mentions[found].kind in (ActorKind.STATE, ActorKind.ORGANISATION):
                return found
    return None


def introduces(view: PassageView, clause: Clause, holder: tuple[int, ...]) -> bool:
    """Whether a relative clause only says what a firm is at: `Nordgruva, which is building a mine, welcomed it`."""
    is_at_it = clause.kind is ClauseKind.RELATIVE and view.g.tags[clause.head] == "VBG"
    return is_at_it and all(view.mentions[h].kind is not ActorKind.STATE for h in holder)


def is_unreal(view: PassageView, clause: Clause) -> bool:
    """Whether an action is planned, required, likely or merely possible."""
    g = view.g
    state = g.child(clause.head, "acomp")
    if state is not None and g.words[state].lower() in position_cues().forecast:
        return True  # `is unlikely to accept it`
    at = clause.head
    while clause.kind is ClauseKind.PARTICIPLE and not clause.own_subject and g.deps[at] in _BENEATH:
        at = g.heads[at]  # `will stay away, choosing to wait`
    return any(
        g.deps[c] == "aux" and g.words[c].lower() in _UNREAL
        for c in (*g.children[clause.head], *g.children[at])
    )
