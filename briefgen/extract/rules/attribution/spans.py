"""Content as spans of the article: trimmed of what frames it, never empty."""

from __future__ import annotations

import re

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Span
from briefgen.model.quote import QuoteForm

_EDGE = frozenset({"PUNCT", "SPACE"})
_WORD = re.compile(r"\w+")
_KEPT = frozenset("()[]$%#?!")


def content_spans(grammar: Grammar, candidate: Candidate) -> tuple[Span, ...]:
    """Returns the article spans of a candidate's content, in order, empty parts left out."""
    spans = []
    for part in candidate.content:
        tight = _tight(grammar, part)
        if tight is not None:
            spans.append(grammar.span(*tight))
    return tuple(spans)


def _tight(grammar: Grammar, part: TokenSpan) -> TokenSpan | None:
    first, last = part
    while first <= last and grammar.pos[first] in _EDGE and grammar.words[first] not in _KEPT:
        first += 1
    while first <= last and grammar.pos[last] in _EDGE and grammar.words[last] not in _KEPT:
        last -= 1
    while first <= last and grammar.deps[last] == "cc":
        last -= 1
    return (first, last) if first <= last else None


def form_of(reading: Reading, spans: tuple[Span, ...]) -> QuoteForm:
    """Returns the form of a content: how much of its words stands in quotation marks."""
    marked = words = 0
    for span in spans:
        for match in _WORD.finditer(reading.article.text, *span):
            words += 1
            marked += any(
                region.inner[0] <= match.start() and match.end() <= region.inner[1]
                for region in reading.regions
            )
    if marked == 0:
        return QuoteForm.INDIRECT
    return QuoteForm.DIRECT if marked == words else QuoteForm.MIXED
