"""Work for the contract of executors: every worker imports it, in whatever process it runs."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import Failure, Place, SourceError
from briefgen.run.job import Job, Outcome


@dataclass(frozen=True, slots=True)
class Obey:
    """Does what a source says: `fail`, `die once`, `die always`; anything else becomes its brief."""

    scratch: Path
    seconds: float = 0.0
    processes: int = 1
    """No job ends before so many processes have begun one: none may wait for another to be done."""

    def __call__(self, job: Job) -> Outcome:
        text = job.path.read_text(encoding="utf-8")
        time.sleep(self.seconds)
        self._wait_for_the_others()
        if text == "fail":
            return Outcome(
                job.id, failure=Failure(job.id, SourceError("no good", place=Place(path=job.path)))
            )
        mark = self.scratch / f"{job.id}.died"
        if text == "die always" or (text == "die once" and not mark.exists()):
            mark.write_text("x", encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
        return Outcome(job.id, brief=f"{text}\n", extracted=True, warnings=(str(os.getpid()),))

    def _wait_for_the_others(self) -> None:
        if self.processes == 1:
            return
        (self.scratch / f"{os.getpid()}.began").touch()
        until = time.monotonic() + 300
        while len(list(self.scratch.glob("*.began"))) < self.processes and time.monotonic() < until:
            time.sleep(0.02)
