"""What every executor keeps: serial, processes, and Dask with a real scheduler and workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, ConfigError
from briefgen.model.registry import Registry
from briefgen.pipeline import SourceWork
from briefgen.run.build import build
from briefgen.run.dask import Dask
from briefgen.run.executors import Processes, Serial
from briefgen.run.fingerprint import Fingerprint
from briefgen.run.job import Executor, Job, Outcome
from briefgen.store.layout import Content
from tests.contracts.executor_work import Obey

ROOT = Path(__file__).parents[2]
_START_SECONDS = 300
"""However busy the machine, programs have started by then."""
PRINT = Fingerprint("code", "lexicons", "model", "resolution", "registry")


class Cluster:
    """A Dask scheduler and two workers, each its own program."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.log = (folder / "log.txt").open("w")
        self.environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            # One more worker than the one that it killed may try a job.
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        }
        local = ["--host", "127.0.0.1"]
        self.programs = [self.start("dask_scheduler", "--port", "0", *local, "--no-dashboard", "--no-show")]
        for _ in range(2):
            self.programs.append(self.start("dask_worker", "--nthreads", "1", *local, "--no-dashboard"))

    def start(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{program}", "--scheduler-file", str(self.file)]
        return subprocess.Popen(
            [*command, *options],
            cwd=ROOT,
            env=self.environment,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )

    def ready(self) -> str:
        """Returns the address, once the scheduler and both workers are there: a test may have killed one."""
        from distributed import Client

        until = time.monotonic() + _START_SECONDS
        while not (self.file.is_file() and self.file.stat().st_size):
            assert time.monotonic() < until, "the scheduler does not start"
            time.sleep(0.1)
        with Client(scheduler_file=str(self.file), timeout=_START_SECONDS, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=_START_SECONDS)
        return str(self.file)

    def stop(self) -> None:
        for program in self.programs:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
        self.log.close()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("dask"))
    yield cluster
    cluster.stop()


SERIAL = pytest.param("serial", id="serial")
PROCESSES = pytest.param("processes", id="processes", marks=pytest.mark.slow)
DASK = pytest.param("dask", id="dask", marks=pytest.mark.slow)


