"""Minds that somebody is accused of: `Critics accuse her of wanting a row`, `suspects him of planning to leave`."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.polarity import certainty_of
from briefgen.extract.rules.position.predicates import predicate_of
from briefgen.extract.rules.position.spans import subtree
from briefgen.extract.rules.position.stance import leaning_of
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.position import Basis


def accused_of(view: PassageView, first: int, last: int) -> Iterator[Draft]:
    """Yields what the accused of one sentence are said to want, fear or believe, on the accuser's word."""
    g, charging = view.g, position_cues().charging
    for verb in range(first, last + 1):
        clause = view.clauses.get(verb)
        if g.lemmas[verb] not in charging or clause is None or clause.passive or view.is_heading:
            continue
        accuser, accused = view.actor(clause.subject), view.actor(g.child(verb, "dobj"))
        mind = next((c for p in g.children[verb] for c in _minds(view, p)), None)
        if accuser is None or accused is None or mind is None or view.is_first_person(clause):
            continue
        if view.mentions[accused].person == 1:
            continue  # `They accuse us of wanting a row`: what the speaker does not say of himself
        if g.lemmas[mind] == "be" and g.child(mind, "acomp") is None:
            continue  # `suspects Oslo of being behind the leak`: a deed
        predicate = predicate_of(g, mind, finite_content=False)
        if predicate is None or predicate.kind is not PredicateKind.ATTITUDE:
            continue
        tokens = tuple(sorted(subtree(g, mind)))
        leaning = leaning_of(g, predicate, tokens, None)
        yield Draft(
            clause=Clause(
                head=mind,
                kind=ClauseKind.PARTICIPLE,
                subject=g.child(verb, "dobj"),
                own_subject=False,
                passive=False,
                governor=verb,
            ),
            tokens=tokens,
            holder=(accused,),
            asserted_by=(accuser,),
            act=leaning.act,
            stance=leaning.stance,
            basis=Basis.IMPUTED,
            certainty=certainty_of(g, tokens, mind),
            key=f"{predicate.group.id}:{predicate.key}",
            strength=0.7,
        )


def _minds(view: PassageView, preposition: int) -> Iterator[int]:
    """Yields the verbs of what `of` leads to: `of wanting a row`."""
    g = view.g
    if g.lemmas[preposition] == "of":
        yield from (c for c in g.children[preposition] if g.deps[c] == "pcomp" and g.tags[c] == "VBG")
