"""Verbs put into the third person: what a claim needs where a name takes the place of other words."""

from __future__ import annotations

import re

from briefgen.lexicons.mending import mending
from briefgen.lexicons.predicates import predicate_index

_SINGULAR = {
    "am": "is",
    "be": "is",
    "are": "is",
    "aren’t": "isn’t",
    "were": "was",
    "weren’t": "wasn’t",
    "have": "has",
    "haven’t": "hasn’t",
    "do": "does",
    "don’t": "doesn’t",
}
_ADVERB_AND_VERB = re.compile(
    r"(\s+(?:\w+ly\s+|also\s+|still\s+|just\s+|now\s+|never\s+)?)([a-z]+(?:[’']t)?)\b"
)


def third_person(verb: str) -> str:
    """Returns the third person of a verb: `relishes`, `envies`, `has`."""
    irregular = _SINGULAR.get(verb.replace("'", "’"))
    if irregular is not None:
        return irregular
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"


def agreeing(words: str) -> tuple[str, int]:
    """Returns the verb behind a subject that was several in the singular, and how far it reaches into the words.

    ` want to wait` gives ` wants` and 5. Only verbs that the lexicons know are changed, and none whose past is
    written the same: then nothing is returned, and 0.
    """
    match = _ADVERB_AND_VERB.match(words)
    if match is None:
        return "", 0
    verb = match.group(2).replace("'", "’")
    if verb in _SINGULAR or (verb in predicate_index() and verb not in mending().same_in_past):
        return match.group(1) + third_person(verb), match.end()
    return "", 0
