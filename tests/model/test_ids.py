from __future__ import annotations

from briefgen.model.ids import content_id, distinct, slug


def test_an_id_depends_on_words_not_on_line_breaks() -> None:
    assert content_id("q", "We  wait\nhere") == content_id("q", "We wait here")
    assert content_id("q", "We wait") != content_id("p", "We wait")
    assert content_id("q", "a", "b") != content_id("q", "ab")


def test_repeated_ids_are_numbered() -> None:
    assert distinct(["a", "b", "a", "a"]) == ["a", "b", "a-2", "a-3"]


def test_slugs_are_safe_and_never_empty() -> None:
    assert slug("Moon Chung-in, Jr.") == "moon-chung-in-jr"
    assert slug("../../etc/passwd") == "etc-passwd"
    assert slug("日本") == "x"
