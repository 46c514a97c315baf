from __future__ import annotations

import pytest

from briefgen.extract.rules.events import find_events
from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.rules.reading import read
from briefgen.extract.timex import tag
from briefgen.ingest.article import article_from_text
from briefgen.model.timex import DateEvent

CASES = [
    ("The council closed the bridge on Friday.", "The council closed the bridge", None),
    ("On Friday, the council closed the bridge.", "the council closed the bridge", None),
    ("The council did not close the bridge on Friday.", "The council did not close the bridge", "negated"),
    ("The council will close the bridge on Friday.", "The council will close the bridge", "planned"),
    ("The council is scheduled to close the bridge in May.", None, "planned"),
    ("If the council closes the bridge on Friday, trade will suffer.", None, "conditional"),
    (
        "The mayor said that the council closed the bridge in May.",
        "the council closed the bridge",
        "reported",
    ),
    ("In August, the firm plans to release a boat.", "the firm plans to release a boat", "planned"),
    ("On Friday, the mayor vowed to close the bridge.", "the mayor vowed to close the bridge", None),
    ("The 2019 summit failed.", "The 2019 summit", None),
    ("Two weeks after the truce began, the shelling resumed.", "the shelling resumed", None),
    ("The bridge will not open until Friday.", "The bridge will not open until Friday", "planned"),
    ("The bridge did not open until Friday.", "The bridge did not open until Friday", None),
    ("Cases have doubled, the agency said on Tuesday.", "Cases have doubled, the agency said", None),
]


def event_of(text: str) -> DateEvent:
    article = article_from_text("a", text, published="2024-11-19")
    (found,) = find_events(read(article, load_nlp()), tag(text, "2024-11-19"))
    assert text[slice(*found.event.span)] == found.event.text
    return found.event


@pytest.mark.parametrize(("text", "words", "status"), CASES)
def test_clause_and_status(text: str, words: str | None, status: str | None) -> None:
    event = event_of(text)
    assert event.status == status
    if words is not None:
        assert event.text == words


def test_a_verb_that_only_stands_for_another_tells_no_event() -> None:
    text = "If the council closes the bridge, as it did in 2019, trade will suffer."
    assert find_events(read(article_from_text("a", text), load_nlp()), tag(text, "2024-11-19")) == ()
    assert event_of("The council opened the bridge as it did the work in 2019.").text
