"""The ledger of the last build: of each file of the site what it was made from, and what it said.

It lies in the cache, and losing it costs one whole build. A row that was damaged is no row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen.site.keep.fingerprint import digest
from briefgen.site.keep.watched import WHOLE

_FORM = 1
"""The form of the rows; another number forgets them all."""

Stamp = tuple[int, int, int, int]
"""What the file system says of a file: number, size, day of change of its words and of its state (ns)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A file of the site as the last build left it."""

    path: str
    key: str
    """Fingerprint of what it was made with; empty where it is made again at every build."""
    reads: str
    """What it read of the corpus, as JSON."""
    vouched: str
    """Fingerprint of what that said."""
    digest: str
    """Of its bytes."""
    stamp: Stamp

    @property
    def seal(self) -> str:
        """Returns what tells a row as it was written from a damaged one."""
        return digest(repr((self.path, self.key, self.reads, self.vouched, self.digest, self.stamp)).encode())


class Ledger:
    """The rows of a site, by path. Every failure of the database means only that nothing is known."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, Row]:
        """Returns the rows of the last build, without those that were damaged."""
        rows = {}
        with suppress(sqlite3.Error, OSError, ValueError, TypeError), closing(self._open()) as database:
            for path, key, reads, vouched, of_bytes, stamp, seal in database.execute("SELECT * FROM files"):
                row = Row(path, key, reads, vouched, of_bytes, _stamp(stamp))
                if row.seal == seal:
                    rows[path] = row
        return rows

    def write(self, rows: Iterable[Row], gone: Iterable[str]) -> None:
        """Keeps rows that are new or changed, and forgets those of files that are gone."""
        values = [
            (r.path, r.key, r.reads, r.vouched, r.digest, json.dumps(r.stamp), r.seal)
            for r in rows
            if r.path.isprintable()  # a name that is no text cannot stand in the table
        ]
        for _ in range(2):  # a damaged file is removed, and begun again
            try:
                with closing(self._open()) as database, database:
                    database.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
                    database.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", values)
                return
            except (sqlite3.OperationalError, OSError):
                return  # a full disk, a folder that cannot be written: the next build makes everything
            except sqlite3.DatabaseError:
                with suppress(OSError):
                    self._path.unlink()

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path)
        database.execute("PRAGMA synchronous = OFF")
        (form,) = database.execute("PRAGMA user_version").fetchone()
        if form != _FORM:
            database.execute("DROP TABLE IF EXISTS files")
            database.execute(f"PRAGMA user_version = {_FORM}")
        database.execute(
            "CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, key TEXT, reads TEXT, vouched TEXT,"
            " digest TEXT, stamp TEXT, seal TEXT) WITHOUT ROWID"
        )
        return database


def _stamp(text: str) -> Stamp:
    number, size, changed, state = json.loads(text)
    return (int(number), int(size), int(changed), int(state))


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
