"""The figures on the page on the method."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.errors import ConfigError
from briefgen.site.evaluation import NOT_MEASURED, evaluation_table


def test_figures_stand_beside_plain_words(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"articles": ["a", "b"], "figures": {"quotes.joint_f1": 90.4, "x": 1.0}}))
    table = evaluation_table(report)
    assert "2 articles" in table
    assert "| Quotations: the words and the speaker both right | 90 |" in table


def test_no_report_is_said_and_a_broken_one_refused(tmp_path: Path) -> None:
    assert evaluation_table(tmp_path / "none.json") == NOT_MEASURED
    broken = tmp_path / "broken.json"
    broken.write_text("[]")
    with pytest.raises(ConfigError):
        evaluation_table(broken)
