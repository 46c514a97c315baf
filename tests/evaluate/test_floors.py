"""The figures on the repository's gold stay above their floors."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli.main import main

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    "gold",
    [
        ".",
        "later",
        "wider",
        "further",
        "newsroom",
        "press",
        "desk",
        "bureau",
        "wire",
        "agency",
        "stringers",
        "dispatch",
        "unread",
    ],
)
def test_no_figure_is_below_its_floor(gold: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["eval", "--gold", f"tests/gold/{gold}"])
    assert result.exit_code == 0, result.output
