"""Plain strings for formats that know no markup: one line, no character a parser refuses."""

from __future__ import annotations

import re

# Control characters, lone surrogates and non-characters, which XML 1.0 (2.2, Char) and HTML refuse; and the marks
# that turn the direction of what follows, by which words could pass for others (UAX 9, explicit formatting).
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_SPACE = re.compile(r"[\s\x85\u2028\u2029]+")


def xml_text(text: str) -> str:
    """Returns the text without the characters that XML and HTML refuse, and without marks of direction."""
    return text if text.isprintable() else _REFUSED.sub("", text)


def page_text(html: str) -> str:
    """Returns a page without those characters. Most pages have none, which is told at a glance."""
    return (
        html
        if html.replace("\n", "").isprintable()
        else xml_text(html.replace("\r", " ").replace("\x85", " "))
    )


def one_line(text: str) -> str:
    """Returns the text as one line of printable characters, so that no value can start a new field."""
    if text.isprintable() and "  " not in text:
        return text.strip()  # of all kinds of space only the plain one is printable
    return _SPACE.sub(" ", _REFUSED.sub("", text)).strip()


def shortened(text: str, limit: int) -> str:
    """Returns the text cut between words to at most `limit` characters, an ellipsis at its end where cut."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:–—-") + "…"
