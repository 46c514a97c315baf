"""CSV: the tables for spreadsheets, R and pandas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from briefgen.corpus.corpus import Corpus
from briefgen.site.exports.plain import xml_text
from briefgen.site.exports.table import Row, Table

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
    # Nearly all cells are as they should be, which is told here: a call for each would take as long as all else.
    csv.writer(out, lineterminator="\r\n").writerows(
        [
            value
            if type(value) is not str or (value.isprintable() and value[:1] not in _FORMULA)
            else _cell(value)
            for value in row
        ]
        for row in rows
    )
    return out.getvalue()


def _cell(words: str) -> str:
    """Returns words as a cell; those that a spreadsheet would run as a formula get an apostrophe in front."""
    text = xml_text(words)
    return "'" + text if text[:1] in _FORMULA else text
