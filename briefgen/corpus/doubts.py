"""What most needs a person's eye: items that the rules are least sure of, core ones first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from briefgen.model.brief import Brief
from briefgen.model.position import Basis, Position, Salience
from briefgen.model.quote import Quote, QuoteForm
from briefgen.model.timex import BriefDate

_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "who", "this"})
_CORE = 2.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """An item to look at, how much (more is sooner), and why."""

    brief: str
    item: str
    kind: str
    weight: float
    reasons: tuple[str, ...]


def find_doubts(briefs: Iterable[Brief], reviewed: Collection[tuple[str, str]] = ()) -> tuple[Doubt, ...]:
    """Returns the items that need a person's eye, most needed first.

    `reviewed` holds pairs of brief id and item id that a person has decided about already.
    """
    found = []
    for brief in briefs:
        resting = {id for point in brief.key_points for id in point.rests_on}
        checks: list[tuple[str, str, list[tuple[float, str]]]] = []
        checks += [("quote", quote.id, _quote(quote)) for quote in brief.quotes]
        checks += [("position", each.id, _position(each, each.id in resting)) for each in brief.positions]
        checks += [("date", date.id, _date(date)) for date in brief.dates]
        for kind, id, reasons in checks:
            if reasons and (brief.id, id) not in reviewed:
                weight = round(sum(weight for weight, _ in reasons), 3)
                found.append(Doubt(brief.id, id, kind, weight, tuple(reason for _, reason in reasons)))
    return tuple(sorted(found, key=lambda doubt: (-doubt.weight, doubt.brief, doubt.item)))


def _quote(quote: Quote) -> list[tuple[float, str]]:
    reasons = []
    if quote.speaker is None:
        reasons.append((2.0, "nobody is named as the speaker"))
    elif not quote.speaker.actors:
        reasons.append((1.5, f"who “{quote.speaker.text}” is was not found"))
    elif quote.speaker.text.lower() in _PRONOUNS:
        reasons.append((0.8, f"the speaker is named by “{quote.speaker.text}” only"))
    if reasons and quote.form is QuoteForm.DIRECT:
        reasons.append((0.5, "its own words"))
    return reasons


def _position(position: Position, is_key: bool) -> list[tuple[float, str]]:
    reasons = []
    if not position.holder:
        reasons.append((1.5, "nobody is named as its holder"))
    elif position.holder_text is not None and position.holder_text.text.lower() in _PRONOUNS:
        reasons.append((0.8, f"its holder is named by “{position.holder_text.text}” only"))
    if position.basis in (Basis.IMPUTED, Basis.RELAYED) and not position.asserted_by:
        reasons.append((1.0, "on whose word it stands was not found"))
    elif position.basis is Basis.IMPUTED:
        reasons.append((0.5, "somebody ascribes it to its holder"))
    if position.target is None and position.topic is None:
        reasons.append((0.3, "neither target nor topic was found"))
    if reasons and is_key:
        reasons.append((_CORE, "a key point rests on it"))
    elif reasons and position.salience is Salience.CORE:
        reasons.append((_CORE / 2, "it is a core position"))
    return reasons


def _date(date: BriefDate) -> list[tuple[float, str]]:
    if date.earliest is None and date.latest is None:
        return [(0.4, f"when “{date.text}” was stayed open")]
    if date.timex3.anchor and date.timex3.anchor.startswith("event:"):
        return [(0.6, f"“{date.text}” is counted from an event")]
    return []
