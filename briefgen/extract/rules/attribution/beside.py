"""The cue beside a quotation in its own sentence: behind it, before it, or around it."""

from __future__ import annotations

from briefgen.extract.rules.attribution.link import Basis, Link
from briefgen.extract.rules.attribution.saying import says
from briefgen.extract.rules.attribution.setting import quoting_verb
from briefgen.extract.rules.attribution.sources import (
    inverted_subject,
    is_passive,
    may_speak,
    own_subject,
    possessor_of,
    subject_of,
)
from briefgen.extract.rules.grammar import NOMINAL, VERBAL, Grammar
from briefgen.lexicons.actor_words import noun_sets

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
_JOINING = frozenset({"WRB", "WP", "WDT", "CC", "IN", "TO"})
"""Tags of words that begin a new clause behind a quotation: `“…,” when Lee asked`."""
_OPENING = frozenset({"when", "whenever", "once", "after", "before", "since", "as", "because", "if", "until"})
_SKIPPED = frozenset({"PUNCT", "SPACE"})
_REACH = 40
"""Tokens from a quotation to the verb behind it: long appositions stand between."""


def beside(grammar: Grammar, stand_in: int) -> Link | None:
    """Returns the link of a quotation from the words of its own sentence."""
    return _after(grammar, stand_in) or _before(grammar, stand_in) or _around(grammar, stand_in)


def _around(grammar: Grammar, stand_in: int) -> Link | None:
    """`“They have no choice” but to lead, says Lee`: more of the sentence before the cue."""
    last = grammar.sentences[grammar.sentence[stand_in]][1]
    for at in range(stand_in + 1, last + 1):
        if grammar.deps[at] not in ("ROOT", "parataxis") or not says(grammar.lemmas[at]):
            continue
        source = own_subject(grammar, at)
        if source is None or not may_speak(grammar, source):
            source = inverted_subject(grammar, at)
        if source is not None and not grammar.is_stand_in(source):
            return _link(grammar, at, source, Basis.AFTER)
    return None


def _is_cue_verb(grammar: Grammar, at: int) -> bool:
    is_verb = grammar.pos[at] in VERBAL and grammar.deps[at] not in ("aux", "auxpass")
    # a condition says nothing: `if Norway guarantees it, “he will sign”`
    return is_verb and not grammar.has_mark(at, "if", "unless")


def _next_word(grammar: Grammar, at: int) -> int | None:
    at += 1
    while at < len(grammar) and (grammar.pos[at] in _SKIPPED or grammar.deps[at] == "punct"):
        at += 1
    return at if at < len(grammar) and not grammar.is_stand_in(at) else None


def _after(grammar: Grammar, stand_in: int) -> Link | None:
    """`“…,” said Lee`, `“…,” Lee, who leads it, told us`, `“…,” according to Lee`."""
    start = _next_word(grammar, stand_in)
    if start is None:
        return None
    end = grammar.sentences[grammar.sentence[stand_in]][1]
    if grammar.sentence[start] != grammar.sentence[stand_in]:
        # The parser ends a sentence after `Why?` or `Never!`; a full stop ends it for good.
        if grammar.words[start - 1] not in "?!" or grammar.pos[start - 1] != "PUNCT":
            return None
        end = grammar.sentences[grammar.sentence[start]][1]
    if grammar.words[start].lower() == "according":
        return _according(grammar, start)
    while start < end and grammar.pos[start] == "ADV" and grammar.deps[start] == "advmod":
        start += 1
    if grammar.tags[start] in _JOINING and grammar.words[start].lower() != "as":
        return None
    if _is_cue_verb(grammar, start) and grammar.tags[start] in _FINITE:
        source = own_subject(grammar, start)
        if source is None or source < start or not may_speak(grammar, source):
            source = inverted_subject(grammar, start) or _noun_phrase_at(grammar, start + 1, end)
        if source is not None and source > start:
            return _link(grammar, start, _issuer(grammar, start, source), Basis.AFTER)
        return None
    relayed = _quoted_as(grammar, start, end)
    if relayed is not None:
        return relayed
    for verb in range(start, min(end, start + _REACH) + 1):
        if not _is_cue_verb(grammar, verb) or grammar.deps[verb] in ("relcl", "acl", "amod"):
            continue
        subject = own_subject(grammar, verb)
        if subject is not None and start <= subject < verb:
            if _no_verb(grammar, start, grammar.left[subject]):
                return _link(grammar, verb, subject, Basis.AFTER)
            return None
    return _misread(grammar, start, end)


