"""A holder's own positions: what the subject of a predicate says, wants, feels, does or leaves unsaid."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.carrying import says_something
from briefgen.extract.rules.position.claim import noun_phrase
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.complements import FACTS
from briefgen.extract.rules.position.deeds import introduces, is_unreal, shown_by
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.grounds import Grounds, grounds_of, would_like
from briefgen.extract.rules.position.held import attitude_named
from briefgen.extract.rules.position.holders import (
    holder_at,
    is_anyone,
    is_none_to_be,
    is_person,
    meant_by_which,
    minded,
    raised_subject,
    wants_somebody,
)
from briefgen.extract.rules.position.idle import tells_nothing
from briefgen.extract.rules.position.polarity import certainty_of, condition_of, was_before
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.slants import slant_of_belief, slant_of_name
from briefgen.extract.rules.position.stance import Leaning, leaning_of, leaning_of_content
from briefgen.extract.rules.position.view import PassageView
from briefgen.extract.rules.position.wording import with_condition
from briefgen.lexicons.mending import mending
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.position import Act, Basis, Certainty, Stance


def of_predicate(
    view: PassageView, clause: Clause, predicate: Predicate, around: tuple[Frame, ...]
) -> Draft | None:
    """Returns the position that the clause's own subject (or object) holds by its predicate."""
    g = view.g
    if clause.kind is ClauseKind.PARTICIPLE and clause.own_subject:
        # `she said it was over, with Norway tearing up the pact`: the author adds what Norway does
        at = g.passage.starts[clause.head]
        around = tuple(f for f in around if f.cue is None or f.cue[0] > at)
    if clause.kind is ClauseKind.RELATIVE and g.lemmas[clause.head] in mending().denying:
        around = ()  # `Critics accuse Cole, who denies it, of fraud`: the author tells that
    source = around[-1] if around else None
    holder_token = view.holder_token(clause, predicate)
    if is_none_to_be(g, holder_token, clause.head):
        return None
    raised = raised_subject(view, clause, predicate, holder_token)
    holder_token = holder_token if raised is None else raised
    first_person = view.is_quoted and view.is_first_person(clause) and holder_token == clause.subject
    holder = holder_at(view, clause, holder_token, source, first_person=first_person)
    outside = None
    named = holder if first_person else meant_by_which(view, clause, holder)
    if named != holder:
        holder, outside = named, named[0] if named else None
        if outside is None:
            return None
    if not holder and source is not None and predicate.kind is PredicateKind.ATTITUDE:
        outside = (
            view.subject_outside(clause)
            if g.tags[clause.head] != "VB" or _has_finite(g, clause.head)
            else None
        )
        if outside is not None and outside not in source.source:
            holder = (outside,)
        else:
            outside = None
    is_content = bool(view.content[clause.head])
    knows_it = any(g.deps[c] == "dobj" and g.words[c].lower() in FACTS for c in g.children[clause.head])
    if predicate.group.act is Act.OFFER and any(
        g.deps[c] == "dobj" and g.lemmas[c] in saying().versions for c in g.children[clause.head]
    ):
        return None  # `offered a third explanation`, which is told elsewhere
    if predicate.key == "know" and not is_content and not knows_it and source is None and not view.is_quoted:
        return None  # the author tells what somebody is at home in
    if tells_nothing(view, predicate):
        return None
    if predicate.group.only == "ascribed" and source is None and not view.is_quoted:
        return None
    if predicate.kind is PredicateKind.SAY and not is_content and view.is_quoted and _is_it(g, holder_token):
        return None  # `It asks the wrong question`, said of a report: the speaker's own judgement
    is_plural = holder_token is not None and g.tags[holder_token] == "NNS"
    if not holder and (source is not None or is_plural) and predicate.kind is PredicateKind.ATTITUDE:
        holder = minded(view, holder_token, predicate)
    is_saying = predicate.kind is PredicateKind.SAY
    tokens = view.tokens(clause) if is_saying else view.tokens_with_content(clause)
    if is_saying and predicate.negated and view.content[clause.head]:
        last = max(g.right[c.head] for c in view.content[clause.head])
        tokens = tuple(range(tokens[0], last + 1))  # `We never said that we would pay`
    if view.has_object_beside(clause):
        tokens = view.tokens(clause)
    if outside is not None:
        tokens = tuple(t for t in tokens if g.words[t].lower() != "which")
    if source is not None:
        tokens = with_condition(view, clause, tokens, source)
    means_anyone = (
        source is not None
        and predicate.kind is PredicateKind.ATTITUDE
        and is_anyone(g, predicate, holder_token)
    )
    if (not holder and not means_anyone) or not tokens:
        return None
    if is_saying and not says_something(view, predicate):
        return None
    speaks = predicate.kind in (PredicateKind.SAY, PredicateKind.SPEECH)
    if speaks and source is None and _is_only_thought(view, clause):
        return None
    if (
        speaks
        and (_is_told_with_content(view, clause) if source is None else not source.is_medium)
        and not first_person
        and is_unreal(view, clause)
        and not (predicate.negated and predicate.key in position_cues().left_open)
        and not would_like(view, clause, predicate)
    ):
        # `Norway will sign, she said`: her prediction, not words of Norway
        return None
    beside = source is not None and predicate.kind is PredicateKind.WITHHOLD and clause.coordinate
    is_passed_on = source is not None and source.cue_lemma == "according to"
    if beside and source is not None and not clause.own_subject and not first_person and not is_passed_on:
        # `said that Norway would pay but stopped short of …`: the author tells what the speaker left unsaid
        holder, around, source = source.source, (), None
    certainty = certainty_of(g, view.tokens(clause), clause.head)
    planned = False
    if predicate.kind is PredicateKind.ACTION and not first_person:
        if (clause.kind is ClauseKind.PARTICIPLE and not clause.own_subject) or (
            not predicate.group.persons and (is_person(view, holder) or introduces(view, clause, holder))
        ):
            return None
        if (
            clause.kind is ClauseKind.TIME
            and _is_it(g, holder_token)
            and g.child(clause.head, "dobj") is None
        ):
            return None  # `cost millions after it closed`: no deed, and hardly of who says so
        passed_on = (source is None or source.is_medium) and not predicate.rumoured
        planned = source is None and _is_planned(view, clause, predicate)
        if not planned and (not passed_on or certainty is not Certainty.CERTAIN or is_unreal(view, clause)):
            return None
        if clause.kind is ClauseKind.CONTENT and source is None:
            return None
    is_charge = predicate.group.act is Act.ACCUSE  # `complained of a lack of cover if it rains`
    condition = None if is_charge else condition_of(g, tokens, clause.head)
    if is_saying:
        commentator = any(view.is_commentator(h) for h in holder)
        leaning = leaning_of_content(
            g, clause.head, tokens, commentator=commentator, first_person=False, cue=None
        )
    else:
        leaning = leaning_of(g, predicate, tokens, condition[1] if condition else None, _object(view, clause))
    if wants_somebody(view, predicate):
        leaning = Leaning(leaning.act, Stance.NONE)
    shown_by_name = slant_of_name(g, predicate.head)
    if shown_by_name is not None and predicate.kind in (PredicateKind.SAY, PredicateKind.ATTITUDE):
        expert = any(view.is_commentator(h) for h in holder)
        if not predicate.negated and not expert:
            act = leaning.act
            if is_saying:
                kept = Act.PRAISE if act is Act.PRAISE else Act.ASSESS
                act = Act.ACCUSE if shown_by_name is Stance.OPPOSE else kept
            leaning = Leaning(act, shown_by_name)
    if leaning.stance is Stance.NONE and not any(view.is_commentator(h) for h in holder):
        leaning = Leaning(leaning.act, slant_of_belief(g, predicate))
    if predicate.key == "deny" and not predicate.negated:
        certainty = Certainty.DENIED
    elif (clause.head in view.hedged or predicate.rumoured) and certainty is Certainty.CERTAIN:
        certainty = Certainty.PROBABLE
    grounds = grounds_of(view, clause, predicate, holder, around, first_person=first_person)
    shown = shown_by(g, predicate)
    if shown is not None:
        leaning, grounds = Leaning(Act.SIGNAL, shown), Grounds(Basis.ENACTED, grounds.asserted_by)
    if planned:
        leaning, grounds = Leaning(Act.INTEND, leaning.stance), Grounds(Basis.NARRATED)
    if grounds.basis is Basis.STATED and not grounds.relayed_by:
        grounds = replace(grounds, relayed_by=_relay(view, predicate, holder))
    quiet = predicate.kind in (PredicateKind.ACTION, PredicateKind.WITHHOLD)
    return Draft(
        clause=clause,
        tokens=tokens,
        holder=holder,
        asserted_by=grounds.asserted_by,
        relayed_by=grounds.relayed_by,
        act=leaning.act,
        stance=leaning.stance,
        basis=grounds.basis,
        certainty=certainty,
        condition=condition[0] if condition else None,
        source=source,
        key=f"{predicate.group.id}:{predicate.key}",
        subject=raised,
        front=None if outside is None else view.mentions[outside].span,
        strength=0.4 if quiet or (source is None and was_before(g, clause.head)) else 0.8,
    )


