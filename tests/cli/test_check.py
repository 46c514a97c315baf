from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli.main import main

BRIEF = """schema: briefgen/brief/1
id: a
article: {id: a, title: A}
generator: {briefgen: "0", extractor: r, model: m}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "briefs").mkdir(parents=True)
    (tmp_path / "content" / "briefs" / "a.yml").write_text(BRIEF)
    return tmp_path


def run(project: Path, *arguments: str) -> tuple[int, str]:
    with chdir(project):
        result = CliRunner().invoke(main, ["check", *arguments])
    return result.exit_code, result.output


def test_warnings_fail_only_when_strict(project: Path) -> None:
    assert run(project)[0] == 0
    assert run(project, "--strict")[0] == 1


def test_text_is_for_people(project: Path) -> None:
    lines = run(project)[1].splitlines()
    assert lines[0].startswith("content/briefs/a.yml: note: a brief without a source")
    assert lines[-1] == "1 briefs checked: 0 errors, 1 warnings, 1 notes"


def test_json_is_for_programs(project: Path) -> None:
    data = json.loads(run(project, "--format", "json")[1])
    assert [(each["level"], each["code"], each["line"]) for each in data["problems"]] == [
        ("note", "no-source", None),
        ("warning", "no-date", 3),
    ]


def test_annotations_for_github(project: Path) -> None:
    (project / "content" / "briefs" / "a.yml").write_text(BRIEF + "100%: 1\n")
    code, output = run(project, "--format", "github")
    assert code == 1
    assert output.startswith("::error file=content/briefs/a.yml,line=5,title=schema::unknown key '100%25'")


def test_a_report_for_gitlab(project: Path) -> None:
    rows = json.loads(run(project, "--format", "gitlab")[1])
    assert rows[1]["location"] == {"path": "content/briefs/a.yml", "lines": {"begin": 3}}
    assert len({row["fingerprint"] for row in rows}) == 2


def test_wrong_settings_exit_with_two(project: Path) -> None:
    (project / "site_config").mkdir()
    (project / "site_config" / "briefgen.yml").write_text("sight: {}\n")
    code, output = run(project)
    assert (code, output) == (
        2,
        "site_config/briefgen.yml:1: unknown key 'sight'. Correct its spelling or remove it.\n",
    )
