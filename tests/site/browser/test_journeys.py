"""What people come for, step by step, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.bench.synthetic import make_briefs
from tests.site.browser.conftest import Visit, visiting

pytestmark = pytest.mark.browser


def test_from_home_to_the_exact_words_of_a_position(visit: Visit) -> None:
    page = visit.go()
    page.locator(".bg-keys .bg-rests").first.click()
    target = page.locator(":target")
    expect(target).to_be_visible()
    expect(target.locator("blockquote").first).to_be_visible()
    assert re.search(r"/briefs/[^/]+/#p-", page.url)


def test_a_permalink_opens_the_fold_around_its_item(visit: Visit) -> None:
    page = visit.go()
    page.locator(".bg-news h3 a").first.click()
    folded = page.locator("details.bg-fold [id^='p-']").last
    folded.evaluate("item => { location.hash = item.id }")
    expect(folded).to_be_visible()
    expect(folded.locator("blockquote").first).to_be_visible()


def test_narrow_the_matrix_to_one_actor(visit: Visit) -> None:
    page = visit.go("positions/")
    rows = page.locator("tr[data-name]:visible")
    before = rows.count()
    name = rows.first.get_attribute("data-name") or ""
    page.get_by_role("searchbox", name="Actor").fill(name)
    expect(rows.first).to_contain_text(name)
    assert 1 <= rows.count() < before
    expect(page.locator("[data-matrix-filter] output")).to_contain_text("left")


def test_search_a_name(visit: Visit) -> None:
    name = make_briefs(60)[0].actors[0].name
    page = visit.go("find/")
    page.get_by_label("Words").fill(name)
    results = page.locator("#bg-find-results li")
    expect(page.locator("#bg-find-status")).to_contain_text(re.compile(r"^[\d,]+ results?$"))
    expect(page.locator("#bg-find-results")).to_contain_text(name)
    results.first.locator("a").click()
    expect(page.locator("h1")).to_be_visible()
    assert "/some/folder/" in page.url


def test_an_address_with_a_question_gives_its_answer(visit: Visit) -> None:
    page = visit.go("find/?q=harbour&year=2023")
    expect(page.get_by_label("Words")).to_have_value("harbour")
    expect(page.get_by_label("Year")).to_have_value("2023")
    expect(page.locator("#bg-find-status")).to_contain_text("result")
    assert all("2023" in text for text in page.locator("#bg-find-results .bg-small").all_inner_texts())


def test_browse_by_filters_without_words(visit: Visit) -> None:
    page = visit.go("find/")
    expect(page.locator("#bg-find-status")).to_have_text("60 results")
    page.get_by_label("Outlet").select_option(index=1)
    expect(page.locator("#bg-find-status")).not_to_have_text("60 results")
    outlet = page.get_by_label("Outlet").input_value()
    lines = page.locator("#bg-find-results .bg-small").all_inner_texts()
    assert lines
    assert all(line.startswith(outlet) for line in lines)
    asked = list(page.evaluate("performance.getEntriesByType('resource').map(e => e.name)"))
    assert not any("pagefind" in address for address in asked)


def test_more_results_keep_the_readers_place(visit: Visit) -> None:
    page = visit.go("find/")
    results = page.locator("#bg-find-results li")
    expect(results).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    expect(results).to_have_count(40)
    expect(results.nth(20).locator("a")).to_be_focused()


def test_copy_a_citation(chromium: Browser, large_root: str) -> None:
    with visiting(chromium, large_root, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.go()
        page.locator(".bg-news h3 a").first.click()
        page.get_by_text("Cite", exact=True).click()
        page.get_by_role("button", name="Copy citation").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#cite-text").inner_text().strip()
        assert page.locator("h1").inner_text().rstrip(".") in copied


def test_downloads_of_a_brief_are_there(visit: Visit) -> None:
    page = visit.go()
    page.locator(".bg-news h3 a").first.click()
    for label in ("BibTeX", "RIS", "CSL-JSON", "YAML", "JSON"):
        link = page.get_by_role("link", name=label, exact=True, include_hidden=True)
        address = link.evaluate("link => link.href")
        assert page.request.get(address).ok, label


def test_keyboard_only_from_home_to_exact_words(visit: Visit) -> None:
    page = visit.go()
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('bg-rests')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefs/**")
    expect(page.locator(":target blockquote").first).to_be_visible()


def test_keyboard_only_search(visit: Visit) -> None:
    page = visit.go("find/")
    page.get_by_label("Words").focus()
    page.keyboard.type("harbour")
    page.keyboard.press("Enter")
    expect(page.locator("#bg-find-status")).to_contain_text("result")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#bg-find-results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/find/" not in address)


def test_from_a_quote_to_the_same_words_elsewhere(visit: Visit) -> None:
    page = visit.go("quotes/")
    page.get_by_role("link", name=re.compile("^the same words in")).first.click()
    target = page.locator(":target")
    expect(target).to_be_visible()
    assert target.get_by_role("link").count() >= 2
