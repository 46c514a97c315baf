"""The clauses a phrase stands in, by their subjects: whom a pronoun may mean or must not mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.grammar import is_object_of_verb_above
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_DEEPEST = 12
_MEANING_TO = frozenset({"will", "would", "'ll", "’ll", "'d", "’d"})


def subjects_over(token: Token) -> list[Token]:
    """Returns the subjects of the clauses over a token, the nearest first.

    That of a relative clause is the noun it belongs to, that of an infinitive the object before it:
    `Cole` and `Field` for `his` in `Field thanked Cole, who sold his mill`. Whoever owns the noun that a
    clause belongs to counts too, `Cole` in `Cole's speech, in which he spoke of the mill` or `a speech by Cole,
    in which`, and whoever is joined to what is his: `Cole and his family`.
    """
    found: list[Token] = []
    owned = token.head
    if token.dep_ == "poss" and owned.dep_ == "conj" and owned.head.i < token.i:
        found.append(owned.head)
    below, at = token, token
    for _ in range(_DEEPEST):
        if at.head == at:
            break
        below, at = at, at.head
        for subject in _subjects_of(at):
            if subject.i != below.i and subject not in found and not _is_told(token, below):
                found.append(subject)
        if at.dep_ in ("relcl", "acl"):
            found.extend(child for child in at.head.children if child.dep_ == "poss" and child not in found)
        if at.dep_ == "relcl" and at.left_edge.lower_ == "in" and at.left_edge.nbor(1).lower_ == "which":
            found.extend(author for author in _authors(at.head) if author not in found)
        if below.dep_ == "xcomp" and at.lemma_ not in mention_cues().promising:
            controller = _object_before(at, below.i)
            if controller is not None and controller not in found:
                found.append(controller)
    return found


def _authors(noun: Token) -> list[Token]:
    """Returns whose words a noun is by a phrase behind it: `an address by Cole, in which he`, `a letter from Cole`."""
    own = [noun] if noun.dep_ == "pobj" and noun.pos_ == "PROPN" else []
    heads = own or [c for by in noun.rights if by.dep_ in ("prep", "agent") for c in by.rights]
    return [c for c in heads if c.dep_ == "pobj" and c.head.lower_ in ("by", "from")]


def own_subject(token: Token) -> Token | None:
    """Returns the subject of the verb that an object or a prepositional object depends on itself.

    Grammar sets the two apart: `Cole met him`, `Cole went after him`; but not `the claims against him`. So does
    sense who speaks and an `it` that tells when: `The office said the hall cost millions after it closed`.
    """
    if is_object_of_verb_above(token):
        return next(iter(_subjects_of(token.head.head)), None)
    if token.dep_ == "nsubj" and token.lower_ == "it":
        return _teller_over(token)
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in ("dobj", "dative", "pobj") or verb.pos_ not in ("VERB", "AUX"):
        return None
    subjects = _subjects_of(verb)
    while not subjects and verb.dep_ in ("xcomp", "conj", "advcl") and verb.head != verb:
        if verb.dep_ == "xcomp" and _object_before(verb.head, verb.i) is not None:
            return _object_before(verb.head, verb.i)
        verb = verb.head
        subjects = _subjects_of(verb)
    return subjects[0] if subjects else None


def many_before(token: Token) -> Token | None:
    """Returns the nearest plural noun that `they`, `them` or `their` may mean, people or not.

    For an object all of its sentence before it; else the subject of the clause over it. Whoever is asked to
    do something is no thing: `requiring them to pay`.
    """
    if token.lower_ not in ("they", "them", "their"):
        return None
    if token.lower_ == "them":
        is_doer = token.dep_ == "nsubj" or any(c.dep_ in ("xcomp", "ccomp") for c in token.head.rights)
        if is_doer or token.head.lower_ == "of":
            return None
        before = [t for t in token.sent if t.i < token.i and t.dep_ not in ("compound", "npadvmod", "nmod")]
        return next((t for t in reversed(before) if t.tag_ == "NNS"), None)
    over = subjects_over(token)[:1]
    if token.lower_ == "they":  # `Fees will rise as they are needed`
        over = [t for t in over if token.head.dep_ == "advcl" and t.head == token.head.head]
    return next((t for t in over if t.tag_ == "NNS" and t.dep_ in _SUBJECTS and t.i < token.i), None)


def does_wrong(token: Token) -> bool:
    """Whether `they` does what one charges others with, and does not only mean to: `they are flouting the law`."""
    verb = token.head
    if token.lower_ != "they" or token.dep_ != "nsubj" or verb.lemma_ not in mention_cues().wrongs:
        return False
    return not any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _MEANING_TO) for c in verb.children)


def _teller_over(it: Token) -> Token | None:
    """Returns who tells what an `it` behind `after` or `when` ends, where a thing is told of that it may mean."""
    at, marks = it.head, {c.lower_ for c in it.head.lefts if c.dep_ in ("mark", "advmod")}
    if at.dep_ != "advcl" or marks.isdisjoint(mention_cues().telling_when):
        return None
    while at.dep_ != "ccomp" and at.head != at:
        at = at.head
    things = [c for c in at.lefts if c.dep_ in _SUBJECTS]
    is_one = any(c.tag_ in ("NN", "NNP") for c in things)
    tellers = _subjects_of(at.head) if is_one and at.i < it.i and at.dep_ == "ccomp" else []
    return tellers[0] if tellers and tellers[0].i < at.i else None


def _is_told(token: Token, below: Token) -> bool:
    """Whether an owner belongs to what a subject is said to be: `Cole was his choice` is another's."""
    return token.dep_ == "poss" and below.dep_ == "attr" and token.head == below


def _object_before(verb: Token, end: int) -> Token | None:
    """Returns the object of a verb before a token, also behind a preposition: `called on Cole`."""
    for child in verb.children:
        if verb.i < child.i < end:
            if child.dep_ in ("dobj", "dative"):
                return child
            if child.dep_ == "prep":
                return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _subjects_of(verb: Token) -> list[Token]:
    """Returns the subject of a verb; a relative pronoun's is the noun before it, a bare participle's too."""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if verb.dep_ == "relcl" and any(child.lower_ in ("who", "that", "which") for child in subjects):
        return [verb.head]
    if verb.dep_ == "acl" and not subjects and verb.tag_ in ("VBG", "VBN", "VB"):
        return [verb.head]
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ == "as":
        # `quoted Cole as saying that he would sign`
        return [c for c in verb.head.head.children if c.dep_ == "dobj" and c.i < verb.head.i]
    return subjects
