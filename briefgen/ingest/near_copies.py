"""Tells whether two texts are one story told again: a wire copy, a republished copy, a new version."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

SHINGLE_WORDS = 5
SHARE = 0.5
"""Share of the shorter text's five-word runs that the longer one has, from which on it is a copy."""
_SAMPLE = 8
_MIN_SHINGLES = 15
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """Returns the runs of five words of a text, as numbers; case and marks fall away."""
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def sketch(text: str) -> tuple[int, ...]:
    """Returns every eighth run of a text: enough to find candidates among many texts."""
    return tuple(sorted(number for number in shingles(text) if number % _SAMPLE == 0))


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Returns the share of the smaller set that is in the larger: 0 to 1."""
    small = min(len(one), len(other))
    return len(one & other) / small if small >= _MIN_SHINGLES else float(bool(one) and one == other)


@dataclass(slots=True)
class SketchIndex:
    """Sketches of many texts by id, for finding the few that may be copies of a new one."""

    _by_run: dict[int, list[str]] = field(default_factory=dict)

    def add(self, id: str, runs: Iterable[int]) -> None:
        """Takes the sketch of a text."""
        for run in runs:
            self._by_run.setdefault(run, []).append(id)

    def candidates(self, runs: Iterable[int], limit: int = 5) -> list[str]:
        """Returns the ids that share most with a sketch, best first."""
        counts = Counter(id for run in runs for id in self._by_run.get(run, ()))
        return [id for id, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]]
