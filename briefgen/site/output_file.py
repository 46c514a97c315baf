"""A file of the built site that is no page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import StoreError


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the built site; `path` is below its root, without a slash at its head."""

    path: str
    content: bytes | Iterable[bytes]
    """All at once, or piece by piece where it is too large to be held."""

    def write_below(self, root: Path) -> None:
        """Writes the file below a folder, making the folders it lies in.

        Raises StoreError for a path that leads out of the folder.
        """
        if self.path.startswith("/") or ".." in self.path.split("/") or "\\" in self.path:
            raise StoreError(f"{self.path!r} leads out of the site", todo="Look for the id it is made of.")
        path = root / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines((self.content,) if isinstance(self.content, bytes) else self.content)


@dataclass(frozen=True, slots=True)
class Download:
    """A file a page offers; `path` is below the root, with `{id}` for the brief, actor or topic."""

    label: str
    path: str
