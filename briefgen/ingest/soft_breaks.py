"""Line ends that end nothing: those of a text set to a width, and those that stand within a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefgen.lexicons.function_words import function_words
from briefgen.model.evidence import Span

_LINE = re.compile(r"[^\n]+")
_NARROWEST, _WIDEST = 40, 120
"""Characters in a line of a text that was set to a width."""
_LONGEST = 20_000
"""Characters of a paragraph: what would be longer was never one."""
_MOSTLY = 0.6
_ENDED = re.compile(r"[.!?…:”\"’')\]*_>|][\s]*$")
_GOES_ON = re.compile(r"[a-z]+(?:['’-][a-z]+)*(?=[\s,;:.!?)]|$)")
"""A first word that begins no sentence; a name such as `iPhone` is none."""
_ITEM = re.compile(r"(?:[-*+•>|#–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])(?:\s|$)|[#|>]")
_LAST_WORD = re.compile(r"([^\W\d_]+)[,–—-]*$")
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str
    """The line without the white space at its ends."""
    indent: int

    @property
    def first(self) -> str:
        return self.words.split(None, 1)[0]


def find_soft_breaks(text: str) -> tuple[Span, ...]:
    """Returns the white space between two lines of one paragraph, by place.

    Lines belong together where each is as full as the width of the text allows, or where one stops within a
    clause and the next goes on in lower case; over an empty line only behind a word that cannot end a clause.
    """
    lines = list(_lines(text))
    width = _width(lines, text)
    joined: list[Span] = []
    begin = lines[0].start if lines else 0
    for line, following in pairwise(lines):
        gap = text[line.end : following.start]
        if (
            not _is_hard(gap, line, following)
            and (
                _fills(line, following, width)
                if width and gap.count("\n") == 1
                else _goes_on(line, following, far=gap.count("\n") > 1)
            )
            and following.end - begin <= _LONGEST
        ):
            joined.append((line.end, following.start))
        else:
            begin = following.start
    return tuple(joined)


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield _Line(start, start + len(words), words, start - match.start())


def _is_hard(gap: str, line: _Line, following: _Line) -> bool:
    """Whether the lines are parted on purpose: by marks of Markdown, an indent, a list."""
    return (
        gap.count("\n") > 2
        or (gap.startswith("  \n") or line.words.endswith("\\"))
        or following.indent > line.indent
        or bool(_ITEM.match(following.words) or line.words.startswith(("#", "|")))
    )


def _width(lines: list[_Line], text: str) -> int:
    """Returns the width that a text was set to, or 0: most of its inner line ends are where the next word
    would not have fitted, and some are within sentences.
    """
    blocks: list[list[_Line]] = [[]]
    for line in lines:
        last = blocks[-1][-1] if blocks[-1] else None
        if last is not None and text.count("\n", last.end, line.start) > 1:
            blocks.append([])
        blocks[-1].append(line)
    wide = [block for block in blocks if len(block) > 2]
    inner = [line for block in wide for line in block[:-1]]
    if not inner:
        return 0
    width = max(len(line.words) for line in inner)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [pair for block in wide for pair in pairwise(block)]
    full = sum(_fills(line, following, width) for line, following in pairs)
    ended = sum(bool(_ENDED.search(line.words)) for line in inner)
    return width if full >= _MOSTLY * len(pairs) and ended <= (1 - _MOSTLY) * len(inner) else 0


def _fills(line: _Line, following: _Line, width: int) -> bool:
    return len(line.words) + 1 + len(following.first) > width


def _goes_on(line: _Line, following: _Line, *, far: bool) -> bool:
    """Whether a line stops within a clause that the following one goes on with."""
    if _ENDED.search(line.words) or not _GOES_ON.match(following.words):
        return False
    if len(line.words.split()) < _FEWEST_WORDS:
        return False
    if not far:
        return True
    last = _LAST_WORD.search(line.words)
    return last is not None and last.group(1) in function_words().unfinished.words
