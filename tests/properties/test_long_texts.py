"""No text of the size that is allowed makes finding its zones long, however it is built."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from briefgen.errors import SourceError
from briefgen.ingest.article import article_from_text
from briefgen.ingest.decode import MAX_BYTES

_MOST_CPU_SECONDS = 30
"""About 2 are needed; a pattern that goes back and forth would need minutes, on whatever machine."""
TEXTS = {
    "one letter": "A",
    "capitals": "ABC DEF ",
    "lines of capitals": "ABC DEF\n",
    "lines of words": "the levy stays as long as it is needed said the minister\n",
    "stars": "*a",
    "low lines": "_a ",
    "brackets": "[a](",
    "tags": "<p ",
    "spaces": " ",
    "empty lines": "\n",
    "bylines": "By Ab ",
    "lines of names": "By Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab\n",
    "quotation marks": "“",
    "stops": "a. ",
    "figures": "1",
    "days": "Published: May 3, 2024 at 10:00 AM EDT | ",
    "towns": "OSLO, ",
    "towns and names": "OSLO, Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab Ab ",
    "hyphens": "A-",
    "apostrophes": "a’",
    "agencies": "(Ab ",
    "headings": "# a\n",
    "addresses": "12 North Birch St.\nSpringfield, IL 62704\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_long_texts_are_read_soon(name: str) -> None:
    text = TEXTS[name] * (MAX_BYTES // 10 // len(TEXTS[name]))
    start = time.process_time()
    # A line without an end is refused; in pieces it is read.
    with suppress(SourceError):
        article_from_text("a", text + "x")
    whole = "\n".join(text[at : at + 9_000] for at in range(0, len(text), 9_000))
    article_from_text("a", whole + "x")
    assert time.process_time() - start < _MOST_CPU_SECONDS
