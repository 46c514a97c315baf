"""CSV, SQLite, JSON and GraphML are read back by the standard library's own readers."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator

import defusedxml.ElementTree
import pytest

from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.errors import BriefgenError
from briefgen.model.brief import Brief
from briefgen.site.exports.database import sqlite_pieces
from briefgen.site.exports.dataset import brief_json, site_json
from briefgen.site.exports.graph import ATTRIBUTION, POSITION, speech_graph
from briefgen.site.exports.graphml import graphml
from briefgen.site.exports.names import name_of
from briefgen.site.exports.plain import xml_text
from briefgen.site.exports.spreadsheet import csv_text
from briefgen.site.exports.statements import statements
from briefgen.site.exports.table import Table
from briefgen.site.exports.tables import TABLES
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus

_XML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="module", params=["plain", "hostile"])
def whole(request: pytest.FixtureRequest) -> Corpus:
    return build_corpus(make_briefs(30) if request.param == "plain" else hostile_corpus())


@pytest.fixture
def database(whole: Corpus) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(b"".join(sqlite_pieces(TABLES, whole)))
    yield connection
    connection.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_has_every_cell(table: Table, whole: Corpus) -> None:
    head, *rows = csv.reader(io.StringIO(csv_text(table, whole), newline=""), strict=True)
    assert head == [column.name for column in table.columns]
    made = list(table.rows(whole))
    assert len(rows) == len(made)
    for read, row in zip(rows, made, strict=True):
        wanted = ["" if cell is None else xml_text(str(cell)) for cell in row]
        assert [cell.removeprefix("'") for cell in read] == [cell.removeprefix("'") for cell in wanted]


def test_no_cell_runs_as_a_formula(whole: Corpus) -> None:
    for table in TABLES:
        for row in csv.reader(io.StringIO(csv_text(table, whole), newline="")):
            assert not any(cell[:1] in "=+-@\t\r" for cell in row if cell)


def test_sqlite_is_sound(database: sqlite3.Connection, whole: Corpus) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        if not table.in_database:
            continue
        [(count,)] = database.execute(f"SELECT count(*) FROM {table.name}").fetchall()  # noqa: S608
        assert count == len(list(table.rows(whole)))


def test_sqlite_answers_who_is_against_what(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT person, organization, concept, text FROM statements WHERE agreement = 0 ORDER BY id"
    ).fetchall()
    assert rows
    assert all(text for *_, text in rows)


def test_sqlite_describes_its_columns(database: sqlite3.Connection) -> None:
    described = set(database.execute("SELECT table_name, column_name FROM columns"))
    assert described == {
        (table.name, column.name) for table in TABLES if table.in_database for column in table.columns
    }


def test_same_briefs_same_bytes(whole: Corpus) -> None:
    again = build_corpus(reversed(whole.briefs))
    assert b"".join(sqlite_pieces(TABLES, whole)) == b"".join(sqlite_pieces(TABLES, again))
    assert "".join(site_json(whole)) == "".join(site_json(again))
    assert graphml(speech_graph(whole)) == graphml(speech_graph(again))


def test_an_id_that_stands_twice_is_named_with_its_brief() -> None:
    brief, other = make_briefs(2)
    twice = brief.model_copy(update={"positions": (*brief.positions, brief.positions[0])})
    with pytest.raises(BriefgenError) as raised:
        b"".join(sqlite_pieces(TABLES, build_corpus((twice, other))))
    assert brief.id in str(raised.value)
    assert brief.positions[0].id in str(raised.value)
    assert raised.value.todo


def test_site_json_holds_every_brief(whole: Corpus) -> None:
    data = json.loads("".join(site_json(whole)))
    assert data["schema"] == "briefgen/export/1"
    assert [Brief.model_validate(brief) for brief in data["briefs"]] == list(whole.briefs)
    assert {actor["id"] for actor in data["actors"]} == set(whole.actors)


def test_an_empty_corpus_is_still_json() -> None:
    assert json.loads("".join(site_json(build_corpus(())))) == {
        "schema": "briefgen/export/1",
        "actors": [],
        "topics": [],
        "briefs": [],
    }


def test_brief_json_comes_back(whole: Corpus) -> None:
    for brief in whole.briefs:
        text = brief_json(brief)
        assert Brief.model_validate_json(text) == brief


def test_graphml_is_typed_and_closed(whole: Corpus) -> None:
    root = defusedxml.ElementTree.fromstring(graphml(speech_graph(whole)))
    keys = {key.get("id"): key.get("attr.type") for key in root.findall(f"{_XML}key")}
    [graph] = root.findall(f"{_XML}graph")
    assert graph.get("edgedefault") == "directed"
    nodes = {node.get("id") for node in graph.findall(f"{_XML}node")}
    edges = graph.findall(f"{_XML}edge")
    assert edges
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= nodes
    for data in graph.iter(f"{_XML}data"):
        kind = keys[data.get("key")]
        assert kind != "int" or (data.text or "").isdigit()


def test_a_stance_is_counted_only_where_it_is_the_speakers() -> None:
    for edge in speech_graph(build_corpus(make_briefs(30))).edges:
        assert edge.kind in (POSITION, ATTRIBUTION)
        assert edge.source != edge.target
        sided = edge.support + edge.oppose + edge.conditional
        assert sided == 0 if edge.kind == ATTRIBUTION else sided <= edge.number


def test_the_concept_is_what_the_stance_is_about() -> None:
    whole = build_corpus(make_briefs(30))
    positions = {(brief.id, position.id): position for brief in whole.briefs for position in brief.positions}
    rows = [row for brief in whole.briefs for row in statements(whole, brief)]
    assert rows
    for row in rows:
        position = positions[row.article, row.position]
        assert row.concept == name_of(whole, position.target or position.topic or "")
        assert row.topic == (name_of(whole, position.topic) if position.topic else None)


def test_imputed_positions_are_nobodys_statement() -> None:
    hostile = build_corpus(hostile_corpus())
    table = next(table for table in TABLES if table.name == "dna_statements")
    assert list(table.rows(hostile)) == []
