"""The common nouns of an article with what stands before them: what its topics can be named by."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Span

_NOUNS = frozenset({"NN", "NNS"})
_BEFORE = _NOUNS | {"JJ", "VBN", "VBG", "HYPH"}
"""Tags of what may belong to the name of a thing: no comparative (`a better deal`), number or name."""


def find_noun_phrases(reading: Reading) -> tuple[Span, ...]:
    """Returns each common noun from the adjectives and nouns right before it to itself, by place.

    A noun inside a longer name (`uranium enrichment facility`) ends a phrase of its own.
    """
    return tuple(sorted({span for g in reading.grammars for span in _phrases(g)}))


def _phrases(g: Grammar) -> Iterator[Span]:
    for noun in range(len(g)):
        if g.tags[noun] not in _NOUNS or g.is_stand_in(noun) or _is_counted(g, noun):
            continue
        if g.tags[noun + 1 : noun + 2] == ("HYPH",):
            continue  # `result-oriented`
        first = noun
        while first > g.left[noun] and g.tags[first - 1] in _BEFORE:
            first -= 1
        if g.tags[first] == "HYPH":
            first += 1
        yield g.span(first, noun)


def _is_counted(g: Grammar, noun: int) -> bool:
    """Whether a noun only says of what there are so many: `40 barrels`, `pounds 4bn`."""
    beside = (g.words[at] for at in (noun - 1, noun + 1) if 0 <= at < len(g))
    return any(word[0].isdigit() for word in beside)
