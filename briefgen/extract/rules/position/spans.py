"""Spans: the words of a clause that are its own, as places in the article."""

from __future__ import annotations

from briefgen.extract.rules.attribution.viewpoints import VIEW_WORDS, expert_at, tail_behind, view_at
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.model.evidence import Span

_OPENS_VIEW = VIEW_WORDS | {"according"}
_EDGES = frozenset(",;:—–-.…()[]") | {"...", ". . ."}
_NO_MORE_THAN = frozenset({"only", "just", "simply", "merely"})
_COORDINATING = frozenset({"and", "but", "or", "yet", "so", "nor"})
_ADDING = frozenset({"also", "then", "even", "still"})
_LEADING = frozenset(
    {"and", "but", "or", "that", "yet", "so", "nor", "although", "though", "while", "because", "as", "since"}
    | {"after", "before", "when", "whereas", "like"}
)


def subtree(g: Grammar, top: int) -> frozenset[int]:
    """Returns the tokens below `top`, itself included."""
    out = [top]
    for token in out:  # grows while it is gone through
        out.extend(g.children[token])
    return frozenset(out)


def own_tokens(g: Grammar, clause: Clause, others: frozenset[int]) -> tuple[int, ...]:
    """Returns a clause's tokens without those of the clauses headed by `others`, edges trimmed."""
    tokens = set(subtree(g, clause.head))
    together = _shares_object(g, clause.head)
    for head in others:
        if head not in (clause.head, together) and head in tokens:
            tokens -= subtree(g, head)
            above = g.heads[head]
            if g.deps[above] == "prep" and g.deps[head] == "pcomp" and tokens.isdisjoint(g.children[above]):
                tokens.discard(above)  # `a question about whether …`: the preposition led there
    for at in sorted(tokens):
        if g.words[at].lower() not in _OPENS_VIEW:
            continue
        if g.words[at].lower() == "according" and at + 1 in tokens and g.words[at + 1].lower() == "to":
            tokens -= subtree(g, at)  # the frame: who says so is told beside the claim
            tail = tail_behind(g, at)
            tokens -= subtree(g, tail) if tail is not None and tail != clause.head else frozenset()
        view = view_at(g, at) or expert_at(g, at) if at in tokens else None
        if view is not None and not any(g.words[t].lower() == "our" for t in range(at, view[1])):
            tokens -= set(range(at, view[1] + 1))
    if clause.kind is ClauseKind.TIME:
        mark = next(
            (c for c in g.children[clause.head] if g.deps[c] in ("mark", "advmod") and c < clause.head), -1
        )
        tokens = {at for at in tokens if at > mark}  # `hours after the council approved it`
    tokens = {at for at in tokens if not g.is_stand_in(at) and not g.words[at].isspace()}
    tokens -= _commas_round_gaps(g, tokens)
    return _trim(g, sorted(tokens), clause.head)


def _shares_object(g: Grammar, verb: int) -> int | None:
    """Returns the verb that has the object of both: `The town praised and thanked them`."""
    joint = verb + 1
    if joint + 1 >= len(g) or g.deps[joint] != "cc" or g.lemmas[joint] not in ("and", "or"):
        return None
    second = joint + 1
    is_joined = (g.heads[joint], g.heads[second], g.deps[second]) == (verb, verb, "conj")
    is_alike = is_joined and g.tags[second] == g.tags[verb] and g.pos[verb] == "VERB"
    return second if is_alike and g.child(second, "dobj") is not None else None


def _commas_round_gaps(g: Grammar, tokens: set[int]) -> set[int]:
    """Returns the commas that set off what has gone: those of `Poland, which …, hopes`."""
    out: set[int] = set()
    for at in tokens:
        if g.words[at] == "," and at + 1 in tokens and at - 1 not in tokens:
            before = next((t for t in range(at - 1, 0, -1) if t in tokens), at)
            if before < at - 2 and g.words[before + 1] == "," and g.pos[at + 1] in ("VERB", "AUX", "ADV"):
                out.add(at)
        if g.words[at] != "," or at + 1 in tokens or at - 1 not in tokens:
            continue
        behind = next((t for t in range(at + 1, len(g)) if t in tokens), None)
        if behind is not None and g.words[behind] == "," and behind > at + 1:
            out |= {at, behind}
        elif behind is not None and behind > at + 2 and g.words[behind - 1] == ",":
            out.add(at)
    return out


def _trim(g: Grammar, tokens: list[int], head: int) -> tuple[int, ...]:
    start, end = 0, len(tokens)
    if end > 2 and g.words[tokens[0]].lower() in _NO_MORE_THAN and g.words[tokens[1]].lower() == "that":
        start = 2  # `said only that it rained`
    while start < end:
        word = g.words[tokens[start]].lower()
        connects = (
            word in _LEADING
            and g.deps[tokens[start]] in ("cc", "mark", "punct", "preconj", "advmod")
            and (g.heads[tokens[start]] == head or word in _COORDINATING)
        )
        if (
            connects
            and start + 1 < end
            and word == "as"
            and g.words[tokens[start + 1]].lower() in ("long", "soon")
        ):
            break
        if word in _EDGES or connects or g.deps[tokens[start]] == "fixed":  # `as if`
            start += 1
            continue
        break
    while end > start:
        word = g.words[tokens[end - 1]].lower()
        if word in _EDGES or (word in ("and", "but", "or") and g.deps[tokens[end - 1]] == "cc"):
            end -= 1
            continue
        if word in _ADDING and g.deps[tokens[end - 2]] == "cc" and end - start > 2:
            end -= 2  # `raised concern, but also | called for calm`
            continue
        governed = g.children[tokens[end - 1]] if g.deps[tokens[end - 1]] in ("prep", "mark") else ()
        if governed and not any(g.tags[c] == "WP" for c in governed):
            # what the preposition governs has gone to a clause of its own
            end -= 1
            continue
        break
    return tuple(tokens[start:end])


def runs(g: Grammar, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Returns the tokens as places in the article, neighbours joined; gaps of marks alone are closed."""
    out: list[tuple[int, int]] = []
    previous = None
    for at in tokens:
        gap = range(previous + 1, at) if previous is not None else range(0)
        if previous is not None and all(g.words[x] in _EDGES or g.words[x].isspace() for x in gap):
            out[-1] = (out[-1][0], at)
        else:
            out.append((at, at))
        previous = at
    return tuple(g.span(first, last) for first, last in out)
