"""Roles that a sentence gives its subject: what somebody is said to be, to come in as, to stay on or resign as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.appositions import end_of_office
from briefgen.extract.rules.mention.phrases import names_role
from briefgen.extract.rules.mention.segments import ENDS, VERBS, RolePlace, role_head, segment_end
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_DOWN = ("xcomp", "pcomp", "advcl", "conj")
"""Clauses without a subject of their own, whose subject is that of the verb above."""
_DEEPEST = 4
_COMPARED = ("JJR", "JJS", "RBR", "RBS")


def role_predicated(doc: Doc, subject: Token, start: int) -> RolePlace | None:
    """Returns the role that the sentence of a subject gives it; `start` is the first token of its phrase.

    `Jo Lind is a night clerk`; `A jurist in exile, she doubts it`; `Jo Lind will stay on as chair of the club`. What a
    pronoun takes or leaves gives none: too often it means another.
    """
    is_name = subject.tag_ in ("NNP", "NNPS")
    if subject.dep_ in _SUBJECTS:
        role = _said_to_be(doc, subject) or _fronted(doc, subject, start)
        if role is not None:
            return role
    return _taken(doc, subject) if is_name else None


def _said_to_be(doc: Doc, subject: Token) -> RolePlace | None:
    """Returns what somebody is by the author's own sentence: `She is a night clerk.`."""
    verb = subject.head
    is_plain = verb.lemma_ == "be" and verb.tag_ == "VBZ" and verb.dep_ == "ROOT"
    if not is_plain or any(c.dep_ in ("neg", "aux", "mark") for c in verb.children):
        return None
    noun = next((c for c in verb.rights if c.dep_ == "attr" and c.tag_ == "NN"), None)
    if noun is None or noun.left_edge.lower_ not in ("a", "an") or not names_role(noun):
        return None
    first = noun.left_edge.i + 1
    stop = segment_end(doc, first, ",")
    if any(t.tag_ in _COMPARED for t in doc[first:stop]) or noun.lower_ in mention_cues().takes_sides:
        return None
    return RolePlace(first, stop) if role_head(doc, first, stop) is not None else None


def _fronted(doc: Doc, subject: Token, start: int) -> RolePlace | None:
    """Returns the apposition that opens the sentence of a subject: `A former mayor of Lund, Jo Lind doubts it`."""
    comma = start - 1
    if comma < 2 or doc[comma].text != ",":
        return None
    first = subject.sent.start
    if comma - first < 2 or doc[first].lower_ not in ("a", "an"):
        return None
    inside = doc[first + 1 : comma]
    if any(t.tag_ in VERBS or t.tag_ in ("WP", "WDT", "WRB", "PRP") or t.text in ENDS for t in inside):
        return None
    verb = subject.head
    # `A dealer in Lund, she said, was wrong`
    is_aside = verb.tag_ not in VERBS or (verb.i + 1 < len(doc) and doc[verb.i + 1].text == ",")
    head = role_head(doc, first + 1, comma)
    if is_aside or head is None or head.tag_ not in ("NN", "NNP"):
        return None
    return RolePlace(first + 1, comma)


def _taken(doc: Doc, subject: Token) -> RolePlace | None:
    """Returns the office that somebody takes, keeps or leaves: `Jo Lind was elected leader of the Union`."""
    cues = mention_cues()
    for verb in _verbs_of(subject):
        office = _given(verb)
        if office is None and (verb.lemma_ in cues.leaves_office or _is_kept(verb)):
            office = _as_office(verb)
        if office is not None:
            first = next(
                i for i in range(office.left_edge.i, office.i + 1) if doc[i].tag_ not in ("DT", "PRP$")
            )
            return RolePlace(first, end_of_office(doc, office))
    return None


def _is_kept(verb: Token) -> bool:
    """Whether an office is still held: `has served as chair`, `will stay on as chair`, and not `served`."""
    cues = mention_cues()
    is_so = verb.tag_ == "VBZ" or any(c.lemma_ == "have" for c in verb.children if c.dep_ == "aux")
    return verb.lemma_ in cues.keeps_office or (verb.lemma_ in cues.serves_in_office and is_so)


def _verbs_of(subject: Token) -> Iterator[Token]:
    """Yields the verbs whose subject somebody is, from the top: `has no intention of resigning`."""
    yield from (c for c in subject.children if c.dep_ == "acl" and c.tag_ == "VBN")
    if subject.dep_ in ("dobj", "pobj"):
        # `called on Jo Lind to step down as governor`
        verb = subject.head.head if subject.dep_ == "pobj" else subject.head
        controlled = (c for c in verb.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > subject.i)
        yield from (c for c in controlled if not _is_apart(c))
    level = [subject.head] if subject.dep_ in _SUBJECTS else []
    for _ in range(_DEEPEST):
        below: list[Token] = []
        for verb in level:
            if (
                any(c.dep_ == "neg" for c in verb.children)
                and verb.lemma_ not in mention_cues().leaves_office
            ):
                continue
            yield verb
            for child in verb.children:
                if child.i > subject.i and child.dep_ in _DOWN and not _is_apart(child):
                    below.append(child)
                elif child.i > subject.i and child.dep_ in ("dobj", "prep", "acomp", "attr"):
                    below += [c for c in _clauses_under(child) if not _is_apart(c)]
        level = below


def _clauses_under(word: Token) -> Iterator[Token]:
    """Yields the clauses that a noun or an adjective takes: `intention of resigning`, `plans to stay`."""
    for child in word.children:
        if child.dep_ in ("acl", "pcomp", "xcomp") and child.i > word.i:
            yield child
        elif child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pcomp")


def _is_apart(verb: Token) -> bool:
    """Whether a clause has a subject of its own, or tells what is not so yet: `if elected president`."""
    return any(child.dep_ in (*_SUBJECTS, "mark") for child in verb.children)


def _given(verb: Token) -> Token | None:
    """Returns the office that somebody has been given: `was elected leader`, `sworn in as president`."""
    is_given = verb.tag_ == "VBN" and verb.lemma_ in mention_cues().gives_office
    is_done = not any(child.tag_ == "MD" or child.lower_ in ("to", "being") for child in verb.children)
    if not is_given or not is_done:
        return None
    direct = next((c for c in verb.rights if c.dep_ in ("oprd", "attr") and _is_office(c)), None)
    return direct or _as_office(verb)


def _as_office(verb: Token) -> Token | None:
    for prep in verb.rights:
        held = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep.lower_ == "as" else None
        if held is not None and _is_office(held):
            return held
    return None


def _is_office(noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNP") and noun.lower_ in noun_sets().titles
