"""Whether a verb and a subject agree: which form makes a verb finite, whose subject it has, and how many that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_SINGULAR_VERBS = frozenset({"is", "was", "has", "does", "’s", "'s"})
_SINGULAR_SUBJECTS = frozenset({"he", "she", "it"})
_PLURAL_SUBJECTS = frozenset({"they", "we", "others", "many", "some"})
_SUBJECTS = ("nsubj", "nsubjpass")


def finite(verb: Token) -> Token | None:
    """Returns the token that makes a verb finite: itself, or `has` in `has urged`."""
    if verb.tag_ in _FINITE and verb.pos_ in ("VERB", "AUX"):
        return verb
    helper = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    return helper if helper is not None and helper.tag_ in _FINITE else None


def subject_of(verb: Token) -> Token | None:
    """Returns the subject before a verb, be it a clause or an empty word."""
    return next((c for c in verb.lefts if c.dep_ in (*_SUBJECTS, "expl", "csubj")), None)


def shared_subject(verb: Token) -> Token | None:
    """Returns a verb's subject, its own or that of the verb it goes on with."""
    for at in (verb, *verb.ancestors):
        own = subject_of(at)
        if own is not None or at.dep_ != "conj":
            return own
    return None


def is_singular(verb: Token) -> bool:
    """Whether a verb is one of somebody alone: `has`, `wants`."""
    own = finite(verb)
    return own is not None and (own.tag_ == "VBZ" or own.lower_ in _SINGULAR_VERBS)


def is_plural(subject: Token | None) -> bool:
    """Whether a subject is several."""
    if subject is None:
        return False
    return (
        subject.tag_ == "NNS"
        or subject.lower_ in _PLURAL_SUBJECTS
        or any(c.dep_ == "conj" for c in subject.rights)
    )


def is_one(subject: Token | None) -> bool:
    """Whether a subject is one: a noun, a name, `he`."""
    if subject is None or any(c.dep_ == "conj" for c in subject.rights):
        return False
    return subject.tag_ in ("NN", "NNP") or subject.lower_ in _SINGULAR_SUBJECTS
