"""Feeds are read back by feedparser and by a plain XML parser."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import defusedxml.ElementTree
import feedparser
import pytest

from briefgen.corpus.corpus import build_corpus
from briefgen.site.exports.address import Address
from briefgen.site.feeds.atom import atom
from briefgen.site.feeds.entries import NEWEST, Feed, feed
from briefgen.site.feeds.json_feed import json_feed
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus

_HERE = Address("https://briefs.example/below/")
_ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(title: str = "All briefs") -> Feed:
    return feed(title, build_corpus(make_briefs(120)).briefs, path="", page="")


def test_atom_is_read_by_feedparser() -> None:
    read = feedparser.parse(atom(_feed(), _HERE))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "All briefs"
    assert len(read.entries) == NEWEST
    newest = read.entries[0]
    newest_day = max(brief.article.published or "" for brief in make_briefs(120))
    assert newest.link.startswith("https://briefs.example/below/briefs/")
    assert newest.title
    assert newest.updated == read.feed.updated == newest_day + "T00:00:00Z"
    assert len({entry.id for entry in read.entries}) == NEWEST


def test_json_feed_has_what_its_version_wants() -> None:
    read = json.loads(json_feed(_feed(), _HERE))
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert read["feed_url"] == "https://briefs.example/below/feed.json"
    for item in read["items"]:
        assert item["id"] and item["url"].startswith("https://") and (item["content_text"])


def test_links_are_relative_where_the_address_is_not_known() -> None:
    lone = feed("An actor", make_briefs(1), path="actors/x/", page="actors/x/")
    read = defusedxml.ElementTree.fromstring(atom(lone, Address()))
    hrefs = [link.get("href") for link in read.iter(f"{_ATOM}link") if link.get("rel") != "via"]
    assert hrefs[:2] == ["../../actors/x/feed.xml", "../../actors/x/"]
    assert hrefs[2].startswith("../../briefs/")


def test_briefs_without_a_day_stand_in_no_feed() -> None:
    [brief] = make_briefs(1)
    undated = brief.model_copy(update={"article": brief.article.model_copy(update={"published": None})})
    assert feed("All", [undated], path="", page="").entries == ()
    assert feedparser.parse(atom(feed("All", [undated], path="", page=""), _HERE)).entries == []


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [name for name, _ in attrs]


@pytest.mark.parametrize("brief", hostile_corpus(), ids=lambda brief: brief.id)
def test_hostile_words_stay_words(brief: object) -> None:
    made = feed(brief.article.title, [brief], path="", page="")  # type: ignore[attr-defined]
    read = defusedxml.ElementTree.fromstring(atom(made, _HERE))
    [entry] = read.findall(f"{_ATOM}entry")
    content = entry.findtext(f"{_ATOM}content") or ""
    tags = _Tags()
    tags.feed(content)
    assert tags.tags <= {"ul", "li", "p"}
    assert tags.attributes == []
    for link in read.iter(f"{_ATOM}link"):
        assert (link.get("href") or "").lower().startswith(("https://", "http://"))
    [item] = json.loads(json_feed(made, _HERE))["items"]
    assert item.get("external_url", "https://").lower().startswith(("https://", "http://"))
