"""SQLite: all tables in one file that opens in Datasette, DB Browser or any language."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefgen.corpus.corpus import Corpus
from briefgen.site.exports.table import Table


def sqlite_bytes(tables: Sequence[Table], corpus: Corpus) -> bytes:
    """Returns a database file; the same briefs give the same bytes with the same version of SQLite."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE TABLE columns (table_name TEXT, column_name TEXT, says TEXT)")
        for table in tables:
            connection.execute(create_statement(table))
            marks = ", ".join("?" * len(table.columns))
            # The names are this package's own constants; every value is bound.
            connection.executemany(
                f"INSERT INTO {_quoted(table.name)} VALUES ({marks})",  # noqa: S608
                table.rows(corpus),
            )
            described = [(table.name, column.name, column.says) for column in table.columns]
            connection.executemany("INSERT INTO columns VALUES (?, ?, ?)", described)
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def create_statement(table: Table) -> str:
    """Returns the SQL that creates a table, with its key and what its columns point to."""
    parts = [f"{_quoted(column.name)} {column.kind}" for column in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    parts += [
        f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(column.points_to)} (id)"
        for column in table.columns
        if column.points_to
    ]
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(parts)}) STRICT"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
