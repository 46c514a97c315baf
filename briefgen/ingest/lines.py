"""The lines of a text that hold words, with their place and their neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
# Closing marks that may stand behind the end of a sentence.
_CLOSERS = "\"”’')]}»*_"
# The stop of an abbreviation behind a small word is no end ("against the U.S."), that of a place is one
# ("a rally in Watertown, N.Y.").
_ABBREVIATION = re.compile(r"\b[a-z]+\s(?:[A-Z]\.){2,}$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it."""

    index: int
    start: int
    end: int
    text: str
    is_alone: bool
    """Whether an empty line, or the text's edge, stands on both sides."""

    @property
    def words(self) -> list[str]:
        """Its words, split at white space."""
        return self.text.split()

    @property
    def bare(self) -> str:
        """Its words in lower case without marks of emphasis and without a final mark."""
        text = self.text.replace("*", "").replace("_", " ")
        return " ".join(text.split()).rstrip(".:!…>»→ ").lower()

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does; the stop of an abbreviation is no end."""
        text = self.text.rstrip(_CLOSERS)
        if text.endswith((".", "!", "?", "…", ":", ";", ",")):
            return not _ABBREVIATION.search(text)
        return False

    @property
    def begins_upper(self) -> bool:
        """Whether its first letter or digit is no lower-case letter."""
        first = next((char for char in self.text if char.isalnum()), "a")
        return not first.islower()


def split_lines(text: str) -> list[Line]:
    """Returns the lines that hold words, in order."""
    found = [match for match in _LINE.finditer(text) if match.group().strip()]
    lines = []
    for index, match in enumerate(found):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.end() - (len(raw) - len(raw.rstrip()))
        before = text[found[index - 1].end() : match.start()] if index else "\n\n"
        after = text[match.end() : found[index + 1].start()] if index + 1 < len(found) else "\n\n"
        alone = before.count("\n") > 1 and after.count("\n") > 1
        lines.append(Line(index, start, end, text[start:end], alone))
    return lines
