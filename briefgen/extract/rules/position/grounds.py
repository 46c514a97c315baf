"""On whose word a position stands, by structure: own words, relayed, imputed, narrated, enacted."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.attribution.sources import agent_of
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.said import viewer_of
from briefgen.extract.rules.position.verbs import is_by_report
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.position import Act, Basis


@dataclass(frozen=True, slots=True)
class Grounds:
    """On whose word a position stands."""

    basis: Basis
    asserted_by: tuple[int, ...] = ()
    relayed_by: tuple[int, ...] = ()


def grounds_of(
    view: PassageView,
    clause: Clause,
    predicate: Predicate,
    holder: tuple[int, ...],
    around: tuple[Frame, ...],
    *,
    first_person: bool,
) -> Grounds:
    """Returns the basis by structure: own words, relayed, imputed, narrated, enacted."""
    kind = predicate.kind
    source = around[-1] if around else None
    outer = around[-2] if len(around) > 1 else None
    relayed: tuple[int, ...] = (source.relay,) if source is not None and source.relay is not None else ()
    if first_person:
        if outer is not None and outer.source != holder and not outer.is_medium:
            return Grounds(Basis.RELAYED, outer.source, relayed)
        return Grounds(Basis.STATED, (), relayed or (outer.source if outer is not None else ()))
    speaks = kind in (PredicateKind.SPEECH, PredicateKind.SAY)
    if not relayed and source is not None and outer is not None and outer.source != source.source:
        relayed = outer.source
    viewer = viewer_of(view, clause) if kind in (PredicateKind.ATTITUDE, PredicateKind.SPEECH) else None
    if viewer is not None and viewer not in holder:
        # `In the view of Hansen, Norway fears a split`
        return Grounds(Basis.IMPUTED, (viewer,), relayed)
    if source is None:
        if kind is PredicateKind.ACTION:
            return Grounds(Basis.ENACTED)
        if view.is_told_by_somebody(clause):
            return Grounds(Basis.IMPUTED)
        thinker = _thinker(view, clause)
        if thinker is not None and thinker not in holder and not speaks:
            return Grounds(Basis.IMPUTED, (thinker,))
        if view.is_quoted:
            return Grounds(Basis.IMPUTED)  # whoever speaks here, it is not the author
        if predicate.rumoured:
            # `is said by friends to regret it`, no `is, by contrast, said to regret it`
            is_told = view.g.lemmas[clause.head + 1 : clause.head + 2] == ("by",)
            teller = view.actor(agent_of(view.g, clause.head)) if is_told else None
            return Grounds(Basis.NARRATED) if teller is None else Grounds(Basis.IMPUTED, (teller,))
        if speaks and _is_left_unsaid(predicate):
            return Grounds(Basis.NARRATED)
        if speaks and (_may_come(view, clause) or would_like(view, clause, predicate)):
            return Grounds(Basis.NARRATED)
        if speaks and is_by_report(view.g, clause.head):
            return Grounds(Basis.RELAYED)
        expert = kind is PredicateKind.ATTITUDE and any(view.is_commentator(h) for h in holder)
        return Grounds(Basis.STATED if speaks or expert or view.follows_speech(clause) else Basis.NARRATED)
    if kind is PredicateKind.ACTION:
        return Grounds(Basis.ENACTED, source.source, relayed)
    if speaks and source.is_medium:
        return Grounds(Basis.STATED, (), source.source)
    is_ascribed = predicate.group.id == "decide" or source.is_thought or would_like(view, clause, predicate)
    if speaks and not is_ascribed and not _is_read_out(view, clause, predicate):
        return Grounds(Basis.RELAYED, source.source, relayed)
    if source.is_medium and _is_poll(view, source):
        return Grounds(Basis.RELAYED, source.source, relayed or source.source)
    return Grounds(Basis.IMPUTED, source.source, relayed)


def _is_poll(view: PassageView, source: Frame) -> bool:
    """Whether a medium prints what several were asked: `in a poll published by the paper`."""
    cue = view.reading.article.text[slice(*source.cue)] if source.cue is not None else ""
    return not saying().polls.isdisjoint(cue.lower().split())


def _may_come(view: PassageView, clause: Clause) -> bool:
    """Whether somebody's words are only possible, so that whoever tells of them guesses: `it might agree to a pact`.

    What somebody could or can say he has not said, unless he cannot: `A court could reject it`.
    """
    helpers = view.g.helpers(clause.head)
    may, can = helpers & {"may", "might"}, helpers & {"can", "could"}
    return bool(may) or (bool(can) and not is_negated(view.g, clause.head))


def _is_left_unsaid(predicate: Predicate) -> bool:
    """Whether it is told of what nobody was accused: `has not accused Norway`."""
    return predicate.negated and predicate.group.act is Act.ACCUSE


def _thinker(view: PassageView, clause: Clause) -> int | None:
    """Returns who only thinks that somebody wants it: `which he believes has been looking for it`."""
    above = view.clauses.get(clause.governor) if clause.governor is not None else None
    predicate = view.predicates.get(clause.governor) if clause.governor is not None else None
    if clause.kind is not ClauseKind.CONTENT or above is None or predicate is None:
        return None
    return view.actor(above.subject) if predicate.group.id in ("believe", "doubt") else None


def _is_read_out(view: PassageView, clause: Clause, predicate: Predicate) -> bool:
    """Whether an outsider reads a message out of what somebody does (`is making clear`, `has expressed`)."""
    g, head = view.g, predicate.head
    if head != clause.head and g.lemmas[clause.head] in position_cues().seeming:
        return True  # `seems to be urging crews to strike`
    progressive = g.tags[clause.head] == "VBG" and clause.kind is not ClauseKind.PARTICIPLE
    return progressive or predicate.key.split()[0] in position_cues().showing


def would_like(view: PassageView, clause: Clause, predicate: Predicate) -> bool:
    """Whether somebody is said to have a mind to it: `the army would welcome a truce`, no words of its own."""
    modal = {view.g.words[c].lower() for c in view.g.children[clause.head] if view.g.deps[c] == "aux"}
    return predicate.group.id in ("welcome", "agree", "praise") and "would" in modal and "have" not in modal
