"""Models as rows of plain values: written by an index once, read again by the ten thousand.

A row holds what was given and nothing else, so that a model read from it equals the one it was written of, down to
the fields that were left out. What is read is not checked: whoever keeps rows has to know that they are his own.
Models so read take about as little memory as lean ones (`lean.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache
from sys import intern
from types import NoneType
from typing import Annotated, Any, NamedTuple, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel

from briefgen.model.base import Model
from briefgen.model.lean import NAME_LENGTH, SET, kept_text, share_names

M = TypeVar("M", bound=Model)

Row = list[Any]
Way = Callable[[Any], Any]
"""How a value is read."""
_AS_IT_IS = {str, int, float, bool}
"""Types of values that stand in rows as they are."""
_MANY = 5
"""Fields from which on it pays to set them through the instance's dictionary, which weighs 64 bytes."""


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
    """Returns the model that a row was written of; the row is used up.

    Raises LookupError, TypeError or ValueError for what is no such row.
    """
    return cast("M", _model_reader(kind)(row))


class _Plan(NamedTuple):
    """How a row is read in which certain fields were given."""

    texts: list[int]
    """Places of texts."""
    ways: list[tuple[int, Way]]
    """Places of what else is not as it stands in the row."""
    defaults: Row
    """What is put behind the row for the fields that were not given."""
    fields: list[tuple[str, int]]
    """Each field and its place, in the order in which they are written as well."""
    given: set[str]


@cache
def _model_reader(kind: type[Model]) -> Way:
    """Returns how a row of a model is read: one function that knows all of it, as it is called so often."""
    plans: dict[int, _Plan] = {}
    slots = ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
    set_given, set_extra, set_private = (BaseModel.__dict__[name].__set__ for name in slots)
    new = kind.__new__
    has_many = len(kind.model_fields) >= _MANY

    def read(row: Row) -> Model:
        plan = plans.get(row[0])
        if plan is None:
            plan = plans[row[0]] = _plan(kind, row[0])
        texts, ways, defaults, fields, given = plan
        for place in texts:
            text = row[place]
            if text is not None and len(text) <= NAME_LENGTH:
                row[place] = intern(text)
        for place, way in ways:
            value = row[place]
            if value is not None:
                row[place] = way(value)
        row += defaults
        made = new(kind)
        if has_many:
            said = made.__dict__
            for name, place in fields:
                said[name] = row[place]
        else:
            for name, place in fields:
                SET(made, name, row[place])
        set_given(made, given)
        set_extra(made, None)
        set_private(made, None)
        return made

    return read


def _plan(kind: type[Model], given: int) -> _Plan:
    plan = _Plan([], [], [], [], set())
    names: list[str] = []
    missing: list[str] = []
    for bit, (name, field) in enumerate(kind.model_fields.items()):
        if not given >> bit & 1:
            if field.is_required():
                raise ValueError(f"a {kind.__name__} without its {name}")
            missing.append(name)
            continue
        names.append(name)
        way = _reader(cast("Any", field.annotation))
        if way is kept_text:
            plan.texts.append(len(names))
        elif way is not None:
            plan.ways.append((len(names), way))
    places = {name: place for place, name in enumerate([*names, *missing], 1)}
    return plan._replace(
        defaults=[kind.model_fields[name].get_default(call_default_factory=True) for name in missing],
        fields=[(name, places[name]) for name in kind.model_fields],
        given=share_names(names),
    )


@cache
def _reader(annotation: Any) -> Way | None:
    """Returns how a value of this type is read, None where it is as it stands in the row."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _model_reader(annotation)
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
