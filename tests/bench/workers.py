"""`python -m tests.bench.workers [ARTICLES]`: `briefgen build` with one worker and with two, side by side."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.texts import write_sources


def run(articles: int = 500, counts: tuple[int, ...] = (1, 2)) -> list[str]:
    """Returns the lines of the report; each build begins with no cache and no briefs."""
    lines = [f"briefgen build of {articles} invented articles, no cache, {os.cpu_count()} cores, seconds"]
    first = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        write_sources(Path(scratch) / "sources", articles)
        for workers in counts:
            seconds, cpu = _build(Path(scratch), workers)
            first = first or seconds
            share = f"{first / seconds:5.2f} × one worker"
            lines.append(f"  --workers {workers}   {seconds:7.1f} s   {share}   {cpu:7.1f} CPU s")
        load = os.getloadavg()[0]
    lines.append(f"  load of the machine at the end: {load:.1f} (above its cores the ratio means little)")
    return lines


def _build(scratch: Path, workers: int) -> tuple[float, float]:
    """Returns the seconds of a build on the clock, and the CPU seconds of all its processes."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        (project / "content").mkdir()
        (project / "content" / "sources").symlink_to(scratch / "sources")
        code = "from briefgen.cli.main import main; main()"
        start, before = time.perf_counter(), os.times()
        subprocess.run(
            [sys.executable, "-c", code, "build", "--quiet", "--workers", str(workers)],
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            check=True,
        )
        after = os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        return time.perf_counter() - start, cpu


if __name__ == "__main__":
    for line in run(*(int(text) for text in sys.argv[1:2])):
        print(line)
