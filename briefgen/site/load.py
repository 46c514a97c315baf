"""Loads what a site is made of."""

from __future__ import annotations

from pathlib import Path

from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.errors import Failure
from briefgen.model.brief import Brief
from briefgen.store.load import load_briefs, load_registry, load_reviews
from briefgen.store.overlay import Overlaid, lay_over


def load_corpus(
    content: Path, previous: Path | None = None, cache: Path | None = None
) -> tuple[Corpus, tuple[Failure, ...]]:
    """Returns the corpus of a content folder with its reviews laid over, and a failure for each bad file.

    `previous` is the content folder as it was last published, `cache` where an index of briefs may lie.
    """
    overlaid, failures = _load(content, cache)
    before: tuple[Brief, ...] | None = None
    if previous:
        published, more = _load(previous, None)
        before, failures = published.briefs, (*failures, *more)
    corpus = build_corpus(
        overlaid.briefs,
        load_registry(content),
        load_reviews(content).items,
        overlaid.reviewed,
        previous=before,
    )
    return corpus, failures


def _load(content: Path, cache: Path | None) -> tuple[Overlaid, tuple[Failure, ...]]:
    briefs = load_briefs(content, cache)
    reviews = load_reviews(content)
    return lay_over(briefs.items, reviews.items), (*briefs.failures, *reviews.failures)
