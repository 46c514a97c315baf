"""One noun shared by several states: `British, French and German intelligence`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.gazetteer import words_of
from briefgen.lexicons.countries import demonyms

if TYPE_CHECKING:
    from spacy.tokens import Doc


def adjectives_sharing(doc: Doc, noun: int) -> list[tuple[int, int, str]]:
    """Returns first token, end and code of each adjective joined before a noun; none for a single one."""
    codes = demonyms()
    found: list[tuple[int, int, str]] = []
    joined = False
    at = noun
    while at > 0:
        length = next((n for n in (2, 1) if at >= n and words_of(doc, at - n, at) in codes), 0)
        if length:
            found.append((at - length, at, codes[words_of(doc, at - length, at)]))
            at -= length
        elif found and doc[at - 1].lower_ in (",", "and", "or", "both"):
            joined = joined or doc[at - 1].lower_ in ("and", "or")
            at -= 1
        else:
            break
    return sorted(found) if joined and len(found) > 1 else []
