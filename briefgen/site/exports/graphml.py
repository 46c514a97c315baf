"""GraphML, for Gephi, visone, igraph, NetworkX."""

from __future__ import annotations

from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from briefgen.site.exports.graph import SpeechGraph
from briefgen.site.exports.plain import one_line

_NODE_KEYS = (
    ("label", "string"),
    ("kind", "string"),
    ("role", "string"),
    ("country", "string"),
    ("briefs", "int"),
)
_EDGE_KEYS = (
    ("kind", "string"),
    ("weight", "int"),
    ("support", "int"),
    ("oppose", "int"),
    ("conditional", "int"),
    ("first", "string"),
    ("last", "string"),
)
_DATED_EDGE = "\n".join(f'      <data key="edge_{name}">%s</data>' for name, _ in _EDGE_KEYS)
"""What is said of an edge of which all is known; kinds and numbers stand in it as they are."""


def graphml(graph: SpeechGraph) -> str:
    """Returns the graph as a GraphML document: directed, edges of two kinds, each key typed."""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ]
    for place, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        out += [
            f'  <key id="{place}_{name}" for="{place}" attr.name="{name}" attr.type="{kind}"/>'
            for name, kind in keys
        ]
    out.append('  <graph id="speaks_about" edgedefault="directed">')
    for node in graph.nodes:
        values = (node.name, node.kind.value, node.role, node.country, len(node.briefs))
        out.append(f"    <node id={_attribute(node.id)}>")
        out += _data("node", _NODE_KEYS, values)
        out.append("    </node>")
    named = {node.id: _attribute(node.id) for node in graph.nodes}
    for number, edge in enumerate(graph.edges):
        said = edge[2:9]
        *counts, first, last = said
        out.append(f'    <edge id="e{number}" source={named[edge.source]} target={named[edge.target]}>')
        if first is None or last is None:
            out += _data("edge", _EDGE_KEYS, said)
        else:  # nearly all, and there are many
            out.append(_DATED_EDGE % (*counts, _text(first), _text(last)))
        out.append("    </edge>")
    out += ["  </graph>", "</graphml>", ""]
    return "\n".join(out)


def _data(place: str, keys: tuple[tuple[str, str], ...], values: tuple[str | int | None, ...]) -> list[str]:
    return [
        f'      <data key="{place}_{name}">{value if type(value) is int else _text(str(value))}</data>'
        for (name, _), value in zip(keys, values, strict=True)
        if value is not None
    ]


@lru_cache(maxsize=10_000)  # the same few days, over and over
def _text(text: str) -> str:
    return escape(one_line(text))


def _attribute(text: str) -> str:
    return quoteattr(one_line(text))
