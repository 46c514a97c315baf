"""Subjects of clauses: a verb's own, and the noun that a relative clause speaks of."""

from __future__ import annotations

from briefgen.extract.rules.grammar import SUBJECTS, Grammar
from briefgen.lexicons.actor_words import noun_sets, nouns_of_bodies


def own_subject(g: Grammar, token: int) -> int | None:
    """Returns the token of a verb's own subject; an empty one only where there is no other."""
    subjects = [at for at in g.children[token] if g.deps[at] in SUBJECTS]
    real = [at for at in subjects if g.deps[at] != "expl"]
    return real[0] if real and g.deps[real[0]] != "csubj" else (subjects[0] if subjects else None)


def named_by(g: Grammar, noun: int) -> int:
    """Returns whom a relative clause speaks of: the noun, or what the noun says of somebody.

    `called the bank a villain, which …`, `described her as the rival who …`: the object, not the noun.
    Members of a coordination stand for the whole where the verb is plural.
    """
    up = g.heads[noun]
    if g.deps[noun] == "pobj" and g.lemmas[up] == "as":
        named = next((c for c in g.children[g.heads[up]] if g.deps[c] == "dobj"), None)
        if named is not None:
            return named
    if g.deps[noun] == "conj":
        verb = next((c for c in g.children[noun] if g.deps[c] == "relcl"), None)
        if verb is not None and _is_plural(g, verb):
            while g.deps[noun] == "conj" and g.pos[g.heads[noun]] in ("NOUN", "PROPN"):
                noun = g.heads[noun]
    return noun


def agreeing(g: Grammar, noun: int, verb: int) -> int:
    """Returns the noun that a relative clause's verb agrees with: the loss in `the loss of jobs, which hurts`."""
    singular = {g.tags[verb], *(g.tags[c] for c in g.children[verb] if g.deps[c] in ("aux", "auxpass"))}
    at = noun
    last = max((c for c in g.children[noun] if g.deps[c] == "conj" and noun < c < g.left[verb]), default=noun)
    if "VBZ" in singular and g.pos[last] == "PROPN":
        at = last  # `Field and Cole, who opposes the levy`
    while "VBZ" in singular and g.tags[at] in ("NNS", "NNPS"):
        preposition = g.heads[at]
        if g.deps[at] != "pobj" or g.tags[g.heads[preposition]] not in ("NN", "NNP", "NNS", "NNPS"):
            return noun
        at = g.heads[preposition]
    return at


def meant_by(g: Grammar, noun: int, verb: int, *, pronoun: bool) -> int | None:
    """Returns whom a relative clause tells of; no one where its verb agrees with no noun: `won voters, which shows`."""
    subject = agreeing(g, named_by(g, noun), verb)
    forms = {g.tags[verb], *(g.tags[c] for c in g.children[verb] if g.deps[c] == "aux")}
    is_body = g.words[subject].lower() in nouns_of_bodies()  # `the media, which has`
    is_active = not any(g.deps[c] == "auxpass" for c in g.children[verb])
    is_at_odds = "VBZ" in forms and g.tags[subject] == "NNS" and not is_body and is_active
    return None if pronoun and is_at_odds else subject


def whole_phrase(g: Grammar, noun: int) -> int:
    """Returns the head of the whole phrase where a relative clause seems to hang on a name within it.

    `drills with Japan, which Korea condemns`: the drills; people seldom condemn a place in passing.
    """
    while g.pos[noun] == "PROPN" and g.deps[noun] in ("pobj", "conj", "compound"):
        up = next((up for up in g.ancestors(noun) if g.pos[up] in ("NOUN", "PROPN", "VERB", "AUX")), None)
        if up is None or g.pos[up] not in ("NOUN", "PROPN"):
            break
        noun = up
    return noun


def _is_plural(g: Grammar, verb: int) -> bool:
    tags = {g.tags[verb]} | {g.tags[c] for c in g.children[verb] if g.deps[c] in ("aux", "auxpass")}
    return "VBP" in tags or any(g.words[c].lower() in ("have", "are", "were") for c in g.children[verb])


def can_think(g: Grammar, noun: int) -> bool:
    """Whether a subject is somebody: a person, a body or what stands for one."""
    nouns = noun_sets()
    minds = nouns.people | nouns.organisation
    return g.pos[noun] in ("PROPN", "PRON") or g.lemmas[noun] in minds
