"""Positions by holder: own words and actions apart from what others say of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.corpus.corpus import Corpus
from briefgen.corpus.people import ActorName
from briefgen.lexicons.articles import with_article
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief
from briefgen.model.places import PositionAt
from briefgen.site import wording
from briefgen.site.links import Links
from briefgen.site.views.names import Name, other_than
from briefgen.site.views.position import NOT_IDENTIFIED, PositionView, view_position


@dataclass(frozen=True, slots=True)
class HolderGroup:
    """A holder's positions: `own` on its own word, `others` on somebody else's."""

    names: tuple[Name, ...]
    role: str | None
    short: str | None
    """How running text calls the holder again, None where nobody is named."""
    own: tuple[PositionView, ...]
    others: tuple[PositionView, ...]


def group_by_holder(
    corpus: Corpus, brief: Brief, positions: Iterable[PositionAt], to: Links
) -> tuple[HolderGroup, ...]:
    """Returns the positions of a brief by holder, holders in order of their first position."""
    rows: dict[tuple[str, ...], list[PositionView]] = {}
    holders: dict[tuple[str, ...], tuple[str, ...]] = {}
    for at in positions:
        view = view_position(corpus, at, to)
        key = tuple(name.text for name in view.holders)
        rows.setdefault(key, []).append(view)
        holders.setdefault(key, at.holder)
    groups = []
    for key, views in rows.items():
        role = None
        if len(holders[key]) == 1:
            here = next((actor for actor in brief.actors if actor.id == holders[key][0]), None)
            role = other_than(here.role, here.name) if here else None
        groups.append(
            HolderGroup(
                names=views[0].holders,
                role=role,
                short=_short(corpus, holders[key], key) if key != (NOT_IDENTIFIED,) else None,
                own=tuple(view for view in views if view.fill == "own"),
                others=tuple(view for view in views if view.fill != "own"),
            )
        )
    return tuple(groups)


def _short(corpus: Corpus, holders: tuple[str, ...], names: tuple[str, ...]) -> str:
    called = [corpus.names.get(corpus.actor_id(id)) for id in holders]
    if len(called) == 1 and called[0]:
        return short_name(called[0])
    if called and all(called):
        names = tuple(with_article(actor.name, actor.kind) for actor in called if actor)
    return wording.join_words(names)


def short_name(called: ActorName) -> str:
    """Returns how running text calls an actor again: a person's surname, all others' names (`the EU`)."""
    return called.short if called.kind is ActorKind.PERSON else with_article(called.name, called.kind)
