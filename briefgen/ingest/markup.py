"""Finds the signs of Markdown and HTML in a text, so that they are not read as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.article import Zone, ZoneKind

# Pairs around words. A lone star is a footnote's, stars within a word hide letters of it, and a lone
# low line between spaces is an old wire's dash.
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,300}?)(?<=\S)\1(?![\w*_])")
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]{0,300})(\]\((?:https?://|/|#|mailto:)[^()\s]*(?:\([^()\s]*\)[^()\s]*)?\))"
)
_LINE_OPENING = re.compile(r"^[ \t]*(#{1,6}[ \t]+|>[ \t]?)(?=\S)", re.MULTILINE)
_TAGS = (
    "a|abbr|article|b|blockquote|br|cite|code|div|em|figcaption|figure|font|h[1-6]|hr|i|img|li|ol|p|q|s|"
    "section|small|span|strong|sub|sup|table|tbody|td|th|time|tr|u|ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>", re.IGNORECASE)


def find_markup(text: str) -> tuple[Zone, ...]:
    """Returns a zone for every sign of markup, in order of place; the words between them stay body."""
    return tuple(
        Zone(kind=ZoneKind.MARKUP, span=span) for span in sorted(set(_spans(text))) if span[0] < span[1]
    )


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if "*" in text or "_" in text:
        for match in _EMPHASIS.finditer(text):
            yield match.start(1), match.end(1)
            yield match.end() - len(match.group(1)), match.end()
    if "](" in text:
        for match in _LINK.finditer(text):
            if match.group(1) == "![":
                yield match.span()
            else:
                yield match.span(1)
                yield match.span(3)
    for match in _LINE_OPENING.finditer(text):
        yield match.span(1)
    if "<" in text:
        for match in _TAG.finditer(text):
            yield match.span()
