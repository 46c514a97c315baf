"""Text search: Pagefind makes an index that a browser reads piece by piece.

It is given small pages with nothing but the words to be found. Reading the finished ones, with all their marks and
folds, takes it ten times as long and a gigabyte of memory at two thousand briefs. Its own filters are not used: they
are written in another order at every run, so that no two builds would be alike. What it finds is narrowed by
find/facets.json instead; briefs.json, beside each index, says which of its answers is which brief.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it ships no types

from briefgen.errors import BriefgenError, Place
from briefgen.site.search.entry import SearchEntry

BRIEFS = "briefs.json"
_FRAGMENT_MARK = "pagefind_dcd"
# Pagefind ships three ready-made interfaces and a second language's engine; our own page uses none of them.
_UNUSED = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
    "wasm.unknown.pagefind",
)
_ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.en.pagefind")


class SearchError(BriefgenError):
    """The text index could not be built."""


def write_text_index(index: Path, entries: Iterable[SearchEntry], *, engine: bool = True) -> None:
    """Writes an index into a folder, and the ids of its briefs in the order of their entries.

    An index that is asked by another one's engine needs none of its own. Raises SearchError where Pagefind cannot run.
    """
    paths = []
    with tempfile.TemporaryDirectory() as folder:
        for entry in entries:
            place = Path(folder) / entry.path
            place.mkdir(parents=True, exist_ok=True)
            text = search_page(entry).encode("utf-8", "replace")
            (place / "index.html").write_bytes(text)
            if entry.path.startswith("briefs/"):
                paths.append(entry.path)
        _run(Path(folder), index)
    for name in _UNUSED if engine else (*_UNUSED, *_ENGINE):
        (index / name).unlink(missing_ok=True)
    known = dict(map(_page_of, sorted((index / "fragment").glob("*.pf_fragment")))) if paths else {}
    table = json.dumps([known.get(f"/{path}", "") for path in paths], separators=(",", ":"))
    (index / BRIEFS).write_text(table, encoding="utf-8")


def search_page(entry: SearchEntry) -> str:
    """Returns the small page that Pagefind reads in place of the finished one."""
    line = f'<p data-pagefind-meta="line" data-pagefind-ignore>{escape(entry.line)}</p>' if entry.line else ""
    texts = "".join(f"<p>{escape(text)}</p>" for text in entry.texts)
    return f'<!doctype html><html lang="en"><body><h1>{escape(entry.title)}</h1>{line}{texts}</body></html>'


def _page_of(fragment: Path) -> tuple[str, str]:
    """Returns the address of the page a fragment describes, and the id by which Pagefind's results name it."""
    text = gzip.decompress(fragment.read_bytes()).decode("utf-8").removeprefix(_FRAGMENT_MARK)
    return str(json.loads(text)["url"]), fragment.stem


def _run(pages: Path, index: Path) -> None:
    options = ["--site", str(pages), "--output-path", str(index), "--force-language", "en", "--silent"]
    try:
        done = subprocess.run(  # noqa: S603 the program is a dependency's own, the arguments are ours
            [str(get_executable()), *options], capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise SearchError(
            f"the search index could not be built: {error.strerror or error}",
            todo="Install the dependencies again; pagefind[bin] brings its program along.",
            place=Place(path=index),
        ) from error
    if done.returncode != 0:
        raise SearchError(
            f"the search index could not be built: {done.stderr.strip() or done.stdout.strip()}",
            place=Place(path=index),
        )
