"""Files in which every brief has a part of its own: parts that would come out the same are taken from the last build.

Nothing is stored twice. The ledger says of each brief how long its part of each file was and what it was made from; the
words themselves are cut out of the file of the last build, which nobody may have touched since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefgen.model.brief import Brief
from briefgen.site.exports.by_brief import JoinedFile, encode
from briefgen.site.keep.digest import digest
from briefgen.site.keep.ledger import Ledger, PartRow
from briefgen.site.keep.reads import order_reads, parse_reads, write_reads
from briefgen.site.keep.tree import SiteTree
from briefgen.site.keep.watched import WatchedCorpus

_RUN = 1 << 20
"""Bytes from which on what is cut out as one is written."""


class Joiner:
    """The joined files of one build: first every brief is added, in order, then the files are written."""

    def __init__(
        self, tree: SiteTree, ledger: Ledger, corpus: WatchedCorpus, files: Sequence[JoinedFile]
    ) -> None:
        self._tree, self._ledger, self._corpus, self._files = tree, ledger, corpus, files
        rows, digests = ledger.read_parts()
        self._digests = [tree.intact_digest(file.path) for file in files]
        # Where a file is not the one that the parts were noted of, there is nothing to cut them out of.
        self._rows = rows if digests == self._digests else []
        self._old = {row.id: row for row in self._rows}
        self._parts: list[PartRow] = []
        self._made: dict[str, tuple[bytes, ...]] = {}
        self._next = [1] * len(files)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The first number that the next brief takes in each file."""
        return tuple(self._next)

    def add(self, brief: Brief, key: str) -> None:
        """Adds a brief's parts; `key` is the fingerprint of the brief and of its numbers, empty where it has none."""
        row = self._old.get(brief.id)
        if row is None or not key or row.key != key or row.vouched != self._vouch(row):
            row = self._make(brief, key)
        self._parts.append(row)
        self._next = [first + taken for first, taken in zip(self._next, row.taken, strict=True)]

    def mark(self, number: int) -> str:
        """Returns the fingerprint of what the first briefs gave, empty where that is not known."""
        rows = self._parts[:number]
        return (
            digest("".join(row.key + row.vouched for row in rows).encode())
            if all(r.key for r in rows)
            else ""
        )

    def write(self, make: Callable[[str, str, Callable[[], Iterator[bytes]]], None]) -> None:
        """Writes the files through `make`, and keeps what the next build wants to know."""
        mark = self.mark(len(self._parts))
        starts = self._starts()
        for place, file in enumerate(self._files):
            head = encode(file.head(self._corpus))

            def content(place: int = place, file: JoinedFile = file, head: bytes = head) -> Iterator[bytes]:
                return self._content(place, file, head, starts)

            make(file.path, mark and digest(f"{mark}{digest(head)}".encode()), content)
        digests = [self._tree.intact_digest(file.path) for file in self._files]
        self._ledger.write_parts(self._parts, digests, self._rows)

    def _vouch(self, row: PartRow) -> str:
        return self._corpus.vouch(parse_reads(row.reads))

    def _make(self, brief: Brief, key: str) -> PartRow:
        self._corpus.seen.clear()
        made = [
            file.part(self._corpus, brief, first) for file, first in zip(self._files, self._next, strict=True)
        ]
        parts = tuple(encode(text) for text, _ in made)
        reads = order_reads(self._corpus.seen)
        self._made[brief.id] = parts
        return PartRow(
            brief.id,
            key,
            write_reads(reads),
            self._corpus.vouch(reads),
            tuple(map(len, parts)),
            tuple(taken for _, taken in made),
        )

    def _starts(self) -> dict[str, list[int]]:
        """Returns where a brief's parts began in the files of the last build, counted from the end of the head."""
        starts = {}
        at = [0] * len(self._files)
        for row in self._rows:
            starts[row.id] = at
            at = [
                start + length + len(file.between)
                for start, length, file in zip(at, row.lengths, self._files, strict=True)
            ]
        return starts

    def _content(
        self, place: int, file: JoinedFile, head: bytes, starts: dict[str, list[int]]
    ) -> Iterator[bytes]:
        old = self._tree.view(file.path) if self._rows else memoryview(b"")
        lengths = sum(row.lengths[place] for row in self._rows) + len(file.between) * max(
            0, len(self._rows) - 1
        )
        old_head = len(old) - len(file.tail) - lengths

        between = len(file.between)

        def pieces() -> Iterator[bytes]:
            yield head
            begin = end = -1  # of the parts that follow one another in both files, and are cut out as one
            for number, row in enumerate(self._parts):
                made = self._made.get(row.id)
                start = -1 if made is not None else old_head + starts[row.id][place]
                if start >= 0 and start == end + between and end - begin < _RUN:
                    end = start + row.lengths[place]
                    continue
                if end > begin:
                    yield bytes(old[begin:end])
                if number:
                    yield file.between
                if made is not None:
                    yield made[place]
                begin, end = start, -1 if made is not None else start + row.lengths[place]
            if end > begin:
                yield bytes(old[begin:end])
            yield file.tail

        return pieces()
