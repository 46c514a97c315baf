"""Which kinds of page a built site has, and one of each."""

from __future__ import annotations

import re
from pathlib import Path

_KIND = re.compile(r'class="bg-page bg-page--([a-z]+)"')


def one_of_each(site: Path) -> dict[str, str]:
    """Returns kind → path of the page of that kind with the most to show; hand-written pages are `doc`."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if path == "404.html":
            continue
        text = file.read_text(encoding="utf-8")
        match = _KIND.search(text)
        kind = match[1] if match else "doc"
        size = (len(text), path.removesuffix("index.html"))
        found[kind] = max(found.get(kind, size), size)
    return {kind: path for kind, (_, path) in sorted(found.items())}
