"""No text breaks the search for attributions, and what it answers is in the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.rules.attributions import find_attributions
from briefgen.extract.rules.mentions import find_mentions
from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.rules.reading import read
from briefgen.ingest.article import article_from_text
from briefgen.model.extraction import Attribution
from briefgen.model.quote import QuoteForm

PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "\n\n",
    ",",
    ".",
    ":",
    " — ",
    " said ",
    "Lund",
    " told ",
    "Osei",
    " that ",
]
TEXTS = st.lists(st.sampled_from([*PIECES, " it rains", "she ", " according to ", "Why?"]), max_size=24).map(
    "".join
)


def attributions_of(text: str) -> tuple[Attribution, ...]:
    reading = read(article_from_text("x", text), load_nlp())
    return find_attributions(reading, find_mentions(reading), ())[0]


@settings(max_examples=60, deadline=None)
@given(TEXTS | st.text(max_size=80))
def test_spans_are_verbatim_and_in_order(text: str) -> None:
    found = attributions_of(text)
    places = [one.content[0].span for one in found]
    assert places == sorted(places)
    for at, one in enumerate(found):
        assert all(part.holds_in(text) for part in one.content)
        assert one.cue is None or one.cue.holds_in(text)
        assert one.continues is None or one.continues < at


@settings(max_examples=40, deadline=None)
@given(TEXTS.map(lambda text: "".join(c for c in text if c not in "“”\"'‘’:")))
def test_no_marks_no_direct_quote(text: str) -> None:
    assert not any(one.form is QuoteForm.DIRECT for one in attributions_of(text))
