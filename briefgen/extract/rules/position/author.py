"""The author's own assessments: a clause of narration that hedges or judges, with no source to stand on."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.polarity import is_future
from briefgen.extract.rules.position.predicates import COPULAS
from briefgen.lexicons.modality import modality

_HEDGES = frozenset(
    {
        "may",
        "might",
        "could",
        "would",
        "likely",
        "probably",
        "perhaps",
        "possibly",
        "unlikely",
        "seemingly",
        "apparently",
    }
)


def is_assessment(g: Grammar, head: int, tokens: tuple[int, ...], *, subject_acts: bool) -> bool:
    """Whether a clause without a source is its author's judgement, not a report of what happened."""
    words = modality()
    text = " ".join(g.words[at].lower() for at in tokens)
    if any(phrase in text for phrase in words.phrases_unknown.words):
        return True
    modals = {g.words[c].lower() for c in g.children[head] if g.deps[c] in ("aux", "advmod", "acomp")}
    if modals & _HEDGES:
        return True
    past = g.tags[head] in ("VBD", "VBN") and not modals & words.future.words
    if g.lemmas[head] in COPULAS:
        complements = [c for c in g.children[head] if g.deps[c] in ("acomp", "attr", "oprd") and c > head]
        if any(g.lemmas[c] in words.judgement.words for c in complements):
            return True
        return any(
            g.lemmas[x] in words.judgement.words
            for c in complements
            if g.deps[c] == "attr"
            for x in g.children[c]
            if g.deps[x] == "amod"
        )
    if subject_acts:
        return is_future(g, head) and not past
    passive_judging = g.lemmas[head] in words.judging.words and any(
        g.deps[c] == "auxpass" for c in g.children[head]
    )
    present = g.tags[head] in ("VBZ", "VBP") or bool(modals & words.future.words)
    return passive_judging or (g.lemmas[head] in words.judging.words and present)
