"""Writes models as canonical YAML: same model, same bytes, and every scalar reads back as what it was.

Keys stand in the order of the model's fields. What is unknown is not written: no nulls, no empty strings,
lists or maps. Small leaves such as evidence stand on one line where they fit; long texts are folded inside
double quotation marks, so that a change shows as a change of a few lines.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from briefgen.model.base import Model

WIDTH = 110
FLOW = frozenset(
    {
        "mentions",
        "speaker",
        "cue",
        "content",
        "condition",
        "evidence",
        "holder_text",
        "event",
        "timex3",
        "topics",
    }
)
"""Keys whose maps, or whose entries, stand on one line where they fit."""

# A plain scalar begins with a letter or digit, so that no indicator can be misread.
_PLAIN = re.compile(r"[^\W_](?:[^\n\t\"\\#]|(?<=\S)#)*", re.UNICODE)
_FLOW_UNSAFE = re.compile(r"[,\[\]{}?:]")
# What YAML 1.1 or 1.2 readers would take for a number, a time, a truth value or nothing.
_AMBIGUOUS = re.compile(
    r"""(?:[-+]?[0-9][0-9_,.:xobXOBa-fA-F]*(?:[eE][-+]?[0-9]+)?
        |[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?(?:[Tt ].*)?
        |[0-9][-0-9Xx~?%/.:TZW+]*
        |true|false|yes|no|on|off|y|n|null|none|nan|inf
        )\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_yaml(data: Any) -> str:
    """Returns plain data (maps, lists, strings, numbers, truth values) as canonical YAML."""
    lines: list[str] = []
    pruned = prune(data)
    if isinstance(pruned, dict | list) and not pruned:
        return _flow(pruned) + "\n"
    _block(pruned, 0, lines, "")
    return "\n".join(lines) + "\n"


def write_model(model: Model) -> str:
    """Returns a model as canonical YAML; a flag that has its usual value is not written."""
    data = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    return write_yaml(_without_usual_flags(data, model.model_dump(by_alias=True, exclude_defaults=True)))


def _without_usual_flags(data: Any, unusual: Any) -> Any:
    """Returns data without the truth values that are not among what differs from its defaults."""
    if isinstance(data, dict):
        given = unusual if isinstance(unusual, dict) else {}
        return {
            key: _without_usual_flags(value, given.get(key))
            for key, value in data.items()
            if not isinstance(value, bool) or key in given
        }
    if isinstance(data, list):
        items = unusual if isinstance(unusual, list | tuple) else [None] * len(data)
        return [_without_usual_flags(value, other) for value, other in zip(data, items, strict=True)]
    return data


def prune(data: Any) -> Any:
    """Returns data without what says nothing: None, empty strings, lists and maps."""
    if isinstance(data, dict):
        kept = {key: prune(value) for key, value in data.items()}
        return {key: value for key, value in kept.items() if not _is_empty(value)}
    if isinstance(data, list | tuple):
        return [prune(item) for item in data if item is not None]
    return data


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)


def _block(data: Any, indent: int, lines: list[str], key: str) -> None:
    pad = " " * indent
    if isinstance(data, dict):
        for name, value in data.items():
            _entry(f"{pad}{scalar(name)}:", value, indent + 2, lines, name)
    elif isinstance(data, list):
        for item in data:
            if isinstance(item, dict) and item and (flow := _fitting(f"{pad}- ", item, key)):
                lines.append(f"{pad}- {flow}")
            elif isinstance(item, dict) and item:
                mark = len(lines)
                _block(item, indent + 2, lines, "")
                lines[mark] = f"{pad}- {lines[mark][indent + 2 :]}"
            elif isinstance(item, dict | list):
                lines.append(f"{pad}- {_flow(item)}")
            else:
                lines.append(_folded(f"{pad}- ", item, indent + 2))
    else:
        lines.append(_folded(pad, data, indent))


def _entry(head: str, value: Any, indent: int, lines: list[str], key: str) -> None:
    if isinstance(value, dict):
        if flow := _fitting(f"{head} ", value, key):
            lines.append(f"{head} {flow}")
        else:
            lines.append(head)
            _block(value, indent, lines, "")
    elif isinstance(value, list):
        if _is_leaf_list(value) and len(line := f"{head} {_flow(value)}") <= WIDTH:
            lines.append(line)
        else:
            lines.append(head)
            _block(value, indent, lines, key)
    else:
        lines.append(_folded(f"{head} ", value, indent))


def _is_leaf_list(value: list[Any]) -> bool:
    return all(not isinstance(item, dict | list) for item in value)


def _fitting(head: str, value: dict[str, Any], key: str) -> str:
    """Returns the map on one line where it may stand on one and fits, else an empty string."""
    if key not in FLOW:
        return ""
    leaf = all(
        not isinstance(part, dict) and (not isinstance(part, list) or _is_leaf_list(part))
        for part in value.values()
    )
    flow = _flow(value) if leaf and value else ""
    return flow if len(head) + len(flow) <= WIDTH else ""


def _flow(data: Any) -> str:
    if isinstance(data, dict):
        return (
            "{"
            + ", ".join(f"{scalar(name, flow=True)}: {_flow(value)}" for name, value in data.items())
            + "}"
        )
    if isinstance(data, list):
        return "[" + ", ".join(_flow(item) for item in data) + "]"
    return scalar(data, flow=True)


def _folded(head: str, value: Any, indent: int) -> str:
    text = scalar(value)
    if len(head) + len(text) <= WIDTH or not isinstance(value, str) or " " not in value:
        return head + text
    if not text.startswith('"'):
        text = _quoted(value)
    # A line break between two characters that are no space reads back as one space.
    lines, line = [], head
    room = WIDTH
    for part in re.split(r"(?<=[^ ])(?<!\\) (?=[^ \\])", text):
        if line.strip() and len(line) + 1 + len(part) > room and line != head:
            lines.append(line)
            line = " " * indent + part
        else:
            line = line + part if line == head else f"{line} {part}"
    lines.append(line)
    return "\n".join(lines)


def scalar(value: Any, *, flow: bool = False) -> str:
    """Returns one value as YAML: plain where every reader takes it for that text, else double-quoted."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return _text(str(value), flow)


@lru_cache(maxsize=10_000)  # keys, ids and values of enumerations come again and again
def _text(text: str, flow: bool) -> str:
    if (
        _PLAIN.fullmatch(text)
        and not _AMBIGUOUS.match(text)
        and not text.endswith((" ", ":"))
        and ": " not in text
        and not (flow and _FLOW_UNSAFE.search(text))
        and text.isprintable()
    ):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    # Controls, direction marks, odd spaces and line separators are written as escapes, so that a person
    # reading a change sees them.
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
