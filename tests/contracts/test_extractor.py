"""What every extractor must do, whatever it is made of."""

from __future__ import annotations

import pytest

from briefgen.extract.extractor import Extractor
from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.registry import Registry
from briefgen.model.verbatim import misquoted
from briefgen.pipeline import make_brief

TEXTS = {
    "plain": (
        "OSLO, Norway — Norway will back the levy if ministers agree in spring, environment minister Kari "
        "Nordmann told reporters on Friday.\n\n“Delay costs us more,” she said. Brussels, she added, has "
        "given up hope of a deal with Washington."
    ),
    "empty": "",
    "blank lines": "\n\n \n\n",
    "one odd mark": 'The mayor said: "We will build it. Nobody knows when.\n\n"Soon," he added.',
    "no prose": "404\n\n12:30 | 14:00 | 15:45",
    "other signs": "«Nous verrons», a dit le ministre. \U0001f600 “Fine,” said Zoë D’Arcy-O’Neil Jr.",
    "zero width": "The\u200b ministry\ufeff said\u00a0it would “wait and\u2028see”.",
    "quotes only": "“Yes.” “No.” “Maybe,” ”",
    "long line": "He said " + "that they knew " * 400 + "it.",
}


@pytest.fixture(scope="module", params=[RulesExtractor], ids=lambda c: c.name)
def extractor(request: pytest.FixtureRequest) -> Extractor:
    made: Extractor = request.param()
    return made


@pytest.mark.parametrize("name", TEXTS)
def test_every_item_stands_word_for_word_in_the_article(extractor: Extractor, name: str) -> None:
    article = article_from_text(name.replace(" ", "-"), TEXTS[name], published="2024-05-03")
    assert misquoted(extractor.extract(article), article.text) == []
    assert misquoted(make_brief(article, extractor, Registry()), article.text) == []


def test_the_same_article_gives_the_same_brief(extractor: Extractor) -> None:
    article = article_from_text("plain", TEXTS["plain"], published="2024-05-03")
    assert make_brief(article, extractor, Registry()) == make_brief(article, extractor, Registry())


def test_ids_are_distinct_within_a_brief(extractor: Extractor) -> None:
    text = "\n\n".join([TEXTS["plain"]] * 3)
    brief = make_brief(article_from_text("thrice", text, published="2024-05-03"), extractor, Registry())
    for items in (brief.actors, brief.quotes, brief.positions, brief.dates, brief.topics):
        ids = [item.id for item in items]
        assert len(ids) == len(set(ids))


def test_references_within_a_brief_lead_somewhere(extractor: Extractor) -> None:
    brief = make_brief(
        article_from_text("plain", TEXTS["plain"], published="2024-05-03"), extractor, Registry()
    )
    actors = {a.id for a in brief.actors}
    quotes = {q.id for q in brief.quotes}
    positions = {p.id for p in brief.positions}
    for quote in brief.quotes:
        assert quote.speaker is None or set(quote.speaker.actors) <= actors
    for position in brief.positions:
        assert {*position.holder, *position.asserted_by, *position.relayed_by} <= actors
        assert set(position.quotes) <= quotes
    for point in brief.key_points:
        assert set(point.rests_on) <= positions
