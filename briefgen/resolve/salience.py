"""Salience: which positions a one-minute reader needs."""

from __future__ import annotations

from briefgen.model.position import Act, Basis, Position, Salience, Stance

_WORDS_PER_CORE = 45
_FEWEST = 6
_TAKES_A_SIDE = frozenset({Stance.SUPPORT, Stance.OPPOSE, Stance.CONDITIONAL})
_TELLS_LITTLE = frozenset({Act.INFORM, Act.ASSESS, Act.SIGNAL, Act.WITHHOLD})


def limit_core(positions: list[Position], words: int) -> list[Position]:
    """Returns the positions with no more core ones than an article of so many words can have.

    What takes a side, commits or foretells stays before what describes; the earlier before the later.
    """
    most = max(_FEWEST, words // _WORDS_PER_CORE)
    core = [at for at, position in enumerate(positions) if position.salience is Salience.CORE]
    ranked = sorted(core, key=lambda at: (-_worth(positions[at]), positions[at].evidence[0].start))
    demoted = set(ranked[most:])
    return [
        p.model_copy(update={"salience": Salience.SECONDARY}) if at in demoted else p
        for at, p in enumerate(positions)
    ]


def _worth(position: Position) -> float:
    worth = 1.0 if position.stance in _TAKES_A_SIDE else 0.0
    worth += 0.0 if position.act in _TELLS_LITTLE else 0.8 if position.act is Act.PREDICT else 0.5
    worth += 0.4 if position.basis in (Basis.STATED, Basis.RELAYED, Basis.IMPUTED) else 0.0
    worth += 0.3 if position.topic is not None else 0.0
    worth += 0.3 if len(position.evidence) > 1 or position.quotes else 0.0
    return worth if position.holder else worth - 1.0
