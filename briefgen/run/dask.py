"""A third way to spread work: over the workers of a Dask scheduler, on this machine or others.

Workers need this package in the same version (`pip install 'briefgen[dask]'`) and the project's folder at the
same path, for they read the sources themselves. Briefs come back over the network and are written here.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, ConfigError, ExtractError, Failure, Place
from briefgen.run.executors import died
from briefgen.run.fingerprint import fingerprint
from briefgen.run.job import Job, Outcome, Work
from briefgen.run.process import one_thread
from briefgen.store.layout import Content

_AHEAD = 4
"""Jobs handed out per worker."""
_CONNECT_SECONDS = 10
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Dask:
    """Does jobs on the workers of the scheduler at an address (`tcp://host:8786`, or a scheduler's file).

    A job whose worker dies is given to another one; one that kills worker after worker is tried once more
    by itself and then a failure, and the rest go on. How many workers it may kill is a setting of the
    scheduler (distributed.scheduler.allowed-failures).
    """

    address: str

    def run(self, work: Work, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yields one outcome for each job, in the order they are done.

        Raises ConfigError where no scheduler answers or Dask is not installed.
        """
        try:
            from distributed import Client, as_completed
        except ImportError as error:
            raise ConfigError(
                "Dask is not installed", todo="Run `pip install 'briefgen[dask]'`, or use --workers."
            ) from error
        remote = _Remote(work, str(Path.cwd()), _code())
        with self._connect(Client) as client:
            queue = iter(jobs)
            at: dict[str, Job] = {}
            running: Any = as_completed(loop=client.loop)  # type: ignore[no-untyped-call] # ships no types
            self._hand_out(client, remote, queue, at, running)
            lost: list[Job] = []
            for future in running:
                job = at.pop(future.key)
                outcome = _outcome(future, job)
                future.release()
                if outcome is None:
                    lost.append(job)
                else:
                    yield outcome
                self._hand_out(client, remote, queue, at, running)
            # Jobs that waited beside a deadly one died with it: each gets a try by itself.
            for job in sorted(lost, key=lambda job: job.id):
                future = client.submit(remote, job, pure=False)
                yield _outcome(future, job) or Outcome(job.id, failure=Failure(job.id, died(job)))

    def _connect(self, client: Any) -> Any:
        is_file = Path(self.address).is_file()
        at = {"scheduler_file": self.address} if is_file else {"address": self.address}
        try:
            return client(**at, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise ConfigError(
                f"no Dask scheduler answers at {self.address}",
                todo="Start one with `dask scheduler`, workers with `dask worker ADDRESS --nthreads 1`.",
            ) from error

    def _hand_out(
        self, client: Any, remote: _Remote, queue: Iterator[Job], at: dict[str, Job], running: Any
    ) -> None:
        # Workers come and go; with none there yet, a few jobs wait for the first.
        room = max(1, sum(client.nthreads().values())) * _AHEAD - len(at)
        for _ in range(room):
            job = next(queue, None)
            if job is None:
                return
            future = client.submit(remote, job, pure=False)
            at[future.key] = job
            running.add(future)


@dataclass(frozen=True, slots=True)
class _Remote:
    """Work as a worker does it: in the project's folder, with the same code, one job at a time."""

    work: Work
    folder: str
    code: str

    def __call__(self, job: Job) -> Outcome:
        one_thread()
        try:
            if _code() != self.code:
                raise ExtractError("the worker has other code", todo="Install the same briefgen on it.")
            # A worker may have several threads; a language model serves one.
            with _ONE_AT_A_TIME:
                if str(Path.cwd()) != self.folder:
                    os.chdir(self.folder)
                return self.work(job)
        except OSError as error:
            gone = ExtractError(
                f"the worker has no folder {self.folder}", todo="Give it the project's folder there."
            )
            return Outcome(job.id, failure=Failure(job.id, _placed(gone, job, error)))
        except BriefgenError as error:
            return Outcome(job.id, failure=Failure(job.id, _placed(error, job)))


def _placed(error: BriefgenError, job: Job, cause: OSError | None = None) -> BriefgenError:
    what = f"{error.what} ({cause.strerror})" if cause else error.what
    return type(error)(what, todo=error.todo, place=Place(path=job.path))


def _outcome(future: Any, job: Job) -> Outcome | None:
    """Returns what came of a job, or None where its workers died."""
    error = future.exception()  # waits for it to be done
    if error is None:
        outcome: Outcome = future.result()
        return replace(outcome, id=job.id)
    if type(error).__name__ == "KilledWorker":
        return None
    # Not the article's fault (lost connection, code that cannot be sent): nothing can go on.
    raise ConfigError(
        f"the Dask workers cannot do the work: {type(error).__name__}: {error}",
        todo="See the log of the workers.",
    ) from error


@lru_cache(maxsize=1)
def _code() -> str:
    """Returns the digest of the code, lexicons and model of this process; of no project's registry."""
    return fingerprint(Content(Path(os.devnull))).briefing
