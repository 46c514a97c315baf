"""HTML of our own pages → Markdown, for generators that run no hooks of ours.

It knows the few elements our templates use. Every word is escaped, so that it stays the word it was.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SPACE = re.compile(r"\s+")
# Markdown's own marks, and those of template languages that run over Markdown in many generators.
_MARKS = re.compile(r"([\\`*_\[\]<>{}#|~!$&^=+:-])")
_BLOCKS = frozenset(
    "p div section header footer article main figure figcaption form dl dt dd ul ol li table thead tbody tr "
    "blockquote details summary h1 h2 h3 h4 h5 h6 nav".split()
)
_SILENT = frozenset("svg script style noscript template button select option input label".split())


def markdown(html: str, *, here: str = "") -> str:
    """Returns a page's body as Markdown. `here` is the page's own path, which its anchors are told from."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


def escaped(text: str) -> str:
    """Returns words with every mark of Markdown and of template languages as a character reference."""
    return _MARKS.sub(lambda found: f"&#{ord(found.group())};", text)


class _Reader(HTMLParser):
    """Writes blocks as they close; `_line` is the block being read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._line = ""
        self._silent = 0
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
        return "\n\n".join(self._blocks) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._silent or tag in _SILENT:
            self._silent += tag not in ("input", "br", "img") and tag in _SILENT
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
        elif tag == "br":
            self._write(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        if self._silent:
            return
        if tag == "a" and self._links:
            target = self._links.pop()
            if target:
                self._write(f"]({target})")
        elif tag in ("b", "strong", "dt"):
            self._write("**")
        elif tag in ("i", "em"):
            self._write("*")
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
        if not self._silent:
            self._write(escaped(_SPACE.sub(" ", data)))

    def _write(self, text: str) -> None:
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
