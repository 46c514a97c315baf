"""Builds that are killed, or run out of room, lose nothing; the next one is as if nothing had happened."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.store.layout import Content
from briefgen.store.load import load_briefs, load_reviews

pytestmark = pytest.mark.slow  # each build is a program of its own, and waits for the disk

# A build with an extractor that costs nothing, so that the kill falls among the writes.
SCRIPT = """
import sys
from pathlib import Path
from briefgen import pipeline
from briefgen.model.extraction import Extraction
from briefgen.run.build import build
from briefgen.run.executors import Serial
from briefgen.run.fingerprint import fingerprint
from briefgen.model.registry import Registry
from briefgen.store.layout import Content

class Nothing:
    name, model = "nothing", "none"
    def extract(self, article):
        return Extraction()

pipeline.load_rules = Nothing
content = Content(Path("content"))
print_of = fingerprint(content)
work = pipeline.SourceWork(
    registry=Registry(), cache_folder=Path(".cache/readings"), reading=print_of.reading, max_bytes=2_000_000
)
print("begin", flush=True)
report = build(content, Path(".cache"), print_of, work, Serial())
sys.exit(1 if report.failures else 0)
"""
COUNT = 24
PROSE = (
    "“The levy stays,” the minister told reporters on Friday. She said that it would be needed for years.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    content = Content(tmp_path / "content")
    content.sources.mkdir(parents=True)
    content.reviews.mkdir()
    for number in range(COUNT):
        text = (
            f"---\ntitle: Levy {number}\npublished: 2024-05-03\nlanguage: en\n---\n{PROSE * (number % 7 + 1)}"
        )
        (content.sources / f"levy-{number:02}.md").write_text(text, encoding="utf-8")
    (content.reviews / "levy-03.yml").write_text(
        "schema: briefgen/review/1\nid: levy-03\nitems:\n"
        "  - {target: q-aaaaaaaa, verdict: reject, note: mine}\n",
        encoding="utf-8",
    )
    return tmp_path


def start(project: Path, *before: str) -> subprocess.Popen[str]:
    command = [*before, sys.executable, "-c", SCRIPT]
    return subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True)


def run(project: Path, *before: str) -> int:
    process = start(project, *before)
    process.communicate(timeout=900)
    return process.returncode


def snapshot(project: Path) -> dict[str, bytes]:
    folder = project / "content"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def clean(project: Path) -> dict[str, bytes]:
    """Returns what a build from nothing makes."""
    assert run(project) == 0
    made = snapshot(project)
    for name in ("content/briefs", ".cache"):
        shutil.rmtree(project / name)
    return made


def kill_at_random_moments(project: Path, kills: int, seed: int) -> None:
    wanted = clean(project)
    chance = random.Random(seed)  # noqa: S311 - a seeded choice of moments, not a secret
    begun = time.monotonic()
    process = start(project)
    assert process.stdout is not None
    process.stdout.readline()
    first = time.monotonic()
    process.wait()
    length = max(0.05, time.monotonic() - first)
    assert first > begun
    for _ in range(kills):
        for name in ("content/briefs", ".cache"):
            if chance.random() < 0.5:
                shutil.rmtree(project / name, ignore_errors=True)
        process = start(project)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * length * 1.1)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        # Nothing on disk is cut short, and the review stands.
        assert not load_briefs(project / "content").failures
        assert not load_reviews(project / "content").failures
        made = snapshot(project)
        assert {name: made[name] for name in wanted.keys() & made.keys()} == {
            name: wanted[name] for name in wanted.keys() & made.keys()
        }
        assert made.keys() <= wanted.keys()
        assert not [name for name in wanted if not name.startswith("briefs/") and name not in made]
    assert run(project) == 0
    assert snapshot(project) == wanted
    assert not list((project / "content" / "briefs").glob(".*"))


def test_a_build_killed_two_hundred_times(project: Path) -> None:
    kill_at_random_moments(project, kills=200, seed=1)


def test_two_builds_at_once(project: Path) -> None:
    wanted = clean(project)
    both = [start(project), start(project)]
    for process in both:
        process.communicate(timeout=900)
    assert [process.returncode for process in both] == [0, 0]
    assert snapshot(project) == wanted


def test_a_clock_that_was_set_back(project: Path) -> None:
    wanted = clean(project)
    assert run(project) == 0
    source = project / "content" / "sources" / "levy-05.md"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("Levy 5", "Levy five"), encoding="utf-8")
    os.utime(source, (0, 0))
    assert run(project) == 0
    made = snapshot(project)
    assert [name for name in wanted if made[name] != wanted[name]] == [
        "briefs/levy-05.yml",
        "sources/levy-05.md",
    ]


def bound_by_permissions(folder: Path) -> tuple[str, ...]:
    """Returns what stands before a command so that permissions hold for it: root may write everywhere."""
    if os.geteuid() != 0:
        return ()
    as_others = ("setpriv", "--bounding-set=-dac_override")
    locked = folder / "locked"
    locked.mkdir(mode=0o555)
    tried = (*as_others, "touch", str(locked / "file"))
    if shutil.which("setpriv") is None or not subprocess.run(tried, capture_output=True).returncode:
        pytest.skip("root may write everywhere, and setpriv cannot take that away here")
    return as_others


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
def test_a_folder_that_is_read_only(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    bound = bound_by_permissions(tmp_path_factory.mktemp("permissions"))
    wanted = clean(project)
    assert run(project) == 0
    folder = project / "content" / "briefs"
    (project / "content" / "sources" / "levy-05.md").write_text(PROSE, encoding="utf-8")
    folder.chmod(0o555)
    try:
        assert run(project, *bound) == 1
    finally:
        folder.chmod(0o755)
    assert snapshot(project)["briefs/levy-05.yml"] == wanted["briefs/levy-05.yml"]
    assert run(project) == 0
    assert snapshot(project)["briefs/levy-05.yml"] != wanted["briefs/levy-05.yml"]


def test_a_disk_that_is_full(project: Path) -> None:
    """A limit on the size of files stands for a full disk: writing fails in the middle."""
    resource = pytest.importorskip("resource")
    wanted = clean(project)
    assert run(project) == 0
    for number in range(0, COUNT, 2):
        path = project / "content" / "sources" / f"levy-{number:02}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("title: Levy", f"title: {'Long ' * 50}Levy"), encoding="utf-8")
    largest = max(len(data) for name, data in wanted.items() if name.startswith("briefs/"))

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    process = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=project, preexec_fn=limit, capture_output=True, check=False
    )
    assert process.returncode == 1, process.stderr
    loaded = load_briefs(project / "content")
    assert len(loaded.items) == COUNT and not loaded.failures
    assert run(project) == 0
    with contextlib.suppress(FileNotFoundError):
        assert not list((project / "content" / "briefs").glob(".*"))
