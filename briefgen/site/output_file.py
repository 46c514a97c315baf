"""A file of the built site that is no page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefgen.errors import StoreError


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the built site; `path` is below its root, without a slash at its head."""

    path: str
    content: bytes | Iterable[bytes] | Callable[[], bytes | Iterable[bytes]]
    """All at once, or piece by piece where it is too large to be held, or how to make it: a `partial` of a function
    and what it is given tells a build whether the file would come out as it is."""

    def make(self) -> bytes | Iterable[bytes]:
        """Returns what the file says."""
        return self.content() if callable(self.content) else self.content

    def each(self) -> Iterator[OutputFile]:
        """Yields the file itself, as `OutputFiles` yield theirs."""
        yield self

    def write_below(self, root: Path) -> None:
        """Writes the file below a folder, making the folders it lies in.

        Raises StoreError for a path that leads out of the folder.
        """
        if self.path.startswith("/") or ".." in self.path.split("/") or "\\" in self.path:
            raise StoreError(f"{self.path!r} leads out of the site", todo="Look for the id it is made of.")
        path = root / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = self.make()
        with path.open("wb") as file:
            file.writelines((content,) if isinstance(content, bytes) else content)


@dataclass(frozen=True, slots=True)
class OutputFiles:
    """Several files made of the same, which a build keeps or makes together."""

    paths: tuple[str, ...]
    content: partial[tuple[bytes, ...]]
    """Returns what each of them says, in the same order."""

    def each(self) -> Iterator[OutputFile]:
        """Yields them one by one."""
        for path, content in zip(self.paths, self.content(), strict=True):
            yield OutputFile(path, content)


@dataclass(frozen=True, slots=True)
class Download:
    """A file a page offers; `path` is below the root, with `{id}` for the brief, actor or topic."""

    label: str
    path: str
