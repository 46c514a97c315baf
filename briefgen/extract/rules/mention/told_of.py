"""Clauses that tell which one somebody is, or where the text tells no office of him, what he has to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.segments import ENDS, QUOTES, VERBS, RolePlace, through_clause
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 14
"""Tokens of a clause that tells what somebody has to do with a matter."""
_NEAR = 8
"""Tokens from `whose` to the verb behind the relative."""


def told_of(doc: Doc, end: int, role: RolePlace | None) -> RolePlace | None:
    """Returns the clause behind a role, else behind a name that ends at `end`.

    `who heads the panel` of `Jo Lind, a Democrat who heads the panel`; `whose son is a pupil`, `has lived there since
    1980`, `has two children at the school` of `Jo Lind, 43, who has …`.
    """
    if role is not None:
        stop = through_clause(doc, role.end) if role.start >= end else role.end
        return RolePlace(role.end, stop) if stop > role.end else None
    at = end
    if at + 2 < len(doc) and doc[at].text in (",", "(") and doc[at + 1].like_num:
        at += 2  # `Jo Lind, 43, who`, `Jo Lind (43), who`
        at += int(at < len(doc) and doc[at].text == ")")
    if at + 3 >= len(doc) or doc[at].text != ",":
        return None
    start = at + 1
    if doc[start].tag_ == "WP$":
        return _whole(doc, start, start) if _is_of_kin(doc, start) else None
    if doc[start].lower_ != "who":
        return None
    verb = start + 1 + int(doc[start + 1].lower_ in ("now", "still", "also"))
    if doc[verb].lemma_ == "live" and doc[verb].tag_ in ("VBZ", "VBP"):
        return _whole(doc, verb, verb)
    if doc[verb].lower_ != "has" or verb + 2 >= len(doc):
        return None
    whole = _whole(doc, verb, verb)
    if whole is None:
        return None
    inside = [doc[i] for i in range(verb + 1, whole.end)]
    is_lasting = doc[verb + 1].tag_ == "VBN" and any(
        word.lower_ == "since" and word.i + 1 < whole.end and doc[word.i + 1].shape_ == "dddd"
        for word in inside
    )
    is_lasting |= doc[verb + 1].tag_ == "VBN" and any(
        word.lower_ == "for" and doc[word.i + 2 : word.i + 3].text in ("years", "decades") for word in inside
    )
    is_parent = len(inside) > 1 and inside[0].tag_ == "CD" and inside[1].lower_ in mention_cues().kin
    return whole if is_lasting or is_parent else None


def _is_of_kin(doc: Doc, whose: int) -> bool:
    """Whether a clause tells what somebody's relative is or does: `whose son is a pupil`."""
    verb = next((i for i in range(whose + 1, min(whose + 1 + _NEAR, len(doc))) if doc[i].tag_ in VERBS), None)
    if verb is None:
        return False
    before = [doc[i] for i in range(whose + 1, verb)]
    return any({word.lower_, word.lemma_} & mention_cues().kin for word in before) and all(
        word.tag_ in ("JJ", "NN", "NNS", "NNP", "CD", "HYPH") for word in before
    )


def _whole(doc: Doc, first: int, verb: int) -> RolePlace | None:
    """Returns a clause up to its comma or stop; None where it runs on or breaks off in somebody's words."""
    limit = min(doc[verb].sent.end, first + _LONGEST + 1)
    end = next((i for i in range(verb + 1, limit) if doc[i].text in ENDS or doc[i].text == ","), None)
    if end is None or end <= verb + 1 or doc[end].text in QUOTES:
        return None
    points = any(t.tag_ in ("PRP", "WRB") or t.lower_ == "there" for t in doc[first:end])
    return RolePlace(first, end) if not points else None
