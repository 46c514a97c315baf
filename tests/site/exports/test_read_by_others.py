"""What readers take along is read back by programs that others wrote for these formats."""

from __future__ import annotations

import csv
import io
import json

import bibtexparser
import networkx
import pytest
import rdflib
import rispy
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import convert_to_unicode

from briefgen.corpus.corpus import build_corpus
from briefgen.model.brief import Brief
from briefgen.site.exports.address import Address
from briefgen.site.exports.bibtex import bibtex
from briefgen.site.exports.citation import citation
from briefgen.site.exports.graph import speech_graph
from briefgen.site.exports.graphml import graphml
from briefgen.site.exports.jsonld import json_ld
from briefgen.site.exports.ris import ris
from briefgen.site.exports.spreadsheet import csv_text
from briefgen.site.exports.tables import TABLES
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus

_BRIEFS = (*make_briefs(3), *hostile_corpus()[::12])
_IDS = [brief.id for brief in _BRIEFS]
_SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.mark.parametrize("brief", _BRIEFS, ids=_IDS)
def test_bibtex(brief: Brief) -> None:
    parser = BibTexParser(customization=convert_to_unicode, common_strings=True)
    [entry] = bibtexparser.loads(bibtex(brief), parser).entries
    assert entry["ID"] == brief.id
    assert entry["title"]


def test_bibtex_keeps_plain_words() -> None:
    [entry] = bibtexparser.loads(bibtex(make_briefs(1)[0])).entries
    assert entry["title"].strip("{}") == citation(make_briefs(1)[0]).title


@pytest.mark.parametrize("brief", _BRIEFS, ids=_IDS)
def test_ris(brief: Brief) -> None:
    [record] = rispy.loads(ris(brief))
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == citation(brief).title


@pytest.mark.parametrize("briefs", [make_briefs(30), hostile_corpus()[:40]], ids=["plain", "hostile"])
def test_graphml(briefs: tuple[Brief, ...]) -> None:
    graph = speech_graph(build_corpus(briefs))
    read = networkx.parse_graphml(graphml(graph), force_multigraph=True)
    assert read.is_directed()
    assert set(read.nodes) == {node.id for node in graph.nodes}
    assert sum(data["weight"] for _, _, data in read.edges(data=True)) == sum(e.number for e in graph.edges)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of the reader's own making
@pytest.mark.parametrize("brief", _BRIEFS, ids=_IDS)
def test_json_ld(brief: Brief) -> None:
    node = json.loads(json_ld(brief, Address("https://briefs.example/")))
    # The vocabulary's own context lies on the network: here every name is one of it.
    node["@context"] = {"@vocab": str(_SCHEMA)}
    read = rdflib.Graph().parse(data=json.dumps(node), format="json-ld")
    [article] = read.subjects(rdflib.RDF.type, _SCHEMA.Article)
    assert read.value(article, _SCHEMA.isBasedOn) is not None
    quotations = set(read.subjects(rdflib.RDF.type, _SCHEMA.Quotation))
    assert len(quotations) == len(brief.quotes)
    for quotation in quotations:
        assert read.value(quotation, _SCHEMA.text) is not None


def test_statements_of_the_discourse_network_analyzer() -> None:
    corpus = build_corpus(make_briefs(30))
    table = next(table for table in TABLES if table.name == "dna_statements")
    rows = list(csv.DictReader(io.StringIO(csv_text(table, corpus).removeprefix("\ufeff"))))
    assert rows
    # Actor and concept are joined by agreement: 1 where the actor agrees, 0 where not.
    graph = networkx.Graph()
    for row in rows:
        assert row["agreement"] in ("0", "1")
        graph.add_edge(("actor", row["person"] or row["organization"]), ("concept", row["concept"]))
    assert networkx.is_bipartite(graph)
