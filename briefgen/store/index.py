"""An index of briefs: what their files say, by the digest of the file, as rows that need no more checking.

Derived from content/briefs/ and harmless to lose: it may be deleted at any time, shared by runs that go on at
once, and damaged, which makes it empty. Whether a file has changed is told by its bytes, never by a clock.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from briefgen.model.brief import Brief
from briefgen.model.folded import read_folded, write_folded

_BATCH = 100
"""Rows written at once."""
_SPARE = 1_000
"""Rows of files that are no longer there, and that nobody minds."""
_WAIT_SECONDS = 5
_SEAL = 16
"""Bytes at the head of a row that tell it, and whose it is, from a damaged one."""
_FORM = 4
"""The form of the rows; another number forgets them all."""


class BriefIndex:
    """Briefs by the digest of their file. Every failure of the database means only that nothing is known.

    Use it in a `with` block: what was learnt is kept at its end.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        self._new: list[tuple[bytes, bytes]] = []
        self._used: set[bytes] = set()
        self.found = 0
        """How many briefs came from the index."""

    def __enter__(self) -> BriefIndex:
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(2):  # a damaged file is removed, and begun again
            try:
                self._database = _open(self._path)
                return self
            except sqlite3.OperationalError:
                break  # locked, or in a folder that cannot be written
            except sqlite3.DatabaseError:
                _remove(self._path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write()
        with self._forgiven():
            if self._database and kind is None and self._is_overgrown():
                rows = self._database.execute("SELECT digest FROM briefs")
                gone = [row for row in rows if row[0] not in self._used]
                self._database.executemany("DELETE FROM briefs WHERE digest = ?", gone)
                self._database.commit()
        if self._database:
            self._database.close()
            self._database = None

    def get(self, digest: bytes) -> Brief | None:
        """Returns the brief of a file with this digest, or None where it is not known."""
        if self._database is None:
            return None
        self._used.add(digest)
        row = None
        with self._forgiven():
            row = self._database.execute("SELECT brief FROM briefs WHERE digest = ?", (digest,)).fetchone()
        brief = None if row is None else _parse(digest, row[0])
        self.found += brief is not None
        return brief

    def get_all(self, digests: Collection[bytes]) -> dict[bytes, Brief]:
        """Returns the briefs of files with these digests, as far as they are known: all at once is read faster."""
        briefs: dict[bytes, Brief] = {}
        if self._database is None:
            return briefs
        wanted = set(digests)
        with self._forgiven():
            for digest, row in self._database.execute("SELECT digest, brief FROM briefs"):
                if digest in wanted and (brief := _parse(digest, row)):
                    briefs[digest] = brief
        self._used.update(briefs)
        self.found += len(briefs)
        return briefs

    def put(self, digest: bytes, brief: Brief) -> None:
        """Keeps the brief of a file with this digest."""
        if self._database is None:
            return
        said = write_folded(brief)
        self._new.append((digest, _seal(digest, said) + said))
        if len(self._new) >= _BATCH:
            self._write()

    def _write(self) -> None:
        rows, self._new = self._new, []
        with self._forgiven():
            if self._database and rows:
                self._database.executemany("INSERT OR REPLACE INTO briefs VALUES (?, ?)", rows)
                self._database.commit()

    def _is_overgrown(self) -> bool:
        if self._database is None:
            return False
        (rows,) = self._database.execute("SELECT count(*) FROM briefs").fetchone()
        return int(rows) > len(self._used) + _SPARE

    @contextmanager
    def _forgiven(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error:
            # Full disk, lock, damage: go on without. The briefs themselves are all there is to know.
            database, self._database = self._database, None
            with suppress(sqlite3.Error):
                if database:
                    database.close()


def digest_of(id: str, data: bytes) -> bytes:
    """Returns the digest of a brief's file: of its name and its bytes."""
    return hashlib.sha256(id.encode("utf-8") + b"\0" + data).digest()


def _parse(digest: bytes, row: Any) -> Brief | None:
    """Returns the brief of a row, None where it was damaged."""
    try:
        seal, said = row[:_SEAL], row[_SEAL:]
        return read_folded(said) if seal == _seal(digest, said) else None
    except (LookupError, TypeError, ValueError):
        return None


def _seal(digest: bytes, said: bytes) -> bytes:
    return hashlib.sha256(digest + said).digest()[:_SEAL]


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_WAIT_SECONDS)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")  # what a power cut takes is read again
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version != _version():
            database.execute("DROP TABLE IF EXISTS briefs")
            database.execute(f"PRAGMA user_version = {_version()}")
        # Rows this long want a tree of their own beside that of the keys.
        database.execute("CREATE TABLE IF NOT EXISTS briefs (digest BLOB PRIMARY KEY, brief BLOB)")
        database.commit()
    except BaseException:
        database.close()
        raise
    return database


def _version() -> int:
    """Returns a number that changes with the shape of a brief."""
    return zlib.crc32(f"{_FORM} {Brief.model_json_schema()}".encode()) & 0x7FFFFFFF


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            path.with_name(name).unlink()
