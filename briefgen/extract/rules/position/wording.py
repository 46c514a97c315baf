"""The words of a claim that the parser hung elsewhere: its condition, and the front of its subject."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind, comma_before
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.spans import subtree
from briefgen.extract.rules.position.view import PassageView

_MARKS = ("if", "unless", "provided", "provide")


def with_condition(
    view: PassageView, clause: Clause, tokens: tuple[int, ...], frame: Frame
) -> tuple[int, ...]:
    """Returns the tokens with the condition that the parser hung on the verb of saying.

    `Norway will not sign, she said, unless the price falls`: left out, the claim would be stronger.
    """
    g, starts = view.g, view.g.passage.starts
    beside = [c for c in g.children[clause.head] if g.deps[c] == "parataxis"]
    for above in (*beside, *g.ancestors(clause.head)):
        for child in g.children[above]:
            words = subtree(g, child)
            if g.deps[child] not in ("advcl", "ccomp") or clause.head in words:
                continue
            if not g.has_mark(child, *_MARKS):
                continue
            if clause.head < child < above and frame.covers(starts[above]):
                continue  # `We have done it, if it rains, the crew is ready`: the crew is ready if it rains
            if clause.kind is ClauseKind.REASON and above == clause.governor:
                continue  # `While she has no doubts, she will ask again if need be`
            covered = all(frame.covers(starts[t]) or g.words[t] in ",." for t in words)
            covered = covered or _opens_saying(g, child, above, clause)
            covered = covered or _ends_saying(g, child, above, clause)
            if above in beside:
                return tuple(sorted({t for t in words if g.words[t] not in ",."} | set(tokens)))
            if covered:
                over = set(view.governors(clause))
                inside = [c for c in view.heads - over - words if frame.covers(starts[c])]
                first = min(inside, default=clause.head)
                if clause.head == first:
                    kept = {t for t in words if g.words[t] not in ",."}
                    return tuple(sorted(kept | set(tokens)))
    return tokens


def _opens_saying(g: Grammar, condition: int, saying: int, clause: Clause) -> bool:
    """Whether a condition before the sayer goes with what he says: `If it fails, she said she would go`."""
    sayer = g.child(saying, "nsubj")
    return (
        clause.governor == saying
        and g.deps[clause.head] == "ccomp"
        and sayer is not None
        and condition < sayer < saying < clause.head
        and g.child(condition, "nsubj", "nsubjpass", "expl") is not None
    )


def _ends_saying(g: Grammar, condition: int, saying: int, clause: Clause) -> bool:
    """Whether a condition behind a tag goes with what is said: `He will sign, said the aide, if it rains`."""
    return (
        clause.head < saying < condition
        and clause.governor == saying
        and g.deps[clause.head] == "ccomp"
        and comma_before(g, condition)
    )


def with_front(view: PassageView, clause: Clause, tokens: tuple[int, ...], frame: Frame) -> tuple[int, ...]:
    """Returns the tokens with the words before them that the parser cut off the clause's subject.

    `that cooperation between Norway, Sweden and Finland has grown` must not become `Finland has grown`.
    """
    g, starts = view.g, view.g.passage.starts
    if clause.kind is not ClauseKind.CONTENT or not clause.own_subject or not tokens:
        return tokens
    first = tokens[0]
    if clause.subject == first and g.tags[first] == "PRP":
        # `told investigators they were unaware`: whoever was told is no part of it
        return tokens
    sentence = g.sentences[g.sentence[clause.head]][0]
    front = [t for t in range(sentence, first) if frame.covers(starts[t]) and not g.is_stand_in(t)]
    if not front or any(t in view.heads or g.pos[t] in ("VERB", "AUX") for t in front):
        return tokens
    while front and (g.words[front[0]] in ",“”" or g.words[front[0]].lower() in ("that", "and", "but")):
        front.pop(0)
    joined = bool(front) and g.deps[first] not in ("mark",) and g.words[front[-1]] != "that"
    return tuple(sorted({*front, *tokens})) if joined else tokens
