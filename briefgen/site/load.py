"""Loads what a site is made of."""

from __future__ import annotations

from pathlib import Path

from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.errors import Failure
from briefgen.store.load import load_briefs, load_registry, load_reviews
from briefgen.store.overlay import lay_over


def load_corpus(content: Path) -> tuple[Corpus, tuple[Failure, ...]]:
    """Returns the corpus of a content folder with its reviews laid over, and a failure for each file that could not be read."""
    briefs = load_briefs(content)
    reviews = load_reviews(content)
    overlaid = lay_over(briefs.items, reviews.items)
    corpus = build_corpus(overlaid.briefs, load_registry(content), reviews.items, overlaid.reviewed)
    return corpus, (*briefs.failures, *reviews.failures)
