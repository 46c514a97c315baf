"""The phrase of a name: the body called by it, where its article stands, whether it acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.grammar import grammatical_role
from briefgen.extract.rules.mention.phrases import names_role, phrase_start
from briefgen.extract.rules.mention.places import acts
from briefgen.extract.rules.mention.roles import role_before
from briefgen.extract.rules.mention.segments import RolePlace
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons.actor_words import is_given_name, noun_sets, nouns_of_bodies
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_OFFICE = 3
_MODIFIES = frozenset(["compound", "nmod", "amod", "npadvmod"])


def body_of_name(doc: Doc, name: NameSpan) -> int | None:
    """Returns the noun of a body called by a person's name: `the Rivera administration`."""
    if name.sort not in (NameSort.PERSON, NameSort.OPEN) or name.end >= len(doc):
        return None
    token = doc[name.end]
    if token.lower_ in mention_cues().bodies_of_persons and token.tag_ in ("NN", "NNP"):
        after = doc[name.end + 1] if name.end + 1 < len(doc) else None
        if after is None or after.tag_ not in ("NN", "NNS"):
            return token.i
    return None


def start_of_body(doc: Doc, start: int, head: Token) -> int:
    """Returns where the phrase of a name that is no person's starts: its article and possessor."""
    if head.i >= start and doc[head.i].tag_ == "NN":
        return min(start, phrase_start(doc, head))
    first = at = start
    while at > 0:
        token = doc[at - 1]
        if token.lower_ in ("the", "a", "an"):
            # "the Kenya office": the article is the office's.
            return first if head.dep_ in _MODIFIES else at - 1
        if token.tag_ not in ("JJ", "NNP", "POS") or token.ent_type_ in ("DATE", "TIME"):
            break
        if token.tag_ != "POS" and token.head.i < at - 1 and doc[at].tag_ != "POS":
            break
        at -= 1
        if token.text[0].isupper() and not (token.is_sent_start and token.tag_ == "JJ"):
            first = at
    return first


def role_of_several(doc: Doc, name: NameSpan, names: list[NameSpan]) -> RolePlace | None:
    """Returns the role that the first of several named together shares with all: `aides Jo Lind and Ann Cole`."""
    head = doc[name.start : name.end].root
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    first = next((n for n in names if n.start <= head.i < n.end or n.start == head.i + 1), None)
    if first is None or first.kind is not ActorKind.PERSON:
        return None
    if first.start == name.start:
        goes_on = name.end < len(doc) and doc[name.end].lower_ in ("and", ",")
        return _told_together(doc, name.start) if goes_on else None
    if first.end >= name.start:
        return None
    shared = role_before(doc, first.start) or _told_together(doc, first.start)
    if shared is None or doc[shared.end - 1].tag_ not in ("NNS", "NNPS"):
        return None
    inside = {i for n in names if n.kind is ActorKind.PERSON for i in range(n.start, n.end)}
    between = (i for i in range(first.end, name.start) if i not in inside)
    return shared if all(doc[i].lower_ in (",", "and", "&") for i in between) else None


def _told_together(doc: Doc, start: int) -> RolePlace | None:
    """Returns the offices that several are told by before a comma: `Their foreign ministers, Jo Lind and Ann Cole,`."""
    if start < 2 or doc[start - 1].text != "," or doc[start - 2].tag_ != "NNS":
        return None
    noun = doc[start - 2]
    one = next((c for c in noun.rights if c.dep_ == "appos" and c.left_edge.i == start), None)
    # `Beside the candidates, Jo Lind and Ann Cole are old`: no apposition, for no comma ends it
    if (
        one is None
        or one.right_edge.i + 1 >= len(doc)
        or doc[one.right_edge.i + 1].text not in (",", "—", "–")
    ):
        return None
    inside = range(noun.left_edge.i, noun.i + 1)
    first = next((i for i in inside if doc[i].tag_ not in ("DT", "PRP$", "CD", "PDT")), noun.i)
    return RolePlace(first, start - 1) if names_role(noun) and noun.i - first <= _LONGEST_OFFICE else None


def body_owning(doc: Doc, first: int) -> tuple[int, int] | None:
    """Returns the tokens of the body whose somebody is told to be: `the union’s Jo Lind`, but not `Kenya’s`."""
    if first < 2 or doc[first - 1].tag_ != "POS" or not is_given_name(doc[first].text):
        return None
    owner = doc[first - 2]
    start = owner.left_edge.i + int(owner.left_edge.tag_ == "DT")
    is_noun = owner.tag_ == "NN" and owner.lower_ in noun_sets().organisation
    is_name = owner.tag_ in ("NNP", "NNPS") and owner.ent_type_ == "ORG"
    return (start, first - 1) if (is_noun or is_name) and start < first - 1 else None


