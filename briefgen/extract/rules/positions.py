"""Positions: who holds what, on whose word."""

from __future__ import annotations

from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.reading import Reading
from briefgen.model.extraction import Attribution, PositionCandidate
from briefgen.model.timex import TimexMention


def find_positions(
    reading: Reading,
    mentions: MentionTable,
    attributions: tuple[Attribution, ...],
    timexes: tuple[TimexMention, ...],
) -> tuple[PositionCandidate, ...]:
    """Returns the position candidates of a reading, by place of their first evidence."""
    return ()
