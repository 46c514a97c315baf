"""Frames: whose words a stretch of the article is, from attributions and from the clauses that govern it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.model.evidence import Span


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of content and the source it belongs to."""

    content: tuple[Span, ...]
    source: tuple[int, ...]
    """Mentions of who says it; several where they speak as one; empty where not known."""
    cue_lemma: str | None = None
    cue: Span | None = None
    attribution: int | None = None
    """Index into the article's attributions, where the frame is one of them."""
    relay: int | None = None
    time: Span | None = None
    is_medium: bool = False
    """Whether the source is a news medium that passes on what others say."""
    is_commentator: bool = False
    """Whether the source speaks of others by trade: an analyst, a professor, a former official."""
    is_quoted: bool = False
    """Whether the content stands between quotation marks."""
    is_read_out: bool = False
    """Whether the source said it only in another's reading (`is making clear that`)."""
    is_denial: bool = False
    """Whether the source denies or doubts the content, so that it must never stand alone."""
    is_inquiry: bool = False
    """Whether the content only says what is to be found out (`determine whether “they lied”`)."""
    continued: bool = False
    """Whether the source is carried on from the sentence before."""

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(end - start for start, end in self.content)

    def covers(self, offset: int) -> bool:
        """Whether the character at `offset` belongs to the content."""
        return any(start <= offset < end for start, end in self.content)


def frames_at(frames: Iterable[Frame], offset: int) -> tuple[Frame, ...]:
    """Returns the frames whose content covers a character, outermost first."""
    return tuple(sorted((f for f in frames if f.covers(offset)), key=lambda f: (-f.size, f.content)))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Returns how many characters two contents share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
