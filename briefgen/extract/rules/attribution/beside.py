"""The cue beside a quotation in its own sentence: behind it, before it, or around it."""

from __future__ import annotations

from briefgen.extract.rules.attribution.link import Basis, Link
from briefgen.extract.rules.attribution.sources import inverted_subject, own_subject, subject_of
from briefgen.extract.rules.grammar import NOMINAL, VERBAL, Grammar

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
_SKIPPED = frozenset({"PUNCT", "SPACE"})
_REACH = 40
"""Tokens from a quotation to the verb behind it: long appositions stand between."""


def beside(grammar: Grammar, stand_in: int) -> Link | None:
    """Returns the link of a quotation from the words of its own sentence."""
    return _after(grammar, stand_in) or _before(grammar, stand_in)


def _is_cue_verb(grammar: Grammar, at: int) -> bool:
    return grammar.pos[at] in VERBAL and grammar.deps[at] not in ("aux", "auxpass")


def _next_word(grammar: Grammar, at: int) -> int | None:
    at += 1
    while at < len(grammar) and (grammar.pos[at] in _SKIPPED or grammar.deps[at] == "punct"):
        at += 1
    return at if at < len(grammar) and not grammar.is_stand_in(at) else None


def _after(grammar: Grammar, stand_in: int) -> Link | None:
    """`“…,” said Lee`, `“…,” Lee, who leads it, told us`, `“…,” according to Lee`."""
    start = _next_word(grammar, stand_in)
    if start is None:
        return None
    end = grammar.sentences[grammar.sentence[stand_in]][1]
    if grammar.sentence[start] != grammar.sentence[stand_in]:
        # The parser ends a sentence after `Why?` or `Never!`; a full stop ends it for good.
        if grammar.words[start - 1] not in "?!" or grammar.pos[start - 1] != "PUNCT":
            return None
        end = grammar.sentences[grammar.sentence[start]][1]
    if grammar.words[start].lower() == "according":
        return _according(grammar, start)
    while start < end and grammar.pos[start] == "ADV" and grammar.deps[start] == "advmod":
        start += 1
    if _is_cue_verb(grammar, start) and grammar.tags[start] in _FINITE:
        source = own_subject(grammar, start)
        if source is None or source < start:
            source = inverted_subject(grammar, start) or _noun_phrase_at(grammar, start + 1, end)
        if source is not None and source > start:
            return _link(grammar, start, source, Basis.AFTER)
        return None
    for verb in range(start, min(end, start + _REACH) + 1):
        if not _is_cue_verb(grammar, verb) or grammar.deps[verb] in ("relcl", "acl", "amod"):
            continue
        subject = own_subject(grammar, verb)
        if subject is not None and start <= subject < verb:
            if _only_adverbs(grammar, start, grammar.left[subject]):
                return _link(grammar, verb, subject, Basis.AFTER)
            return None
    return None


def _only_adverbs(grammar: Grammar, first: int, before: int) -> bool:
    return all(grammar.pos[at] in ("ADV", "PUNCT", "SPACE", "DET") for at in range(first, before))


def _noun_phrase_at(grammar: Grammar, first: int, end: int) -> int | None:
    """Returns the head of the noun phrase that starts at a token, as the tags alone show it."""
    found = None
    for at in range(first, min(end, first + 8) + 1):
        if grammar.pos[at] in NOMINAL:
            found = at
        elif found is not None or grammar.pos[at] not in ("DET", "ADJ", "NUM"):
            break
    return found


def _according(grammar: Grammar, at: int) -> Link | None:
    to = next((i for i in range(at + 1, min(at + 3, len(grammar))) if grammar.lemmas[i] == "to"), None)
    if to is None:
        return None
    source = grammar.child(to, "pobj")
    if source is None:
        source = _noun_phrase_at(grammar, to + 1, len(grammar) - 1)
    return Link(grammar, source, Basis.ACCORDING, (at, to), at)


def _link(grammar: Grammar, verb: int, source: int, basis: Basis) -> Link:
    return Link(grammar, source, basis, (verb, verb), verb)


def _before(grammar: Grammar, stand_in: int) -> Link | None:
    """`Lee said: “…”`, `Lee, adding, “…”`, `Asked why, Lee replied, “…”`."""
    first = grammar.sentences[grammar.sentence[stand_in]][0]
    nearest = stand_in - 1
    while nearest >= first and grammar.pos[nearest] in _SKIPPED:
        nearest -= 1
    if nearest < first:
        return None
    for head in grammar.ancestors(stand_in):
        if head < stand_in and _is_cue_verb(grammar, head) and not _crosses(grammar, head, stand_in):
            source = subject_of(grammar, head)
            if source is not None and source != stand_in:
                return _link(grammar, head, source, Basis.BEFORE)
    return last_verb(grammar, first, nearest, Basis.BEFORE)


def _crosses(grammar: Grammar, verb: int, stand_in: int) -> bool:
    """Whether a nearer verb with a subject of its own stands between: `he left when she said, “…”`."""
    return any(
        _is_cue_verb(grammar, at)
        and grammar.child(at, "nsubj") is not None
        and at != verb
        and grammar.heads[at] != verb
        for at in range(verb + 1, stand_in)
    )


def last_verb(grammar: Grammar, first: int, last: int, basis: Basis) -> Link | None:
    """Returns the nearest verb with a subject, walking back from `last` to `first`."""
    for at in range(last, first - 1, -1):
        if not _is_cue_verb(grammar, at):
            continue
        source = subject_of(grammar, at)
        if source is not None and not grammar.is_stand_in(source) and grammar.pos[source] in NOMINAL:
            return _link(grammar, at, source, basis)
    return None
