"""Short quotations whose words an outlet altered: `“most stringent” policies`, `“toughest” policy`.

They share no word. What shows that they are one is their place: the same speaker, the same word right behind
the marks, in words reported with their frame, and nothing that sets the days apart.
"""

from __future__ import annotations

import re

from briefgen.model.places import QuoteAt
from briefgen.model.quote import QuoteForm

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LONGEST = 3
"""Words of a fragment that can be a variant of another with none of its words."""
_BEHIND = 2
"""Words behind the closing mark among which the shared one must stand."""
_SHORTEST = 4
"""Letters of the shared word: `policy` tells, `of` does not."""
_EMPTY = frozenset(
    ["about", "after", "against", "from", "into", "over", "than", "that", "this", "when", "with"]
)


def slot_of(quote: QuoteAt, words: str) -> frozenset[str]:
    """Returns the stems of the words right behind a quoted fragment; none where its place tells nothing."""
    if quote.form is not QuoteForm.MIXED or not 0 < len(_WORD.findall(words)) <= _LONGEST:
        return frozenset()
    for part in quote.texts:
        at = part.find(words)
        if at >= 0:
            behind = _WORD.findall(part, at + len(words))[:_BEHIND]
            return frozenset(_stem(word) for word in behind if len(word) >= _SHORTEST and word not in _EMPTY)
    return frozenset()


def is_altered(one: QuoteAt, words: str, other: QuoteAt, others: str) -> bool:
    """Whether two fragments fill the same place in what one speaker is reported to have said.

    The caller knows that the speakers are one.
    """
    if one.said and other.said and not _days_meet(one.said, other.said):
        return False
    return bool(slot_of(one, words) & slot_of(other, others))


def _days_meet(one: str, other: str) -> bool:
    """Whether two EDTF days can be one: `2024-12` and `2024-12-28`. Intervals and seasons are left open."""
    if "/" in one or "/" in other:
        return True
    return one.startswith(other) or other.startswith(one)


def _stem(word: str) -> str:
    """Returns a word without its plural ending, roughly: enough to tell two words apart."""
    low = word.lower()
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
