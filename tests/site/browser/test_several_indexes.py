"""Search in a site of several text indexes: one list of results, and the filters hold for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from briefgen.site.search import indexes
from tests.bench.synthetic import make_briefs
from tests.site.browser.conftest import served, visiting
from tests.site.conftest import build_site

pytestmark = pytest.mark.browser
BRIEFS = make_briefs(29)
_SHOWN = """number => document.querySelectorAll('#bg-find-results li').length === number
    || !document.querySelector('#bg-find-more').hidden"""


def _ask(chromium: Browser, site: Path, question: str) -> tuple[list[str], list[str]]:
    """Returns the addresses found, in order, and those fetched for it."""
    with served(site) as root, visiting(chromium, root) as visit:
        page = visit.go(f"find/?{question}")
        results = page.locator("#bg-find-results li")
        expect(results.first).to_be_visible()
        number = int(page.locator("#bg-find-status").inner_text().split()[0])
        while results.count() < number:
            page.wait_for_function(_SHOWN, arg=number)
            if results.count() < number:
                page.locator("#bg-find-more").click()
        links = page.locator("#bg-find-results h3 a").evaluate_all("links => links.map(link => link.href)")
        asked = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
        assert visit.complaints == []
        return [link.removeprefix(root) for link in links], [name.removeprefix(root) for name in asked]


def test_several_indexes_find_what_one_finds(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = build_site(tmp_path / "one", BRIEFS)
    monkeypatch.setattr(indexes, "BATCH", 10)
    monkeypatch.setattr(indexes, "SEVERAL_FROM", 20)
    several = build_site(tmp_path / "several", BRIEFS)
    newest = {f"briefs/{brief.id}/" for brief in BRIEFS[20:]}
    for question in (
        "q=norland",
        "q=minister&topic=Rail+strike",
        "q=voters&year=2023",
        "q=prices&outlet=The+Ledger",
    ):
        (found, asked), (expected, _) = _ask(chromium, several, question), _ask(chromium, one, question)
        assert sorted(found) == sorted(expected)
        assert {name.split("/")[0] for name in asked if name.startswith("pagefind")} == {
            "pagefind",
            "pagefind-newest",
            "pagefind-names",
        }
        assert sum("wasm" in name for name in asked) == 1, "one engine for all"
    found, _ = _ask(chromium, several, "q=norland")
    assert found[0] == "actors/norland/"
    briefs = {path for path in found if path.startswith("briefs/")}
    assert newest & briefs and briefs - newest
