"""The frame around pages: rendered once for all pages of one section and depth, then only filled.

A theme's page template costs more than the page inside it. All pages of a section that lie equally deep
have the same frame but for five places, so the frame is rendered with tokens there and kept in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from markupsafe import escape

SLOTS = ("title", "description", "canonical", "head", "content")
_TOKEN = re.compile(r"@@briefgen-([a-z]+)@@")


def token(slot: str) -> str:
    """Returns what stands in a rendered frame where `slot` will be filled in."""
    return f"@@briefgen-{slot}@@"


@dataclass(frozen=True)
class Frame:
    """A rendered frame in pieces: text and names of slots by turns."""

    pieces: tuple[str, ...]

    @cached_property
    def fingerprint(self) -> str:
        """Returns a name for the frame: the theme, the navigation and what else stands around a page."""
        return blake2b(repr(self.pieces).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Returns the frame of a page that was rendered with tokens in its slots.

        A theme that has no place for the slot `head` gets one at the end of its head.
        """
        if token("head") not in html:
            html = html.replace("</head>", f"{token('head')}</head>", 1)
        return cls(tuple(_TOKEN.split(html)))

    def fill(self, slots: Mapping[str, str]) -> str:
        """Returns the page. `head` and `content` are HTML, all else is text and is escaped."""
        texts = {
            slot: value if slot in ("head", "content") else str(escape(value))
            for slot, value in slots.items()
        }
        return "".join(
            piece if index % 2 == 0 else texts.get(piece, "") for index, piece in enumerate(self.pieces)
        )