def _issuer(grammar: Grammar, verb: int, source: int) -> int:
    """Returns who speaks by a document: `“…,” read a statement by the club`, where `by` hangs on the verb."""
    if grammar.lemmas[source] not in noun_sets().documents or possessor_of(grammar, source) is not None:
        return source
    for at in grammar.children[verb]:
        if at > source and grammar.lemmas[at] in ("by", "from"):
            return grammar.child(at, "pobj") or source
    return source


def _quoted_as(grammar: Grammar, start: int, end: int) -> Link | None:
    """`“…,” the agency quoted Lee as saying`, `“…,” Lee was quoted by the agency as saying`: Lee's words."""
    for at in range(start, end + 1):
        above = quoting_verb(grammar, at)
        if above is None or above < start:
            continue
        source = grammar.child(above, "nsubjpass" if is_passive(grammar, above) else "dobj")
        if source is not None and not grammar.is_stand_in(source):
            return _link(grammar, at, source, Basis.AFTER)
    return None


def _no_verb(grammar: Grammar, first: int, before: int) -> bool:
    return all(
        grammar.pos[at] not in VERBAL and grammar.deps[at] not in ("cc", "mark")
        for at in range(first, before)
    )


def _misread(grammar: Grammar, start: int, end: int) -> Link | None:
    """`“…,” Lee notes.` where the verb was taken for a noun."""
    for at in range(start + 1, min(start + 5, end) + 1):
        word = grammar.words[at].lower()
        stem = next((stem for stem in (word, word[:-1], word[:-2], word[:-3] + "y") if says(stem)), None)
        if stem is not None and grammar.pos[at - 1] in ("PROPN", "NOUN", "PRON"):
            return Link(grammar, at - 1, Basis.AFTER, (at, at), at)
        if grammar.pos[at] not in ("PROPN", "NOUN", "ADJ", "DET"):
            return None
    return None


def _noun_phrase_at(grammar: Grammar, first: int, end: int) -> int | None:
    """Returns the head of the noun phrase that starts at a token, as the tags alone show it."""
    found = None
    for at in range(first, min(end, first + 8) + 1):
        if grammar.pos[at] in NOMINAL:
            found = at
        elif found is not None or grammar.pos[at] not in ("DET", "ADJ", "NUM"):
            break
    return found


def _according(grammar: Grammar, at: int) -> Link | None:
    to = next((i for i in range(at + 1, min(at + 3, len(grammar))) if grammar.lemmas[i] == "to"), None)
    if to is None:
        return None
    source = grammar.child(to, "pobj")
    if source is None:
        source = _noun_phrase_at(grammar, to + 1, len(grammar) - 1)
    return Link(grammar, source, Basis.ACCORDING, (at, to), at)


def _link(grammar: Grammar, verb: int, source: int, basis: Basis) -> Link:
    return Link(grammar, source, basis, (verb, verb), verb)


def _before(grammar: Grammar, stand_in: int) -> Link | None:
    """`Lee said: “…”`, `Lee, adding, “…”`, `Asked why, Lee replied, “…”`."""
    first = grammar.sentences[grammar.sentence[stand_in]][0]
    nearest = stand_in - 1
    while nearest >= first and grammar.pos[nearest] in _SKIPPED:
        nearest -= 1
    if nearest < first:
        return None
    for head in grammar.ancestors(stand_in):
        if _is_reduced(grammar, head) or _is_conceded(grammar, head, stand_in) or _is_when(grammar, head):
            continue
        if head < stand_in and _is_cue_verb(grammar, head) and not _crosses(grammar, head, stand_in):
            verb = _telling(grammar, head, stand_in)
            source = subject_of(grammar, verb)
            if source is not None and source != stand_in:
                return _link(grammar, verb, source, Basis.BEFORE)
    return last_verb(grammar, first, nearest, Basis.BEFORE)


