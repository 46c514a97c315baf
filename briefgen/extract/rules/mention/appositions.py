"""Nouns that stand for a name beside them: appositions, offices given with `as`, what somebody is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_title
from briefgen.extract.rules.mention.named import body_noun_before, kind_told
from briefgen.extract.rules.mention.phrases import names_role
from briefgen.extract.rules.mention.roles import role_before
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.mention.what_bodies import what_body
from briefgen.lexicons.actor_words import ends_like_person, noun_sets, nouns_of_bodies
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENS = frozenset(["a", "an", "the", "one", "another", "his", "her"])

_LONGEST_FIELD = 9
"""Words from a name to the comma behind whose or whence it is: `Jo Field of the free church in Lund,`."""


def nominal_before(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the noun whose apposition a name is: `his defence secretary, Jo Field`."""
    start = name.start
    while start > 1 and (is_title(doc[start - 1]) or doc[start - 1].lower_ in noun_sets().titles):
        start -= 1  # `the chair, Dame Jo Field`, `the director, professor Jo Field`
    is_told = start > 3 and doc[start - 1].text.islower() and name.sort is NameSort.PERSON
    told = role_before(doc, start) if is_told else None
    if told is not None and told.end == start and told.start > 1 and doc[told.start - 1].text == ",":
        start = told.start  # `The chairman of the board, Oslo developer Jo Field, said`
    root = doc[name.start : name.end].root
    one = _one_of(root) or (_identified(root) if name.sort is NameSort.PERSON else None)
    if one is not None:
        return one
    if root.dep_ == "appos" and root.head.lower_ == "one" and root.head.i + 4 == name.start:
        return root.head  # `One of them, Clean Gulf, argues`
    if start < 2 or doc[start - 1].text != "," or name.sort not in (NameSort.PERSON, NameSort.OPEN):
        return None
    subject = _subject_named(doc, name)
    if subject is not None:
        return subject
    is_one = root.head.tag_ in ("NN", "NNP") or root.head.lower_ == "one"
    if root.dep_ == "appos" and root.head.i < name.start and is_one and _may_be_named(root.head, name):
        return root.head
    sender = _sent_by(root.head) if root.dep_ == "appos" and name.sort is NameSort.PERSON else None
    if sender is not None and name.end < len(doc) and doc[name.end].text in (",", "."):
        return sender
    introduced = introduced_before(doc, name)
    if introduced is not None:
        return introduced
    before = doc[start - 2]
    if before.tag_ not in ("NN", "NNP") or not names_role(before) or name.end >= len(doc):
        return None
    # `She and the governor, Jo Lind believe`: no verb of one person
    is_of_several = doc[name.end].tag_ == "VBP" and before.dep_ == "conj" and name.end - name.start > 1
    return before if doc[name.end].text in (",", ".") or is_of_several else None


def _one_of(name: Token) -> Token | None:
    """Returns the `one` whose apposition a name is, behind his office: `One of them, the judge Jo Field, said`.

    So whoever is told by two callings: `Its mediator, the former judge Jo Field, believes`.
    """
    office = name.head
    if name.dep_ != "appos" or office.dep_ != "appos" or office.i + name.n_lefts + 1 != name.i:
        return None
    called = office.head
    is_calling = called.tag_ == "NN" and names_role(called) and called.i + 1 == office.left_edge.i - 1
    is_own = is_calling and called.left_edge.lower_ in ("its", "their", "the", "his", "her")
    return called if called.lower_ == "one" or (is_own and office.left_edge.lower_ == "the") else None


def _identified(name: Token) -> Token | None:
    """Returns the noun that a sentence says a name is: `The party to watch is Nordal Vei`."""
    verb = name.head
    if name.dep_ != "attr" or verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBD"):
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    is_plain = not any(c.dep_ in ("neg", "aux") for c in verb.children)
    if subject is None or subject.tag_ != "NN" or subject.left_edge.lower_ != "the" or not is_plain:
        return None
    if subject.lower_ in mention_cues().takes_sides:
        return None  # `The person who needs it is Jo Lind`: that is not what she is
    return subject if names_role(subject) or subject.lower_ in nouns_of_bodies() else None


def _may_be_named(noun: Token, name: NameSpan) -> bool:
    """Whether a noun can stand for a name: one for persons, or what one of several is: `Another waverer, Jo Lind,`."""
    is_member = noun.dep_ == "nsubj" and (
        noun.left_edge.lower_ in ("another", "one") or ends_like_person(noun.lower_)
    )
    return names_role(noun) or (is_member and name.sort is NameSort.PERSON)


def _sent_by(name: Token) -> Token | None:
    """Returns the noun that a name only tells whose he is: `A spokesman for Tom Field, Jo Lind, said`."""
    preposition = name.head
    if (
        name.dep_ != "pobj"
        or name.tag_ not in ("NNP", "NNPS")
        or preposition.lower_ not in ("for", "to", "of")
    ):
        return None
    noun = preposition.head
    return noun if noun.tag_ == "NN" and names_role(noun) else None


