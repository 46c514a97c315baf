"""Frames: whose words a stretch of the article is, from attributions and from the clauses that govern it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.model.evidence import Span
from briefgen.model.span_index import SpanIndex


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
    is_by_report: bool = False
    """Whether nobody who is named tells that the source said so (`reportedly told`)."""
    is_denial: bool = False
    """Whether the source denies or doubts the content, so that it must never stand alone."""
    is_inquiry: bool = False
    """Whether the content only says what is to be found out (`determine whether “they lied”`)."""
    is_thought: bool = False
    """Whether the source only thinks so, so that it guesses at what others say in it."""
    continued: bool = False
    """Whether the source is carried on from the sentence before."""

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(end - start for start, end in self.content)

    def covers(self, offset: int) -> bool:
        """Whether the character at `offset` belongs to the content."""
        return any(start <= offset < end for start, end in self.content)


class Frames:
    """The frames of an article by place; it grows while they are being found."""

    def __init__(self, frames: Iterable[Frame] = ()) -> None:
        self._frames: list[Frame] = []
        self._contents: SpanIndex[int] = SpanIndex()
        self._relays: SpanIndex[Frame] = SpanIndex()
        self.extend(frames)

    def __iter__(self) -> Iterator[Frame]:
        """Yields the frames in the order in which they were added."""
        return iter(self._frames)

    def add(self, frame: Frame) -> None:
        """Adds a frame."""
        for span in frame.content:
            self._contents.add(span, len(self._frames))
        if frame.relay is not None and frame.cue is not None:
            self._relays.add(frame.cue, frame)
        self._frames.append(frame)

    def extend(self, frames: Iterable[Frame]) -> None:
        """Adds frames one by one, so that the next may be made from those before."""
        for frame in frames:
            self.add(frame)

    def at(self, offset: int) -> tuple[Frame, ...]:
        """Returns the frames whose content covers a character, outermost first."""
        return self._outermost_first(self._contents.at(offset))

    def starting_in(self, span: Span) -> tuple[Frame, ...]:
        """Returns the frames with a content that begins in a stretch, outermost first."""
        return self._outermost_first(self._contents.starting_in(*span))

    def overlapping(self, spans: Iterable[Span]) -> list[Frame]:
        """Returns the frames that share a character with any of some stretches, in the order added."""
        numbers = {number for span in spans for number in self._contents.overlapping(*span)}
        return [self._frames[number] for number in sorted(numbers)]

    def relay_at(self, offset: int) -> Frame | None:
        """Returns the first frame that a go-between passes on by a cue that covers a character."""
        return next(iter(self._relays.at(offset)), None)

    def _outermost_first(self, numbers: Iterable[int]) -> tuple[Frame, ...]:
        found = [self._frames[number] for number in sorted(set(numbers))]
        if len(found) < 2:
            return tuple(found)
        return tuple(sorted(found, key=lambda f: (-f.size, f.content)))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Returns how many characters two contents share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
