"""Plans told in detail: what somebody wants is told on with `would`, and is no judgement of the author's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefgen.lexicons.resolving import resolving
from briefgen.model.extraction import Extraction
from briefgen.model.ids import content_id
from briefgen.model.position import Act, Basis, Position, Stance
from briefgen.model.span_index import SpanIndex
from briefgen.resolve.actors import Cast
from briefgen.resolve.word import speaks_by_trade

_PLANNING = frozenset({Act.INTEND, Act.PLEDGE, Act.OFFER})
_NEAR = 2
"""Sentences from a plan to one that tells more of it."""
_JUDGED = re.compile(r"(?:\w+,? )?(?:it|that|this|these|those|such|there)\b", re.I)
"""What is told of a plan as a whole weighs it: `That would be paid for by cuts`."""


def planned_on(
    extraction: Extraction, cast: Cast, positions: Sequence[Position | None]
) -> list[Position | None]:
    """Returns the positions, with what the author tells on of a plan in the same paragraph given to whose plan it is.

    `The Liberals want to scrap the levy. The new rate would be set by the towns.`: the Liberals' plan.
    """
    sentences = SpanIndex((span, number) for number, span in enumerate(extraction.sentences))
    paragraphs = SpanIndex((span, number) for number, span in enumerate(extraction.paragraphs))
    out = list(positions)
    before: Position | None = None
    for at, position in enumerate(out):
        if position is None:
            continue
        if before is not None and _is_planned(cast, before) and _tells_on(cast, position):
            first, second = before.evidence[0].start, position.evidence[0].start
            gap = next(iter(sentences.at(second)), 0) - next(iter(sentences.at(first)), 0)
            if 0 < gap <= _NEAR and paragraphs.at(first) == paragraphs.at(second):
                out[at] = position = _planned_by(before, position)
        before = position
    return out


def _is_planned(cast: Cast, position: Position) -> bool:
    """Whether a position tells what somebody means to do: not what an expert expects."""
    holders = [cast.by_id[who] for who in position.holder if who in cast.by_id]
    if not holders or cast.author in position.holder or any(speaks_by_trade(actor) for actor in holders):
        return False
    told = position.basis is Basis.STATED and _would().search(position.evidence[0].text) is not None
    return position.act in _PLANNING or told


def _tells_on(cast: Cast, position: Position) -> bool:
    """Whether a sentence of the author's tells what a plan provides for: `The rate would be set by the towns`."""
    words = position.evidence[0].text
    is_told = position.basis is Basis.NARRATED and position.act in (Act.ASSESS, Act.PREDICT)
    is_authors = position.holder == (cast.author,) and position.condition is None
    return is_told and is_authors and _JUDGED.match(words) is None and _would().search(words) is not None


@cache
def _would() -> re.Pattern[str]:
    verbs = "|".join(sorted(resolving().provided))
    passive = r"be (?:\w+ly )?(?:\w+ )?\w+(?:ed|en|id|et|pt)\b"
    return re.compile(rf"\bwould (?:(?:not|also|then|only|still|no longer) )?(?:(?:{verbs})\b|{passive})")


def _planned_by(before: Position, position: Position) -> Position:
    own = content_id("p", *before.holder, Basis.STATED.value, *(e.text for e in position.evidence))
    return position.model_copy(
        update={
            "id": own,
            "holder": before.holder,
            "basis": Basis.STATED,
            "relayed_by": before.relayed_by,
            "act": Act.INTEND,
            "stance": Stance.SUPPORT,
        }
    )
