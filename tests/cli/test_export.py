"""`briefgen export`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli.main import main
from briefgen.store.layout import Content
from briefgen.store.yaml_writer import write_model
from tests.bench.synthetic import make_briefs


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    content = Content(tmp_path / "content")
    content.briefs.mkdir(parents=True)
    for brief in make_briefs(3):
        content.brief(brief.id).write_text(write_model(brief), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_everything_is_written(project: Path) -> None:
    done = CliRunner().invoke(main, ["export", "out", "--markdown", "pages"])
    assert done.exit_code == 0, done.output
    brief = make_briefs(3)[0]
    for path in (
        "out/data/briefs.json",
        "out/data/briefs.sqlite",
        "out/data/statements.csv",
        "out/data/network.graphml",
        "out/feed.xml",
        f"out/briefs/{brief.id}/brief.yml",
        f"out/briefs/{brief.id}/cite.bib",
        f"pages/briefs/{brief.id}/index.md",
    ):
        assert (project / path).is_file(), path
    assert len(json.loads((project / "out/data/briefs.json").read_text(encoding="utf-8"))["briefs"]) == 3


def test_only_what_is_asked_for(project: Path) -> None:
    done = CliRunner().invoke(main, ["export", "out", "--only", "feeds", "--url", "https://briefs.example/"])
    assert done.exit_code == 0, done.output
    assert not (project / "out/data").exists()
    feed = json.loads((project / "out/feed.json").read_text(encoding="utf-8"))
    assert feed["feed_url"] == "https://briefs.example/feed.json"


def test_a_broken_brief_is_told_and_the_others_written(project: Path) -> None:
    (project / "content/briefs/broken.yml").write_text("id: [", encoding="utf-8")
    done = CliRunner().invoke(main, ["export", "out", "--only", "data"])
    assert done.exit_code == 1
    assert "broken.yml" in done.output
    assert len(json.loads((project / "out/data/briefs.json").read_text(encoding="utf-8"))["briefs"]) == 3


def test_nowhere_to_write_is_said(project: Path) -> None:
    done = CliRunner().invoke(main, ["export"])
    assert done.exit_code == 2
    assert "--markdown DIR" in done.output


def test_no_content_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["export", "out"])
    assert done.exit_code == 1
    assert "content" in done.output
