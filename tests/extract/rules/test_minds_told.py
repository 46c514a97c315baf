"""Minds told by others, over forms of sentences that no article holds all of."""

from __future__ import annotations

from tests.bench.minds import missed

FLOOR = 0.93
"""Share of sentences; `python -m tests.bench.minds` prints it for 1,000 others (95.8 % on 29 November 2026)."""
NUMBER = 240


def test_minds_are_told_on_the_word_of_who_tells_them() -> None:
    found = [told.text for told, _ in missed(NUMBER, seed=2)]
    assert len(found) <= (1 - FLOOR) * NUMBER, found
