"""The drawing of who speaks about whom."""

from __future__ import annotations

from collections.abc import Iterable

import defusedxml.ElementTree

from briefgen.corpus.corpus import build_corpus
from briefgen.model.brief import Brief
from briefgen.site.charts.network import ARCS_SHOWN, NAMES_SHOWN, Arc, arcs, by_number, network_svg, shown
from briefgen.site.exports.graph import speech_graph
from briefgen.site.links import Links
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus

_TO = Links.at("network/")


def drawn_of(briefs: Iterable[Brief]) -> tuple[Arc, ...]:
    graph = speech_graph(build_corpus(briefs))
    return arcs(shown(by_number(graph)), {node.id: node.name for node in graph.nodes})


def test_names_and_arcs_are_links_with_names() -> None:
    drawn = drawn_of(make_briefs(200))
    svg = defusedxml.ElementTree.fromstring(str(network_svg(drawn, _TO)))
    links = svg.findall("a")
    assert len(drawn) <= ARCS_SHOWN
    assert len(links) - len(drawn) <= NAMES_SHOWN
    for link in links:
        assert (link.get("href") or "").startswith(("../briefs/", "../actors/"))
        assert link.get("aria-label") or link.findtext("text")


def test_same_briefs_same_drawing() -> None:
    one, other = (drawn_of(order(make_briefs(60))) for order in (list, lambda briefs: briefs[::-1]))
    assert network_svg(one, _TO) == network_svg(other, _TO)


def test_everything_lies_inside_the_drawing() -> None:
    svg = str(network_svg(drawn_of(make_briefs(200)), _TO))
    root = defusedxml.ElementTree.fromstring(svg)
    sides = set()
    _, _, width, height = map(int, (root.get("viewBox") or "").split())
    for path in root.iter("path"):
        if "C" in (curve := path.get("d") or ""):
            x, y = map(int, curve[1:].split("C")[0].split())
            assert 0 <= x <= width and 0 <= y <= height
            # A cubic curve with both controls at one x goes three quarters of the way there.
            furthest = x + 3 * (int(curve.split("C")[1].split()[0]) - x) / 4
            assert 0 <= furthest <= width
            sides.add(furthest > width / 2)
    assert sides == {True, False}


def test_hostile_names_stay_words() -> None:
    drawn = drawn_of(hostile_corpus()[:30])
    root = defusedxml.ElementTree.fromstring(str(network_svg(drawn, _TO)))
    assert {element.tag for element in root.iter()} <= {"svg", "a", "title", "text", "path", "circle"}
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)


def test_nothing_to_draw() -> None:
    assert network_svg((), _TO) == ""
