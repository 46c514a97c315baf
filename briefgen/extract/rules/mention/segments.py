"""Where the words for a role end, and which of them is the noun for what somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.phrases import names_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_CALLING = 14
_LONGEST_CLAUSE = 10
"""Tokens of a clause that may tell what somebody or something is."""
_LONGEST = 40
"""Tokens an apposition may run."""
ENDS = frozenset([".", "?", "!", ";", ":", "—", "–", "--", "(", ")", "”", '"'])
QUOTES = frozenset(["“", "”", '"'])
VERBS = frozenset(["VBD", "VBZ", "VBP", "MD"])


@dataclass(frozen=True, slots=True)
class RolePlace:
    """Tokens [start, end) that give a role."""

    start: int
    end: int


def role_head(doc: Doc, first: int, stop: int) -> Token | None:
    """Returns the noun for a person before the first preposition or clause of the segment."""
    found = None
    for i in range(first, stop):
        token = doc[i]
        if token.tag_ in ("IN", "TO", "WDT", "WP", "VBD", "VBZ", "VBP", "MD", ",") and i > first:
            break
        if token.tag_ in ("NN", "NNP", "NNS", "NNPS", "JJ") and names_role(token):
            found = token
    return found


def segment_end(doc: Doc, at: int, closer: str) -> int:
    """Returns where the apposition that starts at `at` ends: at its comma, a clause, or the full stop."""
    sentence_end = doc[at].sent.end
    stop = at
    while stop < min(sentence_end, at + _LONGEST):
        token = doc[stop]
        if token.text in ENDS and token.text != closer:
            break
        if token.text == closer and not (closer == "," and _continues_list(doc, stop, sentence_end)):
            break
        if token.tag_ in VERBS and stop > at and token.dep_ not in ("amod", "compound"):
            break
        if token.tag_ in ("WP", "WDT") and stop > at:
            break
        if token.lower_ == "and" and _joins_clause(doc, stop, sentence_end):
            break
        stop += 1
    while stop > at and (
        doc[stop - 1].is_punct or doc[stop - 1].is_space or doc[stop - 1].tag_ in ("CC", "IN", "DT")
    ):
        stop -= 1
    return stop


def _continues_list(doc: Doc, comma: int, limit: int) -> bool:
    """Whether a comma only lists within the role: `affairs of trade, industry and labour`."""
    if comma + 2 >= limit:
        return False
    for i in range(comma + 1, min(limit, comma + 6)):
        if doc[i].text == "," or doc[i].tag_ in VERBS or doc[i].tag_ in ("PRP", "WP"):
            return False
        if doc[i].lower_ in ("and", "or"):
            after = doc[i + 1] if i + 1 < limit else None
            return after is not None and after.tag_ not in VERBS and doc[comma + 1].tag_[0] in "NJ"
    return False


def _joins_clause(doc: Doc, at: int, limit: int) -> bool:
    return at + 1 < limit and doc[at + 1].tag_ in (*VERBS, "PRP", "VBN")


def calling(doc: Doc, verb: int) -> RolePlace | None:
    """Returns what somebody does by calling: `heads the Policy Lab in Tbilisi`, `studies law at Leeds`."""
    stop = verb + 1
    while stop < min(doc[verb].sent.end, verb + _LONGEST_CALLING):
        token = doc[stop]
        is_verb = token.tag_ in VERBS and token.dep_ != "dobj"  # `studies trade`
        if is_verb or token.text in ENDS or token.text == "," or token.tag_ in ("WP", "WDT", "WRB"):
            break
        is_when = token.ent_type_ == "DATE" and doc[verb].lower_ != "spent"
        if token.lower_ in ("since", "until", "after", "when") or is_when:
            break
        stop += 1
    while stop > verb + 1 and (doc[stop - 1].tag_ in ("IN", "DT", "CC") or doc[stop - 1].is_punct):
        stop -= 1
    return RolePlace(verb, stop) if stop > verb + 1 else None


def through_clause(doc: Doc, stop: int) -> int:
    """Returns the end of a role with the short clause that tells which one: `a company that makes engines`.

    A clause set off by a comma tells something else; one of somebody else (`who hired her`) needs the text beside it.
    """
    if stop + 1 >= len(doc) or doc[stop].tag_ not in ("WDT", "WP") or doc[stop - 1].text == ",":
        return stop
    limit = min(doc[stop].sent.end, stop + _LONGEST_CLAUSE + 1)
    end = next((i for i in range(stop + 1, limit) if doc[i].text in ENDS or doc[i].text == ","), None)
    if end is None or end <= stop + 2 or doc[end].text in QUOTES:
        return stop
    return end if not any(t.tag_ in ("PRP", "PRP$") for t in doc[stop + 1 : end]) else stop
