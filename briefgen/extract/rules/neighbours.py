"""What stands beside a word; nothing does at the ends of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def text_before(token: Token) -> str:
    """Returns the word or mark before a token, empty at the beginning."""
    return token.nbor(-1).text if token.i else ""


def text_behind(token: Token) -> str:
    """Returns the word or mark behind a token, empty at the end."""
    return token.nbor(1).text if token.i + 1 < len(token.doc) else ""
