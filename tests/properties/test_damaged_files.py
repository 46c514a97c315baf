"""However a file is damaged, it becomes an article or a named error, soon."""

from __future__ import annotations

import importlib.util
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.ingest.readers.read import read_bytes
from briefgen.ingest.source import article_of, source_from_bytes
from briefgen.model.review import Review
from briefgen.store.yaml_reader import read_model, read_yaml


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("damaged_files", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


files = _load(Path(__file__).parent.parent / "ingest" / "readers" / "files.py")
TEXT = "\n\n".join(files.PARAGRAPHS) * 3
SOURCE = f"""---
title: "Norway: backs # levy"
publisher: Example Wire
authors: [Ola Hansen, Kari Dahl]
published: 2024-05-03
url: {files.URL}
---
OSLO, Norway (NTB) — {TEXT}

By Ola Hansen

A **costly** [delay](https://example.org/x_(y))

{TEXT}
""".encode()
REVIEW = b"""schema: briefgen/review/1
id: a
items:
  - target: q-aaaaaaaa
    verdict: correct
    set: {speaker: {actor: a}, text: "x\\u00e9"}
    beside: ["^", "|", q-bbbbbbbb]
    note: |
      Two
      lines
"""
NASTY = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x1b[31m",
        b"\r",
        b"\n---\n",
        b"---\n",
        b"\n...\n",
        b": ",
        b" #",
    ),
    *(b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"? ", b"{", b"}", b"[", b"]", b"|", b">", b"%"),
    *(b"<script>", b"]]>", b"<!--", b"<![CDATA[", b"<!ENTITY a 'b'>", b"&amp;#x0;", b"<p>" * 200, b"</p>"),
    *(
        b"(" * 300,
        b"[" * 300,
        b"*" * 500,
        b"_a" * 300,
        b"\xe2\x80\x9c" * 50,
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
    ),
    *(
        b"9" * 400,
        b"A, " * 400,
        b" " * 3000,
        b"\n" * 500,
        b"endobj",
        b"stream\n",
        b"/Length 99999999",
        b"obj <<",
    ),
    *(
        b"xref",
        b"trailer",
        b"/Kids [2 0 R]",
        b"/Filter /FlateDecode",
        b"2025-02-30",
        b"By " * 200,
        b"Z" * 4000,
    ),
)


def damage(data: bytes, chance: random.Random) -> bytes:
    """Returns bytes with one to five pieces changed, lost, doubled, swapped or made nasty."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        at, size = chance.randrange(len(out) + 1), chance.choice((1, 2, 5, 20, 200))
        match chance.randrange(6):
            case 0 if at < len(out):
                out[at] = chance.randrange(256)
            case 1:
                del out[at : at + size]
            case 2:
                out[at:at] = out[at : at + size] * chance.choice((1, 2, 30))
            case 3:
                other = chance.randrange(len(out) + 1)
                out[at : at + size] = out[other : other + size]
            case 4:
                out[at : at + chance.choice((0, size))] = chance.choice(NASTY)
            case _:
                del out[at:]
        out = out or bytearray(b"x")
    return bytes(out)


def as_source(data: bytes) -> None:
    article = article_of(source_from_bytes(Path("x.md"), data))
    for zone in article.zones:
        start, end = zone.span
        assert 0 <= start < end <= len(article.text)


def as_yaml(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    read_yaml(text)
    read_model(text, Review)


def as_file(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        read_bytes(data, Place(path=Path(name)), max_bytes=2_000_000)

    return read


KINDS: dict[str, tuple[bytes, Callable[[bytes], None]]] = {
    "source": (SOURCE, as_source),
    "yaml": (REVIEW, as_yaml),
    "html": (files.html(), as_file("x.html")),
    "pdf": (files.pdf(), as_file("x.pdf")),
    "docx": (files.docx(), as_file("x.docx")),
    "eml": (files.eml(), as_file("x.eml")),
    "feed": (files.feed(files.URL, "https://example.org/b"), as_file("x.xml")),
    "warc": (files.warc((files.URL, files.html())), as_file("x.warc.gz")),
}


def run(kind: str, seed: int, count: int) -> float:
    """Damages one file in many ways, and returns the most CPU seconds that reading one took."""
    data, read = KINDS[kind]
    chance = random.Random(f"{kind}{seed}")  # noqa: S311 - a seeded choice of damage, not a secret
    slowest = 0.0
    for _ in range(count):
        damaged = damage(data, chance)
        start = time.process_time()
        try:
            read(damaged)
        except BriefgenError as error:
            assert error.what
        slowest = max(slowest, time.process_time() - start)
    return slowest


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_are_read_or_refused(kind: str) -> None:
    assert run(kind, 0, 40) < 10


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_ten_thousand_damaged_files(kind: str) -> None:
    assert run(kind, 1, 1250) < 10
