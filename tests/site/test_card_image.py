"""The picture beside links, read back by a small PNG reader."""

from __future__ import annotations

import struct
import zlib

import pytest

from briefgen.site.card_image import HEIGHT, WIDTH, card_png
from tests.site.hostile import strings


def _rows(png: bytes) -> list[bytes]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, chunks = 8, {}
    while place < len(png):
        (size,) = struct.unpack(">I", png[place : place + 4])
        kind, body = png[place + 4 : place + 8], png[place + 8 : place + 8 + size]
        assert struct.unpack(">I", png[place + 8 + size : place + 12 + size]) == (zlib.crc32(kind + body),)
        chunks[kind] = body
        place += 12 + size
    assert struct.unpack(">IIBBBBB", chunks[b"IHDR"]) == (WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    data = zlib.decompress(chunks[b"IDAT"])
    assert len(data) == HEIGHT * (WIDTH + 1)
    rows = [data[start + 1 : start + WIDTH + 1] for start in range(0, len(data), WIDTH + 1)]
    assert max(map(max, rows)) * 3 < len(chunks[b"PLTE"])
    return rows


def test_the_title_is_painted_inside_the_margins() -> None:
    rows = _rows(card_png("Who stands where", "With the exact words."))
    inked = [row for row in rows if 1 in row]
    assert inked
    assert all(row[:84].count(0) == 84 and row[-60:].count(0) == 60 for row in rows)


def test_same_title_same_bytes() -> None:
    assert card_png("A", "b") == card_png("A", "b") != card_png("B", "b")


@pytest.mark.parametrize("title", ["", "日本", "x" * 500, *strings("letters")])
def test_any_title_makes_a_picture(title: str) -> None:
    _rows(card_png(title, title))
