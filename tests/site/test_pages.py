"""The built site: its addresses, its links, its permalinks, and nothing that runs from content."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.bench.synthetic import make_brief, make_briefs
from tests.site.conftest import build_site


class Reader(HTMLParser):
    """Collects the ids and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.inline_scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if tag in ("a", "link") and values.get("href"):
            (self.links if tag == "a" else self.loaded).append(values["href"] or "")
        if tag in ("script", "img", "iframe", "source") and values.get("src"):
            self.loaded.append(values["src"] or "")
        if tag == "script" and not values.get("src") and "json" not in (values.get("type") or ""):
            self.inline_scripts += 1


def read_pages(site: Path) -> dict[str, Reader]:
    pages = {}
    for path in sorted(site.rglob("*.html")):
        reader = Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(site).as_posix()] = reader
    return pages


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Reader]:
    return read_pages(site)


HUBS = ("", "briefs/", "actors/", "topics/", "positions/", "quotes/", "timeline/", "sources/", "changes/")


def test_each_kind_of_page_is_there(pages: dict[str, Reader]) -> None:
    brief = make_brief(0, corpus_size=8)
    for path in (*HUBS, f"briefs/{brief.id}/", f"actors/{brief.actors[0].id}/"):
        assert f"{path}index.html" in pages


def test_no_link_leads_nowhere_and_no_id_stands_twice(site: Path, pages: dict[str, Reader]) -> None:
    wrong = []
    for page, reader in pages.items():
        if page == "404.html":
            continue  # its addresses start at the root of the host
        wrong += [f"{page}: id {id} twice" for id in set(reader.ids) if reader.ids.count(id) > 1]
        for link in [*reader.links, *reader.loaded]:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
            target = page if not parts.path else path
            if (site / target).is_dir():
                target = posixpath.normpath(f"{target}/index.html")
            if not (site / target).is_file():
                wrong.append(f"{page}: {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                wrong.append(f"{page}: no anchor {link}")
    assert not wrong, "\n".join(wrong[:20])


def test_no_page_is_an_orphan(site: Path, pages: dict[str, Reader]) -> None:
    linked = {"index.html"}
    read = {page: reader for page, reader in pages.items() if page != "404.html"}
    for page, reader in read.items():
        for link in reader.links:
            path = urlsplit(link).path
            if path and not urlsplit(link).scheme:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
                linked.add(posixpath.normpath(f"{target}/index.html") if path.endswith("/") else target)
    orphans = set(read) - linked
    assert not orphans


def test_no_script_stands_in_a_page_and_nothing_is_loaded_from_elsewhere(pages: dict[str, Reader]) -> None:
    for page, reader in pages.items():
        assert reader.inline_scripts == 0, page
        assert not [link for link in reader.loaded if urlsplit(link).netloc], page


def test_every_item_has_a_permalink(site: Path, pages: dict[str, Reader]) -> None:
    brief = make_brief(0, corpus_size=8)
    ids = pages[f"briefs/{brief.id}/index.html"].ids
    for item in (*brief.quotes, *brief.positions, *brief.dates):
        assert item.id in ids


HOSTILE = (
    "<script>alert(1)</script> {{ 7111*7 }} [x](javascript:alert(1)) <img src=x onerror=alert(1)> \" ' &amp;"
)


def test_text_of_an_article_shows_as_text(tmp_path: Path) -> None:
    brief = make_brief(0)
    position = brief.positions[0].model_copy(
        update={
            "claim": HOSTILE,
            "evidence": (
                brief.positions[0]
                .evidence[0]
                .model_copy(update={"text": HOSTILE, "span": (0, len(HOSTILE))}),
            ),
        }
    )
    actor = brief.actors[0].model_copy(update={"name": HOSTILE, "role": HOSTILE, "aliases": (HOSTILE + "2",)})
    quote = brief.quotes[0].model_copy(update={"content": position.evidence, "venue": HOSTILE})
    brief = brief.model_copy(
        update={
            "article": brief.article.model_copy(
                update={
                    "title": HOSTILE,
                    "publisher": HOSTILE,
                    "url": "javascript:alert(1)",
                    "authors": (HOSTILE,),
                }
            ),
            "key_points": (
                brief.key_points[0].model_copy(update={"text": HOSTILE, "rests_on": (position.id,)}),
            ),
            "actors": (actor, *brief.actors[1:]),
            "positions": (position, *brief.positions[1:]),
            "quotes": (quote, *brief.quotes[1:]),
            "topics": tuple(t.model_copy(update={"name": HOSTILE}) for t in brief.topics),
        }
    )
    site = build_site(tmp_path / "hostile", [brief])
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "<script>alert" not in html, path
        assert "<img src=x" not in html, path
        assert not re.search(r'(href|src)="\s*javascript:', html), path
        assert "49777" not in html, path
    shown = (site / "briefs" / brief.id / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7111*7 }} [x](javascript:alert(1))" in shown


def test_two_builds_are_the_same_byte_for_byte(site: Path, tmp_path: Path) -> None:
    other = build_site(tmp_path / "again", make_briefs(8))
    names = sorted(p.relative_to(site) for p in site.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(other) for p in other.rglob("*") if p.is_file())
    assert [n for n in names if (site / n).read_bytes() != (other / n).read_bytes()] == []
