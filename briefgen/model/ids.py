"""Ids made from content, so that an edit above an item does not rename it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_FIGURES = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = [one + other for one in _FIGURES for other in _FIGURES]
"""The numbers below 1024 as two figures of base 32."""


def content_id(kind: str, *words: str) -> str:
    """Returns `<kind>-<8 letters>` from the exact words an item rests on, white space folded."""
    text = "\x1f".join(" ".join(word.split()) for word in words)
    number = int.from_bytes(hashlib.sha256(f"{kind}\x1f{text}".encode()).digest()[:5], "big")
    first, second = _PAIRS[number >> 30], _PAIRS[number >> 20 & 1023]  # what base64.b32encode says, sooner
    return f"{kind}-{first}{second}{_PAIRS[number >> 10 & 1023]}{_PAIRS[number & 1023]}"


def distinct(ids: Iterable[str]) -> list[str]:
    """Returns the ids with `-2`, `-3` … put behind repeated ones, in order."""
    seen: dict[str, int] = {}
    out = []
    for item in ids:
        seen[item] = seen.get(item, 0) + 1
        out.append(item if seen[item] == 1 else f"{item}-{seen[item]}")
    return out


def slug(name: str, *, limit: int = 80) -> str:
    """Returns a name as lower-case ASCII words joined by hyphens; `x` where nothing is left of it."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"['’.]", "", text)
    text = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    return text[:limit].strip("-") or "x"
