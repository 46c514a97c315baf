"""CSV: the tables for spreadsheets, R and pandas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from briefgen.corpus.corpus import Corpus
from briefgen.site.exports.plain import xml_text
from briefgen.site.exports.table import Cell, Row, Table

_FORMULA = frozenset("=+-@\t\r")


def csv_text(table: Table, corpus: Corpus) -> str:
    """Returns a table as RFC 4180 CSV with a head line; unknown is an empty cell."""
    return csv_head(table) + csv_lines(table.rows(corpus))


def csv_head(table: Table) -> str:
    """Returns the head line of a table."""
    return csv_lines([tuple(column.name for column in table.columns)])


def csv_lines(rows: Iterable[Row]) -> str:
    """Returns the lines of some rows."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    for row in rows:
        write([_cell(value) if type(value) is str else value for value in row])
    return out.getvalue()


def _cell(value: Cell) -> Cell:
    """Returns the value; words that a spreadsheet would run as a formula get an apostrophe in front."""
    if not isinstance(value, str):
        return value
    text = xml_text(value)
    return "'" + text if text[:1] in _FORMULA else text
