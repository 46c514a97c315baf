"""The page of who speaks about whom: the drawing and its table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.site import wording
from briefgen.site.charts.network import SAYS, Arc, arcs, by_number, network_svg, shown
from briefgen.site.exports.graph import speech_graph
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import Name, name_apart, source_line

ROWS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A line of the drawing, as words."""

    source: Name
    target: Name
    how: str
    words: str
    newest: Name


def network_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the page of who speaks about whom."""
    yield SitePage(
        path="network/",
        title="Who speaks about whom",
        kind="network",
        section="actors/",
        description="Which actors take positions on which others, and who describes the views of others.",
        indexed=False,
        body=partial(_body, corpus),
    )


def _body(corpus: Corpus, to: Links) -> str:
    graph = corpus.once(speech_graph)
    names = {node.id: wording.capital(name_apart(corpus, node.id, to).text) for node in graph.nodes}
    every = by_number(graph)
    drawn = arcs(shown(every), names)
    return render(
        "network.html",
        kind="network",
        sprite=SPRITE,
        to=to,
        drawing=network_svg(drawn, to),
        drawn=len(drawn),
        total=len(every),
        rows=[_row(corpus, arc, to) for arc in arcs(every[:ROWS_SHOWN], names)],
    )


def _row(corpus: Corpus, arc: Arc, to: Links) -> NetworkRow:
    newest = arc.edge.newest
    return NetworkRow(
        source=Name(arc.source, to.actor(arc.edge.source)),
        target=Name(arc.target, to.actor(arc.edge.target)),
        how=SAYS[arc.edge.kind],
        words=arc.words,
        newest=Name(source_line(corpus.by_id[newest]), to.brief(newest)),
    )
