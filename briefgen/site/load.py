"""Loads what a site is made of."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.errors import BriefgenError, Failure
from briefgen.model.brief import Brief
from briefgen.store.layout import Content
from briefgen.store.load import Loaded, load_briefs, load_registry, load_reviews
from briefgen.store.overlay import Overlaid, lay_over


def load_corpus(
    content: Path,
    previous: Path | None = None,
    cache: Path | None = None,
    read: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Corpus, tuple[Failure, ...]]:
    """Returns the corpus of a content folder with its reviews laid over, and a failure for each bad file.

    `previous` is the content folder as it was last published, `cache` where an index of briefs may lie, and `read`
    are the digests of the briefs' files, by id, as far as they were read just now.
    """
    with _without_collection():
        return _load_corpus(content, previous, cache, read)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Holds the garbage collector back: nothing that is loaded can be freed yet, and looking takes half the time.

    What was loaded is then set apart for good (`gc.freeze`), so that writing pages does not look through it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def _load_corpus(
    content: Path, previous: Path | None, cache: Path | None, read: Mapping[str, str]
) -> tuple[Corpus, tuple[Failure, ...]]:
    briefs = load_briefs(content, cache, read)
    overlaid, failures = _lay_over(briefs, content)
    before: tuple[Brief, ...] | None = None
    if previous:
        published, more = _lay_over(load_briefs(previous, cache), previous)
        before, failures = published.briefs, (*failures, *more)
    corpus = build_corpus(
        overlaid.briefs,
        load_registry(content),
        load_reviews(content).items,
        overlaid.reviewed,
        previous=before,
    )
    as_read = {id(brief) for brief in briefs.items}
    unchanged = [brief.id for brief in overlaid.briefs if id(brief) in as_read]
    files = {id: Content(content).brief(id) for id in unchanged}
    return replace(corpus, files=files, digests={id: briefs.digests[id] for id in unchanged}), failures


def _lay_over(briefs: Loaded[Brief], content: Path) -> tuple[Overlaid, tuple[Failure, ...]]:
    reviews = load_reviews(content)
    return lay_over(briefs.items, reviews.items), (*briefs.failures, *reviews.failures)


def load_texts(content: Path, corpus: Corpus) -> dict[str, str]:
    """Returns the texts of the briefs' articles as far as the sources are still the ones that were read."""
    from briefgen.ingest.source import read_source  # only private sites show texts

    texts = {}
    for path in Content(content).source_files():
        try:
            source = read_source(path)
        except BriefgenError:
            continue  # `briefgen build` says what is wrong with it; here its text is only not shown
        brief = corpus.by_id.get(source.id)
        digest = hashlib.sha256(source.text.encode()).hexdigest()
        if brief and digest.startswith(brief.article.text_sha256 or "-"):
            texts[brief.id] = source.text
    return texts
