"""A memory for what is made of a brief: feeds and references ask for the same again and again.

Briefs are told apart as objects, for to compare them word by word takes longer than what is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from briefgen.model.brief import Brief

V = TypeVar("V")

KEPT = 1000
"""How many briefs are remembered: feeds of hubs hold the newest ones, and most others are asked for in a row."""


def remembered(make: Callable[[Brief], V]) -> Callable[[Brief], V]:
    """Returns `make`, which makes nothing anew of a brief that it was asked for lately."""
    known: dict[int, tuple[Brief, V]] = {}  # holds the brief, so that no other gets its number

    @wraps(make)
    def find(brief: Brief) -> V:
        found = known.get(id(brief))
        if found is None:
            if len(known) >= KEPT:
                del known[next(iter(known))]
            found = known[id(brief)] = (brief, make(brief))
        return found[1]

    return find
