"""What looks like a name and is none: titles of works, offices, fields of offices, nouns set large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_capitalised, is_title
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons.actor_words import is_given_name, noun_sets
from briefgen.lexicons.countries import demonyms, fold_name
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LOOSE = frozenset([NameSort.PERSON, NameSort.OPEN, NameSort.BODY])
_MAY_BE_WORK = _LOOSE | {NameSort.PLACE}


def is_refused(doc: Doc, span: NameSpan) -> bool:
    """Whether a span that was found as a name names nobody: an account, a work, an office, a party sign."""
    return (
        span.text in mention_cues().never_actors
        or _is_field_of_land(doc, span)
        or span.text.startswith("@")
        or _is_behind_prefix(doc, span)
        or doc[span.start : span.end].text in mention_cues().letters_behind_names
        or _is_title_of_work(doc, span)
        or _is_party_sign(doc, span)
        or _is_office(doc, span)
        or _is_field_of_office(doc, span)
    )


def _is_behind_prefix(doc: Doc, span: NameSpan) -> bool:
    """Whether a name only tells before or after what something is: `his pre-Budget report`."""
    start = span.start
    if start < 2 or doc[start - 1].text not in ("-", "‑") or doc[start - 2].whitespace_:
        return False
    return doc[start - 2].lower_ in ("pre", "post", "mid")


def _is_field_of_land(doc: Doc, span: NameSpan) -> bool:
    """Whether a land's adjective stands before what no actor is: `Norwegian IT`."""
    is_two = span.end - span.start == 2 and fold_name(doc[span.start].text) in demonyms()
    return is_two and doc[span.end - 1].text in mention_cues().never_actors


def _is_title_of_work(doc: Doc, span: NameSpan) -> bool:
    """Whether a name only names a text, a prize or a hotel: `The Dana Poole Show`, `the Paris Agreement`."""
    of = next((i for i in range(span.start + 1, span.end - 1) if doc[i].lower_ == "of"), span.end)
    last = doc[of - 1]  # `the Joint Statement of 2011`
    if of - span.start > 1 and last.lower_ in mention_cues().thing_heads and span.sort in _MAY_BE_WORK:
        return last.lower_ == "show" or not is_given_name(doc[span.start].text)
    if span.sort not in (NameSort.PERSON, NameSort.OPEN) or span.end >= len(doc):
        return False
    after = doc[span.end]
    return after.lower_ in mention_cues().title_heads and (after.text[0].isupper() or after.like_num)


def _is_office(doc: Doc, span: NameSpan) -> bool:
    """Whether a capitalised run is an office, no name: `the Power Minister`, `Chief Medical` before `Officer`."""
    last = doc[span.end - 1]
    before = doc[span.start - 1].lower_ if span.start else ""
    is_one = span.end - span.start == 1 and last.lower_ not in noun_sets().honorifics
    is_office = is_title(last) or last.text == "Member"  # `The Member for Bergen`
    if is_one and is_office and before == "the" and not last.text.isupper():
        # `the Taoiseach, Jo Lind,`, `a letter to the Taoiseach`; no `Justice Department`
        return span.end >= len(doc) or not is_capitalised(doc[span.end])
    if span.text == "Head" and span.end + 1 < len(doc) and is_field(doc, span.end + 1, span.end + 2):
        return True
    if is_title(doc[span.start - 1 if span.start else 0]) and span.end < len(doc) and is_title(doc[span.end]):
        return not span.text.isupper() and span.sort is not NameSort.BODY
    is_long = span.end - span.start > 1 and span.sort in (NameSort.OPEN, NameSort.PERSON, NameSort.BODY)
    if span.end - span.start > 2 and doc[span.end - 2].lower_ in ("of", "for"):
        # `the Court of Justice`
        is_long &= doc[span.end - 3].lower_ not in noun_sets().organisation
    # `Kuwait’s Oil Minister`, `the Norwegian Oil Minister`
    is_owned = (
        span.start > 1 and doc[span.start - 1].tag_ == "POS" and not is_given_name(doc[span.start].text)
    )
    is_owned |= fold_name(doc[span.start - 1].text) in demonyms() if span.start else False
    return (
        is_long
        and is_title(last)
        and (is_owned or before in ("the", "its", "their", "our"))
        and last.lower_ not in noun_sets().honorifics
    )


def _is_field_of_office(doc: Doc, span: NameSpan) -> bool:
    """Whether a capitalised run only tells the field of a minister or department: `Shadow Foreign Affairs Minister`.

    Behind `for` it may be an outlet's name as well: `the Minister for Foreign Affairs`.
    """
    if span.sort not in _LOOSE or span.text.isupper():
        return False
    words = mention_cues().offices_with_fields
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.text in words and not _goes_on(doc, span.end):
        is_body = doc[span.end - 1].lower_ in noun_sets().organisation
        return not is_body and not is_given_name(doc[span.start].text)
    if span.start < 2 or doc[span.start - 1].lower_ not in ("for", "of"):
        return False
    return doc[span.start - 2].text.title() in words and not is_given_name(doc[span.start].text)


def _goes_on(doc: Doc, office: int) -> bool:
    """Whether a hyphen or a bracket makes another office of a word: `Secretary-General`."""
    return office + 1 < len(doc) and doc[office + 1].text in ("-", "‑", "(")


def _is_party_sign(doc: Doc, span: NameSpan) -> bool:
    """Whether a name in brackets only tells party and home: `Jo Lind (D-N.Y.)`."""
    opening = span.start - 1
    while opening > max(0, span.start - 4) and doc[opening].text != "(":
        opening -= 1
    if opening < 0 or opening + 2 >= len(doc) or doc[opening].text != "(":
        return False
    return doc[opening + 1].text in ("D", "R", "I") and doc[opening + 2].text in ("-", "‑", "–", ")")


def is_common(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a plain noun set large: `Councillors` at the start of a sentence."""
    word = doc[start].lower_
    nouns = noun_sets()
    return (
        end - start == 1
        and doc[start].is_sent_start is True
        and (
            word in nouns.group
            or word in nouns.person
            or word.removesuffix("s") in nouns.person
            or (doc[start].tag_ == "NNS" and not doc[start].text.isupper())
        )
    )


def is_field(doc: Doc, start: int, end: int) -> bool:
    """Whether a word is the field of an office: `State` in `Secretary of State`."""
    if end - start != 1 or start < 2 or doc[start - 1].lower_ not in ("of", "for"):
        return False
    office = doc[start - 2].lower_
    is_of_state = doc[start].text in ("State", "Government") and office in ("secretary", "head")
    return is_title(doc[start - 2]) or is_of_state
