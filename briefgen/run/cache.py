"""A content-addressed cache: a value under the digest of everything it was made from.

It may be deleted at any time, shared by builds that run at once, and damaged without harm: a value that is
not whole counts as absent.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import StoreError
from briefgen.store.files import write_bytes_atomically

_DIGEST_SIZE = 16


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of values by key."""

    folder: Path

    def path(self, key: str) -> Path:
        """Returns the file of a key."""
        return self.folder / key[:2] / f"{key[2:]}.z"

    def get(self, key: str) -> bytes | None:
        """Returns the value under a key, or None where there is none or it is damaged."""
        try:
            raw = self.path(key).read_bytes()
            value = zlib.decompress(raw[_DIGEST_SIZE:])
        except (OSError, zlib.error):
            return None
        return value if hashlib.sha256(value).digest()[:_DIGEST_SIZE] == raw[:_DIGEST_SIZE] else None

    def put(self, key: str, value: bytes) -> None:
        """Keeps a value under a key. A cache that cannot be written is no cache, and no error."""
        raw = hashlib.sha256(value).digest()[:_DIGEST_SIZE] + zlib.compress(value, 1)
        try:
            write_bytes_atomically(self.path(key), raw)
        except StoreError:
            return
