from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli.main import main
from briefgen.cli.settings_page import settings_page

ROOT = Path(__file__).parents[2]


def test_the_reference_is_in_sync_with_the_code() -> None:
    result = CliRunner().invoke(main, ["reference", "--check", str(ROOT / "docs" / "reference")])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("row", [row for row in settings_page().splitlines() if row.startswith("| `")])
def test_each_setting_says_what_it_does(row: str) -> None:
    assert len(row.split("|")[3].strip()) > 20
