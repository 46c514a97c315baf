"""A reading ties every token to its place in the article."""

from __future__ import annotations

import pytest

from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.rules.reading import Reading, read
from briefgen.ingest.article import article_from_text


def reading_of(text: str) -> Reading:
    return read(article_from_text("x", text), load_nlp())


TEXTS = [
    "“Delay costs us more,” she said.  “We know.” Critics called it “a gift” to miners.",
    'He asked: "Why not?"\n\n"We waited. We hoped.\n\n"We lost," he said.',
    " leading space\tand\u00a0odd ones, ‘He will go,’ he said",
    "“Only words in marks.”",
    "“They trust [Hansen] now,” she said. “(It) is bound by the ... Charter [of May].”",
    "\n\n",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_has_its_place(text: str) -> None:
    reading = reading_of(text)
    for passage in reading.passages:
        for token in passage.doc:
            start, end = passage.token_span(token)
            if token.i in passage.stand_ins:
                assert (start, end) == reading.regions[passage.stand_ins[token.i]].inner
            elif not token.is_space:
                assert text[start:end] == token.text


def test_a_sentence_in_marks_is_a_passage_of_its_own() -> None:
    reading = reading_of("“Delay costs us more,” she said.")
    frame, inside = reading.passages
    assert frame.doc.text == "Yes, she said."
    assert frame.stand_ins == {0: 0}
    assert inside.region == 0
    assert inside.doc.text == "Delay costs us more,"


@pytest.mark.parametrize(
    "text",
    [
        "Critics called it “a gift” to miners.",
        "She wrote “The Long Way Home” in spring.",
        "He pledged to adopt the “most stringent” rules.",
    ],
)
def test_a_fragment_stays_in_its_frame(text: str) -> None:
    (frame,) = reading_of(text).passages
    assert frame.doc.text == text.replace("“", "").replace("”", "")
    assert not frame.stand_ins
