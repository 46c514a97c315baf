from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefgen.cli.main import main

TEXT = "“Delay costs us more,” minister Kari Nordmann told reporters on Friday.\n"


def run(
    lines: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Result, list[dict[str, Any]]]:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", "--jsonl", str(path)])
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def test_lines_come_back_in_order_with_their_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps({"id": i, "text": TEXT, "published": "2024-05-03"}) for i in ("b", "a", "odd id/ü")]
    result, answers = run(lines, tmp_path, monkeypatch)
    assert result.exit_code == 0, result.output
    assert [a["id"] for a in answers] == ["b", "a", "odd id/ü"]
    assert answers[0]["brief"]["schema"] == "briefgen/brief/1"


def test_one_that_fails_says_so_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        json.dumps({"id": "good", "text": TEXT}),
        "{not json",
        json.dumps({"id": "none"}),
        json.dumps({"id": "blank", "text": "  "}),
        json.dumps({"id": "number", "text": 5}),
        json.dumps({"id": "day", "text": TEXT, "published": "yesterday"}),
        json.dumps(["a list"]),
        json.dumps({"id": "last", "text": TEXT}),
    ]
    result, answers = run(lines, tmp_path, monkeypatch)
    assert result.exit_code == 1
    assert [("brief" in a, a["id"]) for a in answers] == [
        (True, "good"),
        (False, None),
        (False, "none"),
        (False, "blank"),
        (False, "number"),
        (False, "day"),
        (False, None),
        (True, "last"),
    ]
    assert "YYYY-MM-DD" in answers[5]["error"]


def test_text_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\ntitle: not front matter\n---\r\n“We wait,” said Ann Lee.\r\n"
    _, answers = run([json.dumps({"id": "x", "text": text})], tmp_path, monkeypatch)
    quotes = answers[0]["brief"]["quotes"]
    for quote in quotes:
        for part in quote["content"]:
            start, end = part["span"]
            assert text[start:end] == part["text"]


def test_source_files_are_printed_as_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "levy.md"
    source.write_text("---\npublished: 2024-05-03\n---\n" + TEXT * 3, encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", str(source)])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("---\nschema: briefgen/brief/1\nid: levy\n")


def test_neither_files_nor_lines_is_a_usage_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["extract"]).exit_code == 2
