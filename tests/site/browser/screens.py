"""Takes the pictures of the docs: `python -m tests.site.browser.screens SITE FOLDER`, in a real Chromium.

One picture for the README, and one sheet a kind of page: wide, middle and phone, in light and in dark.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site.browser.conftest import served
from tests.site.browser.kinds import one_of_each

SIZES = {"wide": (1280, 900), "middle": (820, 900), "phone": (390, 900)}
SCHEMES = ("light", "dark")
HEIGHT = 460
"""Of each picture on a sheet; widths follow."""


def shoot(browser: Browser, url: str, width: int, height: int, scheme: str) -> bytes:
    """Returns a picture of a page as PNG."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url, wait_until="load")
    picture = page.screenshot()
    context.close()
    return picture


def sheet(browser: Browser, root: str, path: str) -> bytes:
    """Returns one picture of a page at three sizes in both schemes, as JPEG."""
    rows = []
    for scheme in SCHEMES:
        pictures = [shoot(browser, root + path, *size, scheme) for size in SIZES.values()]
        images = [
            f'<img height="{HEIGHT}" src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
            for picture in pictures
        ]
        rows.append(f"<div>{''.join(images)}</div>")
    width = round(sum(width / height * HEIGHT for width, height in SIZES.values())) + 60
    context = browser.new_context(viewport={"width": width, "height": 2 * HEIGHT + 50})
    page = context.new_page()
    style = "body{margin:10px;background:#8a8a86}img{margin:5px}div{white-space:nowrap;font-size:0}"
    page.set_content(f"<style>{style}</style>{''.join(rows)}")
    picture = page.screenshot(type="jpeg", quality=62)
    context.close()
    return picture


def main(site: Path, folder: Path) -> None:
    """Writes the pictures of a built site into a folder."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, served(site) as root:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        kinds = one_of_each(site)
        (folder / "brief.png").write_bytes(shoot(browser, root + kinds["brief"], 1280, 1000, "light"))
        for kind, path in kinds.items():
            (folder / f"screen-{kind}.jpg").write_bytes(sheet(browser, root, path))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
