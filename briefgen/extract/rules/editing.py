"""What an editor sets into quoted words: brackets round what he adds, dots for what he leaves out."""

from __future__ import annotations

import re
from functools import cache

from briefgen.lexicons.function_words import function_words
from briefgen.model.evidence import Span

_GUESSED = re.compile(
    r"\((?:it|he|she|they|we|them|this|these|the|its|his|her|their)(?: [\w’'-]+){0,2}\)", re.I
)
"""`(It) seems to lose money`: what a pronoun or name stands for; an aside in brackets is left alone."""

_FILLED_IN = re.compile(r"\((?:[a-z][\w’'-]* ){0,3}[A-Z][a-z][\w’'-]*\)(?= [A-Z][a-z])")
"""`(the former mayor Ola) Hansen is gone`: the rest of a name, and who it is."""


@cache
def _gaps() -> re.Pattern[str]:
    words = "|".join(sorted(re.escape(word) for word in function_words().unfinished.words))
    return re.compile(rf"\b(?:{words})\s(\[?(?:…|\.\.\.|\. \. \.)\]?)\s", re.I)


def is_edited(text: str) -> bool:
    """Whether a stretch may hold such marks at all."""
    return "[" in text or "(" in text or "…" in text or ".." in text or ". ." in text


def edited_out(text: str, span: Span, quoted: tuple[Span, ...]) -> frozenset[int]:
    """Returns the characters of a stretch that are its editor's marks, for the grammar to read on without them.

    `bound by the ... Charter`, `They trust [Hansen] now`; round brackets only within quotation marks.
    """
    start, end = span
    if not is_edited(text[start:end]):
        return frozenset()
    out = {at for at in range(start, end) if text[at] in "[]"}
    for match in _gaps().finditer(text, start, end):
        out.update(range(*match.span(1)))
    for first, last in quoted:
        for pattern in (_GUESSED, _FILLED_IN):
            for match in pattern.finditer(text, max(first, start), min(last, end)):
                out |= {match.start(), match.end() - 1}
    return frozenset(out)
