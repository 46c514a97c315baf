"""Names made whole: pieces of one name joined, a body with its first word, its members, its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import (
    HYPHENS,
    is_capitalised,
    is_title,
)
from briefgen.extract.rules.mention.fields import with_fields
from briefgen.extract.rules.mention.gazetteer import words_of
from briefgen.extract.rules.mention.phrases import names_role
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.mention.what_bodies import tells_body
from briefgen.lexicons.actor_words import is_given_name, noun_sets, nouns_of_bodies
from briefgen.lexicons.countries import fold_name, state_names
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARTICLES = frozenset(["The", "A", "An"])
_WITHIN = frozenset(["nmod", "compound", "amod"])
_NO_PERSONS = frozenset(["", "ORG", "PRODUCT", "LOC", "GPE", "FAC"])
_LONGEST_NUMBER = 3
"""Digits of a number that a body goes by; four are a year."""


def with_members(doc: Doc, span: NameSpan) -> NameSpan:
    """Returns a body's name with those whose it is: `Second-Level Students’` before `Alliance`."""
    start, body = span.start - 1, doc[span.end - 1].lower_
    bodies = noun_sets().organisation | mention_cues().body_suffixes
    if span.start < 2 or doc[start].text not in ("’", "'") or body not in bodies:
        return span
    if (
        not doc[start - 1].text.endswith("s")
        or doc[start - 1].whitespace_
        or not is_capitalised(doc[start - 1])
    ):
        return span
    while start > 0 and (is_capitalised(doc[start - 1]) or doc[start - 1].text in ("-", "‑", "–")):
        start -= 1
    while doc[start].lower_ in ("the", "a", "an") or doc[start].is_punct:
        start += 1
    return NameSpan(
        start,
        span.end,
        NameSort.BODY,
        words_of(doc, start, span.end),
        None,
        ActorKind.ORGANISATION,
        span.label,
    )


def with_front(doc: Doc, span: NameSpan) -> NameSpan:
    """Returns the name of a body that ends in a land's whole: `FreshLink Europe`, `Safe Screens Ireland, a lobby`.

    So does one behind the plural of those whose body it is: `Port Employers Denmark`.
    """
    land = doc[span.end - 1]
    is_land = span.sort in (NameSort.STATE, NameSort.PLACE) and span.end - span.start == 1
    is_halved = span.end - span.start == 2 and fold_name(land.text) in state_names()
    front = doc[land.i - 1] if land.i else doc[0]
    if is_land and _are_two_of_body(doc, front, land):
        return _body(doc, front.i, span.end)
    if not (is_land or is_halved) or front.head != land or not front.is_alpha or not is_capitalised(front):
        return span
    is_plain = front.ent_type_ in _NO_PERSONS and not is_title(front)
    is_camel = not front.text.istitle() and not front.text.isupper()
    is_told = (is_camel and is_plain) or ((is_plain or is_halved) and tells_body(doc, span.end))
    if not is_told and not (is_plain and _are_those_of_body(front)):
        return span
    start = front.i
    while start > 0 and _is_part_of_front(doc[start - 1], land):
        start -= 1
    return _body(doc, start, span.end)


def _are_two_of_body(doc: Doc, front: Token, land: Token) -> bool:
    """Whether a name of two words ends in a land's: `the insurgent Forward UK`, `Nutrition Norway chief`.

    Not behind a verb that may have left out its `that`: `told Verlon Norway would pay`.
    """
    is_plain = (
        front.ent_type_ in ("", "ORG", "FAC", "PRODUCT") and front.text.istitle() and not is_title(front)
    )
    if front.i == land.i or front.tag_ not in ("NNP", "NN") or not is_plain:
        return False
    is_compound = front.dep_ == "compound" and front.head == land
    if land.i + 2 < len(doc) and names_role(doc[land.i + 1]) and doc[land.i + 1].text.islower():
        # no `Former Norway coach`
        is_rank = front.lower_ in mention_cues().ranks_of_roles or front.lower_ == "former"
        return is_compound and not is_rank and doc[land.i + 2].tag_ == "NNP"
    return is_compound and not front.is_sent_start and land.dep_ in ("dobj", "pobj", "conj", "appos")


def _are_those_of_body(word: Token) -> bool:
    """Whether a word set large is the plural of those who form bodies: `Employers`, `Farmers`."""
    plural = word.lower_
    is_plural = plural.endswith("s") and word.tag_ in ("NNP", "NNPS")
    nouns = noun_sets()
    is_one = plural[:-1] in nouns.person | nouns.organisation | nouns.company
    return is_plural and (is_one or plural in resolving().who_employs) and not is_title(word)


