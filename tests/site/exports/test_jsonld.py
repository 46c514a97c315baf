"""Linked data is read out of a page by an HTML parser and a JSON parser."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from briefgen.model.brief import Brief
from briefgen.site.exports.address import Address
from briefgen.site.exports.jsonld import json_ld
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus

_HERE = Address("https://briefs.example/")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.starts: list[str] = []
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.starts.append(tag)

    def handle_data(self, data: str) -> None:
        self.data += data


def _read(brief: Brief) -> dict[str, object]:
    page = _Page()
    page.feed(f'<script type="application/ld+json">{json_ld(brief, _HERE)}</script>')
    page.close()
    assert page.starts == ["script"]
    data: dict[str, object] = json.loads(page.data)
    return data


def test_a_brief_is_an_article_based_on_another() -> None:
    [brief] = make_briefs(1)
    node = _read(brief)
    assert node["@type"] == "Article"
    original = node["isBasedOn"]
    assert isinstance(original, dict)
    assert original["@type"] == "NewsArticle"
    assert original["datePublished"] == brief.article.published
    assert "ClaimReview" not in json.dumps(node)


def test_quotations_name_who_said_them() -> None:
    brief = next(brief for brief in make_briefs(30) if brief.quotes)
    node = _read(brief)
    parts, people = node["hasPart"], node["mentions"]
    assert isinstance(parts, list) and isinstance(people, list)
    assert [part["text"] for part in parts] == [quote.content[0].text for quote in brief.quotes]
    assert {part["creator"]["@id"] for part in parts} <= {person["@id"] for person in people}


@pytest.mark.parametrize("brief", hostile_corpus(), ids=lambda brief: brief.id)
def test_hostile_words_stay_words(brief: Brief) -> None:
    node = _read(brief)
    assert node["@type"] == "Article"
    [part] = node["hasPart"]  # type: ignore[misc]
    assert part["text"] == " … ".join(piece.text for piece in brief.quotes[0].content)
