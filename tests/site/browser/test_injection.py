"""Whatever an article says stays words: nothing of it runs, loads, moves or leaves the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.browser.conftest import Visit, served, visiting
from tests.site.conftest import build_site
from tests.site.hostile import hostile_corpus, strings

pytestmark = pytest.mark.browser

# Everything by which a page could run words: what tests look for in the finished document.
_FOUND = """() => {
  const out = [];
  for (const element of document.querySelectorAll("*")) {
    for (const {name, value} of element.attributes) {
      if (name.startsWith("on")) out.push(`${element.tagName} ${name}=${value}`);
      if (name === "style") out.push(`${element.tagName} style=${value}`);
      if (["href", "src", "action", "formaction", "xlink:href", "srcset", "data"].includes(name)
          && /^[\\s\\u0000-\\u0020]*(javascript|data|vbscript|file):/i.test(value))
        out.push(`${element.tagName} ${name}=${value}`);
    }
  }
  const odd = "iframe,object,embed,base,form:not(#bg-find,[data-matrix-filter]),marquee,portal,dialog,"
    + "img,video,audio,math,template,style";
  for (const element of document.querySelectorAll(odd)) out.push(element.outerHTML.slice(0, 80));
  for (const script of document.scripts)
    if (!script.src && script.type !== "application/ld+json") out.push(script.outerHTML.slice(0, 80));
  return out;
}"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("hostile"), hostile_corpus())


@pytest.fixture
def hostile_visit(chromium: Browser, hostile_site: Path) -> Iterator[Visit]:
    with served(hostile_site) as root, visiting(chromium, root) as visit:
        visit.page.add_init_script("window.ran = []; window.pwned = word => { window.ran.push(word) }")
        yield visit


def test_there_are_many_hostile_strings() -> None:
    assert len(set(strings())) >= 150


@pytest.mark.slow
def test_no_page_runs_or_loads_what_an_article_says(hostile_visit: Visit, hostile_site: Path) -> None:
    paths = sorted(
        file.relative_to(hostile_site).as_posix().removesuffix("index.html")
        for file in hostile_site.rglob("*.html")
        if file.name != "404.html" and "screens" not in file.parts  # that page shows pictures of ours
    )
    # Every string stands on a page of a brief and of a topic; of the actors' pages a part is enough.
    paths = [path for path in paths if not path.startswith("actors/") or path.endswith(("0/", "5/"))]
    paths = [path for path in paths if not path.startswith("dev/")]  # hand-written, with pictures
    wrong = []
    for path in paths:
        page = hostile_visit.page
        page.goto(hostile_visit.root + path, wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        for found in page.evaluate(_FOUND):
            wrong.append(f"{path}: {found}")
        wrong += [f"{path}: ran {word}" for word in page.evaluate("window.ran")]
        if page.url != hostile_visit.root + path:
            wrong.append(f"{path}: went to {page.url}")
    assert not wrong, "\n".join(wrong[:40])
    assert hostile_visit.foreign == []
    assert hostile_visit.dialogs == []
    assert hostile_visit.complaints == []


def test_search_shows_hostile_words_as_words(hostile_visit: Visit) -> None:
    page = hostile_visit.go("find/?q=zqxhtml00")
    page.wait_for_selector("#bg-find-results li")
    page.fill("input[name=q]", "pwned")
    page.wait_for_timeout(500)
    assert page.evaluate("window.ran") == []
    assert page.evaluate(_FOUND) == []
    assert hostile_visit.foreign == []
    assert hostile_visit.complaints == []
