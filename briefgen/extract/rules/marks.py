"""Quotation marks: which stretches of a text stand between them. A scan of characters; no language library.

Marks pair by family within one paragraph, and a curly one with a straight one that can but close. A paragraph
that opens again goes on with the quotation that the paragraph before left open, and so does a sentence:
`“We wait. “We do not go.”` A mark that finds no partner loses its own quotation and no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from briefgen.model.evidence import Span


class Family(StrEnum):
    """Marks that pair with one another."""

    CURLY = "curly"
    STRAIGHT = "straight"
    TYPEWRITER = "typewriter"
    """`` and ''."""
    GUILLEMET = "guillemet"
    CURLY_SINGLE = "curly single"
    STRAIGHT_SINGLE = "straight single"
    BLOCK = "block"
    """No marks: a paragraph set as a block quotation."""

    @property
    def is_single(self) -> bool:
        """Whether the marks also serve as apostrophes."""
        return self in (Family.CURLY_SINGLE, Family.STRAIGHT_SINGLE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between a pair of marks: `outer` with them, `inner` without, both within one paragraph."""

    outer: Span
    inner: Span
    family: Family
    is_open: bool = False
    """It has no closing mark, and the next paragraph or sentence opens again and goes on with it."""
    continues: int | None = None
    """Index, in the scan's answer, of the stretch that this one goes on with."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    opens: bool
    closes: bool


_SISTERS = {Family.CURLY: Family.STRAIGHT, Family.STRAIGHT: Family.CURLY}
"""Families that are mixed up in typing."""
_DOUBLE = re.compile(r"[“”„‟\"«»]|``|''")
_SINGLE = re.compile(r"[‘’']")
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING_BEFORE = " \t\u00a0\u2009\u202f([{—―–-/…>"
_CLOSING_AFTER = " \t\u00a0\u2009\u202f)]}—―–-/.,;:!?…<*"
_ELISION = re.compile(
    r"['‘’](?:em|til|tis|twas|cause|bout|round|n|s|cos|nuff|ere|neath)\b|['‘’]\d\ds?\b", re.I
)
_SENTENCE = re.compile(r"\s*[A-Z].*\w[.?!…]\s+", re.S)
_TAGGED = re.compile(r",\s(?:\w+\s){0,3}(?:said|says)\b")
"""Words of the author's between two opening marks: the first has lost its partner."""
_LONGEST_SINGLE = 400
"""Characters; two single marks further apart are more likely apostrophes."""


def scan(text: str) -> tuple[Marked, ...]:
    """Returns the marked stretches of a text, outermost only, in order of place; never raises."""
    out: list[Marked] = []
    left_open: int | None = None
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    for at, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[at + 1][0] :][:40].lstrip() if at + 1 < len(paragraphs) else ""
        goes_on = left_open is not None and out[left_open].family.is_single
        doubles = _pair_doubles(text, start, end, following)
        singles = _pair_singles(text, start, end, doubles, following, goes_on=goes_on)
        doubles = [m for m in doubles if not any(s.outer[0] < m.outer[0] < s.outer[1] for s in singles)]
        found = sorted(doubles + singles, key=lambda m: m.outer)
        went_on, left_open = left_open, None
        for position, marked in enumerate(found):
            if (
                position == 0
                and went_on is not None
                and marked.family.is_single == out[went_on].family.is_single
                and not text[start : marked.outer[0]].strip()
            ):
                marked = replace(marked, continues=went_on)
            elif position and found[position - 1].is_open:
                marked = replace(marked, continues=len(out) - 1)
            out.append(marked)
        if found and found[-1].is_open:
            left_open = len(out) - 1
    return tuple(out)


def with_blocks(
    text: str, found: tuple[Marked, ...], blocks: tuple[Span, ...], turns: tuple[Span, ...] = ()
) -> tuple[Marked, ...]:
    """Returns the marked stretches and, in their order, the blocks that hold none; a block goes on with the
    one right before it. The turns of a transcript are blocks with whatever they hold.
    """
    whole = [span for span in turns if all(_holds(span, m) for m in found if _touches(span, m))]
    kept = [m for m in found if not any(_holds(span, m) for span in whole)]
    free = [
        Marked((start, end), (start, start + len(text[start:end].rstrip())), Family.BLOCK)
        for start, end in (*(span for span in blocks if not any(_touches(span, m) for m in kept)), *whole)
    ]
    ordered = sorted((*kept, *free), key=lambda m: m.outer)
    place = {m.outer: at for at, m in enumerate(ordered)}
    out: list[Marked] = []
    for at, marked in enumerate(ordered):
        before = None if marked.continues is None else place.get(found[marked.continues].outer)
        if marked.family is Family.BLOCK and at and ordered[at - 1].family is Family.BLOCK:
            between = text[ordered[at - 1].outer[1] : marked.outer[0]]
            before = at - 1 if not between.strip() else None
        out.append(replace(marked, continues=before))
    return tuple(out)