def _subject_named(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the subject that a name stands behind: `One pastor backing Ola, Jo Field of a free church, said`.

    So in `A spokesman for the governor, Jo Field, said`: who speaks is named.
    """
    end = name.end
    while end < len(doc) and (end == name.end or doc[end].text != ",") and end < name.end + _LONGEST_FIELD:
        if end == name.end and doc[end].lower_ not in ("of", "from", "at", "with", "in"):
            break
        end += 1
    if name.sort is not NameSort.PERSON or name.end - name.start < 2 or end + 1 >= len(doc):
        return None
    verb = doc[end + 1]
    if doc[end].text != "," or verb.tag_ not in ("VBD", "VBZ") or verb.lemma_ == "be":
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ != "NN" or not names_role(subject) or subject.i > name.start - 4:
        return None
    between = doc[subject.i + 1 : name.start - 1]
    is_behind_name = between[-1].tag_ in ("NNP", "NNPS") or between[-1].lower_ in noun_sets().titles
    is_plain = not any(t.text == "," or t.tag_ in ("WP", "WDT", "CC") for t in between)
    return subject if subject.left_edge.lower_ in _OPENS and is_behind_name and is_plain else None


def body_before(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the noun for a body beside its name: `its rail company, Nordbane,`, `the daily Nordlys`."""
    if name.start < 2:
        return None
    identified = _identified(doc[name.start : name.end].root) if name.sort is not NameSort.PERSON else None
    if identified is not None and identified.lower_ in nouns_of_bodies():
        return identified
    what = what_body(doc, name.start, name.end) if name.sort is NameSort.BODY else None
    if what is not None and what.end < name.start and doc[what.end - 1].tag_ == "NNS":
        return doc[what.end - 1]  # `Her coalition partners, the Rural Democrats,`
    if kind_told(doc, name) is None:
        return None
    return body_noun_before(doc, name) or doc[name.start - 1]


def body_behind(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the noun for a body in the apposition of its name: `Velmora, a Swiss company that …`."""
    if name.sort is not NameSort.BODY:
        return None
    what = what_body(doc, name.start, name.end)
    if what is None or what.start < name.end:
        return None
    bodies, media = noun_sets().organisation, noun_sets().media
    inside = (doc[i] for i in range(what.start, what.end))
    return next((token for token in inside if token.lower_ in bodies or token.lower_ in media), None)


def called(doc: Doc, name: NameSpan) -> Token | None:
    """Returns what somebody is said to be: `state` in `described Kenya as a reliable state`."""
    root = doc[name.start : name.end].root
    if root.dep_ != "dobj":
        return None
    for prep in root.head.children:
        if prep.lower_ == "as" and prep.i >= name.end:
            return next((child for child in prep.children if child.dep_ == "pobj"), None)
    return None


def office_of(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the office that a name is said to hold: `Jo Field, becoming the first Irish president`."""
    root = doc[name.start : name.end].root
    if root.dep_ != "nsubj" or name.sort is not NameSort.PERSON:
        return None
    verbs = [root.head, *(c for c in root.head.children if c.dep_ in ("advcl", "conj") and c.i > root.i)]
    for verb in verbs:
        if verb.lemma_ not in ("be", "become") or any(c.dep_ in ("neg", "mark") for c in verb.children):
            continue
        for child in verb.children:
            if child.dep_ == "attr" and child.tag_ == "NN" and child.lower_ in noun_sets().titles:
                return child
    return None


def named_as(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the office that a name is given with `as`: `Jo Field as the next president`."""
    if name.end >= len(doc) or doc[name.end].lower_ != "as" or name.sort is not NameSort.PERSON:
        return None
    heads = [child for child in doc[name.end].children if child.dep_ == "pobj"]
    return heads[0] if heads and names_role(heads[0]) else None


def end_of_office(doc: Doc, nominal: Token) -> int:
    """Returns the end of an office with its field: `president of the bank` and no clause behind it."""
    end = nominal.i + 1
    if end + 1 < len(doc) and doc[end].lower_ in ("of", "for"):
        field = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
        if field is not None:
            return field.i + 1
    return end


def _is_bare_office(word: Token) -> bool:
    """Whether an office with its field opens a sentence without an article: `President of the Guild, Jo Field,`."""
    behind = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return bool(word.is_sent_start) and is_title(word) and behind in ("of", "for", "at")


def introduced_before(doc: Doc, name: NameSpan) -> Token | None:
    """Returns the noun opening the phrase before a name: `An attorney for the firm, Jo Field,`."""
    if name.end >= len(doc) or doc[name.end].text != "," or name.end - name.start < 2:
        return None
    first = doc[name.start].sent.start
    comma = next((i for i in range(name.start - 2, first - 1, -1) if doc[i].text in (",", ";")), first - 1)
    opening = comma + 1
    if opening >= name.start or (not _is_bare_office(doc[opening]) and doc[opening].lower_ not in _OPENS):
        return None
    for i in range(opening + 1, name.start - 1):
        if doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD", "WP"):
            return None
    if _is_bare_office(doc[opening]):
        return doc[opening]
    for i in range(opening + 1, name.start - 1):
        if doc[i].tag_ in ("IN", "TO"):
            return None
        if names_role(doc[i]) and doc[i].tag_ == "NN" and doc[i + 1].tag_ not in ("NN", "NNS"):
            return doc[i]
    return None
