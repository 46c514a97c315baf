"""Who speaks about whom, drawn as arcs on both sides of a list of names.

Names stand one below the other, so that they can be read on a phone; each arc leads from the speaker to the one
spoken of: on the right what somebody says of another, on the left what he says that the other holds. The places
are worked out by counting alone, so that the same briefs always give the same drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefgen.site.exports.graph import ATTRIBUTION, POSITION, Edge, SpeechGraph
from briefgen.site.exports.plain import shortened
from briefgen.site.links import Links
from briefgen.site.wording import SHAPE_WORDS, count

NAMES_SHOWN = 20
ARCS_SHOWN = 40
_ROW, _HEAD = 30, 34
_SIDE, _NAMES = 128, 164
"""Width of the arcs on each side, and of the names between them."""
_WIDTH = 2 * _SIDE + _NAMES
_NAME_LENGTH = 21
SAYS = {POSITION: "takes a position on", ATTRIBUTION: "describes the views of"}


class Arc(NamedTuple):
    """One line of the drawing and of its table."""

    edge: Edge
    source: str
    target: str

    @property
    def shape(self) -> str:
        """Which way: for | against | cond | none, the commonest; of an attribution none."""
        return _shape(self.edge)

    @property
    def words(self) -> str:
        """`3 positions, 2 against`"""
        return _words(self.edge)


def by_number(graph: SpeechGraph) -> tuple[Edge, ...]:
    """Returns who speaks about whom, most often first; edges of one number stay in the order of their ids."""
    return tuple(sorted(graph.edges, key=lambda edge: -edge.number))


def shown(every: Iterable[Edge]) -> tuple[Edge, ...]:
    """Returns the edges that are drawn: the commonest among the names that fit."""
    names: dict[str, None] = {}
    out: list[Edge] = []
    for edge in every:
        if len(out) == ARCS_SHOWN:
            break
        new = {edge.source, edge.target} - names.keys()
        if len(names) + len(new) <= NAMES_SHOWN:
            names.update(dict.fromkeys(sorted(new)))
            out.append(edge)
    return tuple(out)


def arcs(edges: Iterable[Edge], names: Mapping[str, str]) -> tuple[Arc, ...]:
    """Returns edges with the names that a page gives to the actors."""
    return tuple([Arc(edge, names[edge.source], names[edge.target]) for edge in edges])


def network_svg(drawn: Sequence[Arc], to: Links) -> Markup:
    """Returns the drawing, each name and arc a link; an empty string where there is nothing to draw."""
    if not drawn:
        return Markup("")
    order = _order(drawn)
    names = {arc.edge.source: arc.source for arc in drawn} | {arc.edge.target: arc.target for arc in drawn}
    height = _HEAD + _ROW * len(order)
    longest = max(abs(order[arc.edge.source] - order[arc.edge.target]) for arc in drawn)
    lines = [_arc(arc, order, longest, to) for arc in reversed(drawn)]
    labels = [_name(id, names[id], row, to) for id, row in order.items()]
    return Markup(
        '<svg class="bg-network" viewBox="0 0 {} {}" role="group" '
        'aria-label="Chart: who speaks about whom. The same stands as a table below.">{}{}{}</svg>'
    ).format(_WIDTH, height, _headings(), Markup("").join(lines), Markup("").join(labels))


def _headings() -> Markup:
    return Markup('<text class="bg-t2" x="0" y="14">{}</text>{}').format(
        SAYS[ATTRIBUTION],
        Markup('<text class="bg-t2" x="{}" y="14" text-anchor="end">{}</text>').format(
            _WIDTH, SAYS[POSITION]
        ),
    )


def _order(drawn: Sequence[Arc]) -> dict[str, int]:
    """Returns name → row: each in turn goes where its arcs to those placed before are shortest."""
    weight: dict[str, int] = {}
    ties: dict[str, dict[str, int]] = {}
    for arc in drawn:
        one, other, times = arc.edge.source, arc.edge.target, arc.edge.number
        for here, there in ((one, other), (other, one)):
            weight[here] = weight.get(here, 0) + times
            ties.setdefault(here, {})[there] = ties.get(here, {}).get(there, 0) + times
    placed: list[str] = []
    for id in sorted(weight, key=lambda id: (-weight[id], id)):
        best = min(
            range(len(placed) + 1), key=lambda at: (_length([*placed[:at], id, *placed[at:]], ties), at)
        )
        placed.insert(best, id)
    return {id: row for row, id in enumerate(placed)}


def _length(placed: list[str], ties: dict[str, dict[str, int]]) -> int:
    row = {id: number for number, id in enumerate(placed)}
    return sum(
        times * abs(row[one] - row[other])
        for one in placed
        for other, times in ties[one].items()
        if other in row
    )


def _arc(arc: Arc, order: dict[str, int], longest: int, to: Links) -> Markup:
    start, end = _middle(order[arc.edge.source]), _middle(order[arc.edge.target])
    steps = abs(order[arc.edge.source] - order[arc.edge.target])
    own = arc.edge.kind == POSITION
    # Two arcs that join the same names lie side by side; long ones reach out further.
    lane = 0 if start < end else 1
    # The curve itself goes three quarters of the way to its control points.
    room = (_SIDE - 20) * 4 // 3
    reach = min(30 + 14 * lane + (room - 44) * steps // longest, room)
    out = 1 if own else -1
    base = _SIDE + _NAMES + 6 if own else _SIDE - 6
    path = f"M{base} {start}C{base + out * reach} {start} {base + out * reach} {end} {base + out * 7} {end}"
    head = f"M{base} {end}l{out * 8} -4v8z"
    width = min(1 + arc.edge.number, 5)
    label = f"{arc.source} {SAYS[arc.edge.kind]} {arc.target}: {arc.words}"
    return Markup(
        '<a href="{}" class="bg-{}" aria-label="{}"><title>{}</title>'
        '<path class="bg-arc{}" d="{}" stroke-width="{}"/><path class="bg-arc__head" d="{}"/></a>'
    ).format(
        to.brief(arc.edge.newest),
        arc.shape,
        label,
        label,
        "" if own else " bg-arc--told",
        path,
        width,
        head,
    )


def _name(id: str, name: str, row: int, to: Links) -> Markup:
    return Markup(
        '<a href="{}"><title>{}</title><text class="bg-t1" x="{}" y="{}" text-anchor="middle">{}</text></a>'
        '<circle class="bg-dot" cx="{}" cy="{}" r="3"/><circle class="bg-dot" cx="{}" cy="{}" r="3"/>'
    ).format(
        to.actor(id),
        name,
        _SIDE + _NAMES // 2,
        _middle(row) + 5,
        shortened(name, _NAME_LENGTH),
        _SIDE - 1,
        _middle(row),
        _SIDE + _NAMES + 1,
        _middle(row),
    )


def _middle(row: int) -> int:
    return _HEAD + _ROW * row + _ROW // 2


def _shape(edge: Edge) -> str:
    if edge.kind != POSITION:
        return "none"
    sides = (("for", edge.support), ("against", edge.oppose), ("cond", edge.conditional))
    neutral = edge.number - sum(number for _, number in sides)
    return max((*sides, ("none", neutral)), key=lambda side: side[1])[0]


def _words(edge: Edge) -> str:
    sides = (("for", edge.support), ("against", edge.oppose), ("cond", edge.conditional))
    parts = [f"{number} {SHAPE_WORDS[shape]}" for shape, number in sides if number]
    return ", ".join([count(edge.number, "position"), *parts])
