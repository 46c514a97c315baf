"""Content as spans of the article: trimmed of what frames it, never empty."""

from __future__ import annotations

import re

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan
from briefgen.extract.rules.attribution.trims import trimmed
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.quoted_sentences import is_set_long, is_title
from briefgen.extract.rules.reading import Reading
from briefgen.extract.rules.regions import Region
from briefgen.model.evidence import Span
from briefgen.model.quote import QuoteForm

_EDGE = frozenset({"PUNCT", "SPACE"})
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_KEPT = frozenset("()[]$%#?!")


def content_spans(grammar: Grammar, candidate: Candidate) -> tuple[Span, ...]:
    """Returns the article spans of a candidate's content, in order, empty parts left out."""
    spans = []
    for part in candidate.content:
        tight = _tight(grammar, trimmed(grammar, part))
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


def with_marks(reading: Reading, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Returns the spans with the whole of each quotation that they begin or end in.

    Words between one pair of marks are said as one; what lies inside one quotation becomes all of it, without
    its marks.
    """
    out = []
    for start, end in spans:
        first, last = start, end
        for region in reading.regions.overlapping((start, end)):
            (outer_start, outer_end), (inner_start, inner_end) = region.outer, region.inner
            if start < outer_start and end < outer_end:
                last = max(last, outer_end)
            elif outer_start < start and outer_end < end:
                first = min(first, outer_start)
            elif outer_start <= start and end <= outer_end:
                first, last = min(first, inner_start), max(last, inner_end)
        out.append((first, last))
    return tuple(out)


def titles_in(reading: Reading, paragraph: int) -> list[Span]:
    """Returns the titles between marks in a paragraph's frame: nobody says `The Art of War` by writing it."""
    return [r.inner for _, r in reading.regions.of_paragraph(paragraph) if is_title_at(reading, r)]


def is_title_at(reading: Reading, region: Region) -> bool:
    """Whether marks within a frame hold a title."""
    words = _NAME.findall(reading.article.text[slice(*region.inner)])
    return not region.masked and len(words) > 1 and (is_title(words) or is_set_long(words))


def form_of(reading: Reading, spans: tuple[Span, ...], *, speech: bool = True) -> QuoteForm:
    """Returns the form of a content: how much of its words stands in quotation marks.

    Where nothing is said, the marks of a title quote nobody.
    """
    marked = words = 0
    for start, end in spans:
        beside = [
            region.inner
            for region in reading.regions.overlapping((start, end))
            if speech or not is_title_at(reading, region)
        ]
        for match in _WORD.finditer(reading.article.text, start, end):
            words += 1
            marked += any(a <= match.start() and match.end() <= b for a, b in beside)
    if marked == 0:
        return QuoteForm.INDIRECT
    return QuoteForm.DIRECT if marked == words else QuoteForm.MIXED


def leads_up(grammar: Grammar, last: int, verb: int) -> bool:
    """Whether a clause is the author's, set before the quotation with a colon: `The mayor was curt: “No,” she said`."""
    is_set_off = ":" in grammar.words[last : last + 2]
    return is_set_off and any(grammar.is_stand_in(at) for at in range(last + 1, verb))
