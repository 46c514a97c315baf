"""CSV: the tables for spreadsheets, R and pandas."""

from __future__ import annotations

import csv
import io

from briefgen.corpus.corpus import Corpus
from briefgen.site.exports.plain import xml_text
from briefgen.site.exports.table import Cell, Table

_FORMULA = frozenset("=+-@\t\r")


def csv_text(table: Table, corpus: Corpus) -> str:
    """Returns a table as RFC 4180 CSV with a head line; unknown is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows(corpus):
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: Cell) -> Cell:
    """Returns the value; words that a spreadsheet would run as a formula get an apostrophe in front."""
    if not isinstance(value, str):
        return value
    text = xml_text(value)
    return "'" + text if text[:1] in _FORMULA else text
