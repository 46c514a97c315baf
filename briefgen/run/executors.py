"""Two ways to spread work on this machine: one after the other, or over processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from briefgen.errors import ExtractError, Failure, Place
from briefgen.run.job import Job, Outcome, Work
from briefgen.run.process import one_thread

_AHEAD = 4
"""Jobs handed out per worker: enough to keep it busy, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Serial:
    """Does one job after the other, in order."""

    def run(self, work: Work, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yields one outcome for each job."""
        return (work(job) for job in jobs)


@dataclass(frozen=True, slots=True)
class Processes:
    """Does jobs in several processes of this machine, each with its own language model.

    A job whose process dies is tried once more, alone; if that dies too, it is a failure and the rest go on.
    """

    workers: int

    def run(self, work: Work, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yields one outcome for each job, in the order they are done."""
        queue = iter(jobs)
        lost: list[Job] = []
        exhausted = False
        while not exhausted:
            pending: dict[Future[Outcome], Job] = {}
            with self._pool(self.workers) as pool:
                try:
                    while True:
                        while not exhausted and len(pending) < self.workers * _AHEAD:
                            job = next(queue, None)
                            if job is None:
                                exhausted = True
                            else:
                                pending[pool.submit(work, job)] = job
                        if not pending:
                            break
                        done, _ = wait(pending, return_when=FIRST_COMPLETED)
                        for future in done:
                            yield future.result()
                            del pending[future]
                except BrokenProcessPool:
                    lost += sorted(pending.values(), key=lambda job: job.id)
        for job in lost:
            yield self._alone(work, job)

    def _alone(self, work: Work, job: Job) -> Outcome:
        with self._pool(1) as pool:
            try:
                return pool.submit(work, job).result()
            except BrokenProcessPool:
                return Outcome(job.id, failure=Failure(job.id, died(job)))

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        # A fresh interpreter for each: a fork of a process with threads may hang.
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=one_thread)


def died(job: Job) -> ExtractError:
    """Returns the error of a job whose process died twice."""
    return ExtractError(
        "the process that read it died twice (out of memory?)",
        todo="Run `briefgen build --workers 1`, or take the file out of sources/.",
        place=Place(path=job.path),
    )
