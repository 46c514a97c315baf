"""A real Chromium on a really served site, below a path of its host, with the network watched."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from briefgen.model.brief import Brief
from briefgen.model.quote import QuoteForm
from tests.bench.synthetic import make_briefs
from tests.site.conftest import build_site

BELOW = "/some/folder"
_PATIENCE = 120_000
"""Milliseconds that a page may take on a busy machine; nothing that works waits for them."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path, as hosts of project pages do; anything else is not found."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(BELOW)
        return super().translate_path(inside if inside != path else "/not-there")

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@dataclass
class Visit:
    """A page being looked at, and what it did that no page of ours may do."""

    page: Page
    root: str
    foreign: list[str] = field(default_factory=list)
    """Requests to another host, or outside the site's own path."""
    complaints: list[str] = field(default_factory=list)
    """Errors in the console, uncaught exceptions, missing files."""
    dialogs: list[str] = field(default_factory=list)

    def go(self, path: str = "") -> Page:
        """Opens a page of the site and waits until it and all it names are loaded."""
        self.page.goto(self.root + path, wait_until="load")
        return self.page


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a folder on this machine; yields the address of its root."""
    handler = functools.partial(_Handler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BELOW}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def visiting(browser: Browser, root: str, **options: Any) -> Iterator[Visit]:
    """Opens a fresh browser window for one test."""
    context: BrowserContext = browser.new_context(**options)
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    visit = Visit(page, root)

    def watch(request: Request) -> None:
        if not request.url.startswith((root, "data:", "blob:")):
            visit.foreign.append(request.url)

    context.on("request", watch)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "console", lambda message: visit.complaints.append(message.text) if message.type == "error" else None
    )
    page.on("dialog", lambda dialog: (visit.dialogs.append(dialog.message), dialog.dismiss()))
    try:
        yield visit
    finally:
        context.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine; tests that need one say plainly where there is none."""
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium on this machine: install the package `chromium` to run the browser tests")
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"], timeout=_PATIENCE
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site large enough that every kind of page has something to show, and lists have a second part."""
    return build_site(tmp_path_factory.mktemp("large"), _echoing(make_briefs(60)))


def _echoing(briefs: tuple[Brief, ...]) -> tuple[Brief, ...]:
    """Returns the briefs, the newest quoting the words that another outlet's brief quotes."""
    *others, newest = briefs
    speech, told = next(
        (quote, brief)
        for brief in reversed(others)
        for quote in brief.quotes
        if quote.form is QuoteForm.DIRECT and brief.article.publisher != newest.article.publisher
    )
    known = {actor.id for actor in newest.actors}
    cast = (*newest.actors, *(actor for actor in told.actors if actor.id not in known))
    return (*others, newest.model_copy(update={"actors": cast, "quotes": (*newest.quotes, speech)}))


@pytest.fixture(scope="session")
def large_root(large_site: Path) -> Iterator[str]:
    with served(large_site) as root:
        yield root


@pytest.fixture
def visit(chromium: Browser, large_root: str) -> Iterator[Visit]:
    """A window on the large site; afterwards nothing foreign was asked for and nothing went wrong."""
    with visiting(chromium, large_root) as visit:
        yield visit
        assert visit.foreign == []
        assert visit.complaints == []
