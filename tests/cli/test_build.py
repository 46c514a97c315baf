"""The command on a folder of good and bad sources, with the real extractor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli.main import main
from briefgen.store.load import load_briefs

PROSE = (
    "“The levy stays,” the minister told reporters on Friday. She said that it would be needed for years.\n"
)
BAD = {
    "empty.md": b"",
    "binary.md": b"\x00\x01\x02",
    "large.txt": PROSE.encode() * 20_000,
    "unknown-key.md": b"---\ntitle: A\ntitel: B\n---\n" + PROSE.encode(),
    "impossible-day.md": b"---\npublished: 2025-13-01\n---\n" + PROSE.encode(),
    "german.txt": b"Der Minister sagte am Freitag, dass die Abgabe bis zum Ende bleibe.\n" * 3,
    "twice.md": PROSE.encode(),
    "twice.txt": PROSE.encode(),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("project")
    sources = root / "content" / "sources"
    sources.mkdir(parents=True)
    (sources / "good.md").write_text(
        "---\ntitle: Levy\npublished: 2024-05-03\n---\n" + PROSE, encoding="utf-8"
    )
    (sources / "plain.txt").write_text(PROSE, encoding="utf-8")
    (sources / "odd-marks.md").write_text("“No, she said.\n\n" + PROSE, encoding="utf-8")
    for name, data in BAD.items():
        (sources / name).write_bytes(data)
    with chdir(root):
        yield root


@pytest.fixture(scope="module")
def first(project: Path) -> Result:
    return CliRunner().invoke(main, ["build"])


def test_the_good_are_built_and_the_bad_named(first: Result, project: Path) -> None:
    assert first.exit_code == 1
    assert {path.stem for path in (project / "content" / "briefs").iterdir()} == {
        "good",
        "plain",
        "odd-marks",
    }
    for name in BAD:
        assert f"content/sources/{name}" in first.stderr
    assert "content/sources/unknown-key.md:3: unknown key 'titel'" in first.stderr
    assert "3 briefs written, 0 unchanged, 3 articles read, 8 failed" in first.stdout
    assert "Traceback" not in first.output


def test_the_briefs_load_and_say_what_is_unknown(first: Result, project: Path) -> None:
    loaded = load_briefs(project / "content")
    assert not loaded.failures
    plain = next(brief for brief in loaded.items if brief.id == "plain")
    assert plain.article.published is None
    assert any("unknown" in warning for warning in plain.warnings)


def test_a_second_build_reads_nothing(first: Result, project: Path) -> None:
    again = CliRunner().invoke(main, ["build"])
    assert "0 briefs written, 3 unchanged, 0 articles read, 8 failed" in again.stdout


def test_made_again_from_the_cache_the_bytes_are_the_same(first: Result, project: Path) -> None:
    folder = project / "content" / "briefs"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in folder.iterdir():
        path.unlink()
    again = CliRunner().invoke(main, ["build"])
    assert "3 briefs written, 0 unchanged, 0 articles read, 8 failed" in again.stdout
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_outside_a_project_it_says_so(tmp_path: Path) -> None:
    with chdir(tmp_path):
        result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "briefgen init" in result.stderr
