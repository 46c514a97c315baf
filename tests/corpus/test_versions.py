from __future__ import annotations

from briefgen.corpus.versions import Kin, Kinship, find_versions
from briefgen.model.brief import Brief


def brief(id: str, **article: str) -> Brief:
    head = {"id": id, "article": {"id": id, **article}}
    return Brief.model_validate({**head, "generator": {"briefgen": "0", "extractor": "r", "model": "m"}})


def test_copies_know_their_original_and_one_another() -> None:
    kin = find_versions([brief("a"), brief("b", copy_of="a"), brief("c", copy_of="a"), brief("d")])
    assert kin["a"] == (Kin("b", Kinship.COPY), Kin("c", Kinship.COPY))
    assert kin["b"] == (Kin("a", Kinship.ORIGINAL), Kin("c", Kinship.COPY))
    assert "d" not in kin


def test_versions_know_each_other() -> None:
    kin = find_versions([brief("a"), brief("b", revision_of="a")])
    assert kin == {"a": (Kin("b", Kinship.LATER),), "b": (Kin("a", Kinship.EARLIER),)}


def test_what_is_not_there_is_no_kin() -> None:
    assert find_versions([brief("b", copy_of="gone"), brief("c", revision_of="c")]) == {}
