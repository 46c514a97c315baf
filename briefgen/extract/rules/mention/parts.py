"""Those told of by number alone, who are some of the several told of before: `Ministers met, with many saying`."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.plural_verbs import COUNTING
from briefgen.lexicons.actor_words import noun_sets

_MANY = frozenset({"many", "most"})
_SOME = frozenset({"some", "several"})
_SUBJECTS = ("nsubj", "nsubjpass")


def parts_of_several(g: Grammar) -> Iterator[tuple[int, int]]:
    """Yields each subject that tells only how many, with the subject before it in its sentence.

    What some of them say is not said of all: `some are waiting` tells itself that only some do, no `some say it fails`.
    """
    for token, word in enumerate(g.words):
        if g.deps[token] not in _SUBJECTS or g.children[token]:
            continue
        verb = g.heads[token]
        is_told = g.deps[verb] != "conj" or g.child(verb, "ccomp") is not None
        if word.lower() not in (_MANY if is_told else _MANY | _SOME):
            continue
        above = g.heads[verb]
        if g.deps[verb] == "pcomp" and g.lemmas[above] == "with":
            above = g.heads[above]
        elif g.deps[verb] != "conj":
            continue
        whole = g.child(above, *_SUBJECTS)
        if whole is not None and whole < token and _are_people(g, whole) and not _is_counted(g, whole):
            yield token, whole


def _are_people(g: Grammar, noun: int) -> bool:
    nouns = noun_sets()
    people = nouns.people | nouns.unnamed_sources
    return g.tags[noun] in ("NNS", "NNPS") and g.lemmas[noun].lower() in people


def _is_counted(g: Grammar, noun: int) -> bool:
    """Whether a noun means only some itself, so that the next are others: `Some ministers stay and many go`."""
    words = {g.words[t].lower() for t in (noun, *g.children[noun])}
    return bool(words & COUNTING) or any(g.deps[c] in ("nummod", "conj") for c in g.children[noun])
