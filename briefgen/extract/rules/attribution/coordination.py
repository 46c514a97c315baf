"""Cues joined by `and` or `but`, where the parser hangs the second on what the first one reports."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import says, thinks
from briefgen.extract.rules.grammar import SUBJECTS, Grammar

_REACH = frozenset({"conj", "ccomp", "xcomp", "pobj", "prep", "dobj", "attr", "acomp", "advcl"})


def cue_beside(grammar: Grammar, verb: int) -> int | None:
    """Returns the cue that a verb of saying stands beside: `said that the dam held and added that …`.

    The second verb has the first one's form and no subject of its own. `said she was tired and wanted a rest`
    is all one report: only a verb of saying parts it.
    """
    if grammar.deps[verb] != "conj" or not says(grammar.lemmas[verb]) or _has_subject(grammar, verb):
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


def _has_subject(grammar: Grammar, verb: int) -> bool:
    return any(grammar.deps[at] in SUBJECTS for at in grammar.children[verb])


def _form(grammar: Grammar, verb: int) -> tuple[str, bool]:
    """Returns the form that shows the tense, the first auxiliary's or else the verb's own, and whether by `had`."""
    for at in grammar.children[verb]:
        if grammar.deps[at] in ("aux", "auxpass"):
            return grammar.tags[at], grammar.words[at].lower() in ("had", "'d", "’d")
    return grammar.tags[verb], False
