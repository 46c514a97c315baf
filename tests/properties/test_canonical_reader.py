"""The quick reader reads what the strict one reads, or says that it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import YamlError
from briefgen.store.canonical_reader import read_canonical
from briefgen.store.yaml_reader import read_yaml
from briefgen.store.yaml_writer import write_yaml

SAMPLE = (Path(__file__).parent.parent / "store" / "sample-brief.yml").read_text(encoding="utf-8")
WRITTEN = write_yaml(read_yaml(SAMPLE).data)
LONG = write_yaml(
    {
        "text": "“Word” after word, " * 12,
        "mentions": [
            {"text": "a: b", "span": [1, 2]},
            {"text": "x" * 120, "span": [3, 4], "actor": ["a", "b"]},
        ],
        "list": [{"key": "value"}, {"other": ["a", {"b": "c"}]}, "plain", "\u202e\\ \"'"],
        "nested": {"deep": {"er": "#1"}, "topics": [{"id": "a", "weight": 0.5}]},
    }
)
KEY = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
WORDS = st.text(st.sampled_from("ab Z9\"'\\:#,[]{}?-&*!|>%@`\n\t—“”é\u202e0."), max_size=150)
DATA = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=4), max_leaves=12
)


def strict(text: str) -> Any:
    try:
        return read_yaml(text).data
    except YamlError:
        return YamlError


@pytest.mark.parametrize("text", [WRITTEN, LONG], ids=["brief", "long"])
def test_a_written_brief_is_read(text: str) -> None:
    assert read_canonical(text) == read_yaml(text).data


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEY, DATA, min_size=1, max_size=5))
def test_what_was_written_is_read_alike_or_not_at_all(data: dict[str, Any]) -> None:
    text = write_yaml(data)
    assert read_canonical(text) in (None, strict(text))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([WRITTEN, LONG]),
    st.floats(0, 1),
    st.integers(0, 12),
    st.text(st.sampled_from(" \n\"'\\:#,[]{}-?&*!|>a0—\t"), max_size=6),
)
def test_what_was_damaged_is_read_alike_or_not_at_all(text: str, at: float, cut: int, put: str) -> None:
    place = int(at * len(text))
    damaged = text[:place] + put + text[place + cut :]
    assert read_canonical(damaged) in (None, strict(damaged))
