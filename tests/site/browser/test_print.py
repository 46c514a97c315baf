"""A brief on paper: two clean pages that say where they come from."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.site.browser.conftest import visiting
from tests.site.browser.kinds import one_of_each

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_brief_prints_on_two_pages(
    scheme: str, chromium: Browser, large_root: str, large_site: Path
) -> None:
    with visiting(chromium, large_root, color_scheme=scheme) as visit:
        page = visit.go(one_of_each(large_site)["brief"])
        title, citation = page.locator("h1").inner_text(), page.locator("#cite-text").text_content() or ""
        # On paper the page is light whatever the reader chose.
        page.emulate_media(media="print")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        text = "".join("".join(sheet.extract_text().split()) for sheet in pages)
    assert len(pages) <= 2
    assert "".join(title.split()) in text
    assert "".join(citation.split()) in text
    assert "Skiptocontent" not in text
    assert paper == "rgb(255, 255, 255)"
