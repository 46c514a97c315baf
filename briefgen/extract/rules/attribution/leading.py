"""Clauses before a quotation: which verb tells it, and which only leads up to it."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.attribution.sources import own_subject
from briefgen.extract.rules.grammar import VERBAL, Grammar

_OPENING = frozenset({"when", "whenever", "once", "after", "before", "since", "as", "because", "if", "until"})


def is_cue_verb(grammar: Grammar, at: int) -> bool:
    """Whether a verb may tell a quotation: no helper, no `according`, no condition."""
    is_verb = grammar.pos[at] in VERBAL and grammar.deps[at] not in ("aux", "auxpass", "prep")
    # a condition says nothing: `if Norway guarantees it, “he will sign”`
    return is_verb and not grammar.has_mark(at, "if", "unless")


def is_reduced(grammar: Grammar, verb: int) -> bool:
    """Whether a verb is a participle that only says when: `when asked last month`."""
    return (
        grammar.tags[verb] == "VBN"
        and grammar.deps[verb] in ("advcl", "acl")
        and not any(grammar.deps[at] in ("nsubj", "nsubjpass") for at in grammar.children[verb])
    )


def is_conceded(grammar: Grammar, verb: int, stand_in: int) -> bool:
    """Whether a verb only leads up to a quotation: `says that while many demand a ban, “it would not work”`."""
    if not grammar.has_mark(verb, "while", "although", "though", "whereas") or stand_in < 1:
        return False
    tells = any(
        verb < at < stand_in and grammar.deps[at] in ("dobj", "ccomp", "xcomp", "attr", "acomp")
        for at in grammar.children[verb]
    )
    return tells and grammar.words[stand_in - 1] == ","


def is_when(grammar: Grammar, verb: int) -> bool:
    """Whether a clause only tells when or why, within what is said: `said that when he ruled, “we had bread”`.

    What says nothing needs no `that`: `said because the bank is safe, “we wait”`.
    """
    above = grammar.heads[verb]
    return (
        grammar.deps[verb] in ("advcl", "ccomp")
        and above < verb
        and says(grammar.lemmas[above])
        and any(at < verb and grammar.words[at].lower() in _OPENING for at in grammar.children[verb])
        and (
            "that" in (grammar.words[at].lower() for at in (grammar.left[verb] - 1, grammar.left[verb]))
            or not says(grammar.lemmas[verb])
        )
    )


def leads_up(grammar: Grammar, verb: int, last: int) -> bool:
    """Whether a clause opens the sentence and another goes on: `When Lee said it was late, Moe fired back: “…”`."""
    above = grammar.heads[verb]
    return (
        grammar.deps[verb] == "advcl"
        and verb < above <= last
        and (has_content(grammar, verb) or not grammar.has_mark(verb, "as"))
        and any(at < verb and grammar.words[at].lower() in _OPENING for at in grammar.children[verb])
        and any(grammar.deps[at] == "nsubj" and verb < at < above for at in grammar.children[above])
    )


def yelled(grammar: Grammar, nearest: int) -> tuple[int, ...]:
    """Returns a verb of saying right before a quotation: `“…,” she said as a guest yelled: “…”`."""
    subject = own_subject(grammar, nearest) if grammar.deps[nearest] == "advcl" else None
    return (nearest,) if subject is not None and says(grammar.lemmas[nearest]) else ()


def is_as(grammar: Grammar, verb: int) -> bool:
    """Whether a clause opens the sentence with who tells it, and nothing else: `As Lee explained, …`."""
    is_told = grammar.deps[verb] == "advcl" and grammar.has_mark(verb, "as") and says(grammar.lemmas[verb])
    return is_told and grammar.lemmas[verb] not in saying().speaking and not has_content(grammar, verb)


def has_content(grammar: Grammar, verb: int) -> bool:
    """Whether what a verb tells stands behind it."""
    return any(at > verb and grammar.deps[at] in ("ccomp", "dobj") for at in grammar.children[verb])
