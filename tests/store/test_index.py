from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from briefgen.errors import StoreError
from briefgen.store import load
from briefgen.store.index import BriefIndex, digest_of
from briefgen.store.load import INDEX, load_brief, load_briefs
from briefgen.store.yaml_writer import write_model
from tests.bench.synthetic import make_briefs


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(load, "INDEX_FROM", 1)
    folder = tmp_path / "content" / "briefs"
    folder.mkdir(parents=True)
    for brief in make_briefs(5):
        (folder / f"{brief.id}.yml").write_text(write_model(brief), encoding="utf-8")
    return tmp_path / "content"


def found(content: Path, cache: Path) -> int:
    with BriefIndex(cache / INDEX) as index:
        for path in sorted((content / "briefs").glob("*.yml")):
            index.get(digest_of(path.stem, path.read_bytes()), partial(load_brief, path))
        return index.found


def test_briefs_from_the_index_are_the_briefs_on_disk(content: Path, tmp_path: Path) -> None:
    plain = load_briefs(content)
    assert load_briefs(content, tmp_path / "cache") == plain
    assert found(content, tmp_path / "cache") == 5
    assert load_briefs(content, tmp_path / "cache") == plain


def test_an_edited_file_is_read_again_whatever_its_clock_says(content: Path, tmp_path: Path) -> None:
    import os

    load_briefs(content, tmp_path / "cache")
    path = sorted((content / "briefs").glob("*.yml"))[2]
    before = path.stat()
    text = path.read_text(encoding="utf-8").replace("words: 600", "words: 601")
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load_briefs(content, tmp_path / "cache").items[2].article.words == 601


def test_a_renamed_file_is_refused_as_without_an_index(content: Path, tmp_path: Path) -> None:
    load_briefs(content, tmp_path / "cache")
    path = sorted((content / "briefs").glob("*.yml"))[0]
    path.rename(path.with_name("other.yml"))
    assert [failure.id for failure in load_briefs(content, tmp_path / "cache").failures] == ["other"]


@pytest.mark.parametrize("damage", [b"", b"not a database" * 500, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_damaged_index_costs_only_time(content: Path, tmp_path: Path, damage: bytes) -> None:
    plain = load_briefs(content)
    load_briefs(content, tmp_path / "cache")
    for name in tmp_path.joinpath("cache").iterdir():
        name.unlink()
    (tmp_path / "cache" / INDEX).write_bytes(damage)
    assert load_briefs(content, tmp_path / "cache") == plain
    assert load_briefs(content, tmp_path / "cache") == plain


@pytest.mark.parametrize("column", ["links", "brief"])
@pytest.mark.parametrize("damage", ["x'00ff'", "NULL", "7", "x'' || {}", "substr({}, 1, 200)"])
def test_a_damaged_row_is_read_again(content: Path, tmp_path: Path, column: str, damage: str) -> None:
    import sqlite3

    plain = load_briefs(content)
    load_briefs(content, tmp_path / "cache")
    with sqlite3.connect(tmp_path / "cache" / INDEX) as database:
        database.execute(f"UPDATE briefs SET {column} = {damage.format(column)}")  # noqa: S608  our own words
    database.close()
    assert load_briefs(content, tmp_path / "cache") == plain


def forget(cache: Path) -> None:
    for name in cache.iterdir():
        name.unlink()


def test_an_index_lost_after_the_load_is_done_without(content: Path, tmp_path: Path) -> None:
    plain = load_briefs(content)
    load_briefs(content, tmp_path / "cache")
    loaded = load_briefs(content, tmp_path / "cache")
    forget(tmp_path / "cache")
    assert loaded == plain


def test_a_brief_that_changed_since_the_load_is_not_mixed_with_what_it_was(
    content: Path, tmp_path: Path
) -> None:
    load_briefs(content, tmp_path / "cache")
    loaded = load_briefs(content, tmp_path / "cache")
    forget(tmp_path / "cache")
    path = sorted((content / "briefs").glob("*.yml"))[2]
    path.write_text(path.read_text(encoding="utf-8").replace("words: 600", "words: 601"), encoding="utf-8")
    assert loaded.items[1].positions
    with pytest.raises(StoreError, match="changed while it was in use") as raised:
        loaded.items[2].positions  # noqa: B018  asking is the point
    assert path.name in str(raised.value)


def test_what_the_index_knows_outlives_its_changes(content: Path, tmp_path: Path) -> None:
    load_briefs(content, tmp_path / "cache")
    loaded = load_briefs(content, tmp_path / "cache")
    plain = load_briefs(content).items[2]
    path = sorted((content / "briefs").glob("*.yml"))[2]
    path.write_text(path.read_text(encoding="utf-8").replace("words: 600", "words: 601"), encoding="utf-8")
    load_briefs(content, tmp_path / "cache")
    assert loaded.items[2] == plain


def test_a_locked_or_unwritable_index_is_done_without(content: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert load_briefs(content, tmp_path / "cache") == load_briefs(content)


def test_two_readers_at_once_do_no_harm(content: Path, tmp_path: Path) -> None:
    path = sorted((content / "briefs").glob("*.yml"))[0]
    brief, digest = load_brief(path), digest_of(path.stem, path.read_bytes())
    with BriefIndex(tmp_path / INDEX) as one, BriefIndex(tmp_path / INDEX) as other:
        one.put(digest, brief)
        other.put(digest, brief)
    with BriefIndex(tmp_path / INDEX) as index:
        assert index.get(digest, partial(load_brief, path)) == brief


def test_rows_of_files_that_are_gone_are_swept(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.store.index._SPARE", 2)
    load_briefs(content, tmp_path / "cache")
    paths = sorted((content / "briefs").glob("*.yml"))
    kept = {path: path.read_bytes() for path in paths}
    for path in paths[:4]:
        path.unlink()
    load_briefs(content, tmp_path / "cache")
    for path, data in kept.items():
        path.write_bytes(data)
    assert found(content, tmp_path / "cache") == 1
