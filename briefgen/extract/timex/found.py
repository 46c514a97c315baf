"""A rule's match in a text, as its reader sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.extract.timex.grammar import Grammar, Rule
from briefgen.extract.timex.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Found:
    """A match: which rule, which tokens, which groups."""

    rule: Rule
    match: re.Match[str]
    tokens: Tokens
    grammar: Grammar
    first: int
    """Index of the first token of the extent."""
    last: int
    """Index one past the last token of the extent."""

    @property
    def start(self) -> int:
        """Offset of the extent's first character."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Offset one past the extent's last character."""
        return self.tokens.ends[self.last - 1]

    def has(self, group: str) -> bool:
        """Whether the rule has such a group and it matched some words."""
        return self._span(group) is not None

    def _span(self, group: str) -> tuple[int, int] | None:
        """Returns the tokens of a group, or of its other place in the pattern (`year2` for `year`)."""
        for name in (group, f"{group}2", f"{group}3"):
            if name in self.rule.pattern.groupindex and self.match.group(name):
                return self.match.span(name)
        return None

    def words(self, group: str) -> list[str]:
        """Returns the words of a group, small; none where it did not match."""
        span = self._span(group)
        if span is None:
            return []
        first, last = span
        return [word.lower() for word in self.tokens.words[first:last]]

    def word(self, group: str) -> str:
        """Returns the first word of a group, small; empty where it did not match."""
        words = self.words(group)
        return words[0] if words else ""

    def value(self, group: str, name: str) -> str | int | float | None:
        """Returns the value that the first word of a group with one has in a class."""
        for word in self.words(group):
            value = self.grammar.vocabulary.value(name, word)
            if value is not None:
                return value
        return None

    def number_value(self, group: str, name: str) -> int | None:
        """Returns the whole number that a group's word has in a class."""
        value = self.value(group, name)
        return value if isinstance(value, int) else None

    def text_value(self, group: str, name: str) -> str | None:
        """Returns the text that a group's word has in a class."""
        value = self.value(group, name)
        return value if isinstance(value, str) else None

    def is_name(self) -> bool:
        """Whether its words have capitals as a name has them: CBS This Morning, Last Week Tonight."""
        words = self.tokens.words[self.first : self.last]
        return len(words) > 1 and words[0].istitle() and words[-1].istitle()
