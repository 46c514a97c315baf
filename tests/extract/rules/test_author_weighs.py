"""An analysis is told from a report by how little of it others say; its present tense is its author's."""

from __future__ import annotations

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.extraction import PositionCandidate

COMMENT = """\
The ferry to Vardø has become a symbol of everything that the north expects of Oslo. It links two \
towns that have little else in common, and it carries the hopes of a generation that grew up with \
empty quays and closed schools.

The new timetable departs from a promise that every government since the war has kept. A winter \
without a boat is a winter without a doctor, and the islands draw their own conclusions from that. \
While the cost of the line matters, it is only one of the things that decide how people on the coast \
will vote next year.

Oslo closed the yard in 1998. The mayor left for the south a year later, and two of the pilots \
followed him there. A cheaper boat was built in Gdansk, sailed for two summers and sank in the \
harbour one night in March. Its wreck lies there still, and children learn to dive beside it when \
the water is warm enough in late July and August.

One of the benefits the islands can expect is precisely the trouble that the cabinet has with its \
own voters. The direction of this quarrel is much more important for the coast than the sum in any \
budget. Nobody in the capital has an answer to that, and the next storm will not wait for one. A \
line like this one earns no money and never will.
"""
REPORT = COMMENT.replace("\n\n", "\n\nKari Nordmann said: “{}”\n\n").format(
    *("The ferry is a lifeline for us all and it has to stay, whatever it costs the state in any year. " * 4,)
    * 3
)


def _of_author(text: str) -> list[PositionCandidate]:
    extraction = RulesExtractor().extract(article_from_text("x", text, published="2024-05-14"))
    return [p for p in extraction.positions if p.holder_is_author]


def _said(positions: list[PositionCandidate]) -> str:
    return " | ".join(e.text for p in positions for e in p.evidence)


def test_the_author_of_a_comment_holds_what_he_weighs() -> None:
    said = _said(_of_author(COMMENT))
    for words in ("departs from a promise", "has become a symbol", "it is only one of the things"):
        assert words in said


def test_what_happened_is_no_view_even_there() -> None:
    said = _said(_of_author(COMMENT))
    assert "Oslo closed" not in said
    assert "sank in the harbour" not in said


def test_the_author_of_a_report_holds_less() -> None:
    assert len(_of_author(REPORT)) < len(_of_author(COMMENT))
    assert "has become a symbol" not in _said(_of_author(REPORT))


def test_figures_and_lists_are_no_view_even_there() -> None:
    facts = (
        "The mayor is 61. Its other ports include Bodø. The old boat has been sold. The figures show a fall."
    )
    views = " The quarrel is crucial for the coast. A ban would involve a risk for both towns."
    said = _said(_of_author(COMMENT + "\n" + facts + views))
    assert "quarrel is crucial" in said
    assert "would involve a risk" in said
    assert not any(word in said for word in ("is 61", "include Bodø", "has been sold", "figures show"))
