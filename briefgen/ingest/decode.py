"""Turns the bytes of a source into text, or says why that cannot be done safely."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from briefgen.errors import Place, SourceError

MAX_BYTES = 2_000_000
"""A news article has some 5,000 bytes; a source of this size is something else."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (DOCX, EPUB …)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "compressed",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
}
_ADDED = (b"%PDF-", b"PK\x03\x04")
"""What `briefgen add` reads of these."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# What English news in a legacy encoding has besides ASCII: typographic marks, currency and the accented
# letters of names. Another encoding's bytes read wrongly give other signs, mostly accented capitals.
_EXPECTED = frozenset("’‘“”–—…•·©®™°€£½¼¾§\xa0\xadàáâãäåçèéêëìíîïñòóôõöøùúûüýÿßšžčÉÖÜÅÑÇ")
_APOSTROPHE = re.compile(
    r"(?<=[A-Za-z])’(?=[a-z])|(?:^|(?<=[\s(]))[“‘](?=\S)|(?<=\S)[”](?=[\s,.;:)]|$)|\s[–—]\s"
)
_LEGACY = ("cp1252", "mac_roman")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source's text, normalised, and the encoding it was in where that is not UTF-8."""

    text: str
    legacy: str | None = None


def decode(data: bytes, place: Place, *, max_bytes: int = MAX_BYTES) -> Decoded:
    """Returns the bytes as text: BOM off, line ends LF, NFC.

    A legacy encoding is taken only where it is certain, which the typographic marks of English show.
    Raises SourceError for what is empty, too large, binary or in an unknown encoding.
    """
    if len(data) > max_bytes:
        raise SourceError(
            f"{len(data):,} bytes, more than the {max_bytes:,} allowed",
            todo="Keep one article a file, without markup, or raise `ingest.max_bytes` in the settings.",
            place=place,
        )
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            todo = "Run `briefgen add` on it: it takes the text out."
            if magic not in _ADDED:
                todo = "Save its words as plain text, or take it out of sources/."
            raise SourceError(f"{kind}, not text", todo=todo, place=place)
    decoded = _decode(data, place)
    text = unicodedata.normalize("NFC", decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise SourceError("empty", todo="Put the article's text in, or delete the file.", place=place)
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise SourceError(
            f"a control character (U+{ord(bad.group()):04X}): binary, or damaged text",
            todo="Save the article as plain text.",
            place=Place(path=place.path, line=line, article=place.article),
        )
    return Decoded(text=text, legacy=decoded.legacy)


def _decode(data: bytes, place: Place) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(data, error.start, place) from error
            return Decoded(text.removeprefix("\ufeff"), None if encoding == "utf-8" else encoding)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        position = error.start
    if b"\x00" not in data:
        readings = [reading for encoding in _LEGACY if (reading := _legacy(data, encoding))]
        if len(readings) == 1:
            return readings[0]
    raise _undecodable(data, position, place)


def _legacy(data: bytes, encoding: str) -> Decoded | None:
    """Returns the text where this encoding explains every byte as English typography, else None."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    odd = [char for char in text if not char.isascii()]
    if not all(char in _EXPECTED for char in odd) or not _APOSTROPHE.search(text):
        return None
    return Decoded(text, encoding)


def _undecodable(data: bytes, position: int, place: Place) -> SourceError:
    line = data.count(b"\n", 0, position) + 1
    return SourceError(
        f"neither UTF-8 nor a legacy encoding that is certain (byte 0x{data[position]:02X})",
        todo="Save the file as UTF-8.",
        place=Place(path=place.path, line=line, article=place.article),
    )