def _is_reduced(grammar: Grammar, verb: int) -> bool:
    """Whether a verb is a participle that only says when: `when asked last month`."""
    return (
        grammar.tags[verb] == "VBN"
        and grammar.deps[verb] in ("advcl", "acl")
        and not any(grammar.deps[at] in ("nsubj", "nsubjpass") for at in grammar.children[verb])
    )


def _is_conceded(grammar: Grammar, verb: int, stand_in: int) -> bool:
    """Whether a verb only leads up to a quotation: `says that while many demand a ban, “it would not work”`."""
    if not grammar.has_mark(verb, "while", "although", "though", "whereas") or stand_in < 1:
        return False
    has_content = any(
        verb < at < stand_in and grammar.deps[at] in ("dobj", "ccomp", "xcomp", "attr", "acomp")
        for at in grammar.children[verb]
    )
    return has_content and grammar.words[stand_in - 1] == ","


def _is_when(grammar: Grammar, verb: int) -> bool:
    """Whether a clause only tells when or why, within what is said: `said that when he ruled, “we had bread”`."""
    above = grammar.heads[verb]
    return (
        grammar.deps[verb] in ("advcl", "ccomp")
        and above < verb
        and says(grammar.lemmas[above])
        and any(at < verb and grammar.words[at].lower() in _OPENING for at in grammar.children[verb])
        and "that" in (grammar.words[at].lower() for at in (grammar.left[verb] - 1, grammar.left[verb]))
    )


def _telling(grammar: Grammar, verb: int, stand_in: int) -> int:
    """Returns the verb of saying that a clause with quoted words is told by, else the verb itself.

    `They were tired, she said, and “I had to sit”`, `said that its editors had “read all of it”`
    """
    for at in grammar.children[verb]:
        is_tag = grammar.deps[at] == "parataxis" and verb < at < stand_in and says(grammar.lemmas[at])
        if is_tag and own_subject(grammar, at) is not None:
            return at
    above = grammar.heads[verb]
    is_told = grammar.deps[verb] == "ccomp" and above < verb and says(grammar.lemmas[above])
    goes_on = grammar.pos[stand_in - 1] not in _SKIPPED and not says(grammar.lemmas[verb])
    return above if is_told and goes_on and own_subject(grammar, above) is not None else verb


def _crosses(grammar: Grammar, verb: int, stand_in: int) -> bool:
    """Whether a nearer verb with a subject of its own stands between: `he left when she said, “…”`."""
    return any(
        _is_cue_verb(grammar, at)
        and not _is_conceded(grammar, at, stand_in)
        and grammar.child(at, "nsubj") is not None
        and at != verb
        and grammar.heads[at] != verb
        for at in range(verb + 1, stand_in)
    )


def last_verb(grammar: Grammar, first: int, last: int, basis: Basis) -> Link | None:
    """Returns the nearest verb of saying with a subject, else the main verb, else any with a subject."""
    verbs = [at for at in range(last, first - 1, -1) if _is_cue_verb(grammar, at)]
    saying = [
        at
        for at in verbs
        if says(grammar.lemmas[at]) and not _is_reduced(grammar, at) and not _is_when(grammar, at)
    ]
    main = [at for at in verbs if grammar.deps[at] == "ROOT"]
    for at in (*saying, *main, *verbs):
        source = subject_of(grammar, at)
        if source is not None and _can_speak(grammar, source):
            return _link(grammar, at, source, basis)
    return None


def _can_speak(grammar: Grammar, source: int) -> bool:
    if grammar.is_stand_in(source) or not may_speak(grammar, source):
        return False
    return grammar.words[source].lower() not in ("what", "it", "there", "this", "that")
