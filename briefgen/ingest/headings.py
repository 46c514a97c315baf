"""Finds the title, the headings and the pull quotes of a text.

A false heading loses a sentence, so each rule asks for more than one sign.
"""

from __future__ import annotations

import re
import unicodedata

from briefgen.ingest.furniture import is_dateline
from briefgen.ingest.lines import Line
from briefgen.model.article import ZoneKind

MAX_HEADING = 90
MAX_HEADING_WORDS = 13
MAX_TITLE = 200
MIN_WORDS_WITH_STOP = 5
"""Words of a heading that ends with an abbreviation's stop: fewer are a place (`Washington, D.C.`)."""
MIN_BODY = 60
MIN_PULL_WORDS = 6
PULL_SHARE = 0.75
"""Share of a pull quote's words that the paragraph it was pulled from says in one run."""
MAX_COMPARED = 300_000
"""A text of more characters than this is no article; nothing in it is compared for pull quotes."""
_MOST_PLACES = 20
_TITLE_WITHIN = 12
_DASHES = re.compile(r"^[\s—–―•·*_-]+")
_OPEN_QUOTES = "\"“‘'«`"
_FOLD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Returns the words of a text for comparing: letters and digits in lower case, one space between."""
    return _FOLD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def find_title(lines: list[Line], kinds: dict[int, ZoneKind], title: str | None) -> int | None:
    """Returns the index of the line that is the article's title, or None.

    A known title is looked for; without one, the first line is the title if it looks like a heading and a
    body follows.
    """
    free = [line for line in lines if line.index not in kinds and not is_dateline(line)]
    if title is not None:
        wanted = fold(title)
        return next(
            (line.index for line in free[:_TITLE_WITHIN] if wanted and fold(line.text) == wanted), None
        )
    if len(free) < 2:
        return None
    first, second = free[0], free[1]
    if len(first.words) < 3 or first.text.endswith(".") or not _looks_like_heading(first, MAX_TITLE, 30):
        return None
    body = next((line for line in free[1:4] if len(line.text) >= MIN_BODY and line.ends_sentence), None)
    return first.index if body is not None and second.begins_upper else None


def find_headings(lines: list[Line], kinds: dict[int, ZoneKind]) -> dict[int, ZoneKind]:
    """Returns headings and pull quotes by the index of their line; `kinds` are the lines already known."""
    found: dict[int, ZoneKind] = {}
    free = [line for line in lines if line.index not in kinds]
    said = _Runs(free)
    for position, line in enumerate(free):
        if _is_marked(line):
            found[line.index] = ZoneKind.HEADING
        elif said.elsewhere(line):
            found[line.index] = ZoneKind.PULL_QUOTE
        elif _is_heading(position, line, lines, free, kinds):
            found[line.index] = ZoneKind.HEADING
    headings = [index for index, kind in found.items() if kind is ZoneKind.HEADING]
    if len(headings) * 5 > len(free) * 2:
        # A text whose lines have no stops, such as a transcript or a poem.
        return {index: kind for index, kind in found.items() if kind is not ZoneKind.HEADING}
    return found


def _is_marked(line: Line) -> bool:
    return bool(re.match(r"#{1,6}\s+\S", line.text)) or bool(
        re.match(r"<h[1-6][\s>]", line.text, re.IGNORECASE)
    )


def _looks_like_heading(line: Line, longest: int, most_words: int) -> bool:
    text = line.text
    if len(text) > longest or len(line.words) > most_words or line.ends_sentence or not line.begins_upper:
        return False
    if text.endswith(".") and len(line.words) < MIN_WORDS_WITH_STOP:
        return False
    if text[0] in _OPEN_QUOTES or _DASHES.match(text) or not any(char.isalpha() for char in text):
        return False
    if text[-1] in '"”»' and (len(line.words) > 10 or text[-2:-1] in ",.!?"):
        return False
    return sum(char.isdigit() for char in text) <= len(text) / 4 and "\t" not in text and "|" not in text


def _is_heading(
    position: int, line: Line, lines: list[Line], free: list[Line], kinds: dict[int, ZoneKind]
) -> bool:
    if not _looks_like_heading(line, MAX_HEADING, MAX_HEADING_WORDS) or position + 1 >= len(free):
        return False
    following = free[position + 1]
    if not following.begins_upper or len(following.text) < MIN_BODY:
        return False
    if position == 0:
        return False
    before = free[position - 1]
    if before.index in kinds or kinds.get(line.index - 1) is ZoneKind.TITLE:
        return True
    # What follows a line that breaks off in the middle of a sentence is its continuation.
    return before.ends_sentence and not before.text.endswith((",", ";"))


class _Runs:
    """Where runs of words stand, to find what is said twice without comparing all with all."""

    def __init__(self, lines: list[Line]) -> None:
        self.texts: dict[int, str] = {}
        self.index: dict[str, list[int]] = {}
        if sum(len(line.text) for line in lines) > MAX_COMPARED:
            return
        for line in lines:
            words = fold(line.text).split()
            self.texts[line.index] = f" {' '.join(words)} "
            for at in range(len(words) - MIN_PULL_WORDS + 1):
                places = self.index.setdefault(" ".join(words[at : at + MIN_PULL_WORDS]), [])
                if len(places) < _MOST_PLACES and (not places or places[-1] != line.index):
                    places.append(line.index)

    def elsewhere(self, line: Line) -> bool:
        """Returns whether a longer line says a line's words again, or most of them in one run."""
        if len(line.text) > 300 or line.index not in self.texts:
            return False
        mine = self.texts[line.index]
        words = mine.split()
        if len(words) < MIN_PULL_WORDS:
            return False
        need = len(words) if line.ends_sentence else max(MIN_PULL_WORDS, round(len(words) * PULL_SHARE))
        for at in range(len(words) - need + 1):
            run = words[at : at + need]
            for other in self.index.get(" ".join(run[:MIN_PULL_WORDS]), ()):
                theirs = self.texts[other]
                if other != line.index and len(theirs) > len(mine) and f" {' '.join(run)} " in theirs:
                    return True
        return False
