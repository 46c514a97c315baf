"""What lies in the site's folder, and what the file system says of it."""

from __future__ import annotations

import os
from pathlib import Path

Stamp = str
"""What the file system says of a file: size, number, day of change of its words and of its state (ns)."""


def find_files(root: Path) -> dict[str, Stamp]:
    """Returns path → stamp of all files below a folder; empty folders go, and what is neither of both.

    What is hidden at the top stays, and is not told: MkDocs leaves it alone too.
    """
    found: dict[str, Stamp] = {}
    _find(str(root), "", found)
    return found


def stamp_of(status: os.stat_result) -> Stamp:
    """Returns what tells a file that nobody has touched."""
    return f"{status.st_size} {status.st_ino} {status.st_mtime_ns} {status.st_ctime_ns}"


def size_of(stamp: Stamp) -> str:
    """Returns the size that a stamp tells."""
    return stamp.partition(" ")[0]


def _find(place: str, folder: str, found: dict[str, Stamp]) -> bool:
    """Adds the files of a folder and returns whether it holds anything."""
    try:
        with os.scandir(place) as listed:
            entries = list(listed)
    except FileNotFoundError:
        return False
    holds = False
    for entry in entries:
        path = folder + entry.name
        if not folder and entry.name.startswith("."):
            holds = True
        elif entry.is_dir(follow_symlinks=False):
            if _find(entry.path, f"{path}/", found):
                holds = True
            else:
                Path(entry.path).rmdir()
        elif entry.is_file(follow_symlinks=False):
            found[path] = stamp_of(entry.stat(follow_symlinks=False))
            holds = True
        else:
            Path(entry.path).unlink()
    return holds
