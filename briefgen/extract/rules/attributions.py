"""Attributions: who is said to say, think or want what (PolNeAR's source, cue and content)."""

from __future__ import annotations

from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.reading import Reading
from briefgen.model.extraction import Attribution
from briefgen.model.timex import TimexMention


def find_attributions(
    reading: Reading, mentions: MentionTable, timexes: tuple[TimexMention, ...]
) -> tuple[Attribution, ...]:
    """Returns the attributions of a reading, by place of their first content."""
    return ()
