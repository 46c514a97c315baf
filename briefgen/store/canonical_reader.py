"""Reads what the canonical writer wrote, several times faster than YAML at large can be read.

Only the forms that the writer uses are known here, and each has one meaning. Whatever else stands in a file
is left to the strict reader: the answer is then None, and nothing is guessed.
"""

from __future__ import annotations

import re
from typing import Any

_LINE = re.compile(r"( *)(?:(- )?(?:([a-z][a-z0-9_]*):(?: (.+))?|(.+)))")
# In a flow, a plain scalar also ends at a comma or a bracket.
_PLAIN = re.compile(r"[^\W_](?:[^\n\t\"\\#:]|:(?=\S))*(?<=[^\s:])")
_FLOW_PLAIN = re.compile(r"[^\W_](?:[^\n\t\"\\#:,\[\]{}?]*[^\s\"\\#:,\[\]{}?])?")
_QUOTED = re.compile(r'"([^"\\]*)"')
_ESCAPED = re.compile(r'"((?:[^"\\]|\\["\\ntr]|\\x[0-9A-F]{2}|\\u[0-9A-F]{4}|\\U[0-9A-F]{8})*)"')
_ESCAPE = re.compile(r'\\(?:(["\\ntr])|x([0-9A-F]{2})|u([0-9A-F]{4})|U([0-9A-F]{8}))')
_SIMPLE = {'"': '"', "\\": "\\", "n": "\n", "t": "\t", "r": "\r"}
_EVIDENCE = re.compile(
    r'\{text: (?:"([^"\\]+)"|([^\W_](?:[^\n\t"\\#:,\[\]{}?]*[^\s"\\#:,\[\]{}?])?)), span: \[(\d+), (\d+)\]\}'
)
_KEY = re.compile(r"([a-z][a-z0-9_]*): ")


class _NotCanonicalError(Exception):
    pass


def read_canonical(text: str) -> Any:
    """Returns the data of a canonically written map, all scalars as text; None for any other writing."""
    if not text.endswith("\n") or not text.replace("\n", "").isprintable():
        return None
    lines = text[:-1].split("\n")
    try:
        reader = _Reader(lines)
        data = reader.mapping(0)
        return data if reader.at == len(lines) else None
    except (_NotCanonicalError, IndexError, ValueError):
        return None


class _Reader:
    """Goes down the lines once."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0

    def mapping(self, indent: int, first: str | None = None) -> dict[str, Any]:
        """Reads the keys at an indent; `first` is the line of the first key where a dash stands before it."""
        data: dict[str, Any] = {}
        lines = self.lines
        while self.at < len(lines):
            line = first if first is not None else lines[self.at]
            first = None
            match = _LINE.fullmatch(line)
            if match is None:
                raise _NotCanonicalError
            pad, dash, key, value, _ = match.groups()
            if len(pad) < indent:
                break
            if len(pad) > indent or dash or key is None or key in data:
                raise _NotCanonicalError
            self.at += 1
            if value is not None:
                data[key] = self.value(value, indent + 2)
                continue
            following = lines[self.at]
            start = " " * (indent + 2)
            if following.startswith(start + "- "):
                data[key] = self.sequence(indent + 2)
            elif following.startswith(start):
                data[key] = self.mapping(indent + 2)
            else:
                raise _NotCanonicalError
        return data

    def sequence(self, indent: int) -> list[Any]:
        """Reads the entries at an indent."""
        items: list[Any] = []
        start = " " * indent + "- "
        size = len(start)
        lines = self.lines
        while self.at < len(lines) and lines[self.at].startswith(start):
            rest = lines[self.at][size:]
            if rest.startswith("{"):
                match = _EVIDENCE.fullmatch(rest)
                if match is not None:
                    quoted, plain, begin, end = match.groups()
                    items.append({"text": quoted or plain, "span": [begin, end]})
                    self.at += 1
                    continue
            if _KEY.match(rest) or (rest.endswith(":") and rest[:-1].isidentifier()):
                items.append(self.mapping(size, " " * size + rest))
            else:
                self.at += 1
                items.append(self.value(rest, indent + 2))
        return items

    def value(self, text: str, indent: int) -> Any:
        """Reads a value that begins on the line above, folded over the lines that follow."""
        first = text[0]
        if first == '"':
            match = _QUOTED.fullmatch(text)
            if match is not None:
                return match.group(1)
            if (whole := _ESCAPED.fullmatch(text)) is None:
                text = self.unfolded(text, indent)
                whole = _ESCAPED.fullmatch(text)
                if whole is None:
                    raise _NotCanonicalError
            return _unescaped(whole.group(1))
        if first in "{[":
            data, end = _flow(text, 0)
            if end != len(text):
                raise _NotCanonicalError
            return data
        if _PLAIN.fullmatch(text):
            return text
        raise _NotCanonicalError

    def unfolded(self, text: str, indent: int) -> str:
        """Joins the lines of a folded quotation: each break is one space."""
        parts = [text]
        pad = " " * indent
        while True:
            if parts[-1][-1] in " \\":
                raise _NotCanonicalError
            line = self.lines[self.at]
            if not line.startswith(pad) or len(line) == indent or line[indent] in " \\":
                raise _NotCanonicalError
            self.at += 1
            parts.append(line[indent:])
            if line.endswith('"') and not line.endswith('\\"'):
                return " ".join(parts)
            if line.endswith('\\\\"'):
                raise _NotCanonicalError


def _flow(text: str, at: int) -> tuple[Any, int]:
    """Reads a map, list or scalar within one line; returns it and where it ends."""
    first = text[at]
    if first == "{":
        return _flow_map(text, at)
    if first == "[":
        items: list[Any] = []
        if text[at + 1] == "]":
            raise _NotCanonicalError
        while text[at] != "]":
            at += 1 if not items else 2
            item, at = _flow(text, at)
            items.append(item)
            if text[at] != "]" and text[at : at + 2] != ", ":
                raise _NotCanonicalError
        return items, at + 1
    match = _ESCAPED.match(text, at) if first == '"' else _FLOW_PLAIN.match(text, at)
    if match is None:
        raise _NotCanonicalError
    return (_unescaped(match.group(1)) if first == '"' else match.group()), match.end()


def _flow_map(text: str, at: int) -> tuple[dict[str, Any], int]:
    data: dict[str, Any] = {}
    if text[at + 1] == "}":
        raise _NotCanonicalError
    while text[at] != "}":
        at += 1 if not data else 2
        key = _KEY.match(text, at)
        if key is None or key.group(1) in data:
            raise _NotCanonicalError
        data[key.group(1)], at = _flow(text, key.end())
        if text[at] != "}" and text[at : at + 2] != ", ":
            raise _NotCanonicalError
    return data, at + 1


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    simple, short, middle, long = match.groups()
    return _SIMPLE[simple] if simple else chr(int(short or middle or long, 16))
