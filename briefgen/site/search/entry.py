"""A page as text search sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page as text search sees it; `texts` are one paragraph each."""

    path: str
    title: str
    line: str
    texts: tuple[str, ...]
