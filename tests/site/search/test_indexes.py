"""Which text indexes a site has: what they hold is a function of the briefs; one more leaves the large one."""

from __future__ import annotations

import pytest

from briefgen.corpus.corpus import build_corpus
from briefgen.site.search import indexes
from briefgen.site.search.indexes import FOLDER, NAMES, NEWEST, index_folders, text_indexes
from tests.bench.synthetic import make_briefs

BRIEFS = make_briefs(14)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "BATCH", 4)
    monkeypatch.setattr(indexes, "SEVERAL_FROM", 8)


@pytest.mark.parametrize("number", range(1, 15))
def test_indexes_hold_every_page_once_and_briefs_in_order(number: int) -> None:
    corpus = build_corpus(BRIEFS[:number])
    found = text_indexes(corpus)
    assert tuple(index.folder for index in found) == index_folders(number)
    assert [index.has_engine for index in found] == [True] + [False] * (len(found) - 1)
    assert tuple(brief for index in found for brief in index.briefs) == corpus.briefs
    paths = [entry.path for index in found for entry in index.entries(corpus)]
    assert len(paths) == len(set(paths))
    assert set(paths) == {
        *(f"briefs/{brief.id}/" for brief in corpus.briefs),
        *(f"actors/{id}/" for id in corpus.actors),
        *(f"topics/{id}/" for id in corpus.topics),
    }


def test_a_small_site_has_one_index_and_a_larger_one_grows_by_batches() -> None:
    held = [
        {index.folder: len(index.briefs) for index in text_indexes(build_corpus(BRIEFS[:n]))}
        for n in (7, 8, 11, 12)
    ]
    assert held == [
        {FOLDER: 7},
        {FOLDER: 8, NAMES: 0},
        {FOLDER: 8, NEWEST: 3, NAMES: 0},
        {FOLDER: 12, NAMES: 0},
    ]
