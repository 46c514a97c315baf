"""The site's build beside plain MkDocs and Hugo, which get the same pages as Markdown.

`python -m tests.bench.pages [--ours] [BRIEFS …]`; 1,000 unless told, several sizes to see how it grows; with
`--ours` nothing is built beside it. Every build is a process of its own; CPU seconds are its own and its
children's, memory is the most that one process held.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from briefgen.store.yaml_writer import write_model
from tests.bench.clock import spent
from tests.bench.synthetic import make_brief, make_registry

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
HUGO = {
    "config.toml": 'baseURL = "https://bench.example/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
    "layouts/_default/baseof.html": "<!doctype html><html><head><title>{{ .Title }}</title></head>"
    '<body><nav><a href="/">Home</a></nav>{{ block "main" . }}{{ end }}</body></html>',
    "layouts/_default/single.html": '{{ define "main" }}{{ .Content }}{{ end }}',
    "layouts/_default/list.html": '{{ define "main" }}{{ .Content }}{{ end }}',
}
"""A bare layout: Hugo gets no theme to render, which is to its advantage."""

BUILD = 'from mkdocs.__main__ import cli\ncli(["build", "--quiet"], standalone_mode=False)'
PAGES_ALONE = f"""
from briefgen.site import outputs, site_build
outputs.OUTPUTS = ()
site_build.SiteBuild.add_text_indexes = lambda self, documents: None
site_build.SiteBuild.add_tables = lambda self: None
{BUILD}
"""
_MEASURED = """
import json, resource
{code}
own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print("\\n" + json.dumps([own.ru_maxrss / 1e3, children.ru_maxrss / 1e3]))
"""
_RUN = "import subprocess; subprocess.run({command!r}, check=True, capture_output=True)"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took: CPU seconds, MB of its process, MB of the largest of its children."""

    cpu: float
    own: float
    children: float


def run_code(code: str, folder: Path) -> str:
    """Returns the last line that Python code prints which is run in a folder, in a process of its own.

    The program's bytecode may be kept, as that of an installed one is: compiling it is no part of a build.
    """
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env=around | {"PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"},
    )
    return done.stdout.splitlines()[-1]


def measure(code: str, folder: Path) -> Cost:
    """Returns what it takes to run Python code in a folder, from the start of the process to its end."""
    before = spent()
    own, children = json.loads(run_code(_MEASURED.format(code=code), folder))
    return Cost(spent() - before, own, children)


