"""Positions that a noun carries: `opposition to the levy`, `its hostility toward`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.extract.rules.grammar import Grammar
from briefgen.lexicons.nominals import NominalEntry, nominal_index

_COMPLEMENTS = frozenset(
    {"to", "toward", "towards", "of", "for", "against", "with", "that", "at", "in", "over", "on"}
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that carries a position, with its possessor and its words."""

    head: int
    holder: int
    first: int
    last: int
    entry: NominalEntry


def find_nominals(g: Grammar) -> Iterator[Nominal]:
    """Yields the nouns that carry a position of a possessor, by place, if they have a complement."""
    for token in range(len(g)):
        if g.pos[token] not in ("NOUN", "PROPN"):
            continue
        entry = nominal_index().get(g.lemmas[token])
        if entry is None:
            continue
        holder = _possessor(g, token)
        if holder is None:
            continue
        complement = next(
            (
                c
                for c in g.children[token]
                if c > token
                and (
                    (g.deps[c] == "prep" and g.lemmas[c] in _COMPLEMENTS)
                    or g.deps[c] in ("acl", "relcl", "ccomp", "xcomp")
                )
            ),
            None,
        )
        if complement is None:
            continue
        yield Nominal(token, holder, g.left[token], g.right[complement], entry)


def _possessor(g: Grammar, token: int) -> int | None:
    """Returns the token of the possessor, or of a country before the noun (`the U.S. commitment`)."""
    for child in g.children[token]:
        if g.deps[child] == "poss":
            return child
    for child in g.children[token]:
        if g.deps[child] == "compound" and g.pos[child] == "PROPN" and child < token:
            return child
    return None
