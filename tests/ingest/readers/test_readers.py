from __future__ import annotations

import gzip
import importlib.util
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from briefgen.errors import BriefgenError, Place, SourceError
from briefgen.ingest.readers.incoming import Incoming, Link
from briefgen.ingest.readers.pdf import join_lines
from briefgen.ingest.readers.read import Kind, detect, read_bytes


def _load(name: str) -> Any:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"reader_{name}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


files = _load("files")
TEXT = "\n\n".join(files.PARAGRAPHS) + "\n"


def read(data: bytes, name: str = "x", **options: Any) -> tuple[Incoming | Link, ...]:
    return read_bytes(data, Place(path=Path(name)), max_bytes=2_000_000, **options)


def one(data: bytes, name: str = "x", **options: Any) -> Incoming:
    found = read(data, name, **options)
    assert len(found) == 1 and isinstance(found[0], Incoming)
    return found[0]


def test_a_page_gives_its_article_and_metadata() -> None:
    page = one(files.html(), url="https://example.org/2024/05/03/levy?utm_source=x")
    assert page.text == TEXT
    assert (page.title, page.publisher, page.authors) == (files.TITLE, "Example Wire", ("Ola Hansen",))
    assert (page.published, page.published_basis) == ("2024-05-03", "url")
    assert page.canonical_url == files.URL
    assert page.language == "en"


@pytest.mark.parametrize(
    ("make", "name"),
    [(files.docx, "x.docx"), (files.eml, "x.eml"), (files.pdf, "x.pdf")],
    ids=["docx", "eml", "pdf"],
)
def test_files_give_their_text_title_and_author(make: Any, name: str) -> None:
    found = one(make(), name)
    assert found.text == TEXT
    assert (found.title, found.authors) == (files.TITLE, ("Ola Hansen",))


def test_a_message_has_a_day() -> None:
    assert one(files.eml()).published == "2024-05-03"


def test_text_and_markdown_stay_as_they_are() -> None:
    text = "---\ntitle: A\npublished: 2024-05-03\n---\n\n“Delay  costs us more,” she said.\n"
    found = one(text.encode(), "x.md")
    assert (found.text, found.title, found.published) == (
        "\n“Delay  costs us more,” she said.\n",
        "A",
        "2024-05-03",
    )


def test_a_feed_gives_links_with_what_it_says_of_them() -> None:
    found = read(files.feed("https://example.org/a", "javascript:alert(1)", "https://example.org/a"))
    assert [link.url for link in found if isinstance(link, Link)] == ["https://example.org/a"]
    assert isinstance(found[0], Link)
    assert (found[0].incoming.published, found[0].incoming.publisher) == ("2024-05-03", "Example Wire")


def test_a_feed_is_read_to_its_limit() -> None:
    assert len(read(files.feed(*(f"https://example.org/{n}" for n in range(9))), feed_items=4)) == 4


def test_an_archive_gives_its_pages() -> None:
    data = files.warc(
        (files.URL, files.html()), ("https://example.org/empty", b"<html><body>No</body></html>")
    )
    assert [page.url for page in read(data, "x.warc.gz") if isinstance(page, Incoming)] == [files.URL]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.4", "x.txt", Kind.PDF),
        (b"PK\x03\x04", "x", Kind.DOCX),
        (b"\n<!-- a --><!DOCTYPE html>", "x", Kind.HTML),
        (b"<?xml version='1.0'?><rss>", "x", Kind.FEED),
        (b"<?xml version='1.0'?><other>", "x", Kind.TEXT),
        (b"From: a@b.c\nSubject: x\n\n", "x", Kind.EML),
        (b"From: Oslo, with love", "x.txt", Kind.TEXT),
        (b"WARC/1.0", "x", Kind.WARC),
        (b"Plain words.", "x", Kind.TEXT),
    ],
)
def test_kinds_are_told_by_content_first(data: bytes, name: str, kind: Kind) -> None:
    assert detect(data, name) is kind


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    return buffer.getvalue()


ENTITY = '<!DOCTYPE d [<!ENTITY a "b"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
BROKEN = {
    "empty": b" ",
    "a page without an article": b"<html><body><p>Short.</p></body></html>",
    "a broken PDF": b"%PDF-1.4\nnothing",
    "a PDF without text": files.pdf(("",)),
    "a broken archive": b"PK\x03\x04nothing",
    "another archive": files.docx()[:4] + b"\x00" * 40,
    "entities in a document": files.docx(extra=ENTITY),
    "entities in a feed": b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>',
    "a document that unpacks to too much": bomb(),
    "broken gzip": b"\x1f\x8bnothing",
    "an archive of nothing": b"WARC/1.0\r\n\r\n",
    "a message without text": b"From: a@b.c\nSubject: x\n\n",
    "binary": b"\x00\x01\x02",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_says_so(name: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        read(BROKEN[name])
    assert caught.value.todo


def test_gzip_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.ingest.readers.read.MAX_UNPACKED", 1000)
    with pytest.raises(SourceError, match="too much"):
        read(gzip.compress(b"a" * 2000))


def test_lines_of_a_column_become_paragraphs() -> None:
    lines = ("The levy stays, the minis-", "ter said on Friday, and it", "will.")
    page = "\n".join((*lines, "She gave no reason for this.", "", "New one"))
    assert join_lines(page) == [
        "The levy stays, the minister said on Friday, and it will.",
        "She gave no reason for this.",
        "New one",
    ]
