"""The gate of a rule: the codes of which a text must hold one, or the rule cannot match.

Most rules name a word that most texts do not hold; looking for it first spares the search. The gate is read
off the rule's expression: sets, groups, alternatives, looks ahead and behind, and the marks ? * +.
"""

from __future__ import annotations

import re

Gate = frozenset[str]

_COMMON = 50
"""What a code of a shape (any small word, any number) or of a common word weighs against one of another."""
_PIECE = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<set>\[(?:\\.|[^\]\\])+\])|(?P<one>\\.|[^\\])",
    re.DOTALL,
)


def gate_of(pattern: str, common: Gate = frozenset()) -> Gate:
    """Returns the rarest set of characters of which every match holds one; empty where there is none.

    `common` are codes of known words that most sentences hold (`of`, `from`).
    """
    pieces = [(match.lastgroup or "", match.group()) for match in _PIECE.finditer(pattern)]
    gate, _ = _alternatives(pieces, 0, common)
    return gate or frozenset()


def _alternatives(pieces: list[tuple[str, str]], at: int, common: Gate) -> tuple[Gate | None, int]:
    """Returns the gate of alternatives up to their closing bracket, and the place behind it."""
    branches: list[Gate | None] = []
    best: Gate | None = None
    while at < len(pieces):
        kind, text = pieces[at]
        at += 1
        if kind == "close":
            break
        if kind == "bar":
            branches.append(best)
            best = None
            continue
        gate: Gate | None
        if kind in ("open", "look"):
            gate, at = _alternatives(pieces, at, common)
            if kind == "look":
                gate = None
        else:
            gate = _characters(text)
        if at < len(pieces) and pieces[at][1] in ("?", "*", "+"):
            if pieces[at][1] != "+":
                gate = None
            at += 1
        if gate is not None and (best is None or _weight(gate, common) < _weight(best, common)):
            best = gate
    branches.append(best)
    if any(branch is None for branch in branches):
        return None, at
    return frozenset().union(*(branch for branch in branches if branch)), at


def _characters(text: str) -> Gate:
    inner = text[1:-1] if text.startswith("[") and text.endswith("]") and len(text) > 2 else text
    return frozenset(re.sub(r"\\(.)", r"\1", inner))


def _weight(gate: Gate, common: Gate) -> int:
    return sum(1 if code >= "\ue000" and code not in common else _COMMON for code in gate)
