"""A candidate: a cue with what would be its source and its content, before it is known to be one."""

from __future__ import annotations

from dataclasses import dataclass

TokenSpan = tuple[int, int]
"""First and last token, both included."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue, a complement and a source in one passage, by token index."""

    cue: TokenSpan
    lemma: str
    """The cue's lemma with its particle (`point out`)."""
    kind: str
    """The complement's type: `that`, `to`, `object`, `about` …"""
    content: tuple[TokenSpan, ...]
    source: int | None = None
    """Head of the source's noun phrase."""

    @property
    def width(self) -> int:
        """The number of tokens of its content."""
        return sum(last - first + 1 for first, last in self.content)


def without(whole: TokenSpan, hole: TokenSpan) -> tuple[TokenSpan, ...]:
    """Returns what is left of a stretch around a hole in it."""
    parts = []
    if whole[0] < hole[0]:
        parts.append((whole[0], min(whole[1], hole[0] - 1)))
    if hole[1] < whole[1]:
        parts.append((max(whole[0], hole[1] + 1), whole[1]))
    return tuple(parts)
