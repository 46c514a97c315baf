from __future__ import annotations

import pytest

from briefgen.extract.rules.mending import mend
from briefgen.extract.rules.nlp import load_nlp


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (
            "The United Arab Emirates, which ran a base at Assab for years, called on both sides to wait.",
            "called",
        ),
        (
            "Such a course, however, departs from the policy that has been pursued by all governments.",
            "departs",
        ),
    ],
)
def test_the_main_verb_is_found(text: str, verb: str) -> None:
    doc = load_nlp()(text)
    before = [sentence.text for sentence in doc.sents]
    mend(doc)
    (sentence,) = doc.sents
    assert [sentence.text] == before
    assert (sentence.root.text, sentence.root.pos_) == (verb, "VERB")
    assert next(c.dep_ for c in sentence.root.lefts if c.dep_ != "punct") == "nsubj"


def test_an_aside_gives_the_subject_back() -> None:
    doc = load_nlp()("Farmers, Kari Nordmann added, feel cheated and no longer trust the board.")
    mend(doc)
    assert [c.text for c in doc[6].lefts if c.dep_ == "nsubj"] == ["Farmers"]


@pytest.mark.parametrize(
    "text",
    [
        "A port, the biggest in the north, damaged by fire and then by water.",
        "Talks with Norway on fish, on oil and on gas.",
        "The minister, who lost a vote, was called to the palace.",
        "Two boats, one of them old, ships of the navy.",
    ],
)
def test_other_sentences_are_left_alone(text: str) -> None:
    doc, same = load_nlp()(text), load_nlp()(text)
    mend(doc)
    assert [(t.tag_, t.dep_, t.head.i) for t in doc] == [(t.tag_, t.dep_, t.head.i) for t in same]
