"""Number words and figures as numbers: `twenty four`, `a hundred`, `2 1/2`, `nineteen ninety-six`."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.timex.vocabulary import Vocabulary

_SKIPPED = frozenset({"a", "an", "the", "-", "–", "‐", "‑", "of", "more", "than"})

_MOST_DIGITS = 12
"""No count of days or years is longer; what is, is a number of another kind."""
_VAGUE = frozenset(
    {"few", "several", "many", "numerous", "countless", "handful", "number", "dozens", "hundreds"}
)


def read_number(words: Sequence[str], vocabulary: Vocabulary) -> float | None:
    """Returns the number that the words say; None where they say none (`few`).

    `a` and `an` alone are one; a second number after `or`, `to` is left out.
    """
    total: float | None = None
    half = False
    if _VAGUE & set(words):
        return None
    for index, word in enumerate(words):
        if word in ("or", "to"):
            break
        if word == "/":
            return _fraction(words, index)
        part = _part(word, vocabulary)
        if part is not None:
            total = _add(total, part, vocabulary.value("SCALE", word) is not None)
        elif word == "and" and "half" in words[index:]:
            return (total or 0) + 0.5
        elif word == "half":
            half = True
        elif word == "couple":
            total = 2
        elif word == "quarter":
            return (total or 0) + 0.25
    if half:
        return (total or 0) + 0.5
    if total is None and any(word in ("a", "an", "each", "every") for word in words):
        return 1
    return total


def _part(word: str, vocabulary: Vocabulary) -> float | None:
    if word in _SKIPPED:
        return None
    if word[0].isdigit():
        digits = word.replace(",", "")
        if len(digits) > _MOST_DIGITS:
            return None
        try:
            return float(digits)
        except ValueError:
            return None
    value = vocabulary.value("CARDINAL", word)
    if value is None:
        value = vocabulary.value("SCALE", word)
    return float(value) if isinstance(value, int | float) else None


def _add(total: float | None, part: float, scale: bool) -> float:
    if scale:
        return (total or 1) * part
    return (total or 0) + part


def _fraction(words: Sequence[str], slash: int) -> float | None:
    """`1/2`, `2 1/2`: the words around the slash, and a whole number before them."""
    before = [float(word) for word in words[:slash] if word.isdecimal() and len(word) <= _MOST_DIGITS]
    after = [float(word) for word in words[slash + 1 :] if word.isdecimal() and len(word) <= _MOST_DIGITS]
    if not before or not after or not after[0]:
        return None
    top = before[-1]
    if top > after[0] and top >= 10:
        # the space between the whole number and its fraction is lost in print: 41/2 is four and a half
        return sum(before[:-1]) + top // 10 + top % 10 / after[0]
    return sum(before[:-1]) + top / after[0]


def read_spoken_year(words: Sequence[str], vocabulary: Vocabulary) -> int | None:
    """Returns the year that words say as a speaker says it: nineteen ninety-six, two thousand, 1996."""
    parts = [part for word in words if (part := _part(word, vocabulary)) is not None]
    if not parts:
        return None
    if len(parts) == 1:
        year = int(parts[0])
    elif parts[0] in (18, 19, 20) and parts[1] < 100:
        year = int(parts[0] * 100 + sum(parts[1:]))
    else:
        number = read_number(words, vocabulary)
        year = int(number) if number is not None else 0
    return year if 1000 <= year <= 2100 else None
