"""Mentions as they come out of a text: names whole, titles in, places out."""

from __future__ import annotations

import pytest

from briefgen.extract.rules.mentions import MentionTable, find_mentions
from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.rules.reading import Reading, read
from briefgen.ingest.article import article_from_text
from briefgen.model.extraction import Mention, MentionForm


def mentions_of(text: str) -> tuple[Reading, MentionTable]:
    reading = read(article_from_text("x", text), load_nlp())
    return reading, find_mentions(reading)


def named(text: str, head: str) -> Mention:
    _, table = mentions_of(text)
    return next(m for m in table.freeze() if m.head.text == head)


def test_every_mention_says_the_words_at_its_place() -> None:
    text = "Kenyan President Ruth Weru met Olav Berg, a professor of law at Bergen University, in Nairobi."
    for mention in mentions_of(text)[1].freeze():
        assert text[mention.span[0] : mention.span[1]] == mention.text
        assert text[mention.head.start : mention.head.end] == mention.head.text


def test_a_title_belongs_to_the_mention_and_an_apposition_to_the_role() -> None:
    text = "“It works,” said Olav Berg, a professor of law at Bergen University, on Monday."
    mention = named(text, "Olav Berg")
    assert mention.text == "Olav Berg"
    assert mention.role is not None
    assert mention.role.text.startswith("professor of law")
    assert mention.affiliation is not None
    assert mention.affiliation.text == "Bergen University"


def test_for_token_gives_a_coordination_with_its_parts() -> None:
    reading, table = mentions_of("Kenya and Uganda said the bridge was safe.")
    passage = reading.passages[0]
    index = table.for_token(passage, 0)
    whole = table.freeze()[index]
    assert whole.text == "Kenya and Uganda"
    assert [table.freeze()[part].text for part in whole.parts] == ["Kenya", "Uganda"]
    assert table.for_token(passage, 0) == index


def test_for_token_adds_what_no_rule_has_listed() -> None:
    reading, table = mentions_of("The report said the bridge was safe.")
    passage = reading.passages[0]
    assert table.at_token(passage, 1) is None
    index = table.for_token(passage, 1)
    assert table.freeze()[index].text == "The report"
    assert table.at_token(passage, 1) == index


@pytest.mark.parametrize("text", ["", "\n\n", "12 345", "“”"])
def test_nothing_is_found_where_nothing_is_named(text: str) -> None:
    assert all(m.form is not MentionForm.NAME for m in mentions_of(text)[1].freeze())