def _touches(span: Span, marked: Marked) -> bool:
    return marked.outer[0] < span[1] and span[0] < marked.outer[1]


def _holds(span: Span, marked: Marked) -> bool:
    return span[0] <= marked.outer[0] and marked.outer[1] <= span[1]


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Returns the double marks of a paragraph with what their neighbours let them do."""
    marks = []
    for match in _DOUBLE.finditer(text, start, end):
        first, last = match.span()
        mark = match.group()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        can_open = (before in _OPENING_BEFORE or before in "“‘\"'*") and not after.isspace()
        can_close = not before.isspace() and (after in _CLOSING_AFTER or after in "’”\"'")
        if mark in "“„‟":
            # “ typed where ” was meant: `“Nobody knows,“ he said`
            family, opens, closes = Family.CURLY, not (can_close and not can_open), can_close and not can_open
        elif mark == "”":
            # ” typed where “ was meant: `”We wait,” she said`
            family, opens, closes = Family.CURLY, can_open and not can_close, not can_open or can_close
        elif mark == "«":
            family, opens, closes = Family.GUILLEMET, True, False
        elif mark == "»":
            family, opens, closes = Family.GUILLEMET, False, True
        elif mark == "``":
            family, opens, closes = Family.TYPEWRITER, True, False
        elif mark == "''":
            family, opens, closes = Family.TYPEWRITER, can_open and not can_close, True
        else:
            family = Family.STRAIGHT
            opens = can_open or (before.isspace() and after.isspace())
            closes = not can_open or can_close
        marks.append(_Mark(first, last, family, opens, closes))
    return marks


def _pair_doubles(text: str, start: int, end: int, following: str) -> list[Marked]:
    """Returns the stretches between double marks of one paragraph."""
    marks = _marks(text, start, end)
    out: list[Marked] = []
    going: list[Marked] = []
    opener: int | None = None
    inside = False  # whether a mark of the sister family stands open within
    at = 0
    while True:
        if at < len(marks):
            mark = marks[at]
            if opener is None:
                opener, going, inside = (at if mark.opens else None), [], False
            elif mark.family == _SISTERS.get(marks[opener].family):
                if not inside and _only_closes(text, mark):
                    out += [*going, _marked(marks[opener], mark)]
                    opener = None
                inside = mark.opens and not mark.closes
            elif mark.family == marks[opener].family:
                if mark.closes:
                    out += [*going, _marked(marks[opener], mark)]
                    opener = None
                else:
                    sentence = _up_to(text, marks[opener], mark)
                    going = [*going, sentence] if sentence is not None else []
                    opener = at
            at += 1
            continue
        if opener is None:
            break
        mark = marks[opener]
        if _opens_again(following, mark.family):
            last = start + len(text[start:end].rstrip())
            if text[mark.end : last].strip():
                out += [*going, Marked((mark.start, last), (mark.end, last), mark.family, is_open=True)]
        else:
            # This mark has lost its quotation; what it hid is read again.
            at = opener + 1
            while at < len(marks) and marks[at].family == mark.family:
                at += 1
        opener = None
    return [m for m in out if text[m.inner[0] : m.inner[1]].strip()]


def _up_to(text: str, opening: _Mark, again: _Mark) -> Marked | None:
    """Returns the sentences between a mark and one that opens again, where they are whole and nobody else's."""
    if not text[again.end : again.end + 1].isupper():
        return None
    match = _SENTENCE.fullmatch(text, opening.end, again.start)
    if match is None or _TAGGED.search(match.group()):
        return None
    last = opening.end + len(match.group().rstrip())
    return Marked((opening.start, last), (opening.end, last), opening.family, is_open=True)


