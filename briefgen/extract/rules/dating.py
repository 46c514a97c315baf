"""Which verb a time expression dates, by the arcs between the two."""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from briefgen.extract.rules.grammar import NOMINAL, SUBJECTS, VERBAL, Grammar
from briefgen.model.evidence import Span

_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl"})
_ATTRIBUTES = frozenset({"compound", "nummod", "amod", "nmod", "poss", "quantmod"})
_ADVERBS = frozenset({"advmod", "npadvmod", "prep", "pobj", "pcomp", "agent"})
_PREDICATES = frozenset({"xcomp", "ccomp", "acomp", "conj", "aux"})
_OF_A_TIME = frozenset({"in", "on", "at", "by", "during", "within", "over", "around", "throughout"})
"""What stands before the time of something: `since`, `until`, `from`, `for` and their like tell of another."""
_OF_A_PLACE = frozenset({"in", "on", "at", "by", "during", "via", "to", "through"})
"""What stands before where or how something is said: `of`, `about`, `after` and their like begin something else."""
_OF_AN_OCCASION = frozenset({"at", "during"})
"""What stands before an occasion whose own day is the day of what came about there: `at the May summit`."""


def top_of(g: Grammar, span: Span, first: int, last: int) -> int | None:
    """Returns the head of a time expression between two tokens; None where it stands in what was taken out."""
    inside = [
        at
        for at in range(first, last + 1)
        if span[0] <= g.passage.starts[at] and g.passage.ends[at] <= span[1] and not g.is_stand_in(at)
    ]
    return next((at for at in inside if g.heads[at] not in inside or g.heads[at] == at), None)


def dates_saying(g: Grammar, top: int, verb: int, venues: Collection[str], *, tells: bool) -> bool:
    """Whether a time dates a saying: it hangs on the verb, or on where, how or to whom it is said.

    `said on Friday at a rally`, `said at Friday's rally`, `told the rally on Friday`; not `said of Friday's rally`.
    """
    if g.deps[top] == "npadvmod" and g.heads[verb] == verb and g.sentences[g.sentence[top]][0] == g.left[top]:
        return True  # what opens a sentence dates it, wherever the parser hangs it
    path = _path(g, top, verb)
    if path is None:
        return False
    if g.deps[path[-1]] in SUBJECTS:
        # `said Lund, an aide, in an interview on Friday`
        set_off = next(
            (i for i, at in enumerate(path) if g.deps[at] == "prep" and g.words[at - 1] == ","), None
        )
        path = path if set_off is None else path[: set_off + 1]
    if any(
        g.deps[at] in _ATTRIBUTES and g.pos[g.heads[at]] in NOMINAL and g.lemmas[g.heads[at]] not in venues
        for at in path
    ):
        return False
    last = path[-1]
    beside = len(path) - _adverbial(g, top)
    if beside <= 0:
        return True
    if g.deps[last] in SUBJECTS:
        is_adverb = g.deps[top] == "npadvmod" and last < top
        return beside == 1 and (is_adverb or g.pos[last] == "PROPN" or g.lemmas[last] in venues)
    if g.deps[last] in ("dobj", "dative"):
        return beside == 1 and (tells or g.lemmas[last] in venues)
    if g.deps[last] in ("prep", "agent"):
        return g.lemmas[last] in _OF_A_PLACE
    return g.deps[last] in _ADVERBS or g.pos[last] in VERBAL


def dates_clause(g: Grammar, top: int, head: int) -> bool:
    """Whether a time dates what the clause of a verb tells: it hangs on its verbs, or on where it came about.

    `closed on Friday`, `closed at talks on Friday`, `says it will close on Friday`; not `closed after Friday's talks`.
    """
    path = _path(g, top, head, of_content=True)
    if path is None or g.deps[top] not in _ADVERBS | _ATTRIBUTES:
        return False
    if any(g.deps[at] == "conj" for at in g.children[top]) or _is_compared(g, head, top):
        return False  # `in July and August`: not in one of them
    between = path[_adverbial(g, top) :]
    occasion = {g.lemmas[at] for at in between if g.deps[at] in ("prep", "agent")}
    if g.deps[top] in _ATTRIBUTES:
        known = bool(occasion) and occasion <= _OF_AN_OCCASION
    else:
        known = occasion <= _OF_AN_OCCASION | {"in"}
    return known and all(g.deps[at] in _ADVERBS | _PREDICATES for at in between)


def _is_compared(g: Grammar, head: int, top: int) -> bool:
    """Whether a time is of what something is compared with: `earned 30, up from 20 in 2010`."""
    return any(
        g.words[at].lower() in ("compared", "versus")
        or (g.words[at].lower() == "than" and "NUM" not in g.pos[at : at + 4])  # `more than 20 died in 2010`
        or (
            g.words[at].lower() == "from"
            and "NUM" in g.pos[head:at]
            and "NUM" in g.pos[at : min(at + 4, top)]
        )
        for at in range(head + 1, top)
    )


def is_past_beside(g: Grammar, top: int) -> bool:
    """Whether a time hangs on a verb in the past itself, on no infinitive: `offered a truce next month`."""
    verb = next((at for at in g.ancestors(top) if g.pos[at] in VERBAL), None)
    is_limit = g.lemmas[g.heads[top]] == "by"  # `by 2030 it meant to close`
    return verb is not None and g.tags[verb] == "VBD" and not is_limit


def _adverbial(g: Grammar, top: int) -> int:
    """Returns how many tokens of a path are the time's own: itself and its preposition."""
    return 2 if g.deps[top] == "pobj" else 1


def _path(g: Grammar, top: int, verb: int, *, of_content: bool = False) -> tuple[int, ...] | None:
    """Returns the tokens from a time up to a verb, without the verb; None where a clause or another time is between.

    `of_content`: also out of what the verb says.
    """
    clauses = _CLAUSES - {"ccomp"} if of_content else _CLAUSES
    above = tuple(g.ancestors(top))
    if verb not in above or (g.deps[top] == "pobj" and not _may_date(g, g.heads[top])):
        return None
    path = (top, *takewhile(lambda at: at != verb, above))
    for at in path:
        if g.deps[at] in clauses or _is_free_relative(g, at) or g.words[at].lower() == "according":
            return None
        if g.deps[at] == "conj" and g.child(at, *SUBJECTS) is not None:
            return None
    return path


def _is_free_relative(g: Grammar, verb: int) -> bool:
    """Whether a clause names a thing: `it is not what worked in May`."""
    return any(g.tags[at] in ("WP", "WDT") for at in g.children[verb])


def _may_date(g: Grammar, preposition: int) -> bool:
    """Whether a preposition tells when: `on Friday`, `on the morning of 3 May`."""
    word, noun = g.lemmas[preposition], g.heads[preposition]
    if word == "of" and g.pos[noun] in NOMINAL:
        return g.deps[noun] == "npadvmod" or g.lemmas[g.heads[noun]] in _OF_A_TIME
    return word in _OF_A_TIME
