"""The site's build beside plain MkDocs, which gets the same pages as Markdown outside its navigation.

`python -m tests.bench.pages [BRIEFS]`; 1,000 unless told. Both builds are processes of their own; CPU seconds
are theirs and their children's.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from briefgen.store.yaml_writer import write_model
from tests.bench.synthetic import make_briefs, make_registry

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

OURS = """\
site_name: Bench
docs_dir: docs
theme: {name: material, font: false}
plugins: [{briefgen: {settings: site_config/briefgen.yml}}]
"""
PLAIN = """\
site_name: Bench
docs_dir: docs
theme: {name: material, font: false}
plugins: []
nav: [index.md]
validation:
  nav: {omitted_files: ignore}
  links: {not_found: ignore, anchors: ignore, unrecognized_links: ignore}
"""


PAGES_ALONE = """
from briefgen.site import outputs, plugin
outputs.OUTPUTS = ()
plugin.write_text_index = lambda *given, **named: None
from mkdocs.__main__ import cli
cli(["build", "--quiet"])
"""


def _cpu(*command: str, folder: Path) -> float:
    """Returns the CPU seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": "0"}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _lay_out(folder: Path, briefs: int) -> tuple[Path, Path]:
    ours, plain = folder / "ours", folder / "plain"
    for path in (
        ours / "docs",
        ours / "content" / "briefs",
        ours / "content" / "registry",
        ours / "site_config",
    ):
        path.mkdir(parents=True)
    (ours / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    (ours / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    (ours / "site_config" / "briefgen.yml").write_text("site:\n  title: Bench\n", encoding="utf-8")
    topics = "".join(f"- id: {t.id}\n  name: {t.name}\n" for t in make_registry().topics)
    (ours / "content" / "registry" / "topics.yml").write_text(topics, encoding="utf-8")
    for brief in make_briefs(briefs):
        (ours / "content" / "briefs" / f"{brief.id}.yml").write_text(write_model(brief), encoding="utf-8")
    (plain / "docs").mkdir(parents=True)
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    subprocess.run([BIN / "briefgen", "export", "--markdown", plain / "docs"], cwd=ours, check=True)
    index = plain / "docs" / "index.md"
    if not index.exists():
        index.write_text("# Bench\n", encoding="utf-8")
    return ours, plain


def _pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def run(briefs: int = 1000) -> list[str]:
    """Returns the lines of the report."""
    with tempfile.TemporaryDirectory() as scratch:
        ours, plain = _lay_out(Path(scratch), briefs)
        mkdocs = str(BIN / "mkdocs")
        our_cpu = _cpu(mkdocs, "build", "--quiet", folder=ours)
        alone_cpu = _cpu(sys.executable, "-c", PAGES_ALONE, folder=ours)
        plain_cpu = _cpu(mkdocs, "build", "--quiet", folder=plain)
        our_pages, plain_pages = _pages(ours / "site"), _pages(plain / "site")
        plain_speed = plain_pages / plain_cpu
        return [
            f"site: {briefs} invented briefs, whole builds, CPU seconds of the process and its children",
            f"  ours, with data files, feeds and text search   {our_pages:6d} pages  {our_cpu:7.1f} s",
            f"  plain MkDocs, the same as Markdown, no search  {plain_pages:6d} pages  {plain_cpu:7.1f} s",
            f"  ours, the pages alone                          {our_pages:6d} pages  {alone_cpu:7.1f} s",
            f"  pages a CPU second, ours to plain              {our_pages / our_cpu / plain_speed:6.2f}",
            f"  the same, the pages alone                      {our_pages / alone_cpu / plain_speed:6.2f}",
        ]


if __name__ == "__main__":
    for line in run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000):
        print(line)
