"""The files in which every brief has a part of its own, one behind the other: most tables, and all briefs as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site.exports.dataset import JSON_BETWEEN, JSON_TAIL, json_head, json_line
from briefgen.site.exports.spreadsheet import csv_head, csv_lines
from briefgen.site.exports.table import Table
from briefgen.site.exports.tables import TABLES

DATA = "data/"
DATABASE = f"{DATA}briefs.sqlite"


@dataclass(frozen=True, slots=True)
class JoinedFile:
    """A file of the site: its head, the parts of all briefs, its tail."""

    path: str
    head: Callable[[Corpus], str]
    part: Callable[[Corpus, Brief, int], tuple[str, int]]
    """Returns a brief's part and how many numbers it takes; it is given the first of them."""
    between: bytes = b""
    tail: bytes = b""


def _table_part(table: Table, corpus: Corpus, brief: Brief, first: int) -> tuple[str, int]:
    rows = tuple(table.rows_of(corpus, brief, first))
    return csv_lines(rows), len(rows) if table.is_numbered else 0


def _json_part(corpus: Corpus, brief: Brief, first: int) -> tuple[str, int]:
    return json_line(brief), 0


def _table_head(table: Table, corpus: Corpus) -> str:
    return csv_head(table)


def join(file: JoinedFile, corpus: Corpus) -> Iterator[bytes]:
    """Yields a file in pieces."""
    yield encode(file.head(corpus))
    first = 1
    for number, brief in enumerate(corpus.briefs):
        part, taken = file.part(corpus, brief, first)
        first += taken
        yield (file.between if number else b"") + encode(part)
    yield file.tail


def encode(text: str) -> bytes:
    """Returns text as files of the site have it."""
    return text.encode("utf-8", "replace")


JOINED: tuple[JoinedFile, ...] = (
    JoinedFile(f"{DATA}briefs.json", json_head, _json_part, JSON_BETWEEN.encode(), JSON_TAIL.encode()),
    *(
        JoinedFile(f"{DATA}{table.name}.csv", partial(_table_head, table), partial(_table_part, table))
        for table in TABLES
        if table.of_brief
    ),
)
