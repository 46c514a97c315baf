"""The folder of the site: what lies there from the last build, what this build adds, and what has to go.

A file is taken to be as it was left where the file system says that nothing has touched it since; where it was
touched, or copied here by somebody, its bytes are read. Nothing else is trusted: a file that was changed, removed
or put there by hand is made again, or goes.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

from briefgen.errors import Place, StoreError
from briefgen.site.keep.digest import begin_digest
from briefgen.site.keep.found import Stamp, find_files, size_of, stamp_of
from briefgen.site.keep.ledger import Ledger, Row
from briefgen.site.keep.reads import order_reads, parse_reads, write_reads
from briefgen.site.keep.watched import WatchedCorpus

Content = bytes | Iterable[bytes]
_TICK_SECONDS = 0.02


class SiteTree:
    """The site's folder during one build. Everything that a build wants there passes through `put` or `make`."""

    def __init__(self, root: Path, ledger: Ledger, corpus: WatchedCorpus) -> None:
        self._root, self._ledger, self._corpus = root, ledger, corpus
        self._rows = ledger.read()
        self._found = find_files(root)
        self._wanted: dict[str, Row] = {}
        self._changed: dict[str, Row] = {}
        self.written = 0
        """How many files had to be written."""

    def make(self, path: str, key: str, write: Callable[[], Content], *, with_folder: str = "") -> None:
        """Keeps a file whose inputs are the same as in the last build, else makes it.

        `key` is the fingerprint of what `write` has been given; what it reads of the corpus is noted. A file
        without a key is always made. `with_folder` is a folder (`a/`) whose files `write` brings along: they are
        kept or made with it.
        """
        _refuse_outside(path)
        row = self._rows.get(path)
        if key and row is not None and row.key == key and self._would_be_same(row) and self._is_intact(row):
            beside = self._folder(with_folder)
            if beside is not None:
                self._wanted[path] = row
                self._wanted.update(beside)
                return
        self._corpus.seen.clear()
        content = write()
        if isinstance(content, bytes):
            self._put(path, content, key)
        else:
            self._put_pieces(path, content, key)

    def make_together(self, paths: Sequence[str], key: str, write: Callable[[], Sequence[bytes]]) -> None:
        """Keeps files that are made of the same, all of them, or makes them all.

        What they were made with and what they read stands in the row of the first.
        """
        rows = [self._rows.get(path) for path in paths]
        first = rows[0]
        if key and first is not None and first.key == key and self._would_be_same(first):
            intact = [row for row in rows if row is not None and self._is_intact(row)]
            if len(intact) == len(paths):
                self._wanted.update(zip(paths, intact, strict=True))
                return
        self._corpus.seen.clear()
        for number, (path, content) in enumerate(zip(paths, write(), strict=True)):
            _refuse_outside(path)
            self._put(path, content, "" if number else key)

    def intact_digest(self, path: str) -> str | None:
        """Returns the digest of a file as the last build left it or this one wants it; None where it was touched."""
        row = self._wanted.get(path) or self._rows.get(path)
        return row.digest if row is not None and self._is_intact(row) else None

    def view(self, path: str) -> memoryview:
        """Returns what a file says, without reading it in: it may be large, and go to another file as it is."""
        with (self._root / path).open("rb") as file:
            return memoryview(
                mmap(file.fileno(), 0, access=ACCESS_READ) if os.fstat(file.fileno()).st_size else b""
            )

    def put(self, path: str, content: bytes) -> None:
        """Brings a file that was made already; it is written only where it says something new."""
        _refuse_outside(path)
        self._put(path, content, "")

    def bring(self, folder: Path, below: str = "") -> list[str]:
        """Brings all files that lie in another folder, to one of the site (`a/`) or its root; returns their paths."""
        brought = []
        for place, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                path = Path(place, name)
                brought.append(below + path.relative_to(folder).as_posix())
                self._put(brought[-1], path.read_bytes(), "")
        return brought

    def close(self) -> Mapping[str, Stamp]:
        """Removes what this build did not want, and writes the ledger; returns what lies there now."""
        for path in sorted(self._found.keys() - self._wanted.keys()):
            self._remove(path)
        # The clock by which files are stamped may stand still so long: what is changed after this differs.
        time.sleep(_TICK_SECONDS)
        gone = [path for path in self._rows if path not in self._wanted]
        self._ledger.write([row for path, row in self._changed.items() if path in self._wanted], gone)
        return {path: self._found[path] for path in self._wanted}

    def _put(self, path: str, content: bytes, key: str) -> None:
        digest = begin_digest(content).hexdigest()
        row = self._rows.get(path)
        if row is None or row.digest != digest or not self._is_intact(row):
            self._write(path, (content,))
        self._note(path, key, digest)

    def _put_pieces(self, path: str, pieces: Iterable[bytes], key: str) -> None:
        digest = begin_digest()

        def counted() -> Iterable[bytes]:
            for piece in pieces:
                digest.update(piece)
                yield piece

        self._write(path, counted())
        self._note(path, key, digest.hexdigest())

    def _note(self, path: str, key: str, digest: str) -> None:
        reads = order_reads(self._corpus.seen) if key else {}
        row = Row(path, key, write_reads(reads), self._corpus.vouch(reads), digest, self._found[path])
        self._wanted[path] = self._changed[path] = row

    def _would_be_same(self, row: Row) -> bool:
        if row.reads == "{}":
            return True  # it read nothing
        return row.vouched == self._corpus.vouch(parse_reads(row.reads))

    def _folder(self, folder: str) -> dict[str, Row] | None:
        """Returns the rows of a folder as the last build left it, None where anything in it is otherwise."""
        if not folder:
            return {}
        rows = {path: row for path, row in self._rows.items() if path.startswith(folder)}
        return rows if rows and all(map(self._is_intact, rows.values())) else None

    def _is_intact(self, row: Row) -> bool:
        stamp = self._found.get(row.path)
        if stamp is None:
            return False
        if stamp == row.stamp:
            return True
        if size_of(stamp) != size_of(row.stamp):
            return False
        with suppress(OSError), (self._root / row.path).open("rb") as file:
            digest = begin_digest()
            while piece := file.read(1 << 20):
                digest.update(piece)
            if digest.hexdigest() == row.digest:
                kept = Row(row.path, row.key, row.reads, row.vouched, row.digest, stamp)
                self._rows[row.path] = self._changed[row.path] = kept
                return True
        return False

    def _write(self, path: str, pieces: Iterable[bytes]) -> None:
        place = self._root / path
        try:
            if path in self._found:
                place.unlink(missing_ok=True)  # another name of the same file keeps what it says
            with self._open_new(path) as file:
                file.writelines(pieces)
            self._found[path] = stamp_of(place.lstat())
            self.written += 1
        except OSError as error:
            raise StoreError(
                f"cannot be written: {error.strerror}",
                todo="Check the disk's space and the folder's permissions.",
                place=Place(path=place),
            ) from error

    def _open_new(self, path: str) -> BinaryIO:
        place = self._root / path
        try:
            return place.open("xb")
        except FileNotFoundError:
            pass
        except (FileExistsError, NotADirectoryError):
            self._clear_way(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        return place.open("xb")

    def _clear_way(self, path: str) -> None:
        """Removes a file that lies where a folder has to be, or a folder where the file has to be."""
        place = self._root / path
        for above in place.parents:
            if above == self._root:
                break
            if above.is_file():
                above.unlink()
                self._found.pop(above.relative_to(self._root).as_posix(), None)
        if place.is_dir():
            shutil.rmtree(place)
            self._found = {
                name: stamp for name, stamp in self._found.items() if not name.startswith(f"{path}/")
            }
        else:
            place.unlink(missing_ok=True)

    def _remove(self, path: str) -> None:
        place = self._root / path
        place.unlink(missing_ok=True)
        with suppress(OSError):  # until a folder still holds something
            for above in place.parents:
                if above == self._root:
                    break
                above.rmdir()


def _refuse_outside(path: str) -> None:
    if path.startswith("/") or ".." in path.split("/") or "\\" in path:
        raise StoreError(f"{path!r} leads out of the site", todo="Look for the id it is made of.")
