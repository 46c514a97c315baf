"""Plans told in detail: what somebody wants is told on with `would`, and is no judgement of the author's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Extraction, GrammaticalRole, MentionForm
from briefgen.model.ids import content_id
from briefgen.model.position import Act, Basis, Position, Stance
from briefgen.model.span_index import SpanIndex
from briefgen.resolve.actors import Cast
from briefgen.resolve.futures import own_plan
from briefgen.resolve.standing import speaks_by_trade, speaks_from_within

_PLANNING = frozenset({Act.INTEND, Act.PLEDGE, Act.OFFER})
_NEAR = 2
"""Sentences from a plan to one that tells more of it."""
_ELECTED = re.compile(
    r"if (?:re-?)?elected|if (?:\w+ )?(?:wins?|won|returned)\b.*|in (?:power|office|government)", re.I
)
"""On what condition every plan of a party stands."""
_JUDGED = re.compile(r"(?:\w+,? )?(?:it|that|this|these|those|such|there)\b", re.I)
"""What is told of a plan as a whole weighs it: `That would be paid for by cuts`."""


def planned_on(
    extraction: Extraction, cast: Cast, positions: Sequence[Position | None]
) -> list[Position | None]:
    """Returns the positions, with what the author tells on of a plan in the same paragraph given to whose plan it is.

    `The Liberals want to scrap the levy. The new rate would be set by the towns.`: the Liberals' plan. What a body
    would do, told behind the words of its leader or its own, is its plan as well: `He called for thrift. The Liberals
    would cut fares.`
    """
    bodies = _bodies(extraction, cast)
    sentences = SpanIndex((span, number) for number, span in enumerate(extraction.sentences))
    paragraphs = SpanIndex((span, number) for number, span in enumerate(extraction.paragraphs))
    out = list(positions)
    before: Position | None = None
    goes_on = False
    for at, position in enumerate(out):
        if position is None:
            continue
        if before is not None and _is_told(cast, position):
            first, second = before.evidence[0].start, position.evidence[0].start
            gap = next(iter(sentences.at(second)), 0) - next(iter(sentences.at(first)), 0)
            apart = next(iter(paragraphs.at(second)), 0) - next(iter(paragraphs.at(first)), 0)
            is_near = gap <= _NEAR and (gap > 0 or goes_on)
            plan = _plan_of_body(cast, before, position, bodies) if gap > 0 and apart < _NEAR else None
            if not is_near:
                plan = None
            elif plan is None and not apart and _is_planned(cast, before) and _tells_on(position):
                plan = _planned_by(before.holder, before.relayed_by, position)
            goes_on = plan is not None
            position = plan or position
            out[at] = position
        before = position
    return out


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that is the subject of a clause: the actor that holds its plans, and where its words end."""

    id: str
    end: int


def _bodies(extraction: Extraction, cast: Cast) -> dict[int, _Body]:
    """Returns the bodies that are subjects, by place; a leader holds for `his party`, if the text does not name it."""
    found = {}
    by_start = {m.span[0]: at for at, m in enumerate(extraction.mentions) if m.form is MentionForm.PRONOUN}
    for mention, meant in zip(extraction.mentions, cast.of_mention, strict=True):
        is_subject = mention.grammatical_role is GrammaticalRole.SUBJECT and not mention.quoted
        if not is_subject or mention.form is MentionForm.PRONOUN:
            continue
        start, end = mention.span
        owner = cast.of_mention[by_start[start]] if start in by_start else ()
        if len(meant) == 1 and cast.by_id[meant[0]].kind in (ActorKind.ORGANISATION, ActorKind.GROUP):
            found[start] = _Body(meant[0], end)
        elif not meant and len(owner) == 1 and mention.head.text.lower() in resolving().led:
            found[start] = _Body(owner[0], end)
    return found


def _plan_of_body(
    cast: Cast, before: Position, position: Position, bodies: dict[int, _Body]
) -> Position | None:
    """Returns a position as the plan of a body of which its leader, or itself, has just spoken.

    `Budgets had to add up, she said. The Harbour Party would cut fares.`
    """
    words, told = position.evidence[0], position.condition
    places = [words.start]
    if told is not None:
        places = [told.end + 2] if told.start == words.start and _ELECTED.fullmatch(told.text) else []
    body = next((bodies[at] for at in places if at in bodies), None)
    if body is None or before.basis not in (Basis.STATED, Basis.RELAYED):
        return None
    is_own = before.holder == (body.id,)
    behind = words.text[max(body.end - words.start, 0) :]
    if not is_own and not speaks_from_within(cast, before.holder, (body.id,)):
        return None
    if not behind.startswith(" would "):
        return None
    act, stance = own_plan(behind)
    if act is None:
        return None
    plan = _planned_by((body.id,), (*before.relayed_by, *(() if is_own else before.holder)), position)
    target = plan.target if plan.target != body.id else None
    return plan.model_copy(update={"act": act, "stance": stance, "target": target})


def _is_planned(cast: Cast, position: Position) -> bool:
    """Whether a position tells what somebody means to do: not what an expert expects."""
    holders = [cast.by_id[who] for who in position.holder if who in cast.by_id]
    if not holders or cast.author in position.holder or any(speaks_by_trade(actor) for actor in holders):
        return False
    told = position.basis is Basis.STATED and _would().search(position.evidence[0].text) is not None
    return position.act in _PLANNING or told


def _is_told(cast: Cast, position: Position) -> bool:
    """Whether a position is no more than what the author tells."""
    is_told = position.basis is Basis.NARRATED and position.act in (Act.ASSESS, Act.PREDICT)
    return is_told and position.holder == (cast.author,)


def _tells_on(position: Position) -> bool:
    """Whether a sentence tells what a plan provides for: `The rate would be set by the towns`."""
    words = position.evidence[0].text
    return position.condition is None and _JUDGED.match(words) is None and _would().search(words) is not None


@cache
def _would() -> re.Pattern[str]:
    verbs = "|".join(sorted(resolving().provided))
    passive = r"be (?:\w+ly )?(?:\w+ )?\w+(?:ed|en|id|et|pt)\b"
    return re.compile(rf"\bwould (?:(?:not|also|then|only|still|no longer) )?(?:(?:{verbs})\b|{passive})")


def _planned_by(holder: tuple[str, ...], relayed_by: tuple[str, ...], position: Position) -> Position:
    own = content_id("p", *holder, Basis.STATED.value, *(e.text for e in position.evidence))
    return position.model_copy(
        update={
            "id": own,
            "holder": holder,
            "basis": Basis.STATED,
            "relayed_by": relayed_by,
            "act": Act.INTEND,
            "stance": Stance.SUPPORT,
        }
    )
