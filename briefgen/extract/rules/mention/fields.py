"""Names of bodies that list their fields: `the Ministry of Health, Labour and Welfare`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_capitalised
from briefgen.extract.rules.mention.gazetteer import words_of
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEADING = frozenset({"of", "for"})
_JOINING = frozenset({"and", "&"})


def with_fields(doc: Doc, span: NameSpan) -> NameSpan:
    """Returns a body's name with the fields listed behind its first: no `the Ministry of Health, Jo Lind and`."""
    lead = next((i for i in range(span.start + 1, span.end - 1) if _leads(doc, i)), None)
    if lead is None or span.sort not in (NameSort.BODY, NameSort.OPEN):
        return span
    end = _end_of_list(doc, span.end)
    if end is None:
        return span
    text = words_of(doc, span.start, end)
    return NameSpan(span.start, end, NameSort.BODY, text, None, ActorKind.ORGANISATION, "ORG")


def mend_fields(lead: Token) -> None:
    """Hangs the fields of a body to the first, not to who comes from it: `aides from the Ministry of Trade, …`."""
    doc, first = lead.doc, next((c for c in lead.rights if c.dep_ == "pobj"), None)
    if first is None or not _leads(doc, lead.i) or first.i + 1 >= len(doc) or doc[first.i + 1].text != ",":
        return
    end = _end_of_list(doc, first.i + 1)
    if end is None:
        return
    for token in doc[first.i + 1 : end]:
        if not first.i < token.head.i < end:
            token.head = first
            token.dep_ = token.dep_ if token.dep_ in ("punct", "cc") else "conj"


def _leads(doc: Doc, at: int) -> bool:
    """Whether a word stands between a body and its fields: `of` in `the Ministry of Health`."""
    if at == 0 or doc[at].lower_ not in _LEADING or not is_capitalised(doc[at - 1]):
        return False
    bodies = noun_sets().organisation | {word.lower() for word in mention_cues().offices_with_fields}
    return doc[at - 1].lower_ in bodies


def _end_of_list(doc: Doc, start: int) -> int | None:
    """Returns where a list of fields that goes on at a comma ends, behind the field after its `and`."""
    at, is_last = start, False
    while not is_last:
        if at + 1 >= len(doc) or doc[at].text not in (",", *_JOINING):
            return None
        if at == start and doc[at].text != ",":
            return None
        is_last = doc[at].lower_ in _JOINING
        at += 1
        if doc[at].lower_ in _JOINING:
            is_last, at = True, at + 1
        field = at
        while at < len(doc) and is_capitalised(doc[at]) and doc[at].is_alpha:
            at += 1
        if at == field or doc[at - 1].lower_ not in mention_cues().fields_of_bodies:
            return None
    return at
