"""Who answers an accusation: `Cole accused Field of fraud. He denies it` is Field."""

from __future__ import annotations

import re

from briefgen.lexicons.mending import mending
from briefgen.model.extraction import Extraction
from briefgen.model.position import Act

_NEAR = 1
"""Sentences between an accusation and its denial."""


_IT = re.compile(r"\b(?:it|this|that|all|(?:charge|claim|accusation|allegation|suggestion)s?)\W*$", re.I)
"""What denies no charge but a plan ends otherwise: `He rejects the plan`."""


def _is_of_it(verb: str, words: str) -> bool:
    return verb == "deny" or _IT.search(words) is not None


def answers(extraction: Extraction) -> dict[int, int]:
    """Returns, for the holder of each denial, who was accused in the sentence before or in its own."""
    found: dict[int, int] = {}
    last: tuple[int, tuple[int, ...]] | None = None
    for position in sorted(extraction.positions, key=lambda p: p.evidence[0].start):
        verb = (position.cue_lemma or "").split(":")[-1]
        if position.act is Act.ACCUSE and position.target:
            last = position.target[0], position.holder
        elif (
            verb in mending().denying
            and _is_of_it(verb, position.evidence[-1].text)
            and last is not None
            and len(position.holder) == 1
        ):
            accused, accusers = last
            holder = position.holder[0]
            distance = extraction.mentions[holder].sentence - extraction.mentions[accused].sentence
            if 0 <= distance <= _NEAR and holder not in accusers:
                found[holder] = accused
    return found
