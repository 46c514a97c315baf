"""Which text indexes a site has, and what each is made of.

Pagefind takes in no single page: a changed index is made anew as a whole. So a larger site has three, which a browser
asks at once: the older briefs, an index that changes only when a batch is full; the newest; and the names of actors
and topics with the hand-written pages. Briefs and names lie apart because Pagefind weighs a page by the length of
others in its index: beside a thousand names, the newest briefs would rank before all older ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site.search.entries import brief_entry, name_entries
from briefgen.site.search.entry import SearchEntry

FOLDER = "pagefind/"
NEWEST = "pagefind-newest/"
NAMES = "pagefind-names/"
BATCH = 100
"""Briefs by which the index of the older ones grows."""
SEVERAL_FROM = 500
"""Number of briefs from which on a site has several indexes."""


@dataclass(frozen=True, slots=True)
class TextIndex:
    """An index: the folder of the site that it lies in, and what it knows."""

    folder: str
    briefs: tuple[Brief, ...]
    """Oldest first."""
    others: tuple[SearchEntry, ...] = ()

    @property
    def has_engine(self) -> bool:
        """Returns whether the engine that asks all indexes lies in this one."""
        return self.folder == FOLDER

    def entries(self, corpus: Corpus) -> Iterator[SearchEntry]:
        """Yields all that it knows, briefs first."""
        return chain((brief_entry(corpus, brief) for brief in self.briefs), self.others)


def text_indexes(corpus: Corpus, pages: tuple[SearchEntry, ...] = ()) -> tuple[TextIndex, ...]:
    """Returns the indexes of a site, that with the engine first; `pages` are the hand-written ones."""
    briefs, others = corpus.briefs, (*name_entries(corpus), *pages)
    folders = index_folders(len(briefs))
    if folders == (FOLDER,):
        return (TextIndex(FOLDER, briefs, others),)
    older = len(briefs) // BATCH * BATCH
    held = {FOLDER: briefs[:older], NEWEST: briefs[older:], NAMES: ()}
    return tuple(TextIndex(folder, held[folder], others if folder == NAMES else ()) for folder in folders)


def index_folders(briefs: int) -> tuple[str, ...]:
    """Returns the folders of the indexes of a site of so many briefs, that with the engine first."""
    if briefs < SEVERAL_FROM:
        return (FOLDER,)
    return (FOLDER, NEWEST, NAMES) if briefs % BATCH else (FOLDER, NAMES)
