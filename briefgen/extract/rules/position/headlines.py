"""Headlines that leave out their verb: `Norway wary of Swedish offer`, `Cole in no hurry to meet`."""

from __future__ import annotations

from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.polarity import condition_of
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.stance import leaning_of
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateGroup, disposition, predicate_index
from briefgen.model.position import Basis, Certainty


def of_headline(view: PassageView, first: int, last: int) -> Draft | None:
    """Returns the state of mind that a headline gives its subject without a verb."""
    g = view.g
    subject = next((t for t in range(first, last + 1) if view.actor(t) is not None), None)
    holder = view.actor(subject)
    if subject is None or holder is None or view.g.passage.starts[first] != view.mentions[holder].span[0]:
        return None
    at = _end_of_subject(view, subject) + 1
    while at < last and g.words[at].lower() in position_cues().before_states:
        at += 1
    group = _state_at(view, at)
    if group is None or at >= last or g.words[at + 1] in ",.:":
        return None
    end = _end(view, at, last)
    tokens = tuple(range(first, end + 1))
    negated = "not" in (g.words[t].lower() for t in range(subject, at))
    condition = condition_of(g, tokens)
    predicate = Predicate(group, f"be {g.words[at].lower()}", at, negated)
    leaning = leaning_of(g, predicate, tokens, condition[1] if condition else None)
    around = view.around(at)
    source = around[-1] if around else None
    if source is None and end < last - 1:
        return None  # somebody says so whom the rules do not see
    return Draft(
        clause=Clause(
            head=at, kind=ClauseKind.MAIN, subject=subject, own_subject=True, passive=False, governor=None
        ),
        tokens=tokens,
        holder=(holder,),
        asserted_by=() if source is None else source.source,
        act=leaning.act,
        stance=leaning.stance,
        basis=Basis.NARRATED if source is None else Basis.IMPUTED,
        certainty=Certainty.CERTAIN,
        condition=condition[0] if condition else None,
        source=source,
        key=f"{group.id}:be {g.words[at].lower()}",
        subject=subject,
        link="are" if g.tags[subject] in ("NNS", "NNPS") else "is",
        strength=0.8,
    )


def _end_of_subject(view: PassageView, subject: int) -> int:
    """Returns the last token of the subject itself: of its name, where that is one of several words."""
    mention = view.mentions.at_token(view.g.passage, subject)
    last = subject
    if mention is not None:
        end = view.mentions[mention].span[1]
        while last + 1 < len(view.g) and view.g.passage.starts[last + 1] < end:
            last += 1
    return last


def _state_at(view: PassageView, at: int) -> PredicateGroup | None:
    g = view.g
    if at >= len(g):
        return None
    words = [w.lower() for w in g.words[at : at + 3]]
    if words[:2] == ["in", "no"] and words[-1] in position_cues().in_no:
        entries = predicate_index().get("be", ())
        return next((group for rest, group in entries if rest == ("in", words[-1], "no")), None)
    return disposition(words[0])


def _end(view: PassageView, at: int, last: int) -> int:
    """Returns the last token of the headline before a tag: `…, aides say`."""
    comma = next((t for t in range(at, last + 1) if view.g.words[t] in (",", "–", "—", ":")), None)
    end = last if comma is None else comma - 1
    while end > at and view.g.words[end] in ".!":
        end -= 1
    return end
