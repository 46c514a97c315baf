"""What a single person says of himself, with his name for `I`."""

from __future__ import annotations

import re

from briefgen.lexicons.inflection import third_person
from briefgen.resolve.claim_words import FULL, QUOTE_MARKS

_I = re.compile(
    r"\bI\b(?:['’](m|ll|ve|d)\b|"
    r"\s+(am|have|do|don['’]t|think|believe|see|know|want|hope|say|expect|doubt|need|stand|support|oppose)\b|"
    r"(?=\s+(?:will|would|can|could|may|might|should|must|was|had|did|never|cannot|won|\w+ed)\b))"
)
_OWN = re.compile(r"\b([Mm]y|[Mm]e|[Mm]yself)\b")
FIRST_PERSON = re.compile(r"\bI\b|\b(?:[Mm]y|[Mm]e|[Mm]yself)\b")
_WITHIN_MARKS = re.compile(r"(?<![\w'])[‘'](?!')[^‘’“”\"]*\b(?:I|[Mm]y|[Mm]e)\b")
"""Words within words: `his talk of ‘I am for you’`."""
_MOST_NAMES = 1


def _is_within_marks(text: str) -> bool:
    return not QUOTE_MARKS.search(text) and _WITHIN_MARKS.search(text) is not None


def in_third_person(text: str, name: str) -> str:
    """Returns words that a single person says of himself with his name for `I`; `we` stays."""

    def subject(match: re.Match[str]) -> str:
        short, verb = match.group(1), match.group(2)
        if short:
            return name + (" has" if short == "ve" else FULL[short])
        if verb:
            return f"{name} {third_person(verb)}"
        return name

    def other(match: re.Match[str]) -> str:
        return name + "’s" if match.group(1).lower() == "my" else name

    if len(FIRST_PERSON.findall(text)) > _MOST_NAMES or _is_within_marks(text):
        return text  # Better quoted than a name in each place, or in words that are another's.
    changed = _I.sub(subject, text)
    return text if re.search(r"\bI\b", changed) else _OWN.sub(other, changed)
