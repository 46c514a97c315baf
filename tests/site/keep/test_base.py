"""A kept base is taken for what it is only where neither its bytes nor what it was made from have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.corpus.corpus import build_corpus
from briefgen.site.exports import database
from briefgen.site.exports.database import sqlite_pieces
from briefgen.site.exports.tables import TABLES
from briefgen.site.keep.base import KeptBase
from tests.bench.synthetic import make_briefs


def test_a_base_is_told_by_its_key_and_its_bytes(tmp_path: Path) -> None:
    made, brought, place = tmp_path / "made", tmp_path / "brought", tmp_path / "cache" / "site.base"
    made.write_bytes(b"some words")
    assert not KeptBase(place, "key").bring(brought) and not brought.exists()
    KeptBase(place, "key").keep(made)
    assert KeptBase(place, "key").bring(brought) and brought.read_bytes() == b"some words"
    assert not KeptBase(place, "another key").bring(brought) and not brought.exists()
    whole = place.read_bytes()
    for damaged in (whole[:-1], whole[:5], b"", b"S" + whole[1:], whole + b"x"):
        place.write_bytes(damaged)
        assert not KeptBase(place, "key").bring(brought) and not brought.exists()


def test_a_database_begun_with_a_base_has_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BATCH", 4)
    base, briefs = KeptBase(tmp_path / "site.base", "key"), make_briefs(11)
    for number in (9, 10, 11):  # the first makes the base, the others begin with it
        corpus = build_corpus(briefs[:number])
        assert b"".join(sqlite_pieces(TABLES, corpus, base)) == b"".join(sqlite_pieces(TABLES, corpus))
