"""The towns whose council or police an article tells of, so that a bare mayor is the one town’s."""

from __future__ import annotations

import re

from briefgen.lexicons.countries import by_code
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm
from briefgen.resolve.cast.discourse import Discourse


def towns_told(discourse: Discourse) -> frozenset[str]:
    """Returns the towns by name: Ashgrove of `the Ashgrove City Council`, Spokane of `Spokane’s council members`."""
    words, mentions = resolving(), discourse.extraction.mentions
    states = {state.name for state in by_code().values()}
    found = set()
    for index, mention in enumerate(mentions):
        parts = mention.head.text.split()
        is_body = mention.form is MentionForm.NAME and mention.kind is ActorKind.ORGANISATION
        if is_body and len(parts) > 2 and " ".join(parts[-2:]).lower() in words.bodies_by_name:
            found.add(" ".join(parts[:-2]))
        if mention.form is MentionForm.NAME or not set(_words(mention.text)) & words.bodies_of_towns:
            continue
        for i in discourse.places.possessives_in(index):
            owner = mentions[i]
            if owner.form is MentionForm.NAME and owner.kind is ActorKind.STATE and owner.country is None:
                found.add(owner.head.text)
    return frozenset(found - states)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