def _only_closes(text: str, mark: _Mark) -> bool:
    """Whether a mark of the sister family can but close: `“We wait," he said`; an inch sign is no mark."""
    return mark.closes and not mark.opens and not text[mark.start - 1].isdigit()


def _opens_again(following: str, family: Family) -> bool:
    opening = {
        Family.CURLY: ("“", '"'),
        Family.STRAIGHT: ('"', "“"),
        Family.TYPEWRITER: ("``", "''"),
        Family.GUILLEMET: ("«", "»"),
    }[family]
    return following.startswith(opening)


def _marked(opening: _Mark, closing: _Mark) -> Marked:
    return Marked((opening.start, closing.end), (opening.end, closing.start), opening.family)


def _pair_singles(
    text: str, start: int, end: int, doubles: list[Marked], following: str, *, goes_on: bool
) -> list[Marked]:
    """Returns the stretches between single marks outside the double ones; apostrophes never count.

    `goes_on` tells that the paragraph before has left one open, so that this one may be long.
    """
    out: list[Marked] = []
    at = start
    while (match := _SINGLE.search(text, at, end)) is not None:
        first = match.start()
        at = first + 1
        inside = next((m for m in doubles if m.outer[0] <= first < m.outer[1]), None)
        if inside is not None:
            at = inside.outer[1]
            continue
        if not _opens_single(text, first, start, end):
            continue
        longest = end if goes_on and not text[start:first].strip() else first + _LONGEST_SINGLE
        fence = min([end, longest, *(m.outer[0] for m in doubles if m.outer[0] > first)])
        closing = _closing_single(text, first, fence, end) or _closing_around(text, first, end, doubles)
        if closing is not None and text[first + 1 : closing].strip():
            family = Family.CURLY_SINGLE if text[first] == "‘" else Family.STRAIGHT_SINGLE
            out.append(Marked((first, closing + 1), (first + 1, closing), family))
            at = closing + 1
        elif closing is None and _stays_open(text, first, start, end, following):
            last = start + len(text[start:end].rstrip())
            family = Family.CURLY_SINGLE if text[first] == "‘" else Family.STRAIGHT_SINGLE
            out.append(Marked((first, last), (first + 1, last), family, is_open=True))
            break
    return out


def _stays_open(text: str, opening: int, start: int, end: int, following: str) -> bool:
    """Whether a single mark opens whole sentences to the end of its paragraph, and the next one opens again."""
    before, words = text[start:opening].rstrip(), text[opening + 1 : end].rstrip()
    is_whole = words[:1].isupper() and words[-1:] in (".", "?", "!", "…")
    begins = not before or before[-1] in ":,"
    opens_again = following[:1] == text[opening] and following[1:2].isupper()
    return is_whole and begins and opens_again and not _ELISION.match(following)


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    if text[at] == "’" or text[at - 1 : at + 1] == "''" or text[at : at + 2] == "''":
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (
        before in _OPENING_BEFORE
        and not after.isspace()
        and (after.isalnum() or after in "…[(.$")
        and not _ELISION.match(text, at)
    )


def _closing_around(text: str, opening: int, end: int, doubles: list[Marked]) -> int | None:
    """Returns where single marks close around double ones: `'He said "no" and left,' she recalls`.

    Only what begins like a sentence and ends with a stop counts: apostrophes are many.
    """
    if not text[opening + 1].isupper():
        return None
    at = opening
    while (closing := _closing_single(text, at, min(end, opening + _LONGEST_SINGLE), end)) is not None:
        if not any(m.outer[0] <= closing < m.outer[1] for m in doubles):
            return closing if text[closing - 1] in ",.?!…" else None
        at = closing
    return None


def _closing_single(text: str, opening: int, fence: int, end: int) -> int | None:
    """Returns where the stretch closes: a mark that no word needs as its apostrophe, before a possessive."""
    marks = "’" if text[opening] == "‘" else "'"
    possessive = None
    for at in range(opening + 2, fence):
        if text[at] not in marks:
            continue
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if before.isspace() or (after not in _CLOSING_AFTER and after not in '"”'):
            continue
        # `the workers' pay` may be a possessive: it closes only where nothing better follows.
        if before == "s" and after.isspace() and text[at + 2 : at + 3].islower():
            possessive = possessive or at
            continue
        return at
    return possessive
