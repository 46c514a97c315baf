"""A sentence whose tag parts it between subject and verb: `“The plan,” she said, “is a disaster.”`"""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Span

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST_TAG = 120
"""Characters from the end of the first half to the second."""
_STOPS = frozenset(".!?")


def subject_before_tag(reading: Reading, g: Grammar, clause: Clause) -> Span | None:
    """Returns the subject in the quotation's first half for a verb that opens the second; None where there is none."""
    region = g.passage.region
    if region is None or region == 0 or clause.subject is not None or g.tags[0] not in _FINITE:
        return None
    if clause.head != 0 and (g.heads[0] != clause.head or g.deps[0] not in ("aux", "auxpass")):
        return None
    here, before = reading.regions[region], reading.regions[region - 1]
    start, end = before.inner
    if before.paragraph != here.paragraph or here.outer[0] - before.outer[1] > _LONGEST_TAG:
        return None
    text = reading.article.text
    if not text[start:end].rstrip().endswith(",") or _STOPS & set(text[before.outer[1] : here.outer[0]]):
        return None
    first = next((other for other in reading.grammars if other.passage.region == region - 1), None)
    if first is None or len(first.sentences) != 1:
        return None
    root = next((t for t in range(len(first)) if first.heads[t] == t), None)
    if root is None or first.pos[root] not in _NOMINAL or first.deps[root] == "intj":
        return None
    opens = first.span(first.left[root], root)[0]
    return (opens, start + len(text[start:end].rstrip().rstrip(",")))
