"""What a table is: its columns with their meaning, and its rows. CSV, SQLite and the reference are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief

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
    of_brief: Callable[[Corpus, Brief], Iterable[Row]] | None = None
    """Returns the rows that one brief gives; None where rows are made of several briefs."""
    key: tuple[str, ...] = ()
    """The columns that name a row."""
    in_database: bool = True
    """False where the database would only say the same twice."""
    of_all: Callable[[Corpus], Iterable[Row]] | None = None
    """Returns all rows, where those of one brief cannot be told."""
    is_numbered: bool = False
    """Whether the first column is a running number, which `of_brief` leaves out."""

    def rows(self, corpus: Corpus, briefs: tuple[Brief, ...] | None = None, first: int = 1) -> Iterator[Row]:
        """Yields all rows, or those of some briefs where a brief has rows of its own."""
        if self.of_all is not None:
            yield from self.of_all(corpus)
            return
        for brief in corpus.briefs if briefs is None else briefs:
            for row in self.rows_of(corpus, brief, first):
                first += 1
                yield row

    def rows_of(self, corpus: Corpus, brief: Brief, first: int) -> Iterator[Row]:
        """Yields the rows that a brief gives; `first` is the number of the first of them."""
        rows = self.of_brief(corpus, brief) if self.of_brief else ()
        yield from ((number, *row) for number, row in enumerate(rows, first)) if self.is_numbered else rows