def lay_out(ours: Path, briefs: int) -> None:
    """Writes a project of invented briefs."""
    for folder in ("docs", "content/briefs", "content/registry", "site_config"):
        (ours / folder).mkdir(parents=True)
    (ours / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    (ours / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    (ours / "site_config" / "briefgen.yml").write_text("site:\n  title: Bench\n", encoding="utf-8")
    topics = "".join(f"- id: {t.id}\n  name: {t.name}\n" for t in make_registry().topics)
    (ours / "content" / "registry" / "topics.yml").write_text(topics, encoding="utf-8")
    for index in range(briefs):
        write_brief(ours, index, briefs)


def write_brief(ours: Path, index: int, briefs: int) -> str:
    """Writes the invented brief of a number, newer than those before it, and returns its id."""
    brief = make_brief(index, corpus_size=briefs)
    (ours / "content" / "briefs" / f"{brief.id}.yml").write_text(write_model(brief), encoding="utf-8")
    return brief.id


def _write_older_brief(ours: Path, index: int, briefs: int) -> None:
    """Writes a brief that is new here, of an article older than most."""
    brief = make_brief(index, corpus_size=briefs)
    id = f"2020-12-01-{brief.id[11:]}"
    head = brief.article.model_copy(update={"id": id, "published": id[:10]})
    text = write_model(brief.model_copy(update={"id": id, "article": head}))
    (ours / "content" / "briefs" / f"{id}.yml").write_text(text, encoding="utf-8")


def _lay_out_others(ours: Path, plain: Path, hugo: Path) -> None:
    (plain / "docs").mkdir(parents=True)
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    subprocess.run(
        [BIN / "briefgen", "export", "--markdown", plain / "docs"], cwd=ours, check=True, capture_output=True
    )
    if not (plain / "docs" / "index.md").exists():
        (plain / "docs" / "index.md").write_text("# Bench\n", encoding="utf-8")
    for name, text in HUGO.items():
        (hugo / name).parent.mkdir(parents=True, exist_ok=True)
        (hugo / name).write_text(text, encoding="utf-8")
    shutil.copytree(plain / "docs", hugo / "content")
    for path in sorted((hugo / "content").rglob("index.md"), key=lambda path: -len(path.parts)):
        if any(child.is_dir() for child in path.parent.iterdir()):
            path.rename(path.with_name("_index.md"))  # else Hugo takes the pages below for its attachments


def _pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def page_weight(site: Path, brief: str) -> tuple[float, float]:
    """Returns KB (gzip) of a brief's page: all that a browser loads by itself, and the page alone."""
    page = site / "briefs" / brief / "index.html"
    html = page.read_text(encoding="utf-8")
    named = re.findall(r'<(?:script|img)[^>]* src="([^"]+)"', html)
    named += re.findall(r'<link[^>]* href="([^"]+)"[^>]*rel="stylesheet"', html)
    named += re.findall(r'<link[^>]*rel="(?:stylesheet|icon)"[^>]* href="([^"]+)"', html)
    files = {(page.parent / name).resolve() for name in named if "://" not in name}
    alone = len(gzip.compress(html.encode())) / 1e3
    return alone + sum(len(gzip.compress(file.read_bytes())) for file in files) / 1e3, alone


def run(briefs: int = 1000, *, beside: bool = True) -> tuple[list[str], float]:
    """Returns the lines of the report, and the CPU seconds of a whole build.

    `beside`: the same pages are built with others too.
    """
    with tempfile.TemporaryDirectory() as scratch:
        ours, plain, hugo = (Path(scratch) / name for name in ("ours", "plain", "hugo"))
        lay_out(ours, briefs)
        if beside:
            _lay_out_others(ours, plain, hugo)
        full = measure(BUILD, ours)
        again = measure(BUILD, ours)
        brief = write_brief(ours, briefs, briefs)
        more = measure(BUILD, ours)
        _write_older_brief(ours, briefs + 1, briefs)
        older = measure(BUILD, ours)
        every, alone = page_weight(ours / "site", brief)
        pages = _pages(ours / "site")
        lines = [
            f"site: {briefs:,} invented briefs, {pages:,} pages, CPU seconds (MB; MB of Pagefind)",
            f"  ours, with data files, feeds and text search  {_show(full)}",
            f"  ours, nothing changed                         {_show(again)}  {again.cpu / full.cpu:.0%}",
            f"  ours, one brief more                          {_show(more)}  {more.cpu / full.cpu:.0%}",
            f"  ours, one brief more, of an old article       {_show(older)}  {older.cpu / full.cpu:.0%}",
            f"  memory a page, without Pagefind's             {full.own / pages * 1e3:6.0f} KB",
            f"  a brief's page before the reader acts, gzip   {every:6.0f} KB, of it HTML {alone:.0f} KB",
        ]
        if beside:
            shutil.rmtree(ours / "site")
            shutil.rmtree(ours / ".cache")
            lines += _compare(ours, plain, hugo, full, pages)
        return lines, full.cpu


def _compare(ours: Path, plain: Path, hugo: Path, full: Cost, pages: int) -> list[str]:
    """Returns the lines on the same pages built by others."""
    bare = measure(PAGES_ALONE, ours)
    other = measure(BUILD, plain)
    speed = _pages(plain / "site") / other.cpu
    lines = [
        f"  ours, the pages alone                         {_show(bare)}",
        f"  plain MkDocs, the same as Markdown, no search {_show(other)}",
        f"  pages a CPU second, ours to plain             {pages / full.cpu / speed:6.2f}",
        f"  the same, the pages alone                     {pages / bare.cpu / speed:6.2f}",
    ]
    if shutil.which("hugo"):
        rival = measure(_RUN.format(command=["hugo", "--quiet"]), hugo)
        made = _pages(hugo / "public")
        each = rival.cpu / made
        lines += [
            f"  Hugo, the same as Markdown, a bare layout     {_show(rival)}  {made:,} pages",
            f"  time a page, ours to Hugo                     {full.cpu / pages / each:6.2f}, pages alone "
            f"{bare.cpu / pages / each:.2f}",
        ]
    else:
        lines.append("  Hugo is not on this machine, so nothing was measured beside it (apt: hugo)")
    return lines


def _show(cost: Cost) -> str:
    return f"{cost.cpu:7.1f} s ({cost.own:4.0f}; {cost.children:4.0f})"


def main(sizes: list[int], *, beside: bool = True) -> list[str]:
    """Returns the lines of the report for all sizes, and how the time grows from the first to the last."""
    lines, times = [], []
    for size in sizes:
        report, cpu = run(size, beside=beside)
        lines += report
        times.append(cpu)
    if len(sizes) > 1:
        lines.append(f"  time at {sizes[-1]:,} briefs to that at {sizes[0]:,}: {times[-1] / times[0]:.1f}")
    return lines


if __name__ == "__main__":
    told = [word for word in sys.argv[1:] if word != "--ours"]
    for line in main([int(size) for size in told] or [1000], beside="--ours" not in sys.argv):
        print(line)
