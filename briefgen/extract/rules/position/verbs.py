"""Verbs as the rules read them: their lemmas, mended, and what hangs on them."""

from __future__ import annotations

from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.stances import stance_words


def lemma_of(g: Grammar, token: int) -> str:
    """Returns a verb's lemma, mended where the small model errs."""
    return mending().lemmas.get(g.words[token].lower(), g.lemmas[token])


def verb_below(g: Grammar, token: int) -> int | None:
    """Returns the infinitive or participle that a verb takes."""
    return next((c for c in g.children[token] if g.deps[c] == "xcomp" and g.pos[c] in VERBAL), None)


def has_to(g: Grammar, token: int) -> bool:
    """Whether a verb is an infinitive with `to`."""
    return any(g.deps[c] == "aux" and g.lemmas[c] == "to" for c in g.children[token])


def has_preposition(g: Grammar, token: int, word: str) -> bool:
    """Whether a preposition hangs on a word."""
    return any(g.deps[c] == "prep" and g.lemmas[c] == word for c in g.children[token])


def is_by_report(g: Grammar, token: int) -> bool:
    """Whether a verb is told on the word of somebody whom nobody names: `reportedly told aides`."""
    return any(g.deps[c] == "advmod" and g.lemmas[c] in modality().by_report.words for c in g.children[token])


def is_foreseen(g: Grammar, token: int, word: str) -> bool:
    """Whether a state only tells what will come of its subject: no certainty or plan of his own."""
    cues = position_cues()
    if word not in cues.forecast and word not in cues.awaiting:
        return False
    states = (c for c in g.children[token] if g.lemmas[c] == word)
    below = next((v for at in (*states, token) if (v := g.child(at, "xcomp")) is not None), None)
    if below is None:
        return False
    return word in cues.forecast or g.lemmas[below] in cues.copulas | stance_words().befalling
