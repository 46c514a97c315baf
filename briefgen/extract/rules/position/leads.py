"""Openings that only lead up to a mind: `It is clear that Norway wants a pact`, `No doubt that it fears him`."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.verbs import lemma_of
from briefgen.lexicons.position_cues import position_cues


def is_lead(g: Grammar, verb: int) -> bool:
    """Whether a verb only tells how sure its content is, without anybody who thinks it."""
    cues = position_cues()
    subject = g.child(verb, "nsubj", "expl")
    if subject is None:
        return False
    word = g.words[subject].lower()
    if word == "it" and g.lemmas[verb] in cues.seeming:
        return not is_negated(g, verb)
    if lemma_of(g, verb) != "be":
        return False
    if word == "it":
        state = g.child(verb, "acomp")
        if state is not None:
            return g.words[state].lower() in cues.plain and not is_negated(g, verb)
    noun = g.child(verb, "attr") if word in ("it", "there") else None
    return noun is not None and is_beyond_doubt(g, noun)


def is_plain_to_see(g: Grammar, verb: int) -> bool:
    """Whether anybody can see what a verb has for content: `You can see that Norway wants a pact`."""
    subject = g.child(verb, "nsubj")
    is_anybody = subject is not None and g.words[subject].lower() in ("you", "one", "anyone", "anybody")
    if not is_anybody or g.lemmas[verb] not in position_cues().plain_to_see or is_negated(g, verb):
        return False
    return any(g.words[c].lower() in ("can", "could") for c in g.children[verb] if g.deps[c] == "aux")


def is_beyond_doubt(g: Grammar, noun: int) -> bool:
    """Whether a noun tells that there is no doubt: `has little doubt that`, `there is no question that`."""
    return g.lemmas[noun] in position_cues().beyond_doubt and is_negated(g, g.heads[noun])


def is_hedged_lead(g: Grammar, verb: int) -> bool:
    """Whether such an opening leaves its content open: `It seems that`."""
    return g.lemmas[verb] in position_cues().seeming


def is_put_so(g: Grammar, verb: int) -> bool:
    """Whether a verb only tells how what follows a colon is put: `Critics put it more bluntly: …`."""
    it = g.child(verb, "dobj")
    behind = g.words[g.right[verb] : g.right[verb] + 2]
    return g.lemmas[verb] == "put" and it == verb + 1 and g.words[it].lower() == "it" and ":" in behind
