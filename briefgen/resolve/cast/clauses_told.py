"""What clauses tell of somebody: which one he is, or what he has to do with a matter where no office tells it."""

from __future__ import annotations

from briefgen.model.evidence import Span
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.naming import fold_spaces

_LONGEST = 12
"""Words of a role with its clause."""


def clause_behind(discourse: Discourse, entity: Entity, role: Span) -> str | None:
    """Returns the clause right behind a role: `who heads the panel` of `a Democrat who heads the panel`."""
    for i in entity.mentions:
        mention = discourse.mention(i)
        if mention.role is None or mention.role.span != role or mention.clause is None:
            continue
        if mention.clause.start == role[1] + 1:
            words = fold_spaces(mention.clause.text)
            return words if len(f"{mention.role.text} {words}".split()) <= _LONGEST else None
    return None


def clause_of(discourse: Discourse, entity: Entity) -> str | None:
    """Returns what a clause tells of somebody of whom nothing else does: `whose son is a pupil`."""
    clauses = (discourse.mention(i).clause for i in entity.mentions)
    return next((fold_spaces(clause.text) for clause in clauses if clause is not None), None)
