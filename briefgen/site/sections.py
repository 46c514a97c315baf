"""Lists, and cards under their headings: a brief's margin, its holders, the ledgers of actors and topics.

Like the cards in them they stand on pages by the ten thousand, and follow the same rule: every value passes
through `text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefgen.site.cards import heads, link, mark, position_card, text
from briefgen.site.views.names import Name
from briefgen.site.views.position import PositionView
from briefgen.site.wording import shorten

if TYPE_CHECKING:
    from briefgen.site.pages.actors import TopicRows
    from briefgen.site.pages.briefs import KeyPointView, PersonView, RelatedView
    from briefgen.site.pages.grouping import HolderGroup
    from briefgen.site.pages.timeline import EventView
    from briefgen.site.pages.topics import HolderRows

_OWN = '<h4 class="bg-sub">Own words and actions</h4>'


def key_points(points: Iterable[KeyPointView]) -> Markup:
    """Returns key points, each with its mark and the way to what it rests on."""
    return Markup(f'<ol class="bg-keys">{"".join(map(_key_point, points))}</ol>\n')  # noqa: S704  see above


def _key_point(point: KeyPointView) -> str:
    according = f'<span class="bg-acc">{text(point.according)}</span> ' if point.according else ""
    return (
        f'<li>{mark(point.mark)}<span>{according}{text(point.text)} <a class="bg-rests" '
        f'href="{text(point.url)}" aria-label="Evidence for: {text(shorten(point.text, 60))}">evidence</a>'
        "</span></li>"
    )


def holder_sections(groups: Iterable[HolderGroup]) -> Markup:
    """Returns a brief's positions by holder: own words first, then what others say."""
    return _joined(map(_holder_section, groups))


def _holder_section(group: HolderGroup) -> str:
    role = f"<p>{text(group.role)}</p>" if group.role else ""
    own = others = ""
    if group.own:
        own = f'{_OWN if group.others else ""}<div class="bg-run">{_cards(group.own, here=True)}</div>'
    if group.others:
        others = f'{_others(group.short)}<div class="bg-run">{_cards(group.others, here=True)}</div>'
    return (
        f'<section class="bg-holder"><header><h3>{heads(group.names)}</h3>{role}</header>\n'
        f"{own}{others}</section>\n"
    )


def actor_ledger(topics: Iterable[TopicRows], short: str) -> Markup:
    """Returns an actor's positions by topic; `short` is what running text calls the actor."""
    said = _others(short)
    return _joined(
        [_section(f"t-{rows.id}", link(rows.name), rows.own, rows.others, said) for rows in topics]
    )


def topic_ledger(holders: Iterable[HolderRows]) -> Markup:
    """Returns the positions on a topic by holder."""
    said = '<h4 class="bg-sub">What others say</h4>'
    return _joined(
        [_section(rows.anchor, heads(rows.holders), rows.own, rows.others, said) for rows in holders]
    )


def people(views: Iterable[PersonView]) -> Markup:
    """Returns actors with their roles as items of a list."""
    return _joined([_person(view) for view in views])


def _person(view: PersonView) -> str:
    role = f"<span>{text(view.role)}</span>" if view.role else ""
    return f"<li>{heads((view.name,))}{role}</li>"


def names(of: Iterable[Name]) -> Markup:
    """Returns names as items of a list."""
    return _joined([f"<li>{link(name)}</li>" for name in of])


def related(views: Iterable[RelatedView]) -> Markup:
    """Returns related briefs as items of a list, each with its reason."""
    return _joined([_related(view) for view in views])


def _related(view: RelatedView) -> str:
    why = f"{text(view.line)}. {text(view.reason)}"
    return f'<li>{link(view.brief)}<span class="bg-small">{why}</span></li>'


def events(views: Sequence[EventView]) -> Markup:
    """Returns dated events as items of a list; a day that is said already is not said again."""
    before = ("", *(view.when for view in views))
    return _joined([_event(view, view.when == last) for view, last in zip(views, before, strict=False)])


def _event(view: EventView, again: bool) -> str:
    several = len(view.told) > 1
    told = " · ".join(
        [
            f"{link(each.source) if several else text(each.source.text)}: <q>{text(each.words)}</q>"
            for each in view.told
        ]
    )
    return (
        f'<li class="bg-{view.shape}{" bg-again" if again else ""}" id="{text(view.id)}">'
        f'<b>{text(view.when)}</b><span><a href="{text(view.url)}">{text(view.event)}</a></span> '
        f"<small>{f'{text(view.status)} · ' if view.status else ''}{told}"
        f"{f' and {view.more} more' if view.more else ''}</small></li>\n"
    )


def _joined(pieces: Iterable[str]) -> Markup:
    return Markup("".join(pieces))  # noqa: S704  see above


def _section(
    anchor: str, heading: str, own: Sequence[PositionView], others: Sequence[PositionView], said: str
) -> str:
    return (
        f'<section id="{text(anchor)}"><h3>{heading}</h3><div class="bg-pair">'
        f"<div>{_OWN + _cards(own, here=False) if own else ''}</div>"
        f"<div>{said + _cards(others, here=False) if others else ''}</div></div></section>"
    )


def _others(short: str | None) -> str:
    return f'<h4 class="bg-sub">What others say of {text(short)}</h4>' if short else ""


def _cards(views: Iterable[PositionView], *, here: bool) -> str:
    return "".join([position_card(view, here=here) for view in views])
