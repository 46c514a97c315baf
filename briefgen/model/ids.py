"""Ids made from content, so that an edit above an item does not rename it."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable


def content_id(kind: str, *words: str) -> str:
    """Returns `<kind>-<8 letters>` from the exact words an item rests on, white space folded."""
    text = "\x1f".join(" ".join(word.split()) for word in words)
    digest = hashlib.sha256(f"{kind}\x1f{text}".encode()).digest()
    return f"{kind}-{base64.b32encode(digest[:5]).decode().lower()}"


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
