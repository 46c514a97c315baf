"""SQLite: the tables in one file that opens in Datasette, DB Browser or any language."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Protocol

from briefgen.corpus.corpus import Corpus
from briefgen.errors import BriefgenError, Place
from briefgen.model.brief import Brief
from briefgen.site.exports.table import Row, Table

BATCH = 250
"""Briefs by which the older part of the database grows."""
_PIECE = 1 << 20


class Base(Protocol):
    """Keeps the database of the older briefs from one build to the next."""

    def bring(self, path: Path) -> bool:
        """Puts it to a path, or returns False where it is not known."""
        ...

    def keep(self, path: Path) -> None:
        """Keeps the one at a path."""
        ...


def older(briefs: tuple[Brief, ...]) -> tuple[Brief, ...]:
    """Returns the briefs whose rows are written first, table by table; those of the others are put behind."""
    return briefs[: len(briefs) // BATCH * BATCH]


def sqlite_pieces(tables: Sequence[Table], corpus: Corpus, base: Base | None = None) -> Iterator[bytes]:
    """Yields a database file piece by piece, so that it never stands in memory.

    The same briefs give the same bytes with the same version of SQLite. Raises BriefgenError, naming the brief, where
    an id stands twice in it: a brief that somebody edited by hand.
    """
    tables = [table for table in tables if table.in_database]
    first = older(corpus.briefs)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "briefs.sqlite"
        if base is None or not base.bring(path):
            _write(path, partial(_begin, tables, corpus, first))
            if base and first:
                base.keep(path)
        _write(path, partial(_complete, tables, corpus, corpus.briefs[len(first) :]))
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _write(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nobody else sees the file, and a half-made one is thrown away.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        fill(connection)
        connection.execute("COMMIT")


def _begin(
    tables: Sequence[Table], corpus: Corpus, briefs: tuple[Brief, ...], connection: sqlite3.Connection
) -> None:
    connection.execute("CREATE TABLE columns (table_name TEXT, column_name TEXT, says TEXT)")
    for table in tables:
        connection.execute(create_statement(table))
        described = [(table.name, column.name, column.says) for column in table.columns]
        connection.executemany("INSERT INTO columns VALUES (?, ?, ?)", described)
        if table.of_brief:
            _insert(connection, table, corpus, briefs, 1)


def _complete(
    tables: Sequence[Table], corpus: Corpus, briefs: tuple[Brief, ...], connection: sqlite3.Connection
) -> None:
    for table in tables:
        first = 1
        if table.is_numbered:
            (last,) = connection.execute(
                f"SELECT max({_quoted(table.key[0])}) FROM {_quoted(table.name)}"  # noqa: S608 our own constants
            ).fetchone()
            first += last or 0
        _insert(connection, table, corpus, briefs, first)


def _insert(
    connection: sqlite3.Connection, table: Table, corpus: Corpus, briefs: tuple[Brief, ...], first: int
) -> None:
    marks = ", ".join("?" * len(table.columns))
    # The names are this package's own constants; every value is bound.
    statement = f"INSERT INTO {_quoted(table.name)} VALUES ({marks})"  # noqa: S608
    try:
        connection.executemany(statement, table.rows(corpus, briefs, first))
    except sqlite3.IntegrityError as error:
        raise _repeated_key(table, corpus) from error


def _repeated_key(table: Table, corpus: Corpus) -> BriefgenError:
    """Returns what to say of the first row whose key stood before."""
    places = [index for index, column in enumerate(table.columns) if column.name in table.key]
    seen: set[Row] = set()
    for row in table.rows(corpus):
        key = tuple(row[place] for place in places)
        if key in seen:
            article, *rest = map(str, key)
            what = f"the id {' '.join(rest) or article!r} stands twice among the {table.name}"
            return BriefgenError(what, todo="Give one of the two another id.", place=Place(article=article))
        seen.add(key)
    return BriefgenError(f"the {table.name} do not fit into a database", todo="Run `briefgen check`.")


def create_statement(table: Table) -> str:
    """Returns the SQL that creates a table, with its key and what its columns point to."""
    parts = [f"{_quoted(column.name)} {column.kind}" for column in table.columns]
    options = "STRICT"
    if table.key:
        parts.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
        options += ", WITHOUT ROWID"  # the key is the order of the rows; a second one would double the file
    parts += [
        f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(column.points_to)} (id)"
        for column in table.columns
        if column.points_to
    ]
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(parts)}) {options}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
