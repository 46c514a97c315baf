"""Actors who turned: whose latest stance toward a target is another one than their latest before."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.base import Model
from briefgen.model.brief import Brief
from briefgen.model.position import Basis, Position, Stance

_LEANING = frozenset({Stance.SUPPORT, Stance.OPPOSE, Stance.CONDITIONAL})
_OWN = frozenset({Basis.STATED, Basis.RELAYED, Basis.ENACTED})
"""What somebody else believes of the holder, or tells without a source, is no turn of the holder's."""


class StanceAt(Model):
    """A stance, the claim that carries it, and the brief it stands in."""

    stance: Stance
    claim: str
    brief: str
    position: str
    day: str | None = None
    """EDTF, of the position itself or of the article's publication."""


class Turn(Model):
    """An actor that leans another way toward a target than it last did."""

    actor: str
    name: str
    target: str
    before: StanceAt
    after: StanceAt


def find_turns(old: Iterable[Brief], new: Iterable[Brief]) -> tuple[Turn, ...]:
    """Returns the actors that turned between two states of the briefs, by name, then target.

    An actor that leans several ways toward a target within one brief has not turned: the brief says both.
    Later is what was published later; briefs without a day of publication tell nothing of an order.
    """
    before, after = _latest(old), _latest(new)
    turns = []
    for key, now in after.items():
        then = before.get(key)
        if then is None or then.brief == now.brief or not _is_later(now, then) or now.stance is then.stance:
            continue
        name = now.name
        turns.append(Turn(actor=key[0], name=name, target=key[1], before=then.shown(), after=now.shown()))
    return tuple(sorted(turns, key=lambda turn: (turn.name.casefold(), turn.actor, turn.target)))


class _Held(Model):
    """A holder's one leaning toward a target in one brief."""

    name: str
    stance: Stance
    position: Position
    brief: str
    published: str

    def shown(self) -> StanceAt:
        return StanceAt(
            stance=self.stance,
            claim=self.position.claim,
            brief=self.brief,
            position=self.position.id,
            day=self.position.when or self.published,
        )


def _is_later(now: _Held, then: _Held) -> bool:
    return (now.published, now.brief) > (then.published, then.brief)


def _latest(briefs: Iterable[Brief]) -> dict[tuple[str, str], _Held]:
    """Returns the latest leaning by holder and target (an actor's or topic's id)."""
    latest: dict[tuple[str, str], _Held] = {}
    for brief in sorted(briefs, key=lambda brief: (brief.article.published or "", brief.id)):
        if brief.article.published:
            latest |= _leanings(brief, brief.article.published)
    return latest


def _leanings(brief: Brief, published: str) -> dict[tuple[str, str], _Held]:
    actors = {actor.id: actor for actor in brief.actors if _is_one_everywhere(actor)}
    found: dict[tuple[str, str], list[_Held]] = {}
    for position in brief.positions:
        target = position.target or position.topic
        if target is None or position.stance not in _LEANING or position.basis not in _OWN:
            continue
        for id in position.holder:
            if id in actors:
                held = _Held(
                    name=actors[id].name,
                    stance=position.stance,
                    position=position,
                    brief=brief.id,
                    published=published,
                )
                found.setdefault((id, target), []).append(held)
    return {key: rows[0] for key, rows in found.items() if len({row.stance for row in rows}) == 1}


def _is_one_everywhere(actor: Actor) -> bool:
    # A person known by one name only may be another one in the next article.
    return actor.kind is not ActorKind.PERSON or " " in actor.name