def body_from(doc: Doc, name: NameSpan, names: list[NameSpan]) -> tuple[int, int] | None:
    """Returns the tokens of the body that somebody is told to be from: `Jo Lind, from the Harbour Guild, said`."""
    at = name.end + int(name.end < len(doc) and doc[name.end].text == ",")
    if at + 2 >= len(doc) or doc[at].lower_ != "from":
        return None
    start = at + (2 if doc[at + 1].lower_ == "the" else 1)
    body = next((n for n in names if n.start == start and n.sort is NameSort.BODY), None)
    is_closed = body is not None and (at == name.end or (body.end < len(doc) and doc[body.end].text == ","))
    return (body.start, body.end) if body is not None and is_closed else None


def of_named_body(doc: Doc, name: NameSpan, names: list[NameSpan]) -> RolePlace | None:
    """Returns the body right behind a name that tells who somebody is: `Jo Lind of Pupils First`.

    So does the one where he speaks as a subject: `Jo Lind at Nordane Securities estimates that`.
    """
    if name.end + 1 >= len(doc) or doc[name.end].lower_ not in ("of", "at"):
        return None
    is_subject = doc[name.start : name.end].root.dep_ == "nsubj"
    if doc[name.end].lower_ == "at" and not (is_subject and doc[name.end].head.dep_ == "nsubj"):
        return None
    start = name.end + (2 if doc[name.end + 1].lower_ == "the" else 1)
    body = next((n for n in names if n.start == start and n.sort is NameSort.BODY), None)
    is_named = body is not None and body.end - body.start > 1
    return RolePlace(name.end, body.end) if body is not None and is_named else None


def name_acts(doc: Doc, name: NameSpan, head: Token) -> bool:
    """Whether a name stands for somebody who acts here, not for a place or as a modifier."""
    if name.sort in (NameSort.STATE, NameSort.CAPITAL, NameSort.PLACE, NameSort.SEAT):
        return acts(doc, name, head)
    return grammatical_role(head) is not GrammaticalRole.MODIFIER


def body_noun_before(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the noun for a body that a name set off by commas stands behind: `The towage company, Nordbane, said`."""
    comma = name.start - (2 if name.start and doc[name.start - 1].lower_ == "the" else 1)
    if comma < 1 or doc[comma].text != "," or name.end >= len(doc):
        return None
    noun, nouns = doc[comma - 1], noun_sets()
    if doc[name.end].text not in (",", ".") or noun.tag_ != "NN":
        return None
    is_apposed = doc[name.start : name.end].root.dep_ == "appos"
    if is_apposed and name.sort is NameSort.BODY and doc[name.end - 1].lower_ in nouns.organisation:
        return noun if names_role(noun) or noun.lower_ in nouns_of_bodies() else None
    if noun.lower_ not in nouns_of_bodies():
        return None
    may_be_person = noun.lower_ in nouns.either | nouns.person | nouns.titles
    if not is_apposed or (may_be_person and name.kind is ActorKind.PERSON):
        return None
    is_given = name.kind is ActorKind.PERSON and is_given_name(doc[name.start].text)
    return None if is_given or (may_be_person and noun.lower_ not in nouns.either) else noun


def kind_told(doc: Doc, name: NameSpan) -> ActorKind | None:
    """Returns what a noun beside a name tells it to be: `the daily Nordlys`, `its firm, Nordbane,`."""
    if name.sort in (NameSort.STATE, NameSort.CAPITAL) or name.start == 0:
        return None
    if doc[name.start - 1].lower_ == "agency" and name.start > 1 and doc[name.start - 2].lower_ == "news":
        return ActorKind.MEDIA
    noun = body_noun_before(doc, name)
    if noun is not None:
        return ActorKind.MEDIA if noun.lower_ in noun_sets().media else ActorKind.ORGANISATION
    before = doc[name.start - 1]
    if name.end - name.start > 1 and name.kind is ActorKind.PERSON:
        if (
            before.text.islower()
            and before.lower_ in noun_sets().media
            and not is_given_name(doc[name.start].text)
        ):
            return ActorKind.MEDIA  # `the daily al-Watan`
        is_party = before.lower_ in mention_cues().sides_of_parties and before.tag_ == "NN"
        return ActorKind.ORGANISATION if is_party and not is_given_name(doc[name.start].text) else None
    is_noun = before.tag_ in ("NN", "JJ") or (before.tag_ == "NNP" and before.text.islower())
    if not is_noun:
        return None
    if names_role(before):
        is_firm = before.lower_ in noun_sets().either and name.sort is NameSort.BODY
        return ActorKind.ORGANISATION if is_firm and not is_given_name(doc[name.start].text) else None
    if before.lower_ in noun_sets().media:
        return ActorKind.MEDIA
    return ActorKind.ORGANISATION if before.lower_ in noun_sets().organisation else None