def _is_part_of_front(word: Token, land: Token) -> bool:
    """Whether a word before a body's name that ends in a land's belongs to it: `Safe` in `Safe Screens Ireland`."""
    is_large = word.tag_ in ("NNP", "NNPS") and is_capitalised(word) and word.text not in _ARTICLES
    return is_large and word.dep_ == "compound" and word.head.i <= land.i and word.head.i > word.i


def with_number(doc: Doc, span: NameSpan) -> NameSpan:
    """Returns a body's name with the number that it goes by: `Police Lodge 12`, but not `the council 12 times`."""
    if span.end >= len(doc) or span.sort not in (NameSort.BODY, NameSort.OPEN, NameSort.PERSON):
        return span
    number, behind = doc[span.end], doc[span.end + 1] if span.end + 1 < len(doc) else None
    may_have_one = doc[span.end - 1].lower_ in mention_cues().numbered_bodies
    is_count = behind is not None and behind.tag_ in ("NN", "NNS", "JJ", "CD", "HYPH", "SYM", "TO")
    if not may_have_one or not number.is_digit or len(number) > _LONGEST_NUMBER or is_count:
        return span
    return _body(doc, span.start, span.end + 1)


def with_call(doc: Doc, span: NameSpan) -> NameSpan:
    """Returns the name of a movement with the call that it ends in: `Clear Fjords Now`, but not `Norway First`."""
    if span.end >= len(doc) or span.sort not in (NameSort.OPEN, NameSort.BODY, NameSort.PERSON):
        return span
    word = doc[span.end]
    is_call = word.text.istitle() and word.lower_ in mention_cues().calls_of_movements
    is_closed = span.end + 1 >= len(doc) or not is_capitalised(doc[span.end + 1])
    is_set = is_call and is_closed and not word.is_sent_start and not is_given_name(doc[span.start].text)
    return _body(doc, span.start, span.end + 1) if is_set else span


def _body(doc: Doc, start: int, end: int) -> NameSpan:
    text = words_of(doc, start, end)
    return NameSpan(start, end, NameSort.BODY, text, None, ActorKind.ORGANISATION, "ORG")


