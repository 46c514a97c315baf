"""Names taken apart for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefgen.lexicons.resolving import resolving

_CLIPPED = 3
"""Letters that are left of a word at least."""


@lru_cache(maxsize=4_096)
def folded(name: str) -> tuple[str, ...]:
    """Returns the words of a name in lower-case ASCII, hyphens opened: `Park Sung-min` is `park sung min`."""
    name = re.sub(r"[‘´`]s?$", "", name.replace("ı", "i"))
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", text)
    text = re.sub(r"['’.]", "", text)
    words = tuple(re.findall(r"[a-z0-9&]+", text))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def personal(name: str) -> tuple[str, ...]:
    """Returns the words of a personal name without generational suffixes."""
    words = folded(name)
    while len(words) > 1 and words[-1] in resolving().name_suffixes:
        words = words[:-1]
    return words


def is_same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names name one person: `Donald J Cole` and `Donald Cole`."""
    if "".join(one) == "".join(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    if short[0] != long[0] and not (short[0][0] == long[0][0] and 1 in (len(short[0]), len(long[0]))):
        return False
    middle = list(long[1:-1])
    for word in short[1:-1]:
        hit = next((m for m in middle if m == word or (m[0] == word[0] and 1 in (len(m), len(word)))), None)
        if hit is None:
            return False
        middle.remove(hit)
    return True


def is_acronym(short: str, words: tuple[str, ...]) -> bool:
    """Whether a name is made of the first letters of another: `FSB`, `Food Standards Board`."""
    letters = re.sub(r"[^A-Za-z]", "", short)
    if not (2 <= len(letters) <= 7) or letters != letters.upper() or len(words) < 2:
        return False
    small = ("of", "the", "for", "and", "on", "in", "to")
    initials = "".join(word[0] for word in words if word not in small)
    every = "".join(word[0] for word in words)
    return letters.lower() in (initials, every)


def is_clipped(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether each word of a name is the beginning of one of another: `Lib Dems`, `Liberal Democrats`."""
    if len(short) != len(words) or len(short) < 2 or short == words:
        return False
    bare = [(s.removesuffix("s"), w.removesuffix("s")) for s, w in zip(short, words, strict=True)]
    return all(len(s) >= _CLIPPED and w.startswith(s) and w != s for s, w in bare)


def is_shortened(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name with its article lacks a word of another: `the Harbour Centre`, `Harbour Rescue Centre`.

    Of its first word the beginning may be left: `the Mun`, `Municipal Guard`.
    """
    if len(short) == 1:
        is_front = len(words) > 1 and words[0].startswith(short[0]) and words[0] != short[0]
        return is_front and len(short[0]) == _CLIPPED
    return len(short) == 2 and len(words) == 3 and (short[0], short[1]) == (words[0], words[2])


def is_part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a body's shorter name starts or ends its longer one: `Trade Board`, `Irish Trade Board`."""
    if not short or len(short) >= len(long):
        return False
    return long[: len(short)] == short or long[-len(short) :] == short
