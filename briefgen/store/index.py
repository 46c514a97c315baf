"""An index of briefs: what their files say, by the digest of the file, as rows that need no more checking.

Derived from content/briefs/ and harmless to lose: it may be deleted at any time, shared by runs that go on at
once, and damaged, which makes it empty. Whether a file has changed is told by its bytes, never by a clock.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from briefgen.model.brief import Brief
from briefgen.model.folded import read_folded, write_folded

Read = Callable[[], Brief]
"""Reads the brief of a file again, where the index has lost what it said."""
_BATCH = 100
"""Rows written at once."""
_SPARE = 1_000
"""Rows of files that are no longer there, and that nobody minds."""
_WAIT_SECONDS = 5
_SEAL = 16
"""Bytes at the head of what a row holds that tell it, and whose it is, from a damaged one."""
_FORM = 5
"""The form of the rows; another number forgets them all."""


class BriefIndex:
    """Briefs by the digest of their file. Every failure of the database means only that nothing is known.

    Use it in a `with` block: what was learnt is kept at its end.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        self._new: list[tuple[bytes, bytes, bytes]] = []
        self._used: set[bytes] = set()
        self._whole = _Whole(path)
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

    def get(self, digest: bytes, read: Read) -> Brief | None:
        """Returns the brief of a file with this digest, or None where it is not known; `read` reads the file."""
        if self._database is None:
            return None
        self._used.add(digest)
        row = None
        with self._forgiven():
            row = self._database.execute("SELECT links FROM briefs WHERE digest = ?", (digest,)).fetchone()
        brief = None if row is None else self._parse(digest, row[0], read)
        self.found += brief is not None
        return brief

    def get_all(self, wanted: Mapping[bytes, Read]) -> dict[bytes, Brief]:
        """Returns the briefs of files with these digests, as far as they are known: all at once is read faster."""
        briefs: dict[bytes, Brief] = {}
        if self._database is None:
            return briefs
        with self._forgiven():
            for digest, row in self._database.execute("SELECT digest, links FROM briefs"):
                read = wanted.get(digest)
                if read and (brief := self._parse(digest, row, read)):
                    briefs[digest] = brief
        self._used.update(briefs)
        self.found += len(briefs)
        return briefs

    def put(self, digest: bytes, brief: Brief) -> None:
        """Keeps the brief of a file with this digest."""
        if self._database is None:
            return
        links, said = write_folded(brief)
        self._new.append((digest, _sealed(digest, links), _sealed(digest, said)))
        if len(self._new) >= _BATCH:
            self._write()

    def _parse(self, digest: bytes, row: Any, read: Read) -> Brief | None:
        """Returns the brief of a row, None where it was damaged."""
        links = _opened(digest, row)
        if links is None:
            return None
        try:
            return read_folded(links, lambda: self._whole.fetch(digest) or read())
        except (LookupError, TypeError, ValueError):
            return None

    def _write(self) -> None:
        rows, self._new = self._new, []
        with self._forgiven():
            if self._database and rows:
                self._database.executemany("INSERT OR REPLACE INTO briefs VALUES (?, ?, ?)", rows)
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
    return sha256(id.encode("utf-8") + b"\0" + data).digest()


class _Whole:
    """All that briefs say, fetched for one that is asked for more than its links, long after the index was closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None

    def fetch(self, digest: bytes) -> bytes | None:
        """Returns what a brief says, None where the index has lost it."""
        with suppress(sqlite3.Error):
            if self._database is None:
                self._database = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
            row = self._database.execute("SELECT brief FROM briefs WHERE digest = ?", (digest,)).fetchone()
            return None if row is None else _opened(digest, row[0])
        return None


def _sealed(digest: bytes, said: bytes) -> bytes:
    return _seal(digest, said) + said


def _opened(digest: bytes, sealed: Any) -> bytes | None:
    """Returns what was sealed, None where it was damaged."""
    if not isinstance(sealed, bytes):
        return None
    said = sealed[_SEAL:]
    return said if sealed[:_SEAL] == _seal(digest, said) else None


def _seal(digest: bytes, said: bytes) -> bytes:
    return sha256(digest + said).digest()[:_SEAL]


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
        database.execute(
            "CREATE TABLE IF NOT EXISTS briefs (digest BLOB PRIMARY KEY, links BLOB, brief BLOB)"
        )
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
