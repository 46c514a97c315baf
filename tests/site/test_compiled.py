"""Compiled templates are kept as compiled modules are, and never stand in a build's way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from briefgen.site.compiled import CompiledTemplates
from briefgen.site.folders import TEMPLATES


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, bytecode_cache=CompiledTemplates(folder)
    )


def _say(folder: Path) -> str:
    return _environment(folder).get_template("a.html").render(name="<Ada>")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a template."""
    (tmp_path / "a.html").write_text("Hello {{ name }}", encoding="utf-8")
    return tmp_path


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").glob("*"))


def test_they_lie_where_compiled_modules_lie(folder: Path) -> None:
    assert _say(folder) == "Hello &lt;Ada&gt;"
    (kept,) = _files(folder)
    before = kept.stat().st_mtime_ns
    assert _say(folder) == "Hello &lt;Ada&gt;"
    assert kept.stat().st_mtime_ns == before
    assert kept.suffix == ".pyc"


def test_another_folder_for_compiled_modules_holds_them_too(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("compiled")
    monkeypatch.setattr(sys, "pycache_prefix", str(other))
    _say(folder)
    assert not _files(folder)
    assert len([path for path in other.rglob("*") if path.is_file()]) == 1


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _say(folder) == "Hello &lt;Ada&gt;"
    assert not _files(folder)


@pytest.mark.parametrize("part", [0, 3, 12, 40, 80, 120])
@pytest.mark.parametrize("rest", [b"", b"\x00", b"\xff" * 200])
def test_a_damaged_one_is_compiled_again(folder: Path, part: int, rest: bytes) -> None:
    _say(folder)
    (kept,) = _files(folder)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:part] + rest)
    assert _say(folder) == "Hello &lt;Ada&gt;"
    assert kept.read_bytes() == whole


def test_an_edited_template_is_compiled_again(folder: Path) -> None:
    _say(folder)
    (folder / "a.html").write_text("Bye {{ name }}", encoding="utf-8")
    assert _say(folder) == "Bye &lt;Ada&gt;"


def test_a_folder_that_cannot_be_written_is_done_without(folder: Path) -> None:
    (folder / "__pycache__").write_text("in the way", encoding="utf-8")
    assert _say(folder) == "Hello &lt;Ada&gt;"


def test_the_programs_templates_have_a_folder_that_no_fingerprint_reads() -> None:
    assert Path(CompiledTemplates(TEMPLATES).directory).name == "__pycache__"
