"""Reads paragraphs in which every time expression is marked with its value: `closed on [Friday|2025-03-07]`.

The type follows from the value (P… is a duration, …T… a time, `SET ` stands before a set's value), so that a
person can write and check such a text without counting characters.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from briefgen.model.timex import TimexType

_MARK = re.compile(r"\[([^\[\]|]+)\|(SET )?([^\[\]|]+)\]")


def read_marked(path: Path) -> list[dict[str, Any]]:
    """Returns the paragraphs of a file as annotated rows: {"id", "dct", "text", "timexes"}."""
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        unmark(f"{name}/{item['about']}", item["published"], item["text"])
        for name, items in groups.items()
        for item in items
    ]


def unmark(identifier: str, published: str, marked: str) -> dict[str, Any]:
    """Returns one paragraph without its marks, and what they said."""
    text, timexes, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        timexes.append(
            {
                "start": len(text),
                "end": len(text) + len(match[1]),
                "text": match[1],
                "type": _type_of(match[3], is_set=bool(match[2])),
                "value": match[3],
            }
        )
        text += match[1]
        last = match.end()
    return {"id": identifier, "dct": published, "text": text + marked[last:], "timexes": timexes}


def _type_of(value: str, *, is_set: bool) -> str:
    if is_set:
        return TimexType.SET
    if re.match(r"P[\dXT]", value):
        return TimexType.DURATION
    return TimexType.TIME if re.search(r"[\dX]T[\dA-Z]", value) else TimexType.DATE
