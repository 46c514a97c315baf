"""Turns of a transcript: `LEE: We waited.`, with or without marks around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled turn: who, by token of the passage it stands in, and the words after the label."""

    grammar: Grammar
    source: int
    content: Span
    region: int | None


def find_turns(
    reading: Reading, frames: Mapping[int, Grammar], insides: Mapping[int, Grammar]
) -> dict[int, Turn]:
    """Returns the labelled turns by paragraph."""
    turns: dict[int, Turn] = {}
    text = reading.article.text
    opening = {region.paragraph: index for index, region in reversed(list(enumerate(reading.regions)))}
    for number, label in reading.labels.items():
        start, end = reading.paragraphs[number]
        index = opening.get(number)
        grammar, region = frames.get(number), None
        if index is not None and index in insides:
            first = reading.regions[index]
            if label.start == first.inner[0]:
                end, region = first.inner[1], index
            elif not text[start : first.outer[0]].strip() and label.start < first.inner[1]:
                grammar, end, region = insides[index], first.inner[1], index
        source = _token_at(grammar, label.name[1]) if grammar is not None else None
        if grammar is not None and source is not None:
            content = (label.start, label.start + len(text[label.start : end].rstrip()))
            turns[number] = Turn(grammar, source, content, region)
    return turns


def _token_at(grammar: Grammar, end: int) -> int | None:
    for at in range(len(grammar)):
        if grammar.passage.ends[at] >= end and not grammar.is_stand_in(at):
            return at
    return None
