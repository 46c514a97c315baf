"""Whom an accusation goes on about: `Cole accused Field. He denies it`, `Cole blasted Field, saying he lied`."""

from __future__ import annotations

import re

from briefgen.lexicons.mending import mending
from briefgen.model.extraction import Extraction, MentionForm
from briefgen.model.position import Act

_BESIDE = 3
"""Characters between an accusation and the participle that goes on with it: `, `."""
_NEAR = 1
"""Sentences between an accusation and its denial."""


_IT = re.compile(r"\b(?:it|this|that|all|(?:charge|claim|accusation|allegation|suggestion)s?)\W*$", re.I)
"""What denies no charge but a plan ends otherwise: `He rejects the plan`."""


_OF_HIM = re.compile(
    r"(?:he|she)\b(?!\s+(?:would|will|could|can|'d|’d|'ll|’ll|(?:is|was|had been|has been) \w+ed\b))", re.I
)
"""How words begin that charge another: `saying he had failed`; not `saying he would not vote for him`."""


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


def charged(extraction: Extraction) -> dict[int, int]:
    """Returns, for each pronoun with which an accuser goes on in a participle, who is accused."""
    found: dict[int, int] = {}
    pronouns = {m.span[0]: i for i, m in enumerate(extraction.mentions) if m.form is MentionForm.PRONOUN}
    for accusation in extraction.positions:
        if not (accusation.cue_lemma or "").startswith("accuse:") or not accusation.target:
            continue
        for said in extraction.attributions:
            if said.cue is None or said.source not in accusation.holder or not said.cue.text.endswith("ing"):
                continue
            first = said.content[0]
            behind = said.cue.start - accusation.evidence[-1].end
            index = pronouns.get(first.start)
            if index is not None and 0 <= behind <= _BESIDE and _OF_HIM.match(first.text):
                found[index] = accusation.target[0]
    return found
