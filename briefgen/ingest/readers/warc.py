"""Reads the pages of a web archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from briefgen.errors import Place, SourceError
from briefgen.ingest.front_matter import parse_web_address

MAX_PAGE = 10_000_000


def read_warc(data: bytes, place: Place) -> Iterator[tuple[str, bytes]]:
    """Yields address and bytes of each HTML page that an archive holds as a whole answer.

    Raises SourceError where the archive is broken; what came before is still good.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            page = _page(record)
            if page is not None:
                yield page
    except (
        ArchiveLoadFailed,
        OSError,
        EOFError,
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
    ) as error:
        raise SourceError(f"a broken web archive ({error})", todo="Fetch it again.", place=place) from error


def _page(record: Any) -> tuple[str, bytes] | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    if record.http_headers.get_statuscode() != "200":
        return None
    if "html" not in (record.http_headers.get_header("Content-Type") or "").lower():
        return None
    try:
        url = parse_web_address(record.rec_headers.get_header("WARC-Target-URI") or "")
    except ValueError:
        return None  # an archive's own record, not a page of the web
    body = record.content_stream().read(MAX_PAGE + 1)
    return (url, body) if len(body) <= MAX_PAGE else None
