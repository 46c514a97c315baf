"""Roles: what a text says somebody is, before the name, behind it, or in a relative clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_capitalised
from briefgen.extract.rules.mention.phrases import names_role, premodifier_start, without_determiner
from briefgen.extract.rules.mention.segments import (
    RolePlace,
    calling,
    role_head,
    segment_end,
)
from briefgen.extract.rules.mention.what_bodies import tells_body
from briefgen.lexicons.actor_words import noun_sets, nouns_of_bodies
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_ROLE_START = frozenset(["VB", "VBG", "VBD", "VBZ", "VBP", "IN", "PRP", "CC", "TO", "MD", "WRB"])
_SHORT = 4
"""Letters of a party or its place in brackets: `Ind`, `R`."""
_FAR = 14
"""Tokens from `whose` to a second clause that tells more."""
_OF_BODY = frozenset(["JJ", "NN", "HYPH", "VBN", "NNP", "NNPS"])
"""Tags of the words for a body behind `the`: `the London-based broker Nordane`."""


def role_before(doc: Doc, start: int) -> RolePlace | None:
    """Returns the role before a name that starts at `start`: `Ukrainian President`."""
    first = without_determiner(doc, premodifier_start(doc, start), start)
    last = start
    while last > first and (doc[last - 1].is_punct or doc[last - 1].text in ("'s", "’s")):
        last -= 1
    if first >= last:
        return None
    first, last = _one_office(doc, first, last)
    if doc[first].lower_ == "then" and doc[first + 1].lower_ == "fellow":
        return None  # what two were once together tells not what he is
    honorifics, whole = noun_sets().honorifics, last
    while last > first and doc[last - 1].lower_.rstrip(".") in honorifics:
        last -= 1  # `obstetrician Dr Jo Lind`
    if first < last < whole and doc[last - 1].text.istitle() and not names_role(doc[last - 1]):
        return None  # `his book Letters Mr Lind said`
    return RolePlace(first, last) if first < last else None


def _one_office(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Returns a role without the title that stands between it and the name, or the title alone.

    `former candidate` of `former candidate Sen. Jo Lind`; `Sen.` of `rival Sen. Jo Lind`.
    """
    title, before = last - 1, doc[last - 2] if last - first > 1 else None
    if before is None or doc[title].lower_.rstrip(".") not in noun_sets().offices:
        return first, last
    is_noun = names_role(before) and before.tag_ in ("NN", "NNP") and before.ent_type_ != "NORP"
    is_second = is_noun and (before.text.islower() or doc[title].text.endswith("."))
    if (
        not is_second
        or not doc[title].text[0].isupper()
        or before.lower_ in mention_cues().ranks_before_titles
    ):
        return first, last
    return (first, title) if title - first > 1 else (title, last)


def role_behind(doc: Doc, end: int) -> RolePlace | None:
    """Returns the role in an apposition behind a name that ends at `end`: `, a professor of law at Leeds`."""
    if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 1].like_num and doc[end + 2].text == ")":
        end += 3  # `Jo Lind (71), a nurse`
    if end < len(doc) and doc[end].text in mention_cues().letters_behind_names:
        end += 1
    end = _behind_party(doc, end)
    at = end
    in_court = _in_court(doc, end)
    if in_court is not None:
        return in_court
    if at + 1 >= len(doc) or doc[at].text not in (",", "—", "–", "("):
        return _relative_role(doc, end) or _of_body(doc, end)
    closer = {"(": ")"}.get(doc[at].text, ",")
    at += 1
    if doc[at].like_num and at + 1 < len(doc) and doc[at + 1].text == ",":
        at += 2
    if at + 3 < len(doc) and doc[at].lower_ == "until" and doc[at + 1].like_num and doc[at + 2].tag_ == "DT":
        stop = segment_end(doc, at + 3, closer)  # `until 2021 an inspector with the board`
        return RolePlace(at, stop) if role_head(doc, at + 3, stop) is not None else None
    if at < len(doc) and doc[at].tag_ == "WP$":
        # `Jo Lind, whose Liberal Union lost`; but `Jo Lind, whose son is ill and who leads a group`
        limit = min(doc[at].sent.end, at + _FAR)
        joined = next(
            (i for i in range(at + 2, limit) if doc[i].lower_ == "who" and doc[i - 1].lower_ == "and"), None
        )
        return _relative_role(doc, joined) if joined is not None else None
    if at < len(doc) and doc[at].tag_ in ("WP", "WDT"):
        return _relative_role(doc, at - 1)
    stop = segment_end(doc, at, closer)
    if at + 1 < stop and doc[at].lower_ in ("then", "now") and doc[at + 1].tag_ == "DT":
        at += 1
    first = without_determiner(doc, at, stop)
    if first >= stop or (doc[first].tag_ in _NO_ROLE_START and not _opens_office(doc[first])):
        return None
    head = role_head(doc, first, stop)
    if head is None or head.tag_ in ("NNS", "NNPS") or _acts_itself(head, stop):
        return None
    is_name = first == at and doc[first].tag_ in ("NNP", "NNPS") and not _opens_title(doc, first, stop)
    if is_name and not any(doc[i].tag_ == "POS" for i in range(first, head.i)):
        return None
    if _names_somebody(doc, first, stop):
        return None
    return RolePlace(first, stop)


