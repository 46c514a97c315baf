"""Stances that somebody is called by: `Berg, one of the levy’s fiercest critics`, `Berg is a supporter of the plan`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.described import told_basis
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.polarity import certainty_of, is_negated
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.nominals import nominal_lexicon
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.position import Act, Certainty, Stance

_COUNTING = frozenset({"of", "among"})
_COUNTED = frozenset({"one", "some", "two", "many", "among", "part"})


def partisans_of(view: PassageView, first: int, last: int) -> Iterator[Draft]:
    """Yields the stances by which the nouns of one sentence call somebody, by place."""
    g, lexicon = view.g, nominal_lexicon()
    for noun in range(first, last + 1):
        is_for = g.lemmas[noun] in lexicon.supporters
        if g.pos[noun] != "NOUN" or not (is_for or g.lemmas[noun] in lexicon.opponents):
            continue
        if _cause(g, noun) is None:
            continue
        draft = _of_noun(view, noun, _top(g, noun))
        if draft is None:
            continue
        act, stance = (Act.AGREE, Stance.SUPPORT) if is_for else (Act.REJECT, Stance.OPPOSE)
        yield replace(draft, act=act, stance=stance)


def _of_noun(view: PassageView, noun: int, top: int) -> Draft | None:
    g = view.g
    above = g.heads[top]
    around = tuple(f for f in view.around(noun) if not f.is_denial and not f.is_medium)
    source = around[-1] if around else None
    clause = view.clauses.get(above)
    if g.deps[top] == "appos" and g.pos[above] == "PROPN":
        who, tokens = above, tuple(range(g.left[top], g.right[top] + 1))
        clause = Clause(
            head=noun, kind=ClauseKind.MAIN, subject=None, own_subject=True, passive=False, governor=None
        )
    elif clause is not None and clause.subject is not None and g.lemmas[above] in position_cues().copulas:
        if g.deps[top] not in ("attr", "prep") or is_negated(g, above) or view.is_first_person(clause):
            return None
        who, tokens = clause.subject, view.tokens(clause)
    else:
        return None
    holder = view.actor(who)
    if holder is None or (source is not None and holder in source.source):
        return None
    is_apposed = clause.subject is None
    return Draft(
        clause=clause,
        tokens=tokens,
        holder=(holder,),
        asserted_by=source.source if source is not None else (),
        act=Act.AGREE,
        stance=Stance.SUPPORT,
        basis=told_basis(view, source),
        certainty=Certainty.CERTAIN if is_apposed else certainty_of(g, tokens, above),
        source=source,
        key=f"partisan:{g.lemmas[noun]}",
        subject=who if is_apposed else None,
        link="is" if is_apposed else None,
        strength=0.35,
    )


def _cause(g: Grammar, noun: int) -> int | None:
    """Returns what somebody is for or against: `critic of the levy`, `holdout against it`, `the levy’s critics`."""
    of = next((c for c in g.children[noun] if g.lemmas[c] in ("of", "against") and c > noun), None)
    if of is not None:
        return g.child(of, "pobj")
    is_one_of_many = g.tags[noun] == "NNS" or any(g.tags[c] in ("JJS", "RBS") for c in g.children[noun])
    return g.child(noun, "poss") if is_one_of_many else None  # `the party’s health critic` is an office


def _top(g: Grammar, noun: int) -> int:
    """Returns the head of the phrase that calls somebody so: the `one` of `one of its critics`, a lone `among`."""
    if g.deps[noun] != "pobj" or g.lemmas[g.heads[noun]] not in _COUNTING:
        return noun
    preposition = g.heads[noun]
    above = g.heads[preposition]
    return above if g.lemmas[above] in _COUNTED else preposition
