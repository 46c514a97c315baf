"""Addresses of pages: made for people, relative, so that the site works below any path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

FRAGMENT_WORDS = 5
_HOST = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]")
_FORBIDDEN = re.compile(r'[\x00-\x20\x7f"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
"""What no address may hold as it is (RFC 3986)."""
_PLAIN = re.compile(r"[A-Za-z0-9 ._]*")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from one page; `prefix` leads from it to the root of the site."""

    prefix: str

    @classmethod
    def at(cls, path: str) -> Links:
        """Returns the addresses as seen from `briefs/x/` (two levels down) or `` (the root)."""
        return cls("../" * path.count("/"))

    def root(self) -> str:
        """Returns the address of the home page."""
        return self.prefix or "./"

    def to(self, path: str) -> str:
        """Returns the address of a path below the root."""
        return (self.prefix + path) or "./"

    def brief(self, id: str, item: str = "") -> str:
        """Returns the address of a brief, or of one item in it."""
        return f"{self.prefix}briefs/{id}/{'#' + item if item else ''}"

    def actor(self, id: str) -> str:
        """Returns the address of an actor."""
        return f"{self.prefix}actors/{id}/"

    def topic(self, id: str) -> str:
        """Returns the address of a topic."""
        return f"{self.prefix}topics/{id}/"

    def outlet(self, id: str) -> str:
        """Returns the address of an outlet's part of the sources page."""
        return f"{self.prefix}sources/#{id}"


def text_fragment(url: str | None, words: str) -> str | None:
    """Returns the address of exact words in the original (`#:~:text=`), or None where it has no address.

    Long words are named by their head and tail, as the specification of text fragments has it
    (https://wicg.github.io/scroll-to-text-fragment/). Only http and https are links.
    """
    address = web_address(url)
    if address is None:
        return None
    base = address.split("#", 1)[0]
    tokens = words.split()
    if len(tokens) <= 2 * FRAGMENT_WORDS:
        return f"{base}#:~:text={_encode(' '.join(tokens))}"
    head, tail = " ".join(tokens[:FRAGMENT_WORDS]), " ".join(tokens[-FRAGMENT_WORDS:])
    return f"{base}#:~:text={_encode(head)},{_encode(tail)}"


@lru_cache(maxsize=4096)  # every item of a brief asks for the same one
def web_address(url: str | None) -> str | None:
    """Returns an address of the web as a link may have it, or None for any that is none.

    No scheme but http and https becomes a link, nor an address without a host, with a name or password before it
    or with a port that cannot be. Letters that no address may hold are written as `%20`.
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.username is not None or port == 0:
        return None
    if not _HOST.fullmatch(parts.netloc.removesuffix(f":{port}")):
        return None
    rest = (_FORBIDDEN.sub(lambda letter: quote(letter[0], safe=""), part) for part in parts[2:])
    return urlunsplit((parts.scheme, parts.netloc, *rest))


def _encode(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text.replace(" ", "%20")
    # A hyphen has a meaning of its own in a text directive.
    return quote(text, safe="").replace("-", "%2D")
