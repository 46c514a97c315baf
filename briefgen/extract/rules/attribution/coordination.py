"""What goes on behind a cue: a second cue that `and` joins to it, more of what the first one reports."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import says, thinks
from briefgen.extract.rules.grammar import SUBJECTS, Grammar

_REACH = frozenset({"conj", "ccomp", "xcomp", "pobj", "prep", "dobj", "attr", "acomp", "advcl"})

_REASONS = frozenset({"since", "because", "unless", "though", "although"})
"""Words that begin what a saying goes on with behind its tag."""


def cue_beside(grammar: Grammar, verb: int) -> int | None:
    """Returns the cue that a verb of saying stands beside: `said that the dam held and added that …`.

    The second verb has the first one's form and no subject of its own. `said she was tired and wanted a rest`
    is all one report: only a verb of saying parts it.
    """
    if grammar.deps[verb] != "conj" or not says(grammar.lemmas[verb]) or _has_subject(grammar, verb):
        return None
    if _is_listed_deed(grammar, verb):
        return None
    form = _form(grammar, verb)
    at = verb
    while grammar.heads[at] != at:
        above = grammar.heads[at]
        if grammar.deps[at] in ("ccomp", "xcomp") and above < at:
            lemma = grammar.lemmas[above]
            if _form(grammar, above) == form and (says(lemma) or thinks(lemma)):
                return above
        elif grammar.deps[at] not in _REACH or (
            at != verb and grammar.deps[at] == "conj" and _has_subject(grammar, at)
        ):
            return None
        at = above
    return None


def _is_listed_deed(grammar: Grammar, verb: int) -> bool:
    """Whether a verb is one of several deeds of another: `said they took his lamp, hit him, called him a thief`."""
    first = grammar.heads[verb]
    return any(
        first < at < verb
        and grammar.deps[at] == "conj"
        and not says(grammar.lemmas[at])
        and not _has_subject(grammar, at)
        for at in grammar.children[first]
    ) and not any(grammar.deps[at] == "cc" and at < verb for at in grammar.children[first])


def _has_subject(grammar: Grammar, verb: int) -> bool:
    return any(grammar.deps[at] in SUBJECTS for at in grammar.children[verb])


def _form(grammar: Grammar, verb: int) -> tuple[str, bool]:
    """Returns the form that shows the tense, the first auxiliary's or else the verb's own, and whether by `had`."""
    for at in grammar.children[verb]:
        if grammar.deps[at] in ("aux", "auxpass"):
            return grammar.tags[at], grammar.words[at].lower() in ("had", "'d", "’d")
    return grammar.tags[verb], False


def goes_on(grammar: Grammar, at: int) -> bool:
    """Whether a clause behind a tag goes on with what was said: `They will object, she said, since they lose by it`."""
    left = grammar.left[at]
    if grammar.deps[at] != "advcl" or left <= grammar.heads[at] or grammar.words[left - 1] != ",":
        return False
    return grammar.words[left].lower() in _REASONS and grammar.child(at, "nsubj", "nsubjpass") is not None
