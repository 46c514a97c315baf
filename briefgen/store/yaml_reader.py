"""Reads YAML strictly: every scalar a string, lines kept, nothing that means more than it says.

Anchors, aliases, tags, merge keys, complex keys and repeated keys are refused with their line; so `NO` stays
a country, `2024-12-29` a string, and no document can grow while it is read. A key without a value is as
absent as a key that is not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from briefgen.errors import Place, YamlError
from briefgen.model.base import Model
from briefgen.store.canonical_reader import read_canonical

M = TypeVar("M", bound=Model)
Path_ = tuple[str | int, ...]
"""Keys and indexes from the root of a document to a value."""

MAX_DEPTH = 40
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML document as plain strings, lists and dicts, with the line (from 1) of every value."""

    data: Any
    path: Path | None = None
    lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, at: Path_) -> int:
        """Returns the line of the value at a path, or of the nearest thing around it that is there."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)

    def place(self, at: Path_ = ()) -> Place:
        """Returns the file and line of the value at a path."""
        return Place(path=self.path, line=self.line(at))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Turns parser events into a tree."""

    def __init__(self, path: Path | None, offset: int, keep_lines: bool) -> None:
        self.path = path
        self.offset = offset
        self.lines: dict[Path_, int] = {}
        self.keep_lines = keep_lines

    def fail(self, what: str, event: yaml.Event, todo: str) -> YamlError:
        line = _line(event) + self.offset
        return YamlError(what, todo=todo, place=Place(path=self.path, line=line))

    def plain(self, event: Any) -> None:
        """Refuses an anchor or a tag on a value."""
        if event.anchor is not None:
            raise self.fail(f"an anchor (&{event.anchor})", event, "Write the value out where it is meant.")
        if event.tag is not None:
            raise self.fail(f"a tag ({event.tag})", event, "Remove it: every value is plain text here.")

    def build(self, events: Any) -> Any:
        first = next(events)
        if isinstance(first, yaml.StreamStartEvent):
            first = next(events)
        if isinstance(first, yaml.StreamEndEvent):
            return None
        data = self.value(next(events), events, (), 0)
        next(events)
        more = next(events)
        if not isinstance(more, yaml.StreamEndEvent):
            raise self.fail("a second document in one file", more, "Keep one document a file.")
        return data

    def value(self, event: Any, events: Any, at: Path_, depth: int) -> Any:
        if self.keep_lines:
            self.lines.setdefault(at, _line(event) + self.offset)
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self.plain(event)
            return event.value if event.value or not event.implicit[0] else None
        if isinstance(event, yaml.AliasEvent):
            raise self.fail(f"an alias (*{event.anchor})", event, "Write the value out where it is meant.")
        self.plain(event)
        if depth >= MAX_DEPTH:
            raise self.fail("nested too deep", event, f"At most {MAX_DEPTH} levels are read.")
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                item = self.value(event, events, (*at, len(items)), depth + 1)
                if item is not None:
                    items.append(item)
            return items
        return self.mapping(events, at, depth)

    def mapping(self, events: Any, at: Path_, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        seen: set[str] = set()
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise self.fail("a key that is not plain text", key, "Give the key a name.")
            self.plain(key)
            if key.value == "<<":
                raise self.fail("a merge key (<<)", key, "Write the values out.")
            if key.value in seen:
                raise self.fail(f"the key {key.value!r} stands twice", key, "Keep one of the two.")
            seen.add(key.value)
            if self.keep_lines:
                self.lines[(*at, key.value)] = _line(key) + self.offset
            value = self.value(next(events), events, (*at, key.value), depth + 1)
            if value is not None:
                items[key.value] = value
        return items


def read_yaml(text: str, path: Path | None = None, *, offset: int = 0, keep_lines: bool = True) -> Tree:
    """Returns a YAML text as a tree of strings; `offset` is the number of lines above it in its file.

    Raises YamlError with file and line for broken YAML and for everything this reader refuses.
    """
    if bad := _UNSAFE.search(text):
        line = text.count("\n", 0, bad.start()) + 1 + offset
        raise YamlError(
            f"a control character (U+{ord(bad.group()):04X})",
            todo="Remove it.",
            place=Place(path=path, line=line),
        )
    builder = _Builder(path, offset, keep_lines)
    try:
        data = builder.build(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at_line = mark.line + 1 + offset if mark else None
        what = error.problem or error.context or "cannot be read"
        raise YamlError(
            f"broken YAML: {what}",
            todo="Put quotation marks around values with ': ' or ' #' in them, and check the indentation.",
            place=Place(path=path, line=at_line),
        ) from error
    except yaml.YAMLError as error:
        raise YamlError(f"broken YAML: {error}", todo="Mend it.", place=Place(path=path)) from error
    return Tree(data=data, path=path, lines=builder.lines)


def read_model(text: str, model: type[M], path: Path | None = None) -> M:
    """Returns a YAML text as a model.

    Raises YamlError with file and line where it is not what the strict reader takes or does not fit.
    """
    data = read_canonical(text)
    if data is None:
        data = read_yaml(text, path, keep_lines=False).data
    try:
        return model.model_validate({} if data is None else data)
    except ValidationError as error:
        # Lines cost a third of the reading and are needed only now.
        raise misfit(error, read_yaml(text, path)) from error


def misfit(error: ValidationError, tree: Tree) -> YamlError:
    """Returns the first things that do not fit a model as one error with their line."""
    problems = error.errors(include_url=False, include_input=False)
    first = problems[0]
    at = tuple(first["loc"])
    name = ".".join(str(part) for part in at) or "the document"
    if first["type"] == "extra_forbidden":
        what, todo = f"unknown key {name!r}", "Correct its spelling or remove it."
    elif first["type"] == "missing":
        what, todo = f"{name!r} is missing", "Add it."
    else:
        what, todo = f"{name!r}: {first['msg'].removeprefix('Value error, ')}", "Correct the value."
    if len(problems) > 1:
        what += f" (and {len(problems) - 1} more)"
    return YamlError(what, todo=todo, place=tree.place(at))