def _is_told_with_content(view: PassageView, clause: Clause) -> bool:
    """Whether a participle goes with what somebody says or expects of its subject: `that he will stay, choosing …`."""
    above = None if clause.governor is None else view.clauses.get(clause.governor)
    is_bare = clause.kind is ClauseKind.PARTICIPLE and not clause.own_subject
    return is_bare and above is not None and above.kind is ClauseKind.CONTENT


def _is_only_thought(view: PassageView, clause: Clause) -> bool:
    """Whether a deed is only hoped for or feared, by nobody in particular: `Hopes that Norway would sign faded`."""
    g = view.g
    is_under_noun = g.deps[clause.head] == "acl" and clause.own_subject and is_unreal(view, clause)
    return is_under_noun and attitude_named(g.lemmas[g.heads[clause.head]]) is not None


def _relay(view: PassageView, predicate: Predicate, holder: tuple[int, ...]) -> tuple[int, ...]:
    """Returns through whom the holder's words came: `has pledged …, according to state media`."""
    at = view.g.passage.starts[predicate.head]
    frame = view.frames.relay_at(at)
    if frame is None or frame.relay is None or frame.source != holder:
        return ()
    return (frame.relay,)


def _has_finite(g: Grammar, head: int) -> bool:
    return any(g.deps[c] == "aux" and g.tags[c] in ("VBZ", "VBP", "VBD", "MD") for c in g.children[head])


def _is_it(g: Grammar, token: int | None) -> bool:
    return token is not None and g.words[token].lower() in ("it", "this", "that")


def _object(view: PassageView, clause: Clause) -> tuple[int, ...]:
    """Returns the phrase that a relative clause with a subject of its own speaks of."""
    if clause.kind is not ClauseKind.RELATIVE or clause.antecedent is None or not clause.own_subject:
        return ()
    first, last = noun_phrase(view.g, clause.antecedent)
    return tuple(range(first, last + 1))


def _is_planned(view: PassageView, clause: Clause, predicate: Predicate) -> bool:
    """Whether the author tells how somebody will vote, which is his plan: `Labour will vote against`."""
    will = {view.g.words[c].lower() for c in view.g.children[clause.head] if view.g.deps[c] == "aux"}
    return predicate.key in position_cues().planned and bool(will & {"will", "’ll", "'ll", "wo"})
