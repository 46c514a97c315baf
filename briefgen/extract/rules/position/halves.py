"""A sentence whose tag parts it between subject and verb: `“The plan,” she said, “is a disaster.”`"""

from __future__ import annotations

import re

from briefgen.extract.rules.grammar import FINITE_TAGS, Grammar
from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST_TAG = 120
"""Characters from the end of the first half to the second."""
_REACH = 240
_STOPS = frozenset(".!?")
_BARE_HALF = re.compile(
    r"(?:^|\n|[.!?][”’\"']?\s+)(?:(?:But|And|Yet|So|Still),? )?"
    r"([^\s.!?,;:“”\"][^.!?,;:“”\"\n]{1,120}), ([^.!?,;:“”\"\n]{3,60}), $"
)
"""A first half without marks, and the tag: `Raising the toll, she said, “is like …”`."""


def first_half(reading: Reading, g: Grammar, clause: Clause, source: Frame) -> Span | None:
    """Returns the subject that a tag parts from a verb that opens quoted words; None where there is none."""
    region = g.passage.region
    if region is None or clause.subject is not None or g.tags[0] not in FINITE_TAGS:
        return None
    if clause.head != 0 and (g.heads[0] != clause.head or g.deps[0] not in ("aux", "auxpass")):
        return None
    return _quoted_half(reading, region) or _bare_half(reading, region, source)


def _quoted_half(reading: Reading, region: int) -> Span | None:
    """Returns the words in marks before a tag, where they are a subject and no more."""
    here = reading.regions[region]
    before = reading.regions[region - 1] if region else here
    start, end = before.inner
    if before.paragraph != here.paragraph or not 0 < here.outer[0] - before.outer[1] <= _LONGEST_TAG:
        return None
    text = reading.article.text
    words = text[start:end].rstrip()
    if not words.endswith(",") or _STOPS & set(text[before.outer[1] : here.outer[0]]):
        return None
    first = next((other for other in reading.grammars if other.passage.region == region - 1), None)
    if first is None or len(first.sentences) != 1:
        return None
    root = next((t for t in range(len(first)) if first.heads[t] == t), None)
    if root is None or first.pos[root] not in _NOMINAL or first.deps[root] == "intj":
        return None
    return (first.span(first.left[root], root)[0], start + len(words) - 1)


def _bare_half(reading: Reading, region: int, source: Frame) -> Span | None:
    """Returns the words before a tag that have no marks, in a sentence that goes on within marks."""
    text, end = reading.article.text, reading.regions[region].outer[0]
    start = max(0, end - _REACH)
    match = _BARE_HALF.search(text[start:end])
    cue = source.cue
    if match is None or cue is None or not start + match.start(2) <= cue[0] < start + match.end(2):
        return None
    return (start + match.start(1), start + match.end(1))
