from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.config import Settings
from briefgen.errors import Failure, FetchError
from briefgen.ingest.add import Added, Adder
from briefgen.ingest.fetch.client import Fetched
from briefgen.ingest.known import KnownSources, same_address
from briefgen.ingest.readers.read import read_bytes
from briefgen.ingest.readers.sandbox import Sandbox
from briefgen.ingest.source import article_of, read_source
from briefgen.store.layout import Content


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("add_files", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


files = _load(Path(__file__).parent / "readers" / "files.py")
OTHER = (
    "Sweden will not build the bridge before the vote, minister Lars Berg told the council on Monday.",
    "“There is no hurry,” he said, and asked the towns on both sides of the sound to send in what they want.",
    "The towns have until the end of June. A ferry crosses every hour while there is no ice on the water.",
)


class Web:
    """Addresses and what they give."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.fetched: list[str] = []

    def fetch(self, url: str) -> Fetched:
        self.fetched.append(url)
        if url not in self.pages:
            raise FetchError(f"{url}: the server answers 404", todo="Check the address.")
        return Fetched(url, "text/html", self.pages[url])


class Desk:
    """A project's sources and a web to fetch from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = Content(root / "content")
        self.content.sources.mkdir(parents=True)
        self.web = Web()

    def add(self, *what: str | Path, dry_run: bool = False) -> list[Added | Failure]:
        known = KnownSources.load(self.content.source_files(), self.root / "cache", 2_000_000)
        sandbox: Any = read_bytes  # in this process: the sandbox has a test of its own
        fetcher: Any = self.web
        adder = Adder(Settings(), self.content, known, fetcher, sandbox, "2024-05-04", dry_run)
        return [outcome for each in what for outcome in adder.add(str(each))]

    def fates(self, *what: str | Path) -> list[str]:
        return [o.fate.value if isinstance(o, Added) else f"failed: {o.error.what}" for o in self.add(*what)]

    @property
    def names(self) -> list[str]:
        return [path.name for path in self.content.source_files()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_page_becomes_a_source_that_can_be_built(desk: Desk) -> None:
    desk.web.pages[files.URL] = files.html()
    assert desk.fates(files.URL) == ["added"]
    assert desk.names == ["2024-05-03-example-wire-norway-backs-carbon-levy.md"]
    source = read_source(desk.content.source_files()[0])
    said = source.front_matter
    assert (said.title, said.publisher, said.authors) == (files.TITLE, "Example Wire", ("Ola Hansen",))
    assert (said.url, said.retrieved, said.published) == (files.URL, "2024-05-04", "2024-05-03")
    assert source.text == "\n\n".join(files.PARAGRAPHS) + "\n"
    assert article_of(source).warnings == ()


def test_the_same_again_is_known(desk: Desk) -> None:
    desk.web.pages[files.URL] = files.html()
    desk.web.pages[files.URL + "?utm_source=feed#top"] = files.html()
    assert desk.fates(files.URL) == ["added"]
    assert desk.fates(files.URL) == ["known already"]
    assert desk.fates(files.URL + "?utm_source=feed#top") == ["known already"]
    assert len(desk.names) == 1


def test_the_same_story_elsewhere_is_a_copy(desk: Desk) -> None:
    desk.web.pages[files.URL] = files.html()
    there = "https://example.net/levy"
    shortened = (files.PARAGRAPHS[0], files.PARAGRAPHS[1], *OTHER[:1])
    desk.web.pages[there] = files.html(url=there, title="Levy", paragraphs=shortened)
    desk.web.pages["https://example.net/b"] = files.html(
        url="https://example.net/b", title="Bridge", paragraphs=OTHER
    )
    outcomes = desk.add(files.URL, there, "https://example.net/b")
    assert [o.fate.value for o in outcomes if isinstance(o, Added)] == ["added", "added as a copy", "added"]
    copy = outcomes[1]
    assert isinstance(copy, Added)
    assert read_source(copy.path).front_matter.copy_of == "2024-05-03-example-wire-norway-backs-carbon-levy"


def test_a_new_version_takes_the_place_of_the_old_and_keeps_what_people_wrote(desk: Desk) -> None:
    desk.web.pages[files.URL] = files.html()
    desk.add(files.URL)
    path = desk.content.source_files()[0]
    text = path.read_text(encoding="utf-8").replace("publisher: Example Wire", "publisher: The Example Wire")
    path.write_text(text, encoding="utf-8")
    desk.web.pages[files.URL] = files.html(
        paragraphs=(*files.PARAGRAPHS, "It will be reviewed in two years.")
    )
    assert desk.fates(files.URL) == ["revised"]
    source = read_source(path)
    assert source.text.endswith("two years.\n")
    assert source.front_matter.publisher == "The Example Wire"
    assert desk.names == [path.name]


def test_a_text_that_a_person_edited_is_never_overwritten(desk: Desk) -> None:
    desk.web.pages[files.URL] = files.html()
    desk.add(files.URL)
    path = desk.content.source_files()[0]
    path.write_text(path.read_text(encoding="utf-8") + "\nA line of mine.\n", encoding="utf-8")
    before = path.read_bytes()
    desk.web.pages[files.URL] = files.html(
        paragraphs=(*files.PARAGRAPHS, "It will be reviewed in two years.")
    )
    assert desk.fates(files.URL) == ["added as a new version"]
    assert path.read_bytes() == before
    assert len(desk.names) == 2


def test_a_feed_fetches_only_what_is_new(desk: Desk) -> None:
    feed = "https://example.org/feed"
    other = "https://example.org/bridge"
    desk.web.pages |= {feed: files.feed(files.URL, other), files.URL: files.html()}
    desk.web.pages[other] = files.html(url=other, title="No bridge yet", paragraphs=OTHER)
    assert desk.fates(feed) == ["added", "added"]
    desk.web.fetched.clear()
    assert desk.fates(feed) == []
    assert desk.web.fetched == [feed]


def test_what_fails_in_a_feed_does_not_stop_the_rest(desk: Desk) -> None:
    feed = "https://example.org/feed"
    desk.web.pages |= {feed: files.feed("https://example.org/gone", files.URL), files.URL: files.html()}
    assert desk.fates(feed) == ["failed: https://example.org/gone: the server answers 404", "added"]


def test_a_feed_that_leads_to_feeds_is_not_followed(desk: Desk) -> None:
    feed, inner = "https://example.org/feed", "https://example.org/inner"
    desk.web.pages |= {feed: files.feed(inner), inner: files.feed(files.URL)}
    assert desk.fates(feed) == ["failed: a feed that leads to feeds"]


def test_files_and_folders(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / ".hidden").mkdir(parents=True)
    (folder / "a.pdf").write_bytes(files.pdf())
    (folder / "b.docx").write_bytes(files.docx(OTHER))
    (folder / "c.exe").write_bytes(b"MZ")
    (folder / "d.html").write_bytes(b"<html><body>No</body></html>")
    (folder / ".hidden" / "e.txt").write_text("No.")
    assert desk.fates(folder) == ["added", "added", "failed: no article was found on the page"]
    assert desk.fates(folder / "missing.txt") == ["failed: cannot be read: No such file or directory"]
    assert desk.fates(folder / "a.pdf") == ["known already"]


def test_what_cannot_be_a_source_is_refused(desk: Desk, tmp_path: Path) -> None:
    german = "Der Minister sagte am Freitag, dass die Abgabe bis zum Ende der Gespräche bleibe. " * 6
    (tmp_path / "de.txt").write_text(german, encoding="utf-8")
    assert desk.fates(tmp_path / "de.txt") == ["failed: seems to be in German: only English is read"]
    assert desk.names == []


@pytest.mark.parametrize(
    "title",
    [
        *(
            "../../../etc/cron.d/x",
            "..",
            "/absolute",
            "C:\\Windows",
            "a\x00b",
            "x" * 500,
            "“‘’”",
            "Заголовок",
        ),
        *(
            "<script>alert(1)</script>",
            "{{ 7*7 }}",
            "!!python/object:os.system",
            "a: b # c\n- d",
            "\u202etxt.exe",
        ),
        *("---\nurl: https://evil.example", "&anchor *alias", "[x](javascript:alert(1))", "con", ".hidden"),
    ],
)
def test_no_title_leaves_the_folder_or_breaks_the_front_matter(title: str, desk: Desk) -> None:
    page = files.html(title=title.replace("<", "&lt;").replace('"', "&quot;"))
    desk.web.pages[files.URL] = page
    outcomes = desk.add(files.URL)
    assert [type(outcome) for outcome in outcomes] == [Added], outcomes
    (path,) = desk.content.source_files()
    assert path.parent == desk.content.sources
    assert path.name.isascii() and len(path.name) < 130 and not path.name.startswith(".")
    assert read_source(path).front_matter.url == files.URL


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    desk.web.pages[files.URL] = files.html()
    assert [str(o).split(": ")[1] for o in desk.add(files.URL, dry_run=True)] == ["added"]
    assert desk.names == []


def test_addresses_are_compared_without_what_does_not_count() -> None:
    plain = same_address("https://example.org/a?id=1")
    for other in ("http://www.example.org/a/?utm_source=x&id=1#top", "https://EXAMPLE.org/a?id=1&fbclid=2"):
        assert same_address(other) == plain
    assert same_address("https://example.org/a?id=2") != plain


def hang(data: bytes, place: object, **_: object) -> Any:
    while True:
        pass


def swell(data: bytes, place: object, **_: object) -> Any:
    return bytearray(9_000_000_000)


def crash(data: bytes, place: object, **_: object) -> Any:
    import os

    os._exit(1)


def fault(data: bytes, place: object, **_: object) -> Any:
    raise RecursionError("deep")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("read", "seconds", "words"),
    [
        (hang, 1, "longer than"),
        # What does not hang has time enough on a busy machine: these must end by themselves.
        (swell, 600, "too large|memory"),
        (crash, 600, "memory, or breaks"),
        (fault, 600, "RecursionError"),
    ],
)
def test_a_reader_that_goes_wrong_harms_nobody(
    read: Callable[..., Any], seconds: float, words: str, tmp_path: Path
) -> None:
    with Sandbox(seconds=seconds, read=read) as sandbox:
        for _ in range(2):
            with pytest.raises(Exception, match=words):
                sandbox(b"x", _place(tmp_path))


def _place(path: Path) -> Any:
    from briefgen.errors import Place

    return Place(path=path / "x")


def test_the_sandbox_reads(tmp_path: Path) -> None:
    with Sandbox() as sandbox:
        (found,) = sandbox(files.html(), _place(tmp_path), url=files.URL, max_bytes=1_000_000)
    assert found.title == files.TITLE
