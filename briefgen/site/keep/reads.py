"""What a file read of the corpus, as text that the ledger keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

WHOLE = "*"
"""Stands for the key where all of an index was read. No id is so written, and who asks for it reads more, not less."""


def order_reads(reads: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    """Returns index → the keys that were read of it, in one order."""
    by_index: dict[str, list[Any]] = {}
    for name, key in reads:
        by_index.setdefault(name, []).append(key)
    for keys in by_index.values():
        # Where all of an index was read, its single keys say nothing more.
        keys[:] = [WHOLE] if WHOLE in keys else sorted(keys, key=_order)
    return dict(sorted(by_index.items()))


def _order(key: Any) -> Any:
    return (
        ("",) if key is None else key if isinstance(key, tuple) else (key,)
    )  # None is in no index, but asked for


def write_reads(reads: Mapping[str, list[Any]]) -> str:
    """Returns what was read as text."""
    return json.dumps(reads, ensure_ascii=True, separators=(",", ":"))


def parse_reads(text: str) -> dict[str, list[Any]]:
    """Returns what was read, from its text, in the same order."""
    by_index: dict[str, list[Any]] = json.loads(text)
    for keys in by_index.values():
        if keys and isinstance(keys[0], list):
            keys[:] = map(tuple, keys)
    return by_index
