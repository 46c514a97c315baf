"""Three to five sentences that a one-minute reader gets, each with its attribution kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.brief import KeyPoint
from briefgen.model.position import Basis, Position, Salience
from briefgen.resolve.actors import Cast
from briefgen.resolve.claims import within_sentence

_MOST = 5
_LONGEST = 30
"""Words of a claim; a longer one is no key point."""
_SHORTEST = 5
_ROLE_WORDS = 9
_UNRESOLVED = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|which|who|we|you|his|her|its|their|our)\b", re.I
)


def choose_key_points(positions: tuple[Position, ...], cast: Cast) -> tuple[KeyPoint, ...]:
    """Returns the key points made from the strongest core positions, spread over holders and topics."""
    actors = {actor.id: actor for actor in cast.actors}
    left = [p for p in positions if _is_fit(p, actors)]
    chosen: list[Position] = []
    while left and len(chosen) < _MOST:
        best = max(left, key=lambda p: (_worth(p, chosen, actors), -p.evidence[0].start))
        chosen.append(best)
        left.remove(best)
    chosen.sort(key=lambda p: p.evidence[0].span)
    writer = _Writer(actors)
    return tuple(KeyPoint(text=writer.write(position), rests_on=(position.id,)) for position in chosen)


def _is_fit(position: Position, actors: dict[str, Actor]) -> bool:
    """Whether a position can stand alone: core, held by known actors, whole and short."""
    words = position.claim.split()
    return (
        position.salience is Salience.CORE
        and bool(position.holder)
        and all(h in actors for h in position.holder)
        and all(a in actors for a in position.asserted_by)
        and (position.basis not in (Basis.RELAYED, Basis.IMPUTED) or bool(position.asserted_by))
        and _SHORTEST <= len(words) <= _LONGEST
        and not _UNRESOLVED.match(position.claim)
        and not position.claim.endswith("?")
    )


def _worth(position: Position, chosen: list[Position], actors: dict[str, Actor]) -> float:
    """Returns how much a position adds to those already chosen: holders and topics are spread."""
    held = sum(set(position.holder) == set(p.holder) for p in chosen)
    told = sum(_tellers(position) == _tellers(p) for p in chosen)
    topic = sum(position.topic == p.topic for p in chosen)
    worth = 3.0 - 1.6 * held - 1.0 * told - 1.0 * topic
    worth += min(2.0, 0.12 * max(len(actors[h].mentions) for h in position.holder))
    worth += 0.5 * (len(position.evidence) > 1) + 0.4 * bool(position.quotes)
    worth += 0.6 * (position.stance.value in ("support", "oppose", "conditional"))
    worth += 0.4 * (position.basis is Basis.STATED) + 0.3 * (position.topic is not None)
    return worth - 0.02 * max(0, len(position.claim.split()) - 20)


def _tellers(position: Position) -> tuple[str, ...]:
    return position.asserted_by or position.holder


@dataclass
class _Writer:
    """Words the key points of one article; a role is told once."""

    actors: dict[str, Actor]
    introduced: set[str] = field(default_factory=set)

    def write(self, position: Position) -> str:
        """Returns the claim with who says so, unless the claim tells that itself."""
        claim = position.claim
        if position.asserted_by:
            sources = position.asserted_by
        elif position.relayed_by:
            sources = position.relayed_by
        elif position.basis is Basis.STATED and not self._names_its_holder(position):
            sources = position.holder
        else:
            return claim
        known = tuple(s for s in sources if s in self.actors)
        return f"According to {self._named(known)}, {within_sentence(claim)}" if known else claim

    def _names_its_holder(self, position: Position) -> bool:
        """Whether the claim itself says who holds it: `Norway vowed to …`."""
        own = position.holder_text
        if own is not None and any(e.start <= own.start and own.end <= e.end for e in position.evidence):
            return True
        return any(position.claim.startswith(self.actors[h].name) for h in position.holder)

    def _named(self, sources: tuple[str, ...]) -> str:
        names = []
        for source in sources:
            actor = self.actors[source]
            role = None if source in self.introduced or len(sources) > 1 else _short_role(actor)
            self.introduced.add(source)
            names.append(f"{actor.name}, {role}" if role else _plain(actor))
        return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _plain(actor: Actor) -> str:
    return within_sentence(actor.name) if actor.kind is ActorKind.GROUP else actor.name


def _short_role(actor: Actor) -> str | None:
    """Returns a person's role in few words: cut before a preposition where it is long."""
    if actor.kind is not ActorKind.PERSON or not actor.role:
        return None
    words = actor.role.split()
    if len(words) > _ROLE_WORDS:
        small = ("of", "for", "on", "at", "in", "and")
        cut = max((i for i, word in enumerate(words[:_ROLE_WORDS]) if word in small), default=0)
        if cut < 2:
            return None
        words = words[:cut]
    role = " ".join(words)
    return None if role.lower() in actor.name.lower() else role
