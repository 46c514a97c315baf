"""Somebody told only as one of several who have spoken: `one of them said`, `Another was less kind: …`."""

from __future__ import annotations

from briefgen.model.actor import ActorKind
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

_COUNTS = frozenset({"one", "another"})
_REACH = 4
"""Sentences within which those have spoken of whom somebody is one."""


def group_of(discourse: Discourse, entity: Entity) -> Entity | None:
    """Returns the several of whom an unnamed speaker is one: those who spoke last, or whom `of them` means."""
    first = discourse.mention(entity.mentions[0])
    words = first.text.lower().split()
    if words[1:3] != ["of", "them"] and not (len(words) == 1 and words[0] in _COUNTS):
        return None
    speaks = any(i in discourse.sources for i in entity.mentions)
    if not words[1:]:
        return _last_speakers(discourse, entity.mentions[0]) if speaks else None
    inside = [one for i in discourse.places.between(*first.span) if (one := discourse.one(i)) is not None]
    group = next((one for one in inside if one is not entity), None)
    if group is None or group.kind is not ActorKind.GROUP:
        return None
    tellers = _last_speakers(discourse, entity.mentions[0]) if speaks else None
    return tellers if tellers is not None and _is_told_by(discourse, group, tellers) else group


def _last_speakers(discourse: Discourse, index: int) -> Entity | None:
    """Returns the several who spoke last, in a mention's paragraph or the one before."""
    here, heads = discourse.mention(index), discourse.places.heads
    before = sorted((i for i in discourse.sources if heads[i] < heads[index]), key=lambda i: -heads[i])
    for i in before:
        other, one = discourse.mention(i), discourse.one(i)
        if here.sentence - other.sentence > _REACH or here.paragraph - other.paragraph > 1:
            return None
        if one is not None and one.kind is ActorKind.GROUP:
            return one
    return None


def _is_told_by(discourse: Discourse, group: Entity, tellers: Entity) -> bool:
    """Whether a group is spoken of in what others tell, and nowhere else."""
    parts = [part for i in tellers.mentions for told in discourse.sources.get(i, []) for part in told.content]
    named = [discourse.mention(i) for i in group.mentions]
    full = [mention for mention in named if mention.text.lower() not in ("them", "they")]
    return bool(full) and all(any(p.start <= m.head.start < p.end for p in parts) for m in full)
