"""What a table is: its columns with their meaning, and its rows. CSV, SQLite and the reference are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefgen.corpus.corpus import Corpus

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and the table its values point into."""

    name: str
    says: str
    kind: str = "TEXT"
    """TEXT | INTEGER | REAL"""
    points_to: str = ""
    """Name of the table whose `id` it holds."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the whole site."""

    name: str
    says: str
    columns: tuple[Column, ...]
    rows: Callable[[Corpus], Iterable[Row]]
    key: tuple[str, ...] = ()
    """The columns that name a row."""
    in_database: bool = True
    """False where the database would only say the same twice."""
