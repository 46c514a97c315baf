"""Coordination across quotation marks: what goes on within them, and what behind them goes on with before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.extract.rules.grammar import FINITE_TAGS, Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.regions import Regions
from briefgen.lexicons.predicates import PredicateKind, predicate_index

_SAYING = frozenset({PredicateKind.SAY, PredicateKind.SPEECH, PredicateKind.WITHHOLD})


def within_marks(g: Grammar, clauses: Sequence[Clause], regions: Regions) -> tuple[Clause, ...]:
    """Returns the clauses, with those coordinated inside quotation marks read as one content.

    `He is trying to say that “the door is shut and he will go home”`: what the parser coordinates with
    `trying` belongs to the quoted words, since the marks enclose it and not `trying`; so does what it coordinates
    with `said` in `said Oslo thinks “he lied and he will go home”`.
    """
    heads = {clause.head: clause for clause in clauses}
    starts = g.passage.starts
    out = []
    for clause in clauses:
        first = g.heads[clause.head]
        region = regions.at(starts[clause.head])
        if (
            clause.coordinate
            and region is not None
            and first in heads
            and regions.at(starts[first]) != region
        ):
            above = [
                c.governor
                for c in clauses
                if c.kind is ClauseKind.CONTENT
                and c.governor is not None
                and c.head < clause.head
                and regions.at(starts[c.head]) == region != regions.at(starts[c.governor])
            ]
            if above:
                clause = replace(clause, kind=ClauseKind.CONTENT, governor=above[-1])
        elif clause.coordinate and region is None and not clause.own_subject:
            marks = regions.at(starts[first])
            outside = next(
                (up for up in g.ancestors(first) if up in heads and regions.at(starts[up]) is None), None
            )
            if marks is not None and outside is not None and _agrees_outside(g, clause.head, first, outside):
                # `said it “shut the door” and urged them to open it`
                clause = replace(heads[outside], head=clause.head, own_subject=False, coordinate=True)
        out.append(clause)
    return tuple(out)


def _agrees_outside(g: Grammar, verb: int, inside: int, outside: int) -> bool:
    """Whether a verb of saying has the tense of the one before the marks, and not of the one within them."""
    kinds = {group.kind for rest, group in predicate_index().get(g.lemmas[verb], ()) if not rest}
    if not kinds & _SAYING:
        return False
    if any(g.deps[c] in ("aux", "auxpass") for c in g.children[verb]):
        return False
    return g.tags[verb] == g.tags[outside] != g.tags[inside] and g.tags[verb] in FINITE_TAGS
