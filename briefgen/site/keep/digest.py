"""The digest by which everything that is kept is told."""

from __future__ import annotations

from hashlib import blake2b, sha256

begin_digest = sha256
"""Begins the digest of a whole file: for much at once most processors have instructions that make this one faster."""


def digest(data: bytes) -> str:
    """Returns the digest of bytes: 16 bytes of BLAKE2b in hexadecimal figures."""
    return blake2b(data, digest_size=16).hexdigest()
