"""A job, what comes of it, and what does jobs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from briefgen.errors import Failure


@dataclass(frozen=True, slots=True)
class Job:
    """One source to make a brief of."""

    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: a brief as it goes on disk, or a failure."""

    id: str
    brief: str | None = None
    failure: Failure | None = None
    extracted: bool = False
    """Whether the article was read anew, and not taken from the cache."""
    warnings: tuple[str, ...] = ()


class Work(Protocol):
    """What is done with a job. It can be sent to another process."""

    def __call__(self, job: Job) -> Outcome:
        """Returns what came of the job; expected trouble is a failure, not an exception."""
        ...


class Executor(Protocol):
    """A way to spread work. Every one passes tests/contracts/test_executors.py."""

    def run(self, work: Work, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yields one outcome for each job, in whatever order they are done."""
        ...
