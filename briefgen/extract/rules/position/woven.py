"""Subordinate clauses that are part of what their main clause says: a time, a purpose, the reason of what is denied."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind, comma_before
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.lexicons.modality import modality
from briefgen.lexicons.predicates import PredicateKind

_WEAVING = frozenset({"as", "while", "so", "because"})
_ENABLING = frozenset({"can", "could", "may", "might"})
_NO_MINDS = frozenset({PredicateKind.ACTION})


def is_woven(g: Grammar, clause: Clause, predicate: Predicate | None, *, has_mind: bool) -> bool:
    """Whether a clause that could stand for itself goes with its main clause; `has_mind` where its subject can think.

    `It is on hold while the court considers it`, `We pay so the ferry can sail`,
    `They should not pay simply because they fish`, `As the pact takes effect, Norway wants more`.
    """
    head, above = clause.head, g.heads[clause.head]
    if clause.kind is ClauseKind.PARTICIPLE:
        return _goes_along(g, clause, predicate)
    if clause.kind is not ClauseKind.REASON or clause.coordinate or g.deps[head] != "advcl":
        return False
    is_behind = above < head and not comma_before(g, head)
    mark = next((g.lemmas[c] for c in g.children[head] if c < head and g.lemmas[c] in _WEAVING), None)
    if mark == "because" and any(
        g.words[c].lower() == "because" and c and g.words[c - 1].lower() == "not" for c in g.children[head]
    ):
        return True  # `He won, not because he did much but because they knew him`
    tells_mind = has_mind and predicate is not None and predicate.kind not in _NO_MINDS
    if mark == "as":
        if g.pos[above] == "ADJ" and g.words[g.left[head] - 1] == g.words[above]:
            return True  # `that, odd as it may sound, …`
        return not tells_mind and (is_behind or head < above)
    if not is_behind:
        return False
    if mark == "while":
        return g.lemmas[head] not in modality().minds.words
    if mark == "so":
        return any(g.deps[c] == "aux" and g.words[c].lower() in _ENABLING for c in g.children[head])
    if mark == "because":
        # `It went through because it avoided a row`: alone, the reason would not say of what
        goes_on = clause.subject is not None and g.words[clause.subject].lower() == "it"
        return not tells_mind and (goes_on or is_negated(g, above))
    return False


def _goes_along(g: Grammar, clause: Clause, predicate: Predicate | None) -> bool:
    """Whether `with` tells what is done beside a deed, not what somebody thinks: `with guards replacing the crews`."""
    is_absolute = g.deps[clause.head] == "pcomp" and clause.own_subject
    return is_absolute and (predicate is None or predicate.kind is PredicateKind.ACTION)
