"""Files beside the pages stay in the site's folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from briefgen.errors import StoreError
from briefgen.model.registry import RegistryActor
from briefgen.site.output_file import OutputFile
from tests.bench.synthetic import make_briefs


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", "a\\..\\x", ".."])
def test_no_file_leaves_the_folder(path: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="leads out"):
        OutputFile(path, b"x").write_below(tmp_path / "site")
    assert list(tmp_path.rglob("*")) == []


def test_pieces_are_written_in_order(tmp_path: Path) -> None:
    OutputFile("a/b.txt", iter((b"one", b"two"))).write_below(tmp_path)
    assert (tmp_path / "a/b.txt").read_bytes() == b"onetwo"


@pytest.mark.parametrize("id", ["../x", "a/b", "..", "", "a b", "<b>", "x" * 121])
def test_ids_that_become_addresses_are_plain(id: str) -> None:
    brief = make_briefs(1)[0]
    for kind, update in (("positions", {"topic": id}), ("quotes", {"topics": (id,)})):
        item = getattr(brief, kind)[0]
        with pytest.raises(ValidationError):
            type(item).model_validate({**item.model_dump(), **update})
    with pytest.raises(ValidationError):
        RegistryActor(id="x", name="X", same=(id,))
