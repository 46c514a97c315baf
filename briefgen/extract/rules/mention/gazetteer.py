"""Names that the lexicons know, found word for word in a passage."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons import countries as world
from briefgen.lexicons.actor_words import outlet_names
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARTS_OF_LANDS = frozenset(["North", "South", "Latin", "Central", "East", "West", "Northern", "Southern"])
"""Before a name they make another place of it: `South America`."""
_LONGEST = 8
"""Tokens of the longest name looked for."""


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[NameSort, str | None]]:
    """Returns what each known name is; a state's own name wins over its adjective (`U.S.`)."""
    out: dict[str, tuple[NameSort, str | None]] = {}
    for name in outlet_names():
        out[name] = (NameSort.BODY, None)
    for table, sort in (
        (world.demonyms(), NameSort.DEMONYM),
        (world.peoples(), NameSort.PEOPLE),
        (world.seats(), NameSort.SEAT),
        (world.capitals(), NameSort.CAPITAL),
        (world.state_names(), NameSort.STATE),
    ):
        for name, code in table.items():
            out[name] = (sort, code)
    return out


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(name[:3] for name in _entries())


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(name[:length] for name in _entries() for length in range(1, len(name) + 1))


def begins_name(words: str) -> bool:
    """Whether a known name begins with some words, as they stand or set in capitals."""
    return words in _beginnings() or (words.isupper() and words.title() in _beginnings())


def words_of(doc: Doc, start: int, end: int) -> str:
    """Returns tokens [start, end) as one line with straight apostrophes."""
    return world.fold_name(doc[start].text if end == start + 1 else doc[start:end].text)


def known_names(doc: Doc) -> list[NameSpan]:
    """Returns the names that the lexicons know, longest first from the left, none overlapping."""
    entries, firsts = _entries(), _first_words()
    out = []
    at = 0
    text = doc.text
    tokens = [(token.text, token.idx) for token in doc]
    ends = [start + len(word) for word, start in tokens]
    size = len(tokens)
    while at < size:
        found = None
        word, start = tokens[at]
        may_begin = word[:3] in firsts or (word[:1].isupper() and len(word) < 3)
        for end in range(at + 1, min(at + _LONGEST, size) + 1) if may_begin else ():
            words = world.fold_name(text[start : ends[end - 1]])
            if not begins_name(words):
                break
            entry = entries.get(words) or entries.get(_unshouted(words))
            if entry is not None:
                found = NameSpan(
                    at,
                    end,
                    entry[0],
                    words,
                    entry[1],
                    ActorKind.MEDIA if entry[0] is NameSort.BODY else None,
                    doc[at].ent_type_,
                )
        if found is not None and found.sort is NameSort.STATE and at and tokens[at - 1][0] in PARTS_OF_LANDS:
            found = None  # South America is no state.
        if found is None:
            at += 1
        else:
            out.append(found)
            at = found.end
    return out


def _unshouted(words: str) -> str:
    """Returns words set in capitals as names are set elsewhere (`NORTH KOREA`); others as they are."""
    return words.title() if len(words) > 4 and words.isupper() and "." not in words else words
