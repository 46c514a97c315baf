"""Takes the text out of a PDF."""

from __future__ import annotations

import io
import re
from typing import Any

from briefgen.errors import Place, SourceError
from briefgen.ingest.readers.incoming import Incoming
from briefgen.ingest.readers.tidy import tidy_field, tidy_paragraphs

MAX_PAGES = 200
MAX_CHARACTERS = 2_000_000
_HYPHEN = re.compile(r"(?<=[a-z])[-‐\u00ad]\n(?=[a-z])")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


def read_pdf(data: bytes, place: Place) -> Incoming:
    """Returns the text of a PDF with its lines joined into paragraphs.

    Raises SourceError where it is locked, broken or holds no text (a scan).
    """
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("a locked PDF", todo="Save it without a password.", place=place)
        pages, size = [], 0
        for page in reader.pages[:MAX_PAGES]:
            pages.append(page.extract_text() or "")
            size += len(pages[-1])
            if size > MAX_CHARACTERS:
                raise SourceError(
                    "a PDF with too much text for one article", todo="Split it by article.", place=place
                )
        about: Any = reader.metadata or {}
        title, author = about.get("/Title"), about.get("/Author")
    except SourceError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError) as error:
        raise _broken(error, place) from error
    except (OSError, RecursionError, NotImplementedError, ArithmeticError, ImportError, EOFError) as error:
        raise _broken(error, place) from error
    paragraphs = [paragraph for page in pages for paragraph in join_lines(page)]
    if sum(len(paragraph.split()) for paragraph in paragraphs) < 20:
        raise SourceError(
            "a PDF without text: most likely pictures of pages",
            todo="Run text recognition on it (OCR), or type the text.",
            place=place,
        )
    return Incoming(
        text=tidy_paragraphs(paragraphs),
        title=tidy_field(title),
        authors=tuple(name for name in [tidy_field(author, 100)] if name),
    )


def join_lines(page: str) -> list[str]:
    """Returns the paragraphs of a page whose lines are broken where the column ends."""
    page = _HYPHEN.sub("", page)
    lines = [line.strip() for line in page.split("\n")]
    widest = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    current: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line:
            current.append(line)
        # A paragraph ends at an empty line, or with a sentence where the next word would still have fitted.
        room = widest - len(line) - 1 - len(following.split(" ", 1)[0])
        if current and (not line or (_SENTENCE_END.search(line) and room > widest * 0.03)):
            paragraphs.append(" ".join(current))
            current = []
    return [*paragraphs, " ".join(current)] if current else paragraphs


def _broken(error: Exception, place: Place) -> SourceError:
    what = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
    return SourceError(f"a broken PDF ({what})", todo="Save it anew, or add its text.", place=place)
