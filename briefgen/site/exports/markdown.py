"""HTML of our own pages → Markdown, for generators that run no hooks of ours.

It knows the few elements our templates use. Every word is escaped, so that it stays the word it was.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SPACE = re.compile(r"\s+")
# Markdown's own marks, and those of template languages that run over Markdown in many generators. A colon
# is one only before a word (`:smile:`, `https://`), a hyphen, plus or equals sign only beside another.
_MARKS = re.compile(r"[\\`*_\[\]<>{}#|~!$&^%]|:(?=\S)|([-+=])(?=\1)|(?<=([-+=]))\2")
# What makes a list, a heading or a definition of a line, where it begins one.
_LINE_MARK = re.compile(r"^(?:[-+=:>](?=\s|$|[-=])|\d+(?=[.)]))")
_ITEM = re.compile(r" *(?:-|1\.) ")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "header",
        "footer",
        "article",
        "main",
        "figure",
        "figcaption",
        "form",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "blockquote",
        "details",
        "summary",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "nav",
    ]
)
_SILENT = frozenset(
    ["svg", "script", "style", "noscript", "template", "button", "select", "option", "label", "form"]
)
_APART = frozenset({"small", "span"})
"""Inline elements that stand beside one another on a page without a space between them."""


def markdown(html: str, *, here: str = "") -> str:
    """Returns a page's body as Markdown. `here` is the page's own path, which its anchors are told from."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


def escaped(text: str) -> str:
    """Returns words with every mark of Markdown and of template languages as a character reference."""
    return _MARKS.sub(_references, text)


def _references(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in found.group())


class _Reader(HTMLParser):
    """Writes blocks as they close; `_line` is the block being read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._line = ""
        self._silent: list[str] = []
        self._closed_mark = False
        self._lists: list[str] = []
        self._quotes = 0
        self._links: list[str | None] = []
        self._heading = 0
        self._cells: list[str] | None = None
        self._head_rows = 0
        self._cell = ""
        self._first_of_item = False

    def text(self) -> str:
        """Returns what was read."""
        self._flush()
        out = ""
        for block in self._blocks:
            both_items = _ITEM.match(block) and _ITEM.match(out.rsplit("\n", 1)[-1])
            out += block if not out else f"{'' if both_items else chr(10)}\n{block}"
        return out + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        # Pages of Markdown have marks for links to their headings of their own.
        if tag in _SILENT or "bg-perma" in (values.get("class") or "") or tag in self._silent:
            self._silent.append(tag)
        if self._silent:
            return
        if tag in _BLOCKS and self._cells is None:
            self._flush()
        if (id := values.get("id")) and re.fullmatch(r"[\w.-]+", id):
            self._write(f'<a id="{id}"></a>')
        self._open(tag, values)

    def _open(self, tag: str, values: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(tag)
        elif tag == "li":
            self._first_of_item = True
        elif tag == "blockquote":
            self._quotes += 1
        elif re.fullmatch("h[1-6]", tag):
            self._heading = int(tag[1])
        elif tag == "tr":
            self._cells = []
        elif tag in ("td", "th") and self._cells is not None:
            self._cell = ""
        elif tag == "a":
            self._links.append(_target(values.get("href")))
            if self._links[-1]:
                self._write("[")
        elif tag in ("b", "strong", "dt"):
            self._write("**")
        elif tag in ("i", "em"):
            self._write("*")
        elif tag == "br" or (tag in _APART and "bg-vh" not in (values.get("class") or "")):
            self._separate()

    def _separate(self) -> None:
        """Keeps the words of an inline element apart from those before it."""
        before = self._cell if self._cells is not None else self._line
        if before and not before[-1].isspace() and not before.endswith(("**", "</a>", "[", "(", "“")):
            self._write(" · " if before[-1].isalnum() or before[-1] in ")”’" else " ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag == "a" and self._links:
            target = self._links.pop()
            if target:
                self._write(f"]({target})")
        elif tag in ("b", "strong", "dt"):
            self._write("**")
            self._closed_mark = True
        elif tag in ("i", "em"):
            self._write("*")
            self._closed_mark = True
        elif tag in ("td", "th") and self._cells is not None:
            self._cells.append(_SPACE.sub(" ", self._cell).strip())
        elif tag == "tr" and self._cells is not None:
            self._row()
        if tag in _BLOCKS and self._cells is None:
            self._flush()
        self._close(tag)

    def _close(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "thead":
            self._head_rows = 1
        elif tag == "table":
            self._head_rows = 0
        elif re.fullmatch("h[1-6]", tag):
            self._heading = 0

    def handle_data(self, data: str) -> None:
        if not self._silent and data:
            # A closing mark counts as one only where no letter follows it.
            self._write(
                (" " if self._closed_mark and data[0].isalnum() else "") + escaped(_SPACE.sub(" ", data))
            )

    def _write(self, text: str) -> None:
        self._closed_mark = False
        if self._cells is not None:
            self._cell += text
        else:
            self._line += text

    def _row(self) -> None:
        cells, self._cells = self._cells or [], None
        row = f"| {' | '.join(cells)} |"
        if self._head_rows and self._blocks and self._blocks[-1].startswith("| "):
            self._blocks[-1] += "\n" + row
        else:
            self._blocks.append(f"{row}\n|{'---|' * len(cells)}")
            self._head_rows = 1

    def _flush(self) -> None:
        text = _SPACE.sub(" ", self._line).replace("****", "").strip()
        self._line = ""
        if not text:
            return
        text = _LINE_MARK.sub(_references, text)
        if self._heading:
            text = f"{'#' * self._heading} {text}"
        if self._quotes:
            text = "> " * self._quotes + text
        if self._lists:
            mark = "1. " if self._lists[-1] == "ol" else "- "
            outer = "    " * (len(self._lists) - 1)
            text = outer + (mark if self._first_of_item else "    ") + text
            self._first_of_item = False
        self._blocks.append(text)


def _target(href: str | None) -> str | None:
    """Returns where a link leads: pages as the Markdown files they come from."""
    if not href:
        return None
    if href.lower().startswith(("http://", "https://")):
        return re.sub(r"[\s()<>{}\[\]\\|]", lambda found: f"%{ord(found.group()):02X}", href)
    if ":" in href.split("/")[0]:
        return None
    path, mark, anchor = href.partition("#")
    if path.endswith("/") or path in (".", ".."):
        path = f"{path.rstrip('/')}/index.md"
    return re.sub(r"[\s()<>{}\[\]\\|]", lambda found: f"%{ord(found.group()):02X}", path + mark + anchor)