def whole_names(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """Returns the names found in pieces as wholes, from left to right, none within another."""
    grown = [
        with_fields(doc, with_number(doc, with_front(doc, with_members(doc, with_call(doc, span)))))
        for span in spans
    ]
    outer = [
        span
        for span in grown
        if not any(o is not span and o.start <= span.start and span.end <= o.end for o in grown)
    ]
    return joined_names(doc, sorted(outer, key=lambda span: span.start))


def joined_names(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """Returns the names with a body and its field as one: `Commission` + `on` + `Rural Roads`."""
    out: list[NameSpan] = []
    for span in spans:
        before = out[-1] if out else None
        if before is not None and _is_first_half(doc, before, span):
            text = words_of(doc, before.start, span.end)
            out[-1] = NameSpan(
                before.start, span.end, NameSort.PERSON, text, None, ActorKind.PERSON, "PERSON"
            )
            continue
        if before is not None and _is_hyphened(doc, before, span):
            is_body = span.end - span.start > 1
            sort, kind = (NameSort.BODY, ActorKind.ORGANISATION) if is_body else (NameSort.OPEN, None)
            out[-1] = NameSpan(
                before.start, span.end, sort, words_of(doc, before.start, span.end), None, kind, span.label
            )
            continue
        if before is not None and _is_partner(doc, before, span):
            out[-1] = _body(doc, before.start, span.end)
            continue
        if before is not None and _is_field_of_body(doc, before, span):
            out[-1] = _body(doc, _start_of_fields(doc, before.start), span.end)
            while len(out) > 1 and out[-2].end > out[-1].start:
                del out[-2]
            continue
        if before is not None and _is_front(doc, before, span):
            text = words_of(doc, before.start, span.end)
            out[-1] = NameSpan(before.start, span.end, span.sort, text, span.country, span.kind, span.label)
            continue
        if before is not None and before.sort in (NameSort.BODY, NameSort.OPEN):
            between = [doc[i].lower_ for i in range(before.end, span.start)]
            is_body = doc[before.end - 1].lower_ in noun_sets().organisation
            # `The Rural Union of Jo Lind`: whose party it is
            is_party = doc[before.end - 1].lower_ in mention_cues().party_heads
            is_body = is_body and not (is_party and span.sort is NameSort.PERSON)
            if is_body and between in (["of"], ["on"], ["for"], ["of", "the"], ["on", "the"], ["for", "the"]):
                text = words_of(doc, before.start, span.end)
                out[-1] = NameSpan(
                    before.start, span.end, NameSort.BODY, text, span.country, ActorKind.ORGANISATION, "ORG"
                )
                continue
        out.append(span)
    return out


def _is_front(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether a word is the first of a body's name, of which the recogniser saw the rest: `Flight` + `Deck Guild`."""
    last = doc[span.end - 1]
    is_body = span.sort is NameSort.BODY and last.lower_ in noun_sets().organisation | nouns_of_bodies()
    touches = before.end == span.start and before.end - before.start == 1 and before.sort is NameSort.OPEN
    front = doc[before.start]
    return is_body and touches and front.dep_ == "compound" and span.start <= front.head.i < span.end


def _is_hyphened(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether a hyphen joins the pieces of a place's or body's name: `the Kyzyl-Bel crossing`, `Astra-Lune Foods`."""
    if before.end + 1 != span.start or doc[before.end].text not in HYPHENS or before.end - before.start > 1:
        return False
    is_loose = before.country is None and span.country is None
    last, behind = doc[span.end - 1], doc[span.end] if span.end < len(doc) else None
    if not is_loose or doc[before.end].whitespace_ or doc[before.end - 1].whitespace_:
        return False
    if span.end - span.start == 1:
        return behind is not None and behind.lower_ in mention_cues().geographic_nouns
    bodies = noun_sets().organisation | mention_cues().body_suffixes | mention_cues().firm_suffixes
    is_body = last.lower_ in bodies or last.tag_ == "NNPS"
    return is_body and doc[before.start].head == last


def _is_field_of_body(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether `and` joins two fields of one body, not two bodies: `the Rubber` + `Allied Workers’ Union`."""
    if before.end + 1 != span.start or doc[before.end].lower_ not in ("and", "&"):
        return False
    start = _start_of_fields(doc, before.start)
    if start == 0 or doc[start - 1].lower_ != "the" or before.end - before.start > 1:
        return False
    field, last, nouns = doc[before.start], doc[span.end - 1], noun_sets()
    is_body = last.lower_ in nouns.organisation | mention_cues().body_suffixes and span.end - span.start > 1
    is_own = field.lower_ in nouns.organisation | nouns.public | nouns.media or not is_capitalised(field)
    is_field = before.sort in (NameSort.OPEN, NameSort.BODY, NameSort.PERSON) and not field.text.isupper()
    is_within = field.dep_ in _WITHIN and span.start <= field.head.i < span.end
    return is_body and is_field and not is_own and (is_within or start < before.start)


def _is_partner(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether a comma joins the partners of one firm: `an analyst with Birk` + `Holm and Co.`"""
    is_beside = before.end + 1 == span.start and doc[before.end].text == "," and before.start > 0
    is_one = before.end - before.start == 1 and doc[before.start].text.istitle() and before.country is None
    joined = {doc[i].lower_.rstrip(".") for i in range(span.start + 1, span.end)}
    is_firm = bool(joined & {"and", "&"}) and bool(joined & mention_cues().firm_suffixes)
    return is_beside and is_one and is_firm and doc[before.start - 1].lower_ in ("with", "at", "of", "for")


def _start_of_fields(doc: Doc, start: int) -> int:
    """Returns where a list of fields before `and` starts: `Rail` in `the Rail, Maritime and Transport Union`."""
    while start > 2 and doc[start - 1].text == "," and doc[start - 2].tag_ == "NNP":
        if doc[start - 3].lower_ not in ("the", ",") or doc[start - 2].ent_type_ == "PERSON":
            break
        start -= 2
    return start


def _is_first_half(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether a given name stands right before another piece of the same name: `Debra` + `Marsh Cole`."""
    return (
        before.end == span.start
        and before.end - before.start == 1
        and (is_given_name(doc[before.start].text) or _is_titled(doc, before))
        and span.sort in (NameSort.PERSON, NameSort.OPEN, NameSort.BODY)
        and span.end - span.start <= 2
        and doc[span.start].text.istitle()
        and doc[span.start].lower_ not in noun_sets().organisation
    )


def _is_titled(doc: Doc, span: NameSpan) -> bool:
    """Whether a person's name stands behind a title: `Walt` in `Mayor Walt Dempsey`."""
    return span.sort is NameSort.PERSON and span.start > 0 and is_title(doc[span.start - 1])
