"""Positions beside annotated attributions: the same source, another, one that is open, none."""

from __future__ import annotations

import pytest

from briefgen.evaluate.holders import Verdict, compare, report
from briefgen.model.brief import Brief
from tests.bench.synthetic import make_brief


def _told(brief: Brief) -> tuple[Brief, int, int, str]:
    """Returns a brief with one position in somebody's own words, and where these stand and who it is."""
    position = next(p for p in brief.positions if p.basis.value == "stated")
    holder = next(a for a in brief.actors if a.id == position.holder[0])
    only = brief.model_copy(update={"positions": (position.model_copy(update={"relayed_by": ()}),)})
    return (only, *position.evidence[0].span, holder.name)


@pytest.mark.parametrize(
    ("source", "verdict"),
    [("{holder}", Verdict.SAME), ("a stranger", Verdict.OTHER), ("he", Verdict.OPEN), (None, Verdict.NONE)],
)
def test_a_position_is_laid_beside_what_was_annotated(source: str | None, verdict: Verdict) -> None:
    brief, start, end, holder = _told(make_brief(0))
    speaker = {"start": 10**6, "end": 10**6 + 5, "text": (source or "").format(holder=holder)}
    quotes = [{"start": start, "end": end, "speaker": speaker}] if source is not None else []
    assert [finding.verdict for finding in compare(brief, quotes)] == [verdict]


def test_the_report_tells_parts_of_each_basis() -> None:
    brief, start, end, holder = _told(make_brief(0))
    quotes = [{"start": start, "end": end, "speaker": {"start": 0, "end": 1, "text": holder}}]
    lines = report(compare(brief, quotes))
    assert lines[0].split() == ["stated", "same", "source", "1", "100.0%"] and len(lines) == 12
