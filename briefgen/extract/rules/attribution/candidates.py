"""All candidates of a passage, in order of their cue."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.attribution.asides import aside_candidates
from briefgen.extract.rules.attribution.candidate import Candidate
from briefgen.extract.rules.attribution.clauses import says_idly, verb_candidates
from briefgen.extract.rules.attribution.nouns import (
    adverb_candidates,
    colon_candidates,
    noun_candidates,
    phrase_candidates,
)
from briefgen.extract.rules.grammar import VERBAL, Grammar


def candidates(grammar: Grammar) -> Iterator[Candidate]:
    """Yields everything in a passage that could be an attribution, sure or not."""
    quoted, stand_ins = grammar.passage.quoted, grammar.passage.stand_ins
    for at, (pos, dep, word) in enumerate(zip(grammar.pos, grammar.deps, grammar.words, strict=True)):
        if at in stand_ins or at in quoted:
            continue
        if pos in VERBAL and not grammar.has_mark(at, "if", "unless") and not says_idly(grammar, at):
            yield from verb_candidates(grammar, at)
            yield from aside_candidates(grammar, at)
        elif pos == "NOUN":
            yield from noun_candidates(grammar, at)
        elif pos == "ADV":
            yield from adverb_candidates(grammar, at)
        if dep == "prep" or word.lower() == "according":
            yield from phrase_candidates(grammar, at)
        elif word == ":":
            yield from colon_candidates(grammar, at)
