"""Copies and versions: the same article under another id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.brief import Brief


class Kinship(StrEnum):
    """What another article is to this one."""

    ORIGINAL = "original"
    """This one is a copy of it."""
    COPY = "copy"
    """It is a copy of this one, or of the same as this one."""
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Kin:
    """Another brief of what is at heart the same article."""

    brief: str
    kinship: Kinship


def find_versions(briefs: Iterable[Brief]) -> Mapping[str, tuple[Kin, ...]]:
    """Returns the kin of each brief that has any, by brief id; a copy of something unknown has none."""
    ordered = list(briefs)
    ids = {brief.id for brief in ordered}
    kin: dict[str, list[Kin]] = {}
    copies: dict[str, list[str]] = {}
    for brief in ordered:
        original, earlier = brief.article.copy_of, brief.article.revision_of
        if original in ids and original != brief.id:
            kin.setdefault(brief.id, []).append(Kin(str(original), Kinship.ORIGINAL))
            copies.setdefault(str(original), []).append(brief.id)
        if earlier in ids and earlier != brief.id:
            kin.setdefault(brief.id, []).append(Kin(str(earlier), Kinship.EARLIER))
            kin.setdefault(str(earlier), []).append(Kin(brief.id, Kinship.LATER))
    for original, same in copies.items():
        kin.setdefault(original, []).extend(Kin(id, Kinship.COPY) for id in same)
        for id in same:
            kin[id].extend(Kin(other, Kinship.COPY) for other in same if other != id)
    return {id: tuple(dict.fromkeys(kin[id])) for id in sorted(kin)}
