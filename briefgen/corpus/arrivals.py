"""What each new brief brought: actors and topics nobody spoke of before, and actors who turned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from briefgen.corpus.agreement import LEANING
from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.model.places import PositionAt
from briefgen.model.position import Basis, Stance

Held = Mapping[str, list[PositionAt]]
"""Target or topic → positions about it."""

_OWN = frozenset({Basis.STATED, Basis.RELAYED, Basis.ENACTED})
"""What somebody else believes of a holder is no turn of the holder's."""


@dataclass(frozen=True, slots=True)
class Shift:
    """An actor that leans another way toward a target or topic than it last did."""

    holder: str
    about: str
    before: PositionAt
    after: PositionAt


@dataclass(frozen=True, slots=True)
class Arrival:
    """A brief and what is new with it."""

    brief: Brief
    new_actors: tuple[str, ...]
    new_topics: tuple[str, ...]
    shifts: tuple[Shift, ...]


def newest_arrivals(corpus: Corpus, limit: int) -> tuple[Arrival, ...]:
    """Returns the newest briefs with what each brought, newest first.

    Briefs without a day of publication tell nothing of an order and are left out.
    """
    dated = [brief for brief in corpus.briefs if brief.article.published]
    leanings = cache(partial(_leanings, corpus))
    return tuple(_arrive(corpus, brief, leanings) for brief in reversed(dated[-limit:] if limit else []))


def _leanings(corpus: Corpus, holder: str) -> Held:
    """Returns target or topic → the dated positions in which a holder leans some way, on his own word."""
    rows: dict[str, list[PositionAt]] = {}
    for at in corpus.held_by.get(holder, ()):
        about = at.target or at.topic
        if about and at.stance in LEANING and at.basis in _OWN and at.brief.article.published:
            rows.setdefault(about, []).append(at)
    return rows


def _arrive(corpus: Corpus, brief: Brief, leanings: Callable[[str], Held]) -> Arrival:
    actors = dict.fromkeys(corpus.actor_id(actor.id) for actor in brief.actors)
    topics = dict.fromkeys(topic.id for topic in brief.topics)
    return Arrival(
        brief=brief,
        new_actors=tuple(id for id in actors if corpus.actors[id].briefs[0] == brief.id),
        new_topics=tuple(id for id in topics if corpus.topics[id].briefs[0] == brief.id),
        shifts=_shifts(corpus, brief, leanings),
    )


def _shifts(corpus: Corpus, brief: Brief, leanings: Callable[[str], Held]) -> tuple[Shift, ...]:
    now: dict[tuple[str, str], list[PositionAt]] = {}
    for at in brief.links.positions:
        about = at.target or at.topic
        if about and at.stance in LEANING and at.basis in _OWN:
            for holder in corpus.holders(at):
                now.setdefault((holder, about), []).append(at)
    found = []
    for (holder, about), held in now.items():
        if len({at.stance for at in held}) > 1:
            continue  # the brief says both
        before = _last_before(leanings(holder).get(about, ()), brief)
        if before and before[1] is not held[0].stance:
            found.append(Shift(holder, about, before[0], held[0]))
    return tuple(found)


def _last_before(held: Iterable[PositionAt], brief: Brief) -> tuple[PositionAt, Stance] | None:
    """Returns the last of a holder's positions about something in an earlier article, if that had one stance."""
    last: list[PositionAt] = []
    for at in held:
        published = at.brief.article.published or ""
        if published >= (brief.article.published or ""):
            continue
        if last and last[0].brief.id != at.brief.id:
            if published < (last[0].brief.article.published or ""):
                continue
            last = []
        last.append(at)
    if not last or len({at.stance for at in last}) > 1:
        return None
    return last[0], last[0].stance
