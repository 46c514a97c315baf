"""A build in which nothing has changed loads nothing, and everything that has changed makes it load."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefgen.site import load
from briefgen.site.keep.inputs import Inputs
from briefgen.site.load import load_corpus
from briefgen.store.layout import Content
from briefgen.store.yaml_writer import write_model
from tests.bench.synthetic import make_brief

Build = Callable[[], tuple[int, dict[str, bytes]]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("docs", "content/briefs", "content/reviews", "content/registry", "content/sources"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "docs" / "about.md").write_text("# About\n\nWords.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\ntheme: {name: material, font: false}\nplugins: [briefgen]\n", encoding="utf-8"
    )
    for index in range(3):
        add(tmp_path, index)
    return tmp_path


def add(root: Path, index: int) -> Path:
    brief = make_brief(index, corpus_size=40)
    path = root / "content" / "briefs" / f"{brief.id}.yml"
    path.write_text(write_model(brief), encoding="utf-8")
    return path


@pytest.fixture
def site(root: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds, and returns how often briefs were loaded for it, and the files of the site."""
    loads: list[Path] = []

    def noting(content: Path, *further):  # type: ignore[no-untyped-def]
        loads.append(content)
        return load_corpus(content, *further)

    monkeypatch.setattr(load, "load_corpus", noting)

    def site() -> tuple[int, dict[str, bytes]]:
        loads.clear()
        build(load_config(str(root / "mkdocs.yml"), strict=True))
        files = sorted(path for path in (root / "site").rglob("*") if path.is_file())
        return len(loads), {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in files}

    return site


def test_nothing_is_loaded_where_nothing_has_changed(site: Build) -> None:
    loads, made = site()
    assert loads == 1
    assert site() == (0, made)
    assert site() == (0, made)


def _edit_a_brief(root: Path) -> None:
    path = min((root / "content" / "briefs").iterdir())
    status, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("words: 600", "words: 700"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _name_a_topic(root: Path) -> None:
    (root / "content" / "registry" / "topics.yml").write_text("- {id: rent-cap, name: R}\n", encoding="utf-8")


def _edit_settings(root: Path) -> None:
    (root / "site_config").mkdir()
    (root / "site_config" / "briefgen.yml").write_text("site: {heading: New}\n", encoding="utf-8")


def _edit_a_page(root: Path) -> None:
    (root / "docs" / "about.md").write_text("# About\n\nOther words.\n", encoding="utf-8")


def _add_a_page(root: Path) -> None:
    (root / "docs" / "more.md").write_text("# More\n", encoding="utf-8")


def _edit_mkdocs(root: Path) -> None:
    (root / "mkdocs.yml").write_text(
        "site_name: Test\ntheme: {name: material, font: false}\nplugins: [briefgen]\nextra_css: [x.css]\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda root: add(root, 7),
        lambda root: min((root / "content" / "briefs").iterdir()).unlink(),
        _edit_a_brief,
        _name_a_topic,
        _edit_settings,
        _edit_a_page,
        _add_a_page,
        _edit_mkdocs,
    ],
)
def test_whatever_changes_is_seen(root: Path, site: Build, change: Callable[[Path], object]) -> None:
    _, before = site()
    change(root)
    loads, after = site()
    assert loads == 1
    assert after != before
    assert site() == (0, after)


@pytest.mark.parametrize("name", ["index.html", "data/briefs.json", "sitemap.xml", "about/index.html"])
def test_a_file_of_the_site_that_was_touched_is_made_again(root: Path, site: Build, name: str) -> None:
    _, made = site()
    path = root / "site" / name
    status, data = path.stat(), path.read_bytes()
    path.write_bytes(data[:-1] + b"x")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert site() == (1, made)
    path.unlink()
    assert site() == (1, made)
    (root / "site" / "stray.html").write_text("stray", encoding="utf-8")
    assert site() == (1, made)


def test_a_damaged_record_is_none(root: Path, site: Build) -> None:
    _, made = site()
    for column in ("around", "files", "pages"):
        with closing(sqlite3.connect(root / ".cache" / "site.sqlite")) as ledger, ledger:
            ledger.execute(f"UPDATE whole SET {column} = '[]'")  # noqa: S608
        assert site() == (1, made)
    assert site() == (0, made)


def test_a_brief_that_cannot_be_read_is_told_of_at_every_build(
    root: Path, site: Build, caplog: pytest.LogCaptureFixture
) -> None:
    (root / "content" / "briefs" / "bad.yml").write_text("id: [", encoding="utf-8")
    for _ in range(2):
        caplog.clear()
        with pytest.raises(Exception, match="Aborted with 1 warnings"):
            site()
        assert "bad" in caplog.text


def test_inputs_are_of_a_corpus_only_if_none_changed_before_it_was_loaded(root: Path) -> None:
    content = root / "content"

    def inputs() -> Inputs:
        return Inputs.read(content, None, texts=True)

    corpus, _ = load_corpus(content)
    before = inputs()
    assert before.are_of(corpus)
    _edit_a_brief(root)
    assert before.fingerprint != inputs().fingerprint
    assert not inputs().are_of(corpus) and before.are_of(corpus)
    corpus, _ = load_corpus(content)
    assert not before.are_of(corpus) and inputs().are_of(corpus)
    id = min(before.briefs)
    for change in (
        lambda: _name_a_topic(root),
        lambda: add(root, 9),
        lambda: (content / "sources" / "a.md").write_text("# A\n", encoding="utf-8"),
        lambda: Content(content).review(id).write_text(f"id: {id}\n", encoding="utf-8"),
    ):
        before = inputs()
        change()
        assert inputs().fingerprint != before.fingerprint
