"""Labels of a transcript: `LEE: We waited.` at the start of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.model.evidence import Span

_LABEL = re.compile(
    r"[\s*_“\"]*((?:[A-Z][\w’'-]*\.?|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]*\.?|of|the|de|van)){0,4})"
    r"(?:\s*\([^)]{1,30}\))?[*_]*:[*_]*\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks in a paragraph, and where his words begin."""

    name: Span
    start: int
    asks: bool = False
    """Whether it is the one who puts the questions."""


def labels_of(text: str, paragraphs: Sequence[Span]) -> dict[int, Label]:
    """Returns the labels of a transcript by paragraph; none where no two take turns: those are headings."""
    found = {
        number: Label(match.span(1), match.end())
        for number, (start, end) in enumerate(paragraphs)
        if (match := _LABEL.match(text, start, end)) is not None
    }
    turns: dict[str, list[bool]] = {}
    for number, label in found.items():
        words = text[label.start : paragraphs[number][1]].rstrip('”"*_ ')
        turns.setdefault(text[slice(*label.name)], []).append(words.endswith("?"))
    if not 1 < len(turns) < len(found):
        return {}
    shares = sorted(((sum(asked) / len(asked), name) for name, asked in turns.items()), reverse=True)
    asker = shares[0][1] if shares[0][0] > shares[1][0] else None
    return {number: replace(label, asks=text[slice(*label.name)] == asker) for number, label in found.items()}
