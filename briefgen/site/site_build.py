"""One build of the site: each page and file made, or kept from the build before where it would be the same."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from sqlite3 import sqlite_version

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.site import outputs
from briefgen.site.exports.by_brief import DATABASE, JOINED
from briefgen.site.exports.database import older, sqlite_pieces
from briefgen.site.exports.plain import page_text
from briefgen.site.exports.tables import TABLES
from briefgen.site.frame import Frame
from briefgen.site.keep.base import KeptBase
from briefgen.site.keep.digest import digest
from briefgen.site.keep.fingerprint import Fingerprints, UnnamedError
from briefgen.site.keep.joined import Joiner
from briefgen.site.keep.ledger import Ledger
from briefgen.site.keep.tree import SiteTree
from briefgen.site.keep.watched import WatchedCorpus
from briefgen.site.keep.whole import digest_stamps
from briefgen.site.output_file import OutputFiles
from briefgen.site.page import SitePage
from briefgen.site.search.entry import SearchEntry
from briefgen.site.search.indexes import TextIndex, text_indexes
from briefgen.site.search.text_index import BRIEFS, write_text_index

_PAGES = 50
"""Pages after which it is looked for what they left in circles."""


class SiteBuild:
    """What pages and files are made from, and where they go."""

    def __init__(self, corpus: Corpus, settings: SiteSettings, shell: str) -> None:
        self._fingerprints = Fingerprints(corpus.digests, corpus.by_id, corpus.same)
        self.corpus = WatchedCorpus(corpus, self._fingerprints)
        self.settings = settings
        self._shell = shell
        self._pages = 0

    def open(self, site: Path, ledger: Ledger) -> None:
        """Looks at what lies in the site's folder, and at what the last build wrote down of it."""
        self._ledger, self._cached = ledger, ledger.path.with_suffix(".base")
        self._findings = ledger.read_findings(self._shell)
        self.corpus.findings.update(self._findings)
        self._tree = SiteTree(site, self._ledger, self.corpus)

    def add_page(self, source: SitePage, path: str, frame: Frame, canonical: str) -> None:
        """Adds a page at `path`, in its frame."""
        key = self._key(source, frame.fingerprint, canonical)
        self._tree.make(
            path, key, lambda: self.page(source, frame, canonical).encode("utf-8", "xmlcharrefreplace")
        )

    def page(self, source: SitePage, frame: Frame, canonical: str) -> str:
        """Returns a page as HTML: its body, made now, in its frame."""
        body = source.body(source.links)
        heads = [write(source, self.corpus, self.settings) for write in outputs.HEADS]
        html = frame.fill(
            {
                "title": source.title,
                "description": source.description or self.settings.description,
                "canonical": canonical,
                "head": "".join(heads),
                "content": body,
            }
        )
        self._pages += 1
        if self._pages % _PAGES == 0:
            gc.collect(0)
        return page_text(html)

    def add_outputs(self) -> None:
        """Adds the files beside the pages."""
        for write in outputs.OUTPUTS:
            for file in write(self.corpus, self.settings):
                key = self._key(file.content) if isinstance(file.content, partial) else ""
                if isinstance(file, OutputFiles):
                    self._tree.make_together(file.paths, key, file.content)
                else:
                    self._tree.make(file.path, key, file.make)

    def add_tables(self) -> None:
        """Adds the files in which every brief has its part, and the database of all tables."""
        joiner = Joiner(self._tree, self._ledger, self.corpus, JOINED)
        briefs = self.corpus.briefs
        for brief in briefs:
            joiner.add(brief, self._key(brief, joiner.numbers))
        joiner.write(self._tree.make)
        mark = joiner.mark(len(older(briefs)))
        base = KeptBase(self._cached, f"{mark} {sqlite_version}") if mark else None
        key = self._key(mark, sqlite_version) if mark else ""
        self._tree.make(DATABASE, key, partial(sqlite_pieces, TABLES, self.corpus, base))

    def add_text_indexes(self, documents: Iterable[SearchEntry]) -> None:
        """Adds the text indexes over all pages; `documents` are the hand-written ones."""
        for index in text_indexes(self.corpus, tuple(documents)):
            path = index.folder + BRIEFS
            self._tree.make(path, self._key(index), partial(self._index, index), with_folder=index.folder)

    def _index(self, index: TextIndex) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "index"
            write_text_index(root, index.entries(self.corpus), engine=index.has_engine)
            briefs = (root / BRIEFS).read_bytes()
            (root / BRIEFS).unlink()
            self._tree.bring(root, index.folder)
            return briefs

    def close(self, made: Path) -> str:
        """Adds the files that lie in `made` already, and removes what this build did not add.

        Returns the digest of what the file system says of the others.
        """
        brought = self._tree.bring(made)
        there = self._tree.close()
        self._ledger.write_findings(self._shell, self.corpus.asked_findings(), self._findings)
        return digest_stamps(there, brought)

    @property
    def written(self) -> int:
        """How many files had to be written."""
        return self._tree.written

    def _key(self, *made_with: object) -> str:
        """Returns the fingerprint of what a file is made with, empty where it has none."""
        try:
            return digest(
                f"{self._shell}{self._fingerprints.name(made_with)}".encode("utf-8", "surrogatepass")
            )
        except UnnamedError:
            return ""
