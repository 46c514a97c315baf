"""A file of the built site that is no page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the built site; `path` is below its root, without a slash at its head."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Download:
    """A file a page offers; `path` is below the root, with `{id}` for the brief, actor or topic."""

    label: str
    path: str
