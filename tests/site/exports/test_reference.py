"""The reference page says what the tables are."""

from __future__ import annotations

from pathlib import Path

from briefgen.cli.reference import exports_page
from briefgen.site.exports.tables import TABLES

_PAGE = Path(__file__).parents[3] / "docs" / "reference" / "exports.md"


def test_the_page_is_in_step_with_the_tables() -> None:
    assert _PAGE.read_text(encoding="utf-8").endswith(exports_page()), (
        "run `briefgen reference docs/reference`"
    )


def test_every_column_is_explained() -> None:
    for table in TABLES:
        assert table.says.endswith(".")
        assert all(column.says for column in table.columns), table.name
        assert len({column.name for column in table.columns}) == len(table.columns)