@pytest.fixture
def dask(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Dask:
    monkeypatch.setattr("briefgen.run.dask._CONNECT_SECONDS", _START_SECONDS)
    return Dask(cluster.ready())


@pytest.fixture
def executor(request: pytest.FixtureRequest) -> Executor:
    if request.param == "dask":
        dask: Dask = request.getfixturevalue("dask")
        return dask
    return Serial() if request.param == "serial" else Processes(2)


every = pytest.mark.parametrize("executor", [SERIAL, PROCESSES, DASK], indirect=True)
with_workers = pytest.mark.parametrize("executor", [PROCESSES, DASK], indirect=True)


def jobs(folder: Path, **texts: str) -> list[Job]:
    found = []
    for id, text in texts.items():
        path = folder / f"{id}.txt"
        path.write_text(text, encoding="utf-8")
        found.append(Job(id, path))
    return found


def many(folder: Path, count: int = 40) -> list[Job]:
    return jobs(folder, **{f"a{n:02}": f"text {n}" for n in range(count)})


def by_id(outcomes: Iterator[Outcome]) -> dict[str, Outcome]:
    found = list(outcomes)
    assert len({outcome.id for outcome in found}) == len(found)
    return {outcome.id: outcome for outcome in found}


@every
def test_each_job_has_one_outcome(executor: Executor, tmp_path: Path) -> None:
    done = by_id(executor.run(Obey(tmp_path), many(tmp_path)))
    assert {id: outcome.brief for id, outcome in done.items()} == {
        f"a{n:02}": f"text {n}\n" for n in range(40)
    }


@every
def test_no_jobs_no_outcomes(executor: Executor, tmp_path: Path) -> None:
    assert list(executor.run(Obey(tmp_path), [])) == []


@every
def test_a_failure_comes_back_with_its_message_and_place(executor: Executor, tmp_path: Path) -> None:
    done = by_id(executor.run(Obey(tmp_path), jobs(tmp_path, good="x", bad="fail")))
    assert done["good"].brief == "x\n"
    assert done["bad"].failure is not None
    assert str(done["bad"].failure).startswith(f"{(tmp_path / 'bad.txt').as_posix()}: no good")


@every
def test_jobs_are_taken_as_they_are_needed(executor: Executor, tmp_path: Path) -> None:
    taken = 0

    def stream() -> Iterator[Job]:
        nonlocal taken
        for job in many(tmp_path):
            taken += 1
            yield job

    outcomes = executor.run(Obey(tmp_path), stream())
    next(iter(outcomes))
    assert taken < 40
    assert len(list(outcomes)) == 39


@with_workers
def test_work_is_spread(executor: Executor, tmp_path: Path) -> None:
    done = by_id(executor.run(Obey(tmp_path, processes=2), many(tmp_path)))
    assert len({outcome.warnings for outcome in done.values()}) == 2


@with_workers
def test_a_worker_that_dies_costs_no_job(executor: Executor, tmp_path: Path) -> None:
    tasks = [*many(tmp_path, 12), *jobs(tmp_path, z="die once")]
    done = by_id(executor.run(Obey(tmp_path), tasks))
    assert len(done) == 13
    assert done["z"].brief == "die once\n"
    assert not [outcome for outcome in done.values() if outcome.failure]


@with_workers
def test_a_job_that_kills_its_workers_fails_and_the_others_go_on(executor: Executor, tmp_path: Path) -> None:
    tasks = [*jobs(tmp_path, deadly="die always"), *many(tmp_path, 12)]
    done = by_id(executor.run(Obey(tmp_path), tasks))
    assert len(done) == 13
    assert [id for id, outcome in done.items() if outcome.failure] == ["deadly"]
    assert "died" in str(done["deadly"].failure)


@every
def test_a_build_writes_the_same_bytes(executor: Executor, tmp_path: Path) -> None:
    content = Content(tmp_path / "content")
    content.sources.mkdir(parents=True)
    for n in range(6):
        (content.sources / f"s{n}.txt").write_text(f"text {n}", encoding="utf-8")
    report = build(content, tmp_path / "cache", PRINT, Obey(tmp_path), executor)
    assert report.failures == ()
    assert {path.name: path.read_text(encoding="utf-8") for path in content.brief_files()} == {
        f"s{n}.yml": f"text {n}\n" for n in range(6)
    }


@pytest.mark.slow
def test_a_worker_killed_from_outside_costs_no_job(dask: Dask, tmp_path: Path) -> None:
    outcomes = dask.run(Obey(tmp_path, seconds=0.1), many(tmp_path, 30))
    first = next(outcomes)
    os.kill(int(first.warnings[0]), signal.SIGKILL)
    done = by_id(outcomes)
    assert len(done) == 29
    assert not [outcome for outcome in done.values() if outcome.failure]


def test_an_address_where_nobody_answers_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.run.dask._CONNECT_SECONDS", 0.2)
    with pytest.raises(ConfigError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(Dask("tcp://127.0.0.1:9").run(Obey(tmp_path), []))
    assert issubclass(ConfigError, BriefgenError)


@pytest.mark.slow
@with_workers
def test_the_same_briefs_come_of_real_articles(
    executor: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    sources = [Job(path.stem, path) for path in sorted(Path("content/sources").glob("*.md"))]
    work = SourceWork(Registry(), tmp_path / "readings", "reading", 2_000_000)
    alone = replace(work, cache_folder=tmp_path / "other readings")
    spread = {id: outcome.brief for id, outcome in by_id(executor.run(work, sources)).items()}
    assert spread == {outcome.id: outcome.brief for outcome in Serial().run(alone, sources)}
    assert len(spread) == 5
