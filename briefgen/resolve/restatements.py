"""One position, one item: the same assertion in headline, lede and body becomes one with all its evidence."""

from __future__ import annotations

import re

from briefgen.lexicons.function_words import function_words
from briefgen.model.evidence import Span
from briefgen.model.position import Act, Position, Stance

_WORD = re.compile(r"[a-z]+")
_HEADING_SHARE = 0.5
"""A heading says in fewer words what the body says: half of its content words are enough."""
_TOLD = 0.34
"""From this share on the body tells a heading in other words, and the heading adds nothing."""
_BODY_SHARE = 0.75


def merge_restatements(positions: list[Position], headings: list[Span]) -> list[Position]:
    """Returns the positions by place, restatements merged.

    A heading stands alone only where the body does not tell the same of its holder.
    """
    ordered = sorted(positions, key=lambda p: (p.evidence[0].span, p.evidence[-1].span, p.basis.value))
    body: list[Position] = []
    held: dict[tuple[tuple[str, ...], Stance], list[int]] = {}
    for position in ordered:
        if _in_heading(position, headings):
            continue
        alike = held.setdefault((position.holder, position.stance), []) if position.holder else []
        at = next((i for i in alike if _repeats(body[i], position)), None)
        if at is None or (_overlaps(body[at], position) and _nests(body[at], position)):
            alike.append(len(body))
            body.append(position)
        elif _overlaps(body[at], position):
            body[at] = max(body[at], position, key=lambda p: p.evidence[0].end - p.evidence[0].start)
        else:
            body[at] = _joined(body[at], position)
    new: list[Position] = []
    for position in ordered:
        if not _in_heading(position, headings):
            continue
        matching = [i for i, other in enumerate(body) if _tells(other, position)]
        told = max((_share(position, p) for p in body if p.holder == position.holder), default=0.0)
        if not matching and position.holder and told < _TOLD:
            new.append(position)
        elif matching:
            best = max(matching, key=lambda i: (_share(position, body[i]), -i))
            body[best] = _joined(body[best], position)
    return sorted([*body, *new], key=lambda p: p.evidence[0].span)


def _in_heading(position: Position, headings: list[Span]) -> bool:
    start = position.evidence[0].start
    return any(a <= start < b for a, b in headings)


def _tells(one: Position, heading: Position) -> bool:
    """Whether the body says what a heading says of its holder."""
    return (
        bool(one.holder)
        and one.holder == heading.holder
        and one.stance == heading.stance
        and _share(heading, one) >= _HEADING_SHARE
    )


def _repeats(one: Position, other: Position) -> bool:
    """Whether the body says something again, on the same word: what two say of a third are two assertions.

    The holder's own name does not count as said again, and silence repeats silence only.
    """
    alike = (one.act is Act.WITHHOLD) == (other.act is Act.WITHHOLD)
    if not alike or one.asserted_by != other.asserted_by:
        return False
    who = other.holder_text.text.lower() if other.holder_text is not None else ""
    held_by = {w[:6] for w in _WORD.findall(" ".join((*other.holder, who)))}
    said = _content(other) - held_by
    return len(said) > 1 and len(said & _content(one)) >= _BODY_SHARE * len(said)


def _share(one: Position, other: Position) -> float:
    """Returns how many of the content words of `one` the other has."""
    mine, theirs = _content(one), _content(other)
    return len(mine & theirs) / len(mine) if mine else 0.0


def _content(position: Position) -> frozenset[str]:
    stop = function_words().stop.words
    return frozenset(w[:6] for w in _WORD.findall(position.claim.lower()) if w not in stop and len(w) > 2)


def _nests(one: Position, other: Position) -> bool:
    """Whether one stands within the other's words as a smaller position of its own."""
    sizes = sorted(sum(e.end - e.start for e in p.evidence) for p in (one, other))
    return sizes[0] < 0.6 * sizes[1]


def _overlaps(one: Position, other: Position) -> bool:
    return any(a.overlaps(b) for a in one.evidence for b in other.evidence)


def _joined(one: Position, other: Position) -> Position:
    evidence = (*one.evidence, *(e for e in other.evidence if e not in one.evidence))
    quotes = (*one.quotes, *(q for q in other.quotes if q not in one.quotes))
    return one.model_copy(update={"evidence": evidence, "quotes": quotes})
