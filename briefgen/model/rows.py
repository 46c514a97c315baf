"""Models as rows of plain values: written by an index once, read again by the ten thousand.

A row holds what was given and nothing else, so that a model read from it equals the one it was written of, down to
the fields that were left out. What is read is not checked: whoever keeps rows has to know that they are his own.
Models so read take as little memory as lean ones (`lean.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from briefgen.model.base import Model
from briefgen.model.lean import SET, kept_text, share_names

M = TypeVar("M", bound=Model)

Row = list[Any]
Way = Callable[[Any], Any]
"""How a value is read."""
_AS_IT_IS = {str, int, float, bool}
"""Types of values that stand in rows as they are."""


def write_row(model: Model) -> Row:
    """Returns a model as values that JSON can hold: a number for which fields were given, then what they say."""
    names, said = model.__pydantic_fields_set__, model.__dict__
    which = 0
    row: Row = [0]
    for bit, name in _bits(type(model)):
        if name in names:
            which |= bit
            value = said[name]
            row.append(value if value is None or type(value) in _AS_IT_IS else _plain(value))
    row[0] = which
    return row


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is tuple:
        return list(value) if value and type(value[0]) in _AS_IT_IS else [_plain(each) for each in value]
    if issubclass(kind, Model):
        return write_row(value)
    return value.value if issubclass(kind, Enum) else value


@cache
def _bits(kind: type[Model]) -> tuple[tuple[int, str], ...]:
    return tuple((1 << place, name) for place, name in enumerate(kind.model_fields))


def read_row(kind: type[M], row: Row) -> M:
    """Returns the model that a row was written of.

    Raises LookupError, TypeError or ValueError for what is no such row.
    """
    made = kind.__new__(kind)
    steps, names = _steps(kind, row[0])
    for name, place, read, value in steps:  # in the order of the fields, in which they are written as well
        if place:
            value = row[place]
            if read is not None and value is not None:
                value = read(value)
        SET(made, name, value)
    SET(made, "__pydantic_fields_set__", names)
    SET(made, "__pydantic_extra__", None)
    SET(made, "__pydantic_private__", None)
    return made


@cache
def _steps(kind: type[Model], given: int) -> tuple[list[tuple[str, int, Way | None, Any]], set[str]]:
    """Returns how each field is read of a row in which these were given, and their names.

    A field has its place in the row and how it is read there, or, where it was not given, no place and its default.
    """
    steps: list[tuple[str, int, Way | None, Any]] = []
    names: list[str] = []
    for bit, (name, field) in enumerate(kind.model_fields.items()):
        if given >> bit & 1:
            names.append(name)
            annotation: Any = field.annotation
            steps.append((name, len(names), _reader(annotation), None))
        elif field.is_required():
            raise ValueError(f"a {kind.__name__} without its {name}")
        else:
            steps.append((name, 0, None, field.get_default(call_default_factory=True)))
    return steps, share_names(names)


@cache
def _reader(annotation: Any) -> Way | None:
    """Returns how a value of this type is read, None where it is as it stands in the row."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return partial(read_row, annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {member.value: member for member in annotation}.__getitem__
    if annotation is str:
        return kept_text
    arguments = [each for each in get_args(annotation) if each is not NoneType]
    if get_origin(annotation) is tuple:
        read = _reader(arguments[0])
        return tuple if read is None else lambda values: tuple([read(value) for value in values])
    if len(arguments) < 2 or get_origin(annotation) is Annotated:
        return _reader(arguments[0]) if arguments else None
    one, several = (_reader(each) for each in arguments)  # a text, or several
    if one is None or several is None:
        raise TypeError(f"no way to read a {annotation}")
    return lambda value: several(value) if isinstance(value, list) else one(value)
