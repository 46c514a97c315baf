"""Small strict readers of BibTeX and RIS, written from their descriptions and not from our writers."""

from __future__ import annotations

import re

_TAG = re.compile(r"^([A-Z][A-Z0-9])  - (.*)$")


def read_ris(text: str) -> list[list[tuple[str, str]]]:
    """Returns the records; fails on a line that is no `TAG  - value`, or a record not closed by ER."""
    assert text.endswith("\r\n")
    records: list[list[tuple[str, str]]] = []
    open_record: list[tuple[str, str]] | None = None
    for line in text.removesuffix("\r\n").split("\r\n"):
        found = _TAG.match(line)
        assert found, f"no RIS line: {line!r}"
        tag, value = found.groups()
        if open_record is None:
            assert tag == "TY", f"a record begins with TY, not {tag}"
            open_record = []
        if tag == "ER":
            assert value == ""
            records.append(open_record)
            open_record = None
        else:
            open_record.append((tag, value))
    assert open_record is None, "a record is not closed"
    return records


def read_bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Returns (kind, key, fields); fails on anything that is not an entry of braced or bare values."""
    entries = []
    place = 0
    while text[place:].strip():
        head = re.compile(r"\s*@([a-z]+)\{([A-Za-z0-9-]+),").match(text, place)
        assert head, f"no entry at {text[place : place + 40]!r}"
        place = head.end()
        fields: dict[str, str] = {}
        while not (closing := re.compile(r"\s*\}").match(text, place)):
            name = re.compile(r"\s*([a-z]+) = ").match(text, place)
            assert name, f"no field at {text[place : place + 40]!r}"
            value, place = _value(text, name.end())
            assert name[1] not in fields, f"{name[1]} stands twice"
            fields[name[1]] = value
            assert text[place] == ",", f"no comma after {name[1]}"
            place += 1
        place = closing.end()
        entries.append((head[1], head[2], fields))
    return entries


def _value(text: str, place: int) -> tuple[str, int]:
    if text[place] != "{":
        found = re.compile(r"[a-z]{3}|\d+").match(text, place)
        assert found, f"no value at {text[place : place + 20]!r}"
        return found.group(), found.end()
    depth, start = 0, place
    while True:
        char = text[place]
        if char == "\\":  # a command or an escaped character; BibTeX itself counts braces all the same
            assert text[place + 1] in "{}$&#_%" or text[place + 1].isalpha(), text[place : place + 9]
            if text[place + 1] in "{}":
                # BibTeX counts escaped braces too, so they must balance over the value.
                depth += 1 if text[place + 1] == "{" else -1
            place += 2
            assert depth > 0, "an escaped brace closes the field"
            continue
        depth += {"{": 1, "}": -1}.get(char, 0)
        place += 1
        if depth == 0:
            return text[start + 1 : place - 1], place


_BACK = (
    (r"\textbackslash{}", "\x00"),
    (r"\textasciitilde{}", "~"),
    (r"\textasciicircum{}", "^"),
    (r"\textbraceleft{}", "{"),
    (r"\textbraceright{}", "}"),
    (r"\$", "$"),
    (r"\&", "&"),
    (r"\#", "#"),
    (r"\_", "_"),
    (r"\%", "%"),
    ("\x00", "\\"),
)


def from_latex(text: str) -> str:
    """Returns the words that a LaTeX value prints."""
    for written, printed in _BACK:
        text = text.replace(written, printed)
    return text
