"""The ledger of the last build: of each file of the site what it was made from, and what it said.

It lies in the cache, and losing it costs one whole build. A row that was damaged is no row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefgen.site.keep.digest import digest
from briefgen.site.keep.findings import Finding, Findings
from briefgen.site.keep.found import Stamp
from briefgen.site.keep.whole import Whole

_FORM = 4
"""The form of the rows; another number forgets them all."""


class Row(NamedTuple):
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


def _seal_row(told: tuple[str, ...]) -> str:
    """Returns what tells a row as it was written from a damaged one."""
    return digest("\0".join(told).encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class PartRow:
    """A brief's parts of the files that are joined of such."""

    id: str
    key: str
    """Fingerprint of what they were made with; empty where they are made again at every build."""
    reads: str
    vouched: str
    lengths: tuple[int, ...]
    """In bytes, one a file."""
    taken: tuple[int, ...]
    """How many running numbers they take, one a file."""

    def seal(self, place: int) -> str:
        """Returns what tells a row as it was written, and where, from a damaged one."""
        told = (place, self.id, self.key, self.reads, self.vouched, self.lengths, self.taken)
        return digest(repr(told).encode())


class Ledger:
    """The rows of a site, by path. Every failure of the database means only that nothing is known."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Row]:
        """Returns the rows of the last build, without those that were damaged."""
        rows = {}
        with suppress(sqlite3.Error, OSError, ValueError, TypeError), closing(self._open()) as database:
            for told in database.execute("SELECT * FROM files"):
                if _seal_row(told[:-1]) == told[-1]:
                    rows[told[0]] = Row._make(told[:-1])
        return rows

    def read_whole(self, made_of: str) -> Whole | None:
        """Returns the record of the last build if it was made of the same, None where it was not or is not known."""
        with suppress(sqlite3.Error, OSError, ValueError, TypeError), closing(self._open()) as database:
            for *told, seal in database.execute("SELECT * FROM whole WHERE made_of = ?", (made_of,)):
                whole = Whole(*told)
                if whole.seal == seal:
                    return whole
        return None

    def write_whole(self, whole: Whole) -> None:
        """Keeps the record of a build in the place of any other."""

        def keep(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM whole")
            told = (whole.made_of, whole.around, whole.files, whole.pages, whole.seal)
            database.execute("INSERT INTO whole VALUES (?, ?, ?, ?, ?)", told)

        self._change(keep)

    def read_parts(self) -> tuple[list[PartRow], list[str | None]]:
        """Returns the parts of the last build in order, and the digests of the files; nothing where one is damaged."""
        rows: list[PartRow] = []
        digests: list[str | None] = []
        with suppress(sqlite3.Error, OSError, ValueError, TypeError), closing(self._open()) as database:
            for place, id, key, reads, vouched, numbers, seal in database.execute(
                "SELECT * FROM parts ORDER BY place"
            ):
                lengths, taken = json.loads(numbers)
                row = PartRow(id, key, reads, vouched, tuple(lengths), tuple(taken))
                if row.seal(place) != seal:
                    return [], []
                if place < 0:
                    digests = json.loads(reads)
                elif place != len(rows):
                    return [], []
                else:
                    rows.append(row)
            return rows, digests
        return [], []

    def write_parts(
        self, rows: Sequence[PartRow], digests: Sequence[str | None], before: Sequence[PartRow]
    ) -> None:
        """Keeps the parts of a build, of which `before` stand there already."""
        told = PartRow("", "", json.dumps(list(digests)), "", (), ())
        new = [(place, row) for place, row in enumerate(rows) if place >= len(before) or before[place] != row]
        values = [
            (place, r.id, r.key, r.reads, r.vouched, json.dumps((r.lengths, r.taken)), r.seal(place))
            for place, r in ((-1, told), *new)
        ]

        def keep(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM parts WHERE place >= ?", (len(rows),))
            database.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?, ?)", values)

        self._change(keep)

    def write(self, rows: Iterable[Row], gone: Iterable[str]) -> None:
        """Keeps rows that are new or changed, and forgets those of files that are gone."""
        values = [
            (*row, _seal_row(row))
            for row in rows
            if row.path.isprintable()  # a name that is no text cannot stand in the table
        ]

        def keep(database: sqlite3.Connection) -> None:
            database.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
            database.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", values)

        self._change(keep)

    def read_findings(self, shell: str) -> Findings:
        """Returns the findings of the last build by brief, without those that were damaged.

        `shell` is the fingerprint of the program: what another found is not told.
        """
        with suppress(sqlite3.Error, OSError, ValueError, TypeError), closing(self._open()) as database:
            return {
                id: Finding(found_in, vouched)
                for id, found_in, vouched, seal in database.execute("SELECT * FROM findings")
                if seal == _seal_finding(shell, id, Finding(found_in, vouched))
            }
        return {}

    def write_findings(self, shell: str, findings: Findings, before: Findings) -> None:
        """Keeps the findings of a build, of which `before` stand there already."""
        changed = [(id, finding) for id, finding in findings.items() if before.get(id) != finding]
        values = [(id, *finding, _seal_finding(shell, id, finding)) for id, finding in changed]
        gone = [(id,) for id in before.keys() - findings.keys()]

        def keep(database: sqlite3.Connection) -> None:
            if not before:
                database.execute("DELETE FROM findings")
            database.executemany("DELETE FROM findings WHERE id = ?", gone)
            database.executemany("INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?)", values)

        if values or gone:
            self._change(keep)

    def _change(self, change: Callable[[sqlite3.Connection], None]) -> None:
        for _ in range(2):  # a damaged file is removed, and begun again
            try:
                with closing(self._open()) as database, database:
                    change(database)
                return
            except (sqlite3.OperationalError, OSError):
                return  # a full disk, a folder that cannot be written: the next build makes everything
            except sqlite3.DatabaseError:
                with suppress(OSError):
                    self.path.unlink()

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.path)
        database.execute("PRAGMA synchronous = OFF")
        (form,) = database.execute("PRAGMA user_version").fetchone()
        if form != _FORM:
            for table in ("files", "parts", "whole", "findings"):
                database.execute(f"DROP TABLE IF EXISTS {table}")
            database.execute(f"PRAGMA user_version = {_FORM}")
        database.execute(
            "CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, key TEXT, reads TEXT, vouched TEXT,"
            " digest TEXT, stamp TEXT, seal TEXT) WITHOUT ROWID"
        )
        database.execute(
            "CREATE TABLE IF NOT EXISTS parts (place INTEGER PRIMARY KEY, id TEXT, key TEXT, reads TEXT,"
            " vouched TEXT, numbers TEXT, seal TEXT)"
        )
        database.execute(
            "CREATE TABLE IF NOT EXISTS whole (made_of TEXT, around TEXT, files TEXT, pages TEXT, seal TEXT)"
        )
        database.execute(
            "CREATE TABLE IF NOT EXISTS findings (id TEXT PRIMARY KEY, found_in TEXT, vouched TEXT, seal TEXT)"
            " WITHOUT ROWID"
        )
        return database


def _seal_finding(shell: str, id: str, finding: Finding) -> str:
    return digest(f"{shell} {id} {finding.found_in} {finding.vouched}".encode())