def _behind_party(doc: Doc, end: int) -> int:
    """Returns where the words behind a party in brackets start: `Jo Lind (FG), who`, `Jo Lind (D-Ohio), who`."""
    if end + 2 >= len(doc) or doc[end].text != "(":
        return end
    close = next((i for i in range(end + 1, min(end + 5, len(doc))) if doc[i].text == ")"), None)
    is_short = (
        close is not None
        and close > end + 1
        and doc[end + 1].text[0].isupper()
        and len(doc[end + 1]) <= _SHORT
    )
    return close + 1 if close is not None and is_short and not doc[end + 1].like_num else end


def _in_court(doc: Doc, end: int) -> RolePlace | None:
    """Returns what somebody does in court: `Jo Lind, for the defence, said`, `Jo Lind, prosecuting, said`."""
    if end + 2 >= len(doc) or doc[end].text != ",":
        return None
    cues, start = mention_cues(), end + 1
    stop = next((i for i in range(start, min(start + 4, len(doc))) if doc[i].text == ","), None)
    if stop is None:
        return None
    words = [doc[i].lower_ for i in range(start, stop)]
    is_act = len(words) == 1 and words[0] in cues.acts_in_court
    is_counsel = doc[end - 1].text in ("KC", "QC", "SC")  # `Jo Lind KC, for the operator, said`
    is_for = words[:2] == ["for", "the"] and (is_counsel or words[-1] in cues.sides_in_court)
    return RolePlace(start, stop) if is_act or (is_for and len(words) > 2) else None


def _opens_office(word: Token) -> bool:
    """Whether a participle is part of an office: `a managing director`."""
    return word.lower_ in mention_cues().gerunds_of_offices


def _acts_itself(head: Token, stop: int) -> bool:
    """Whether a noun is no apposition but the next subject: `As Field praised Cole, his son said`."""
    return head.dep_ in ("nsubj", "nsubjpass") and head.head.i >= stop and head.doc[stop].text != ","


def _names_somebody(doc: Doc, first: int, stop: int) -> bool:
    """Whether a segment is a title with its own name, the next of a list: `, treasurer Jo Orr and …`."""
    for i in range(first + 1, stop):
        token, before = doc[i], doc[i - 1]
        if token.ent_type_ != "PERSON" or token.tag_ not in ("NNP", "NNPS") or before.ent_type_ == "PERSON":
            continue
        end = next((k for k in range(i, stop) if doc[k].ent_type_ != "PERSON"), stop)
        is_owner = doc[end - 1].tag_ == "POS" or (end < stop and doc[end].tag_ == "POS")  # `Mr Cole's lawyer`
        is_title = names_role(before) and before.tag_ in ("NN", "NNP") and not _is_of(doc, first, i - 1)
        if (is_title or _ends_office(doc, first, i)) and not is_owner:
            return True
    return False


def _ends_office(doc: Doc, first: int, name: int) -> bool:
    """Whether an office set large with its field stands right before a name: `Secretary of State Jo Orr`."""
    at = name - 1
    while at > first and is_capitalised(doc[at]):
        at -= 1
    is_led = first < at < name - 1 and doc[at].lower_ in ("of", "for")
    return is_led and names_role(doc[at - 1]) and is_capitalised(doc[at - 1])


def _is_of(doc: Doc, first: int, i: int) -> bool:
    """Whether a preposition stands before a title in its phrase: `adviser to former President Cole`."""
    return any(doc[k].tag_ in ("IN", "TO") for k in range(max(first, i - 4), i))


