"""A file of the cache that later builds begin with, told by what it was made from and by its bytes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.site.keep.digest import begin_digest

if TYPE_CHECKING:
    from hashlib import _Hash

_PIECE = 1 << 20
_SEAL = 32


class KeptBase:
    """A file kept in the cache under the fingerprint of what it was made from, behind it a seal over both.

    Losing it, or finding it damaged, costs only making it again.
    """

    def __init__(self, place: Path, key: str) -> None:
        self._place, self._key = place, key

    def bring(self, path: Path) -> bool:
        """Copies the file to a path, or returns False where it is not known or not as it was left."""
        seal = self._begin_seal()
        with suppress(OSError), self._place.open("rb") as source, path.open("wb") as target:
            left = self._place.stat().st_size - _SEAL
            while left > 0 and (piece := source.read(min(_PIECE, left))):
                seal.update(piece)
                target.write(piece)
                left -= len(piece)
            if left == 0 and source.read() == seal.digest():
                return True
        path.unlink(missing_ok=True)
        return False

    def keep(self, path: Path) -> None:
        """Keeps a copy of the file at a path."""
        seal = self._begin_seal()
        with suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            with path.open("rb") as source, self._place.open("wb") as target:
                while piece := source.read(_PIECE):
                    seal.update(piece)
                    target.write(piece)
                target.write(seal.digest())

    def _begin_seal(self) -> _Hash:
        return begin_digest(self._key.encode())
