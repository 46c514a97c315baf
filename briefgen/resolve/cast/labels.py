"""The words that tell an unnamed one."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.extraction import Mention, MentionForm

_DETERMINER = re.compile(
    r"^(?:only|just|the|a|an|whose|this|that|these|those|his|her|their|its|our|my|many|some|several|most|few|all|both|no|any|own)\s+",
    re.IGNORECASE,
)


def label(mention: Mention) -> str:
    """Returns the words of a nominal without its determiner: `State Department spokesperson`."""
    text = " ".join(mention.text.split()).strip("“”\"‘’'")
    if not (mention.span[0] <= mention.head.start and mention.head.end <= mention.span[1]):
        return f"{text} {mention.head.text}"  # "British and French intelligence": the noun stands apart.
    while True:
        shorter = _DETERMINER.sub("", text)
        if shorter == text or not shorter or text.split()[0] == mention.head.text:
            break
        text = shorter
    text = text.strip('“”"')
    first = text.split()[0]
    is_party = first.lower() in mention_cues().party_members  # `a Tory`
    is_common = (first == mention.head.text and not is_party) or first.lower() in noun_sets().counts
    if is_common and first.istitle() and mention.form is MentionForm.NOMINAL:
        return first.lower() + text[len(first) :]  # Only the start of a sentence made it large.
    return text
