"""Brings text from any reader into the form of a source: paragraphs with an empty line between."""

from __future__ import annotations

import re
import unicodedata

# Controls and direction marks have no place in news and can hide text from a reader.
_DROP = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\n]+")


def tidy_paragraphs(paragraphs: list[str]) -> str:
    """Returns paragraphs as one text: spaces folded, controls out, NFC, an empty line between."""
    cleaned = (tidy_line(paragraph) for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in cleaned if paragraph) + "\n"


def tidy_line(text: str) -> str:
    """Returns a text as one line without controls."""
    text = text.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _DROP.sub("", text).replace("\n", " ")).strip())


def tidy_field(text: object, longest: int = 300) -> str | None:
    """Returns a short field such as a title as one line, or None where there is nothing in it."""
    if not isinstance(text, str):
        return None
    line = tidy_line(text)
    return line[:longest].strip() or None
