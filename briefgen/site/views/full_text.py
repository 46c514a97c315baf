"""An article's whole text with its items marked: for private sites only."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefgen.model.brief import Brief

_PARAGRAPH = re.compile(r"\n\s*\n|\n")


class Stretch(NamedTuple):
    """Words of the article; `item` is the id of the item that rests on them, if any does."""

    text: str
    item: str | None
    label: str


def mark_text(text: str, brief: Brief) -> tuple[tuple[Stretch, ...], ...]:
    """Returns the paragraphs of a text in stretches; where items overlap, the first and longest is marked."""
    marks = sorted(
        [(e.start, -e.end, p.id, "position") for p in brief.positions for e in p.evidence]
        + [(c.start, -c.end, q.id, "quotation") for q in brief.quotes for c in q.content]
    )
    chosen: list[tuple[int, int, str, str]] = []
    for start, end, id, kind in marks:
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, -end, id, kind))
    paragraphs, begin = [], 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[begin:end].strip():
            paragraphs.append(_stretches(text, begin, end, chosen))
        begin = gap.end() if gap else end
    return tuple(paragraphs)


def _stretches(
    text: str, begin: int, end: int, marks: list[tuple[int, int, str, str]]
) -> tuple[Stretch, ...]:
    out, at = [], begin
    for start, stop, id, kind in marks:
        first, last = max(start, begin), min(stop, end)
        if first >= last:
            continue
        if first > at:
            out.append(Stretch(text[at:first], None, ""))
        out.append(Stretch(text[first:last], id, kind))
        at = last
    if at < end:
        out.append(Stretch(text[at:end], None, ""))
    return tuple(out)
