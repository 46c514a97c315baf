"""Takes the text out of a Word document."""

from __future__ import annotations

import io
import zipfile
from importlib import import_module
from xml.etree.ElementTree import Element, ParseError

from briefgen.errors import Place, SourceError
from briefgen.ingest.readers.incoming import Incoming
from briefgen.ingest.readers.tidy import tidy_field, tidy_paragraphs

MAX_UNPACKED = 50_000_000


def read_docx(data: bytes, place: Place) -> Incoming:
    """Returns the paragraphs of a Word document.

    Raises SourceError where it is broken, holds no text, or would unpack to more than a document can be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise SourceError("a document that unpacks to too much", todo="Save it anew.", place=place)
            if "word/document.xml" not in archive.namelist():
                raise SourceError(
                    "a ZIP archive that is no Word document",
                    todo="Unpack it, and add its files.",
                    place=place,
                )
            document = archive.read("word/document.xml")
            core = archive.read("docProps/core.xml") if "docProps/core.xml" in archive.namelist() else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise SourceError(f"a broken document ({error})", todo="Save it anew.", place=place) from error
    paragraphs = _paragraphs(document, place)
    if not any(paragraph.strip() for paragraph in paragraphs):
        raise SourceError("a document without text", todo="Put the article's text in.", place=place)
    title, author = _about(core)
    return Incoming(
        text=tidy_paragraphs(paragraphs), title=title, authors=(author,) if author is not None else ()
    )


# What defusedxml refuses (entities, external references) is a ValueError, too.
_BROKEN = (ParseError, ValueError, LookupError)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _parse(data: bytes) -> Element:
    """Returns XML read without entities and without references to elsewhere."""
    element: Element = import_module("defusedxml.ElementTree").fromstring(data)
    return element


def _paragraphs(document: bytes, place: Place) -> list[str]:
    try:
        root = _parse(document)
    except _BROKEN as error:
        raise SourceError(f"a broken document ({error})", todo="Save it anew.", place=place) from error
    found = []
    for paragraph in root.iter(f"{_W}p"):
        parts = []
        for node in paragraph.iter():
            if node.tag == f"{_W}t":
                parts.append(node.text or "")
            elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                parts.append(" ")
        found.append("".join(parts))
    return found


def _about(core: bytes) -> tuple[str | None, str | None]:
    if not core:
        return None, None
    try:
        root = _parse(core)
    except _BROKEN:
        return None, None  # the text counts, what is said about it is a help only
    dc = "{http://purl.org/dc/elements/1.1/}"
    title, creator = root.find(f"{dc}title"), root.find(f"{dc}creator")
    return (
        tidy_field(title.text if title is not None else None),
        tidy_field(creator.text if creator is not None else None, 100),
    )
