"""The exact words of an article and their place in it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from briefgen.model.base import Model

Offset = Annotated[int, Field(ge=0)]
Span = tuple[Offset, Offset]
"""[start, end) in code points of the article's text; the end is excluded."""


class Evidence(Model):
    """Exact words and their place. Always true: `article.text[start:end] == text`."""

    text: str = Field(min_length=1)
    span: Span

    def model_post_init(self, context: Any, /) -> None:
        """Holds the length of the words against that of their place: once, not in each model that takes them in."""
        if self.span[1] - self.span[0] != len(self.text):
            raise ValueError(f"span {list(self.span)} has not the length of its text ({len(self.text)})")

    @property
    def start(self) -> int:
        """The first code point."""
        return self.span[0]

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.span[1]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """Returns the evidence at [start, end) of an article's text."""
        return cls(text=text[start:end], span=(start, end))

    def holds_in(self, text: str) -> bool:
        """Whether the article's text says these words at this place."""
        return text[self.span[0] : self.span[1]] == self.text

    def overlaps(self, other: Evidence) -> bool:
        """Whether the two share at least one character."""
        return self.span[0] < other.span[1] and other.span[0] < self.span[1]
