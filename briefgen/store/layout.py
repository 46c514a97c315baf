"""Where things lie under content/."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SOURCE_SUFFIXES = (".md", ".markdown", ".txt")
BRIEF_SUFFIX = ".yml"


@dataclass(frozen=True, slots=True)
class Content:
    """The folder people and builds share: briefs are the machine's, everything else is people's."""

    root: Path

    @property
    def sources(self) -> Path:
        """The articles."""
        return self.root / "sources"

    @property
    def briefs(self) -> Path:
        """The briefs."""
        return self.root / "briefs"

    @property
    def reviews(self) -> Path:
        """People's corrections."""
        return self.root / "reviews"

    @property
    def registry(self) -> Path:
        """People's names, topics and events."""
        return self.root / "registry"

    def brief(self, id: str) -> Path:
        """Returns the file of one brief."""
        return self.briefs / f"{id}{BRIEF_SUFFIX}"

    def review(self, id: str) -> Path:
        """Returns the file of one review."""
        return self.reviews / f"{id}{BRIEF_SUFFIX}"

    def source_files(self) -> tuple[Path, ...]:
        """Returns every source, sorted; hidden files and folders are passed over."""
        return _files(self.sources, SOURCE_SUFFIXES)

    def brief_files(self) -> tuple[Path, ...]:
        """Returns every brief, sorted."""
        return _files(self.briefs, (BRIEF_SUFFIX,))

    def review_files(self) -> tuple[Path, ...]:
        """Returns every review, sorted."""
        return _files(self.reviews, (BRIEF_SUFFIX, ".yaml"))


def _files(folder: Path, suffixes: Iterable[str]) -> tuple[Path, ...]:
    found: list[tuple[str, ...]] = []
    _find(str(folder), (), tuple(suffixes), found)
    return tuple([folder.joinpath(*parts) for parts in sorted(found)])


def _find(
    place: str, above: tuple[str, ...], suffixes: tuple[str, ...], found: list[tuple[str, ...]]
) -> None:
    """Adds the files below a folder, each as the names that lead to it."""
    try:
        with os.scandir(place) as listed:
            entries = [entry for entry in listed if not entry.name.startswith(".")]
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _find(entry.path, (*above, entry.name), suffixes, found)
        elif entry.name.lower().endswith(suffixes) and entry.is_file():
            found.append((*above, entry.name))
