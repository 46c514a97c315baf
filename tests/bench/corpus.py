"""`python -m tests.bench.corpus [BRIEFS …]`: loading, checking and indexing corpora of growing size."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from briefgen.model.brief import Brief
from briefgen.model.verbatim import located_texts
from briefgen.store.yaml_writer import write_model
from tests.bench.clock import spent
from tests.bench.synthetic import make_brief

_END = """
from briefgen.run.process import end_at_once
end_at_once()
"""
"""As our programs end; all else would count the taking down of what was loaded."""
_LOAD = f"""{_END}
from pathlib import Path
from briefgen.store.load import load_briefs
assert not load_briefs(Path("content"), {{cache}}).failures
"""
_CORPUS = f"""{_END}
from pathlib import Path
from briefgen.site.load import load_corpus
load_corpus(Path("content"), cache=Path(".cache"))
"""
_CHECK = """
import sys
from briefgen.cli.main import main
sys.argv = ["briefgen", "check", "--workers", "{workers}"]
main()
"""
STEPS = (
    ("load from YAML", _LOAD.format(cache=None)),
    ("load, making the index", _LOAD.format(cache='Path(".cache")')),
    ("load from the index", _LOAD.format(cache='Path(".cache")')),
    ("load and link the corpus", _CORPUS),
    ("briefgen check, 1 worker", _CHECK.format(workers=1)),
    ("briefgen check, 2 workers", _CHECK.format(workers=2)),
)


def run(sizes: tuple[int, ...] = (1_000, 10_000)) -> list[str]:
    """Returns the lines of the report: seconds, CPU seconds and greatest memory of each step at each size."""
    lines = []
    for size in sizes:
        lines.append(f"{size:,} briefs                 seconds   CPU s   most MB in one process")
        with tempfile.TemporaryDirectory() as name:
            project = Path(name)
            for index in range(size):
                _write(project / "content", *with_text(make_brief(index, corpus_size=size)))
            for label, code in STEPS:
                wall, cpu, most = _measure(code, project)
                lines.append(f"  {label:28} {wall:7.1f} {cpu:7.1f} {most:8.0f}")
    return lines


def with_text(brief: Brief) -> tuple[Brief, str]:
    """Returns an invented brief and a text in which all its items stand."""
    dates = tuple(date.model_copy(update={"event": None}) for date in brief.dates)
    brief = brief.model_copy(update={"dates": dates})
    placed = list(located_texts(brief))
    chars = [" "] * max(end for _, (_, end) in placed)
    for words, (start, end) in placed:
        chars[start:end] = words
    text = "".join(chars) + "\n"
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    article = brief.article.model_copy(update={"text_sha256": digest})
    return brief.model_copy(update={"article": article}), text


def _write(content: Path, brief: Brief, text: str) -> None:
    for folder in ("briefs", "sources"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    (content / "briefs" / f"{brief.id}.yml").write_text(write_model(brief), encoding="utf-8")
    head = f"---\ntitle: {brief.article.title!r}\npublished: {brief.article.published}\n---\n"
    (content / "sources" / f"{brief.id}.md").write_text(head + text, encoding="utf-8")


def _measure(code: str, project: Path) -> tuple[float, float, float]:
    """Returns seconds, CPU seconds and the greatest resident megabytes of a program run by itself.

    The CPU seconds are those of the whole process, its end among them.
    """
    clock = f"""
import resource, sys, time
start = time.perf_counter()
try:
    exec({code!r})
except SystemExit:
    pass
most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(time.perf_counter() - start, most, file=sys.stderr)
"""
    before = spent()
    done = subprocess.run(
        [sys.executable, "-c", clock],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    wall, most = (float(text) for text in done.stderr.split()[-2:])
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes here
    return wall, spent() - before, most / unit


if __name__ == "__main__":
    for line in run(*([tuple(int(text) for text in sys.argv[1:])] if sys.argv[1:] else [])):
        print(line)
