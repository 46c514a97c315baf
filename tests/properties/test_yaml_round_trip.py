from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.store.yaml_reader import read_yaml
from briefgen.store.yaml_writer import prune, write_yaml

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
TRICKY = st.sampled_from(
    (
        *("no", "NO", "2024-12-29", "1e3", "0x1F", "12:30:45", "=", "- a", "a: b", "a #b", "#", "~", "null"),
        *("'", '"', '\\"', "a\\ b", "x" * 150, "word " * 40, "“Quoted,” she said: " * 9, "a  b " * 30, "|"),
        *(
            "{{ 7*7 }}",
            "[x](y)",
            "!tag",
            "&a",
            "*a",
            "%x",
            "@x",
            "`x`",
            "\u202eevil",
            "a\nb",
            "a\u2028b",
            ">",
        ),
        *("\ufeffx", "1_000", ".5", "+1", "0o7", "2024-01-01T00:00:00Z", "?", "- ", ": ", "---", "...", "a:"),
        *("\x85", "\xa0x", "²?", "x?", "a:b", "10:30"),
    )
)
VALUE = st.recursive(
    TEXT | TRICKY,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT | TRICKY, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(TEXT.filter(bool) | TRICKY, VALUE, max_size=5))
def test_what_is_written_reads_back_as_text(data: dict[str, Any]) -> None:
    written = write_yaml({"topics": [data], "mentions": data, "root": data})
    expected = prune({"topics": [data], "mentions": data, "root": data})
    assert yaml.safe_load(written) == expected
    assert read_yaml(written).data == expected
    assert write_yaml(expected) == written
