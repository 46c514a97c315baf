"""The digest by which everything that is kept is told."""

from __future__ import annotations

from hashlib import blake2b


def digest(data: bytes) -> str:
    """Returns the digest of bytes: 16 bytes of BLAKE2b in hexadecimal figures."""
    return blake2b(data, digest_size=16).hexdigest()
