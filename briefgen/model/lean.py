"""Models as they are held by the ten thousand: equal to what was validated, in half the memory.

Pydantic gives each instance a dictionary of its own and a set of the names that were given to it, which weigh
more than all the words of a brief. An instance whose fields are set one by one shares the names with all of
its class (PEP 412), and one set will do for all that were given the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import intern
from typing import Any, TypeVar

from briefgen.model.base import Model

M = TypeVar("M", bound=Model)

SET = object.__setattr__
"""Sets a field of a model, which is frozen for everybody else."""
NAME_LENGTH = 40
"""Texts up to this length are mostly ids, names and days, which stand in many places."""


def lean(model: M) -> M:
    """Returns an equal model that takes less memory."""
    kind = type(model)
    made = kind.__new__(kind)
    for name, value in model.__dict__.items():
        SET(made, name, _kept(value) if value else value)
    SET(made, "__pydantic_fields_set__", share_names(model.__pydantic_fields_set__))
    SET(made, "__pydantic_extra__", None)
    SET(made, "__pydantic_private__", None)
    return made


def kept_text(text: str) -> str:
    """Returns an equal text, the same one for all that are as short as names."""
    return intern(text) if len(text) <= NAME_LENGTH else text


def share_names(names: Iterable[str]) -> set[str]:
    """Returns the one set of these names that all instances share."""
    key = frozenset(names)
    return _given.setdefault(key, set(key))


def _kept(value: Any) -> Any:
    keep = _ways.get(type(value))
    return keep(value) if keep else _way(type(value))(value)


def _way(kind: type) -> Callable[[Any], Any]:
    return _ways.setdefault(kind, lean if issubclass(kind, Model) else lambda value: value)


_given: dict[frozenset[str], set[str]] = {}
"""The sets of names that instances share; nobody adds to those of a frozen model."""
_ways: dict[type, Callable[[Any], Any]] = {
    str: kept_text,
    tuple: lambda values: tuple(map(_kept, values)),
    int: int,
}
"""How a value of each type is kept."""
