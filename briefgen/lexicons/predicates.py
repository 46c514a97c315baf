"""Predicates: which act a verb or its phrase is, and which way it leans toward its object."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType

from pydantic import Field

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model
from briefgen.model.position import Act, Stance


class PredicateKind(StrEnum):
    """How a predicate tells a position of its subject."""

    SAY = "say"
    SPEECH = "speech"
    ATTITUDE = "attitude"
    ACTION = "action"
    WITHHOLD = "withhold"


class Negated(Model):
    """What a predicate becomes under a negation."""

    act: Act
    stance: Stance
    kind: PredicateKind | None = None
    """How it tells a position then, where not as without the negation: who does not welcome something says nothing."""


class PredicateGroup(Model):
    """Predicates that are the same act and lean the same way."""

    id: str
    kind: PredicateKind
    act: Act
    stance: Stance
    plover: str | None = None
    negated: Negated | None = None
    only: str | None = Field(default=None, pattern="^(negated|affirmed|content|ascribed|idle)$")
    """`negated`: only under a negation (`did not reply`); `affirmed`: only without one; `content`: only with what is
    said beside it; `ascribed`: only where somebody says it of another, for the author's `The paper learned that it had
    rained` is news; `idle`: never: it only reads like another entry (`struck a softer note`)."""
    holder: str = Field(default="subject", pattern="^(subject|object)$")
    persons: bool = True
    """Whether it tells a position of a person too, or of states and bodies only."""
    example: str
    words: tuple[str, ...]


class PredicateLexicon(Lexicon):
    """predicates.yml."""

    groups: tuple[PredicateGroup, ...]


@cache
def predicate_index() -> Mapping[str, tuple[tuple[tuple[str, ...], PredicateGroup], ...]]:
    """Returns, for each verb lemma, what must stand under it and the group it then is in, longest first.

    Where two groups hold the same words, both are listed, in the order of the file.
    """
    lexicon = load("predicates", PredicateLexicon)
    index: dict[str, list[tuple[tuple[str, ...], PredicateGroup]]] = {}
    for group in lexicon.groups:
        for words in group.words:
            first, *rest = words.split()
            index.setdefault(first, []).append((tuple(rest), group))
    return MappingProxyType(
        {lemma: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for lemma, entries in index.items()}
    )


def group_of(verb: str) -> PredicateGroup:
    """Returns what a verb of the lexicon tells by itself; raises KeyError where it has no such verb."""
    return next(group for rest, group in predicate_index()[verb] if not rest)


@lru_cache(maxsize=1 << 13)
def disposition(*words: str) -> PredicateGroup | None:
    """Returns the attitude of who is so: `desperate`, `determined`, `tempted` `by`."""
    wanted = tuple(word.lower() for word in words)
    found = (group for rest, group in predicate_index().get("be", ()) if rest == wanted)
    return next((group for group in found if group.kind is PredicateKind.ATTITUDE), None)


@cache
def plover_codes() -> Mapping[tuple[str, Act], str]:
    """Returns the PLOVER code of each group that has one, by the group's id and act: not for its negation."""
    lexicon = load("predicates", PredicateLexicon)
    return MappingProxyType({(group.id, group.act): group.plover for group in lexicon.groups if group.plover})
