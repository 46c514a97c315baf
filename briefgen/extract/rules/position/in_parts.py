"""Thoughts told one after another: `thinks that it will fail, and that the mayor will go` is two positions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.view import PassageView


def in_parts(view: PassageView, draft: Draft) -> Iterator[Draft]:
    """Yields a position once for each content clause that has its own `that` and its own subject."""
    g = view.g
    parts = [
        clause
        for clause in view.content.get(draft.clause.head, ())
        if g.deps[clause.head] == "conj" and clause.own_subject and g.has_mark(clause.head, "that")
    ]
    first = min((c.head for c in view.content.get(draft.clause.head, ())), default=None)
    parts = [c for c in parts if first is not None and first < c.head and c.head in draft.tokens]
    if first is None or not parts or draft.words is not None or g.deps[first] != "ccomp":
        yield draft
        return
    opening = tuple(t for t in draft.tokens if t < g.left[first])
    inside = [range(g.left[part.head], g.right[part.head] + 1) for part in parts]
    left = [t for t in draft.tokens if not any(t in part for part in inside)]
    while left and (g.deps[left[-1]] == "cc" or g.pos[left[-1]] == "PUNCT"):
        left.pop()
    yield replace(draft, tokens=tuple(left))
    for place in range(len(parts)):
        later = {t for other in inside[place + 1 :] for t in other}
        own = [t for t in draft.tokens if t in inside[place] and t not in later]
        while own and (g.deps[own[-1]] == "cc" or g.pos[own[-1]] == "PUNCT"):
            own.pop()
        yield replace(draft, tokens=(*opening, *own))
