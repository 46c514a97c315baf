"""Text search: Pagefind reads the built pages and writes its index beside them.

Its own filters are not used: they are written in another order at every run, so that no two builds would be
alike. Found pages are narrowed by find/facets.json instead; find/pages.json says which of them is which brief.
"""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it ships no types

from briefgen.errors import BriefgenError, Place

FOLDER = "pagefind"
PAGES = "find/pages.json"
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


class SearchError(BriefgenError):
    """The text index could not be built."""


def write_text_index(site: Path, numbered: Sequence[str]) -> None:
    """Writes the index of all pages that are marked with `data-pagefind-body` into site/pagefind/.

    `numbered` are paths of pages in the order in which facets number them.
    Raises SearchError where Pagefind cannot run.
    """
    _run(site)
    for name in _UNUSED:
        (site / FOLDER / name).unlink(missing_ok=True)
    known = dict(map(_page_of, sorted((site / FOLDER / "fragment").glob("*.pf_fragment"))))
    table = json.dumps([known.get(f"/{path}", "") for path in numbered], separators=(",", ":"))
    (site / PAGES).parent.mkdir(parents=True, exist_ok=True)
    (site / PAGES).write_text(table, encoding="utf-8")


def mark_indexed(body: str, kind: str) -> str:
    """Returns a page's body with the part marked that text search should find it by.

    Pages of actors and topics repeat what briefs say, so they are found by name and lead alone.
    """
    if kind in ("actor", "topic"):
        return body.replace("<header ", "<header data-pagefind-body ", 1)
    return f"<div data-pagefind-body>{body}</div>"


def _page_of(fragment: Path) -> tuple[str, str]:
    """Returns the address of the page a fragment describes, and the id by which Pagefind's results name it."""
    text = gzip.decompress(fragment.read_bytes()).decode("utf-8").removeprefix(_FRAGMENT_MARK)
    return str(json.loads(text)["url"]), fragment.stem


def _run(site: Path) -> None:
    options = ["--site", str(site), "--output-subdir", FOLDER, "--force-language", "en", "--silent"]
    try:
        done = subprocess.run(  # noqa: S603 the program is a dependency's own, the arguments are ours
            [str(get_executable()), *options], capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise SearchError(
            f"the search index could not be built: {error.strerror or error}",
            todo="Install the dependencies again; pagefind[bin] brings its program along.",
            place=Place(path=site),
        ) from error
    if done.returncode != 0:
        raise SearchError(
            f"the search index could not be built: {done.stderr.strip() or done.stdout.strip()}",
            place=Place(path=site),
        )
