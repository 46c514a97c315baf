"""axe-core finds nothing on any kind of page, in light, in dark, and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site.browser.conftest import visiting
from tests.site.browser.kinds import one_of_each

pytestmark = pytest.mark.browser

_WINDOWS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "has_touch": True},
    # What WCAG 2.2 wants to fit without scrolling sideways (1.4.10): a window of 1280 px at 400 %.
    "narrow": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "phone in the dark": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
}
# WCAG 2.0 to 2.2, A and AA, and axe's own advice on landmarks and headings.
_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


@pytest.mark.parametrize("window", _WINDOWS)
def test_axe_finds_nothing(window: str, chromium: Browser, large_root: str, large_site: Path) -> None:
    faults = []
    with visiting(chromium, large_root, reduced_motion="reduce", **_WINDOWS[window]) as visit:
        for kind, path in one_of_each(large_site).items():
            page = visit.go(path)
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
            for fault in Axe().run(page, options=_RULES).response["violations"]:
                where = "; ".join(str(node["target"]) for node in fault["nodes"][:3])
                faults.append(f"{kind} {path}: {fault['id']} ×{len(fault['nodes'])}: {where}")
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if overflow > 0:
                faults.append(f"{kind} {path}: wider than the window by {overflow} px")
    assert not faults, "\n".join(faults)
