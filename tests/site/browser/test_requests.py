"""No page asks another host for anything, and every page loads without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.browser.conftest import Visit
from tests.site.browser.kinds import one_of_each

pytestmark = pytest.mark.browser


def test_each_kind_of_page_keeps_to_itself(visit: Visit, large_site: Path) -> None:
    for path in one_of_each(large_site).values():
        visit.go(path)
        visit.page.wait_for_load_state("networkidle")


def test_a_page_that_is_not_there_says_so(visit: Visit, large_site: Path) -> None:
    text = (large_site / "404.html").read_text(encoding="utf-8")
    assert "<h1" in text
