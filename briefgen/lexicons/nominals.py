"""Nouns that carry a position of their possessor."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model
from briefgen.model.position import Act, Basis, Stance


class NominalEntry(Model):
    """A group of nouns: the act they are, which way they lean, and the basis where nobody asserts them."""

    id: str
    act: Act
    stance: Stance
    basis: Basis = Basis.NARRATED
    plover: str | None = None
    link: str = "has"
    """What makes a sentence of possessor and noun: `Norway` `has made the` `offer to sell`."""
    telling: frozenset[str] | None = None
    """Prepositions behind which a noun tells what it is: `a demand for a raise`, no `demand in the paper`."""
    example: str
    words: tuple[str, ...]


class NominalLexicon(Lexicon):
    """nominals.yml."""

    groups: tuple[NominalEntry, ...]
    with_infinitive: dict[str, str]
    """Noun → the verb that says it of the possessor: `refusal to sign` → `refuses to`."""
    with_preposition: dict[str, str]
    """The same with the preposition behind the noun: `opposition to the levy` → `opposes`."""
    waning: frozenset[str]
    """What becomes of a mind that is no longer so: `his hope has faded`."""
    wearing: dict[str, frozenset[str]]
    """The same with the word behind the verb: `his patience is wearing thin`."""
    charms: frozenset[str]
    opponents: frozenset[str]
    supporters: frozenset[str]
    """What somebody is called for where he stands: `a critic of the levy`."""
    hopeful: frozenset[str]
    """Nouns of what one expects: who does no longer is not against it."""
    kept: frozenset[str]
    """What one has until it wanes: `patience`."""


@cache
def nominal_lexicon() -> NominalLexicon:
    """Returns the lexicon of nouns."""
    return load("nominals", NominalLexicon)


@cache
def nominal_index() -> Mapping[str, NominalEntry]:
    """Returns the group of each noun lemma."""
    lexicon = nominal_lexicon()
    return MappingProxyType({word: group for group in lexicon.groups for word in group.words})


@cache
def nominal_codes() -> Mapping[str, str]:
    """Returns the PLOVER code of each group that has one, by the group's id."""
    lexicon = nominal_lexicon()
    return MappingProxyType({group.id: group.plover for group in lexicon.groups if group.plover})
