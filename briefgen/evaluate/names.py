"""Whether a gold actor and a predicted actor are the same, by full names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from briefgen.evaluate.gold import GoldBrief
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief

Names = dict[str, frozenset[str]]
"""Actor id to folded names."""

_PRONOUN = re.compile(r"he|him|his|she|hers?|its?|itself|they|them|theirs?|i|me|my|we|our|who|whose|which")
"""Words that gold and briefs list among the mentions of somebody, and that name nobody."""


def fold(name: str) -> str:
    """Returns a name as lower-case ASCII words, without what stands in brackets."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"\(.*?\)", " ", text)))


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(folded for name in names if (folded := fold(name)) and not _PRONOUN.fullmatch(folded))


def gold_names(gold: GoldBrief) -> Names:
    """Returns the names by which each gold actor is known; a person's bare surname is none."""
    return {
        actor.id: _folded(
            [
                actor.name,
                actor.id.replace("-", " "),
                *actor.also,
                *(m for m in actor.mentions if actor.type != "person" or len(fold(m).split()) > 1),
            ]
        )
        for actor in gold.actors
    }


def predicted_names(brief: Brief) -> Names:
    """Returns the names by which each actor of a brief is known; a person's bare surname is none."""
    return {
        actor.id: _folded(
            [
                actor.name,
                actor.id.replace("-", " "),
                *actor.aliases,
                *(
                    m.text
                    for m in actor.mentions
                    if actor.kind != ActorKind.PERSON or len(fold(m.text).split()) > 1
                ),
            ]
        )
        for actor in brief.actors
    }


def names_of(ids: Iterable[str], names: Names) -> frozenset[str]:
    """Returns all names of the actors; an unknown id stands for itself."""
    return frozenset(n for i in ids for n in names.get(i, _folded([i.replace("-", " ")])))
