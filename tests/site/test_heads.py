"""What the head of a page tells machines."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import build_corpus
from briefgen.site.contents import site_pages
from briefgen.site.heads import write_feed_links, write_linked_data, write_social
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus

_SETTINGS = SiteSettings(title="Levy watch", url="https://briefs.example/below/")


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.starts: list[str] = []
        self.meta: dict[str, str] = {}
        self.links: list[tuple[str, str]] = []
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        assert not any(name.startswith("on") for name in values)
        self.starts.append(tag)
        if "property" in values:
            self.meta[values["property"]] = values["content"]
        if tag == "link":
            self.links.append((values["type"], values["href"]))

    def handle_data(self, data: str) -> None:
        self.data += data


def _read(html: str) -> _Head:
    head = _Head()
    head.feed(html)
    head.close()
    return head


def test_a_brief_has_a_card_and_linked_data() -> None:
    corpus = build_corpus(make_briefs(3))
    page = next(page for page in site_pages(corpus, _SETTINGS) if page.kind == "brief")
    brief = corpus.by_id[page.about or ""]
    meta = _read(write_social(page, corpus, _SETTINGS)).meta
    assert meta["og:type"] == "article"
    assert meta["og:title"] == brief.article.title
    assert meta["og:url"] == f"https://briefs.example/below/briefs/{brief.id}/"
    assert meta["og:image"] == "https://briefs.example/below/assets/card.png"
    assert meta["article:published_time"] == brief.article.published
    assert json.loads(_read(write_linked_data(page, corpus, _SETTINGS)).data)["@id"] == meta["og:url"]


def test_no_address_is_guessed() -> None:
    corpus = build_corpus(make_briefs(1))
    for page in site_pages(corpus, SiteSettings()):
        assert not {"og:url", "og:image"} & _read(write_social(page, corpus, SiteSettings())).meta.keys()


def test_actors_and_topics_name_their_own_feeds() -> None:
    corpus = build_corpus(make_briefs(3))
    for page in site_pages(corpus, _SETTINGS):
        own = page.kind in ("actor", "topic") and "/page/" not in page.path
        wanted = page.links.prefix + (page.path if own else "")
        links = _read(write_feed_links(page, corpus, _SETTINGS)).links
        assert links == [
            ("application/atom+xml", wanted + "feed.xml"),
            ("application/feed+json", wanted + "feed.json"),
        ]


def test_hostile_words_stay_in_their_attributes() -> None:
    corpus = build_corpus(hostile_corpus())
    for page in site_pages(corpus, _SETTINGS):
        head = _read(write_social(page, corpus, _SETTINGS) + write_feed_links(page, corpus, _SETTINGS))
        assert set(head.starts) <= {"meta", "link"}
        assert head.data == ""
        data = write_linked_data(page, corpus, _SETTINGS)
        assert set(_read(data).starts) <= {"script"}
        assert data.count("</script") == (1 if data else 0)
