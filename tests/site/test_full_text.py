"""An article's text with its items marked: nothing is lost, items that overlap do not nest."""

from __future__ import annotations

from briefgen.model.evidence import Evidence
from briefgen.site.views.full_text import mark_text
from tests.bench.synthetic import make_brief

TEXT = "Ministers will back the levy.\n\n“Delay costs us more,” she said.\nThe end."


def test_every_word_stands_and_items_are_marked() -> None:
    brief = make_brief(0)
    at = TEXT.index("back the levy")
    position = brief.positions[0].model_copy(
        update={"evidence": (Evidence.of(TEXT, at, at + 13), Evidence.of(TEXT, at + 5, at + 20))}
    )
    quote = brief.quotes[0].model_copy(update={"content": (Evidence.of(TEXT, 32, 52),)})
    brief = brief.model_copy(update={"positions": (position,), "quotes": (quote,)})
    paragraphs = mark_text(TEXT, brief)
    assert ["".join(s.text for s in stretches) for stretches in paragraphs] == [
        "Ministers will back the levy.",
        "“Delay costs us more,” she said.",
        "The end.",
    ]
    marked = [(s.text, s.item) for stretches in paragraphs for s in stretches if s.item]
    assert marked == [("back the levy", position.id), (TEXT[32:52], quote.id)]
