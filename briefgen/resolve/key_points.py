"""Three to five sentences that a one-minute reader gets, each with its attribution kept."""

from __future__ import annotations

from briefgen.model.brief import KeyPoint
from briefgen.model.position import Basis, Position, Salience
from briefgen.resolve.actors import Cast
from briefgen.resolve.claims import within_sentence

_MOST = 5
_LONGEST = 260
"""Characters; a longer claim is no key point while a shorter one is at hand."""


def choose_key_points(positions: tuple[Position, ...], cast: Cast) -> tuple[KeyPoint, ...]:
    """Returns the key points made from the strongest core positions, spread over holders and topics."""
    names = {actor.id: actor.name for actor in cast.actors}
    roles = {actor.id: actor.role for actor in cast.actors}
    weight = {actor.id: len(actor.mentions) for actor in cast.actors}
    core = [
        p for p in positions if p.salience is Salience.CORE and p.holder and all(h in names for h in p.holder)
    ]
    chosen: list[Position] = []
    while core and len(chosen) < _MOST:
        best = max(core, key=lambda p: (_worth(p, chosen, weight), -p.evidence[0].start))
        chosen.append(best)
        core.remove(best)
    chosen.sort(key=lambda p: p.evidence[0].span)
    introduced: set[str] = set()
    return tuple(
        KeyPoint(text=_worded(position, names, roles, introduced), rests_on=(position.id,))
        for position in chosen
    )


def _worth(position: Position, chosen: list[Position], weight: dict[str, int]) -> float:
    """Returns how much a position adds to those already chosen."""
    held = sum(set(position.holder) == set(p.holder) for p in chosen)
    topic = sum(position.topic == p.topic for p in chosen)
    worth = 3.0 - 2.0 * held - 1.2 * topic
    worth += min(2.0, 0.1 * max(weight.get(h, 0) for h in position.holder))
    worth += 0.5 * (len(position.evidence) > 1)
    worth += 0.6 * (position.stance.value in ("support", "oppose", "conditional"))
    length = len(position.claim)
    return (
        worth
        - (1.5 if length > _LONGEST or length < 30 else 0.0)
        - (1.0 if position.claim.startswith("“") else 0.0)
    )


def _worded(
    position: Position, names: dict[str, str], roles: dict[str, str | None], introduced: set[str]
) -> str:
    """Returns the claim with who says so before it."""
    sources = position.asserted_by or (position.holder if position.basis is Basis.STATED else ())
    if position.relayed_by and not position.asserted_by:
        sources = position.relayed_by
    sources = tuple(s for s in sources if s in names)
    claim = position.claim
    if position.basis in (Basis.NARRATED, Basis.ENACTED) and not position.asserted_by:
        return claim
    if not sources:
        return claim
    if sources == position.holder and claim.startswith(names[sources[0]]):
        return claim
    return f"According to {_introduce(sources, names, roles, introduced)}, {within_sentence(claim)}"


def _introduce(
    sources: tuple[str, ...], names: dict[str, str], roles: dict[str, str | None], introduced: set[str]
) -> str:
    """Returns the sources by name, one alone with its role the first time."""
    if len(sources) == 1:
        role = roles.get(sources[0])
        name = names[sources[0]]
        if role and sources[0] not in introduced and len(role) < 90 and role.lower() not in name.lower():
            introduced.add(sources[0])
            return f"{name}, {within_sentence(role)}"
        introduced.add(sources[0])
        return name
    listed = [names[s] for s in sources]
    return ", ".join(listed[:-1]) + " and " + listed[-1]
