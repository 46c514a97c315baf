from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefgen.cli.main import main

TEXT = "“Delay costs us more,” minister Kari Nordmann told reporters on Friday.\n"


def run(
    lines: list[str | bytes] | list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Result, list[dict[str, Any]]]:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
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


GOOD = json.dumps({"id": "good", "text": TEXT})
BROKEN: dict[str, tuple[str | bytes, str | None, str]] = {
    "no UTF-8": (b'{"id": "a", "text": "caf\xe9"}', None, "line 2: not UTF-8 at byte 25"),
    "deep": ("[" * 100_000, None, "line 2: not JSON"),
    "half a character": ('{"id": "a", "text": "\\ud83d No."}', "a", "half a character"),
    "half of a title": (json.dumps({"id": "a", "text": TEXT, "title": "\udc00"}), "a", "`title` has half"),
    "half of an id": ('{"id": "\\ud83d", "text": ""}', "\ud83d", "no text"),
    "no such day": (json.dumps({"id": "a", "text": TEXT, "published": "2024-02-30"}), "a", "calendar"),
    "no such month": (json.dumps({"id": "a", "text": TEXT, "published": "2024-13"}), "a", "calendar"),
    "too large": (json.dumps({"id": "a", "text": TEXT * 30_000}), "a", "more than the 2,000,000 allowed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_whatever_stands_in_a_line_its_neighbours_are_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, id, words = BROKEN[name]
    result, (before, broken, after) = run([GOOD, line, GOOD], tmp_path, monkeypatch)
    assert result.exit_code == 1
    assert "brief" in before and "brief" in after
    assert broken["id"] == id
    assert words in broken["error"]
    assert "a fault of briefgen" not in broken["error"]


def test_a_mark_of_the_encoding_at_the_start_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result, answers = run([b"\xef\xbb\xbf" + GOOD.encode(), GOOD], tmp_path, monkeypatch)
    assert result.exit_code == 0
    assert len(answers) == 2


def test_a_stamp_counts_as_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"id": "x", "text": TEXT, "published": "2024-05-03T23:30:00Z"})
    _, answers = run([line], tmp_path, monkeypatch)
    assert answers[0]["brief"]["article"]["published"] == "2024-05-03"


def evidence_in(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "text" in value and "span" in value:
            yield value
        for part in value.values():
            yield from evidence_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidence_in(part)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: not front matter\n---\r\n“We wait,” said Ann Lee.\r\n",
        f"\ufeff{TEXT}",
        f"Cafe\u0301 \U0001f680\U0001f469\u200d\U0001f467 {TEXT}\r“We wait,” said Ann Lee.\r\r{TEXT}",
        f"A\x00B\x1b[31m\u2028 \x85 \u202e{TEXT}",
    ],
    ids=["front matter and CRLF", "byte order mark", "combining, astral, CR", "control characters"],
)
def test_text_is_taken_as_it_is(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result, answers = run([json.dumps({"id": "x", "text": text})], tmp_path, monkeypatch)
    assert result.exit_code == 0, result.output
    found = list(evidence_in(answers[0]["brief"]))
    assert len(found) > 2
    for part in found:
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
