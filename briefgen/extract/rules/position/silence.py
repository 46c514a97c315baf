"""Silence: whoever was asked and did not answer holds back; the one who asked does not."""

from __future__ import annotations

from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind


def is_asking(view: PassageView, clause: Clause) -> bool:
    """Whether a clause puts a question to somebody who then keeps silent; the question is no position."""
    return view.g.lemmas[clause.head] in position_cues().asking and any(
        _waits_in_vain(view.predicates[other.head])
        for other in view.clauses.values()
        if other.coordinate and view.g.heads[other.head] == clause.head
    )


def silent_party(view: PassageView, clause: Clause, predicate: Predicate) -> int | None:
    """Returns the token of the one who did not answer, where the clause's subject is the one who asked."""
    g = view.g
    if not _waits_in_vain(predicate):
        return None
    for child in g.children[clause.head]:
        if g.deps[child] == "prep" and g.lemmas[child] == "from":
            return next((x for x in g.children[child] if g.deps[x] == "pobj"), None)
    asking = g.heads[clause.head]
    if clause.coordinate and g.lemmas[asking] in position_cues().asking:
        return next((c for c in g.children[asking] if g.deps[c] in ("dobj", "dative")), None)
    return None


def asked_in_vain(predicate: Predicate | None) -> bool:
    """Whether a predicate says that its subject got no answer."""
    return _waits_in_vain(predicate)


def _waits_in_vain(predicate: Predicate | None) -> bool:
    return (
        predicate is not None
        and predicate.kind is PredicateKind.WITHHOLD
        and predicate.key.split()[0] in position_cues().getting
    )
