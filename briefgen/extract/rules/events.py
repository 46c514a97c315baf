"""The clause that each time expression dates."""

from __future__ import annotations

from briefgen.extract.rules.reading import Reading
from briefgen.model.extraction import DatedEvent
from briefgen.model.timex import TimexMention


def find_events(reading: Reading, timexes: tuple[TimexMention, ...]) -> tuple[DatedEvent, ...]:
    """Returns the dated clause of each time expression that has one, by place of the expression."""
    return ()
