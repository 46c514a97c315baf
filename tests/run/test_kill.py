"""A build that is killed, starved, doubled or put back in time loses nothing.

`BRIEFGEN_KILLS=200 python -m pytest tests/run/test_kill.py` kills it more often than usual.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.run.killable import END, LINES

ROOT = Path(__file__).parents[2]
SOURCES = 60
KILLS = int(os.environ.get("BRIEFGEN_KILLS", "40"))

pytestmark = pytest.mark.slow


def start(content: Path, cache: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.run.killable", str(content), str(cache), *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )


def write_sources(content: Path, version: int) -> None:
    (content / "sources").mkdir(parents=True, exist_ok=True)
    for number in range(SOURCES):
        text = f"source {number} in version {version}\n"
        (content / "sources" / f"s{number:02}.md").write_text(text, encoding="utf-8")


def briefs(content: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (content / "briefs").glob("*.yml")}


def expected(version: int) -> dict[str, str]:
    return {f"s{n:02}.yml": f"source {n} in version {version}\n" * LINES + END for n in range(SOURCES)}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    write_sources(content, 0)
    (content / "reviews").mkdir()
    (content / "reviews" / "s00.yml").write_text("schema: briefgen/review/1\nid: s00\n", encoding="utf-8")
    return content


@pytest.mark.parametrize(("kills", "workers"), [(KILLS * 9 // 10, "1"), (KILLS // 10, "2")])
def test_killed_at_any_moment_it_truncates_nothing_and_goes_on(
    content: Path, tmp_path: Path, kills: int, workers: str
) -> None:
    cache = tmp_path / "cache"
    assert start(content, cache, workers).wait() == 0
    clock = random.Random(7)  # noqa: S311 - moments, not secrets
    review = (content / "reviews" / "s00.yml").read_bytes()
    write_sources(content, 1)
    run = start(content, cache, workers)
    assert run.stdout
    run.stdout.readline()
    began = time.monotonic()
    run.wait()
    whole = time.monotonic() - began
    caught = 0
    for version in range(2, kills + 2):
        write_sources(content, version)
        run = start(content, cache, workers)
        assert run.stdout
        run.stdout.readline()  # it begins to build
        time.sleep(clock.uniform(0, whole))
        caught += run.poll() is None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        run.stdout.close()
        whole_briefs = briefs(content)
        assert len(whole_briefs) == SOURCES
        assert [name for name, text in whole_briefs.items() if not text.endswith(END)] == []
        assert all(len(set(text.splitlines())) == 2 for text in whole_briefs.values())
    assert caught > kills // 4, "the moments were not in the midst of it"
    assert start(content, cache, workers).wait() == 0
    assert briefs(content) == expected(kills + 1)
    assert (content / "reviews" / "s00.yml").read_bytes() == review
    assert not list((content / "briefs").glob(".*")), "what killed runs left is swept"


def test_a_full_disk_fails_by_name_and_keeps_what_was_there(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert start(content, cache).wait() == 0
    write_sources(content, 1)
    run = start(content, cache, "1", "5000")
    said, _ = run.communicate()
    assert run.returncode == SOURCES
    assert "cannot be written: File too large" in said
    assert briefs(content) == expected(0)
    assert not list((content / "briefs").glob(".*"))
    assert start(content, cache).wait() == 0
    assert briefs(content) == expected(1)


def test_two_builds_at_once_do_each_other_no_harm(content: Path, tmp_path: Path) -> None:
    runs = [start(content, tmp_path / "cache") for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert briefs(content) == expected(0)


def test_a_clock_set_back_hides_no_edit(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert start(content, cache).wait() == 0
    write_sources(content, 1)
    for path in (content / "sources").iterdir():
        os.utime(path, (0, 0))
    assert start(content, cache).wait() == 0
    assert briefs(content) == expected(1)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_fails_by_name(content: Path, tmp_path: Path) -> None:
    (content / "briefs").mkdir()
    (content / "briefs").chmod(0o500)
    run = start(content, tmp_path / "cache")
    said, _ = run.communicate()
    (content / "briefs").chmod(0o700)
    assert run.returncode == SOURCES
    assert "cannot be written: Permission denied" in said
