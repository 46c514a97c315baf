"""`python -m tests.bench.search [BRIEFS]`: how long the first result of a search takes, and what it fetches.

A site of invented briefs (1,200 unless told, which make three thousand pages) in a real Chromium, not cached.
The clock starts with the words; bytes are those that a host sends, text packed by gzip.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from tests.bench.synthetic import make_briefs
from tests.site.browser.conftest import served
from tests.site.conftest import build_site

ASKED = ("minister", "voters prices", "ministry of trade", "courts decide", "olsen")
TRIES = 3
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_FIRST = "() => document.querySelector('#bg-find-results li mark')"


def _search(browser: Browser, root: str, words: str) -> tuple[float, int]:
    """Returns the seconds from the words to the first result, and the bytes of all that searching took."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{root}find/", wait_until="networkidle")
    page.locator("#bg-find-q").fill(words)
    start = time.perf_counter()
    page.wait_for_function(_FIRST, polling=5)
    seconds = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    size = sum(_packed(answer) for answer in answers if "/pagefind" in answer.url)
    context.close()
    return seconds, size


def _packed(answer: Response) -> int:
    body = answer.body()
    return len(gzip.compress(body)) if answer.url.endswith((".js", ".json")) else len(body)


def measure(site: Path) -> list[str]:
    """Returns the lines of the report on a built site."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        return ["search: no Chromium on this machine, so nothing was measured"]
    pages = sum(1 for _ in site.rglob("index.html"))
    lines = [f"search in a site of {pages} pages, the best of {TRIES} tries"]
    with served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for words in ASKED:
            seconds, size = min(_search(browser, root, words) for _ in range(TRIES))
            lines.append(f"  {words:20} first result {seconds:5.2f} s, {size / 1000:4.0f} KB")
        browser.close()
    return lines


def run(briefs: int = 1200) -> list[str]:
    """Returns the lines of the report on a site built for it."""
    with tempfile.TemporaryDirectory() as scratch:
        return measure(build_site(Path(scratch) / "project", make_briefs(briefs)))


if __name__ == "__main__":
    for line in run(int(sys.argv[1]) if len(sys.argv) > 1 else 1200):
        print(line)
