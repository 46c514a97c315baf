"""Answers set beside what somebody says: `a charge Norway denies`, `an idea that Norway and Denmark oppose`."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, comma_before
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.own import of_predicate
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import group_of, predicate_index


def of_rejoinder(view: PassageView, clause: Clause) -> Draft | None:
    """Returns what somebody denies, opposes or backs by the noun that sums up what was said.

    The claim is the whole sentence.
    """
    g, noun = view.g, view.g.heads[clause.head]
    if g.deps[clause.head] not in ("relcl", "acl") or clause.subject is None or not clause.own_subject:
        return None
    if not _answers(g, clause.head, g.lemmas[noun]):
        return None
    if not comma_before(g, noun) or is_negated(g, clause.head):
        return None
    predicate = Predicate(group_of(g.lemmas[clause.head]), g.lemmas[clause.head], clause.head, negated=False)
    draft = of_predicate(view, clause, predicate, view.around(clause.head) if view.is_quoted else ())
    if draft is None:
        return None
    first, last = g.sentences[g.sentence[clause.head]][0], g.right[clause.head]
    return replace(
        draft,
        holder=_accused(view, clause, noun) or draft.holder,
        tokens=tuple(range(g.left[noun], last + 1)),
        words=g.span(first, last),
    )


def _answers(g: Grammar, verb: int, noun: str) -> bool:
    """Whether a verb denies or takes sides on what a noun sums up: `a claim it rejects`, `a plan it backs`."""
    told = noun in modality().contents.words or noun == "something"
    if g.lemmas[verb] in mending().denying:
        return told or noun in position_cues().summing_up
    named = g.lemmas[verb] in position_cues().naming_so and g.child(verb, "oprd") is not None
    groups = {group.id for rest, group in predicate_index().get(g.lemmas[verb], ()) if not rest}
    return (told and named) or (
        noun in position_cues().summing_up
        and bool(groups & position_cues().siding)
        and not any(g.deps[c] in ("dobj", "ccomp", "xcomp") and c > verb for c in g.children[verb])
    )


def _accused(view: PassageView, clause: Clause, noun: int) -> tuple[int, ...]:
    """Returns who is accused, where a pronoun denies it: never the accuser."""
    g = view.g
    if g.pos[clause.subject or noun] != "PRON":
        return ()
    verb = next((t for t in g.ancestors(noun) if g.child(t, "dobj") is not None), None)
    accused = view.actor(g.child(verb, "dobj")) if verb is not None else None
    return () if accused is None else (accused,)
