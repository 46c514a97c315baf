"""`python -m tests.run.killable CONTENT CACHE [WORKERS [BYTES]]`: a build with quick work, to be killed."""

from __future__ import annotations

import resource
import sys
from dataclasses import dataclass
from pathlib import Path

from briefgen.run.build import build
from briefgen.run.executors import Processes, Serial
from briefgen.run.fingerprint import Fingerprint
from briefgen.run.job import Job, Outcome
from briefgen.store.layout import Content

PRINT = Fingerprint("code", "lexicons", "model", "resolution", "registry")
LINES = 400
END = "end\n"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Makes a long brief that says its source over and over and ends with a known line."""

    def __call__(self, job: Job) -> Outcome:
        text = job.path.read_text(encoding="utf-8")
        return Outcome(job.id, brief=text * LINES + END, extracted=True)


def main(arguments: list[str]) -> int:
    """Builds, and returns how many sources failed."""
    content, cache, *rest = arguments
    workers = int(rest[0]) if rest else 1
    if len(rest) > 1:  # no file may grow longer than this: a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(rest[1]), int(rest[1])))
    executor = Serial() if workers == 1 else Processes(workers)
    print("go", flush=True)
    report = build(Content(Path(content)), Path(cache), PRINT, Repeat(), executor)
    for failure in report.failures:
        print(failure)
    return min(len(report.failures), 100)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
