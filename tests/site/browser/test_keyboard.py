"""By keyboard alone: what has the focus shows it, and nothing moves for those who asked for less motion."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.browser.conftest import Visit, visiting
from tests.site.browser.kinds import one_of_each

pytestmark = pytest.mark.browser

STOPS = 45
# The element with the focus, in a few words, and whether a line two pixels wide runs around it.
_FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return [element.outerHTML.slice(0, 90), shown || element === document.body];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_on_every_kind_of_page(
    scheme: str, chromium: Browser, large_root: str, large_site: Path
) -> None:
    hidden = []
    with visiting(chromium, large_root, color_scheme=scheme) as visit:
        for kind, path in one_of_each(large_site).items():
            page = visit.go(path)
            for _ in range(STOPS):
                page.keyboard.press("Tab")
                words, shown = page.evaluate(_FOCUS)
                if not shown:
                    hidden.append(f"{kind}: {words}")
    assert not hidden, "\n".join(dict.fromkeys(hidden))


def test_links_of_charts_show_the_focus(visit: Visit) -> None:
    for path in ("timeline/", "network/"):
        link = visit.go(path).locator(".bg-chart svg:visible a").first
        link.focus()
        # Focus set by a script counts as seen only after a key.
        visit.page.keyboard.press("Shift+Tab")
        visit.page.keyboard.press("Tab")
        expect(link).to_be_focused()
        assert visit.page.evaluate(_FOCUS)[1], path


def test_nothing_moves_for_those_who_ask_for_less(chromium: Browser, large_root: str) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter(element => {
      const style = getComputedStyle(element);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0.01
        || (element === document.documentElement && style.scrollBehavior === "smooth");
    }).map(element => element.outerHTML.slice(0, 90))"""
    with visiting(chromium, large_root, reduced_motion="reduce") as visit:
        for path in ("", "find/", "method/", "positions/"):
            assert visit.go(path).evaluate(moving) == [], path


def test_a_phone_sees_the_drawings_too(chromium: Browser, large_root: str, large_site: Path) -> None:
    with visiting(chromium, large_root, viewport={"width": 390, "height": 844}) as visit:
        for path in ("timeline/", "network/", one_of_each(large_site)["actor"]):
            drawing = visit.go(path).locator(".bg-chart svg:visible")
            expect(drawing).to_have_count(1)
            box = drawing.bounding_box()
            assert box is not None and 300 < box["width"] <= 390, path