def _opens_title(doc: Doc, first: int, stop: int) -> bool:
    """Whether a capitalised start is an office, no second name, no title of one (`, President Cole`)."""
    head = role_head(doc, first, stop)
    if head is None:
        return False
    after = doc[head.i + 1] if head.i + 1 < stop else None
    return after is None or after.tag_ not in ("NNP", "NNPS")


def _of_body(doc: Doc, end: int) -> RolePlace | None:
    """Returns the body that a name is told by: `Jo Lind of the broker Nordane said`; a place is none."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return None
    first = stop = end + (2 if doc[end + 1].lower_ == "the" else 1)
    opens_with_kind = first < len(doc) and (first > end + 1 or doc[first].lower_ in nouns_of_bodies())
    tags = _OF_BODY if opens_with_kind else ("NNP", "NNPS")
    while stop < len(doc) and (
        doc[stop].tag_ in tags or (doc[stop].lower_ in ("of", "for", "&") and stop > first)
    ):
        stop += 1
    while stop > first and (doc[stop - 1].tag_ not in ("NNP", "NNPS") or doc[stop - 1].ent_type_ == "DATE"):
        stop -= 1
    place = range(first, stop)
    is_told = any(doc[i].tag_ == "NN" and doc[i].lower_ in nouns_of_bodies() for i in place)
    if is_told:
        return RolePlace(end, stop)
    is_named = len(place) > 1 and not _is_place(doc, place)
    is_set = first > end + 1 or any(doc[i].ent_type_ == "ORG" for i in place) or tells_body(doc, stop)
    return RolePlace(end, stop) if is_named and is_set else None


def _is_place(doc: Doc, place: range) -> bool:
    """Whether words set large behind `of the` are a land or a part of one: `Blue Mountains`, `West Bank`."""
    last, cues = doc[place[-1]], mention_cues()
    is_land = last.ent_type_ in ("GPE", "LOC", "NORP")
    where = cues.place_heads | cues.geographic_nouns | cues.place_nouns
    return is_land or last.lower_ in where or last.lower_.removesuffix("s") in where


def _taken_office(doc: Doc, start: int) -> RolePlace | None:
    """Returns the office behind `who replaced him as` or `who took over as`, without the day."""
    first = next((i + 1 for i in range(start, min(start + 4, len(doc) - 1)) if doc[i].lower_ == "as"), None)
    if first is None:
        return None
    stop = segment_end(doc, first, ",")
    stop = next((i for i in range(first, stop) if doc[i].ent_type_ == "DATE"), stop)
    while stop > first and doc[stop - 1].tag_ in ("IN", "DT", "JJ"):
        stop -= 1
    first = without_determiner(doc, first, stop)
    is_office = first < stop and role_head(doc, first, stop) is not None
    return RolePlace(first, stop) if is_office else None


def _relative_role(doc: Doc, comma: int) -> RolePlace | None:
    """Returns the role in `, who is the mayor of Leeds,`."""
    at = comma + (1 if comma < len(doc) and doc[comma].text == "," else 0)
    if at + 2 >= len(doc) or doc[at].lower_ != "who":
        return None
    for_years = doc[at + 1].lower_ == "spent" and "years" in (t.lower_ for t in doc[at + 2 : at + 5])
    cues, verb = mention_cues(), doc[at + 1]
    is_calling = verb.lemma_.lower() in cues.callings and verb.tag_ in ("VBZ", "VBD", "NNS")
    # `who speaks for the opposition on health`
    is_voice = verb.lower_ == "speaks" and doc[at + 2].lower_ == "for"
    if is_calling or is_voice or for_years:
        return calling(doc, at + 1)
    if verb.lemma_.lower() in cues.takes_office:
        return _taken_office(doc, at + 2)
    if doc[at + 1].lower_ not in ("is", "was", "serves", "served"):
        return None
    if doc[at + 1].lemma_ == "serve" and doc[at + 2].lower_ in ("at", "in", "on"):
        return calling(doc, at + 1)  # `who served at the embassy in Quito`, `who served on the panel`
    start = at + 2
    while start < len(doc) and (doc[start].tag_ == "RB" or doc[start].lower_ == "as"):
        start += 1
    if start < len(doc) and doc[start].tag_ == "VBG" and doc[start].lemma_.lower() in cues.callings:
        return calling(doc, start)  # `who is leading the inquiry`
    if start >= len(doc):
        return None
    stop = segment_end(doc, start, ",")
    first = without_determiner(doc, start, stop)
    if first >= stop or doc[first].tag_ in _NO_ROLE_START or role_head(doc, first, stop) is None:
        return None
    return RolePlace(first, stop)
