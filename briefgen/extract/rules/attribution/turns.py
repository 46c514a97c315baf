"""Turns of a transcript: `LEE: We waited.`, with or without marks around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Span

_LABEL = re.compile(
    r"[\s*_]*((?:[A-Z][\w’'-]*\.?|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]*\.?|of|the|de|van)){0,4})"
    r"(?:\s*\([^)]{1,30}\))?[*_]*:[*_]*\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled turn: who, by token of the passage it stands in, and the words after the label."""

    label: str
    grammar: Grammar
    source: int
    content: Span
    region: int | None
    paragraph: int


def find_turns(
    reading: Reading, frames: Mapping[int, Grammar], insides: Mapping[int, Grammar]
) -> dict[int, Turn]:
    """Returns the labelled turns by paragraph; none where no label comes twice: those are headings."""
    turns: dict[int, Turn] = {}
    text = reading.article.text
    opening = {region.paragraph: index for index, region in reversed(list(enumerate(reading.regions)))}
    for number, (start, end) in enumerate(reading.paragraphs):
        index = opening.get(number)
        grammar, at, region = frames.get(number), start, None
        if index is not None and index in insides:
            first = reading.regions[index]
            if not text[start : first.outer[0]].strip():
                grammar, at, end, region = insides[index], first.inner[0], first.inner[1], index
        match = _LABEL.match(text, at, end)
        if match is None or grammar is None:
            continue
        source = _token_at(grammar, match.end(1))
        if source is not None:
            content = (match.end(), match.end() + len(text[match.end() : end].rstrip()))
            turns[number] = Turn(match.group(1), grammar, source, content, region, number)
    labels = [turn.label for turn in turns.values()]
    return turns if len(set(labels)) < len(labels) else {}


def _token_at(grammar: Grammar, end: int) -> int | None:
    for at in range(len(grammar)):
        if grammar.passage.ends[at] >= end and not grammar.is_stand_in(at):
            return at
    return None
