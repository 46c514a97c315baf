from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.run.cache import Cache

KEY = "ab" * 16


def test_a_value_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.get(KEY) is None
    cache.put(KEY, b"value" * 100)
    assert cache.get(KEY) == b"value" * 100


@pytest.mark.parametrize("cut", [0, 5, 16, 20])
def test_a_damaged_value_is_absent(cut: int, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"value" * 100)
    path = cache.path(KEY)
    path.write_bytes(path.read_bytes()[:cut])
    assert cache.get(KEY) is None


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = Cache(tmp_path / "file")
    cache.put(KEY, b"value")
    assert cache.get(KEY) is None
