"""The cue beside a quotation in its own sentence: behind it, before it, or around it."""

from __future__ import annotations

from briefgen.extract.rules.attribution.leading import (
    is_as,
    is_conceded,
    is_cue_verb,
    is_reduced,
    is_when,
    leads_up,
    yelled,
)
from briefgen.extract.rules.attribution.link import Basis, Link
from briefgen.extract.rules.attribution.outcries import outcry
from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.attribution.setting import quoting_verb, told_by
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
_SKIPPED = frozenset({"PUNCT", "SPACE"})
_REACH = 40
"""Tokens from a quotation to the verb behind it: long appositions stand between."""


def beside(grammar: Grammar, stand_in: int) -> Link | None:
    """Returns the link of a quotation from the words of its own sentence."""
    behind = _after(grammar, stand_in)
    if behind is not None and _is_set_up(grammar, stand_in) and _goes_its_own_way(grammar, stand_in, behind):
        behind = _before(grammar, stand_in) or behind
    return behind or _before(grammar, stand_in) or _around(grammar, stand_in)


def _is_set_up(grammar: Grammar, stand_in: int) -> bool:
    """Whether a verb of saying leads up to a quotation with a comma or colon: `He told her, “…”`."""
    first = grammar.sentences[grammar.sentence[stand_in]][0]
    if stand_in <= first or grammar.words[stand_in - 1] not in (",", ":"):
        return False
    verb = next((at for at in range(stand_in - 2, first - 1, -1) if is_cue_verb(grammar, at)), None)
    return verb is not None and says(grammar.lemmas[verb]) and not is_reduced(grammar, verb)


def _goes_its_own_way(grammar: Grammar, stand_in: int, behind: Link) -> bool:
    """Whether what stands behind a quotation is no tag of it: `… wrote, “Why now?” Lee then answered that …`."""
    verb = behind.verb
    if verb is None or not says(grammar.lemmas[verb]):
        return True
    own = ("ccomp", "xcomp") if grammar.lemmas[verb] in saying().addressing else ("ccomp", "xcomp", "dobj")
    tells = any(at > verb and grammar.deps[at] in own for at in grammar.children[verb])
    ends = stand_in + 1 < len(grammar) and grammar.words[stand_in + 1] in (".", "?", "!")
    return ends and (tells or any(grammar.is_stand_in(at) for at in grammar.children[verb] if at > verb))


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
    first, end = grammar.sentences[grammar.sentence[stand_in]]
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
    if is_cue_verb(grammar, start) and grammar.tags[start] in _FINITE:
        source = own_subject(grammar, start)
        if source is None or source < start or not may_speak(grammar, source):
            source = inverted_subject(grammar, start) or _noun_phrase_at(grammar, start + 1, end)
        if source is not None and source > start:
            return _link(grammar, start, _issuer(grammar, start, source), Basis.AFTER)
        return None
    if _is_told_before(grammar, stand_in):
        return None
    relayed = _quoted_as(grammar, start, end)
    if relayed is not None:
        return relayed
    for verb in range(start, min(end, start + _REACH) + 1):
        if not is_cue_verb(grammar, verb) or grammar.deps[verb] in ("relcl", "acl", "amod"):
            continue
        subject = own_subject(grammar, verb)
        if subject is not None and start <= subject < verb:
            is_within = grammar.pos[stand_in - 1] not in _SKIPPED and stand_in > first
            if is_within and not says(grammar.lemmas[verb]):
                return None  # `When she calls it “a gift,” Lund seizes on the word`
            if _no_verb(grammar, start, grammar.left[subject]):
                return _link(grammar, verb, subject, Basis.AFTER)
            return None
    return _misread(grammar, start, end)


def _is_told_before(grammar: Grammar, stand_in: int) -> bool:
    """Whether a verb with `that` before a quotation tells it, and the one behind tells something of its own.

    `As Lee claimed that “it was over,” the court said the two cases were different`
    """
    at = stand_in - 1
    first, last = grammar.sentences[grammar.sentence[stand_in]]
    if at <= first or grammar.words[at].lower() != "that":
        return False
    cue = next((verb for verb in range(at - 1, first - 1, -1) if grammar.pos[verb] in VERBAL), None)
    if cue is None or not says(grammar.lemmas[cue]) or own_subject(grammar, cue) is None:
        return False
    behind = (verb for verb in range(stand_in + 1, last + 1) if grammar.pos[verb] in VERBAL)
    return any(
        grammar.deps[content] in ("ccomp", "xcomp", "dobj") and content > verb
        for verb in behind
        for content in grammar.children[verb]
    )


def _issuer(grammar: Grammar, verb: int, source: int) -> int:
    """Returns who speaks by a document: `“…,” read a statement by the club`, where `by` hangs on the verb."""
    if grammar.lemmas[source] in saying().outcries:
        return possessor_of(grammar, source) or source  # `“…,” came shouts from the crowd`
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
        source = told_by(grammar, at) if grammar.tags[at] == "VBG" and source is None else source
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
    unnamed = outcry(grammar, stand_in) or _was_told(grammar, stand_in)
    if unnamed is not None:
        return unnamed
    for head in (*yelled(grammar, nearest), *grammar.ancestors(stand_in)):
        if is_reduced(grammar, head) or is_conceded(grammar, head, stand_in) or is_when(grammar, head):
            continue
        if head < stand_in and is_cue_verb(grammar, head) and not _crosses(grammar, head, stand_in):
            verb = _telling(grammar, head, stand_in)
            source = subject_of(grammar, verb)
            if source is not None and source != stand_in:
                return _link(grammar, verb, source, Basis.BEFORE)
    return last_verb(grammar, first, nearest, Basis.BEFORE)


def _was_told(grammar: Grammar, stand_in: int) -> Link | None:
    """`By the manual, sellers were told, “…”`: who was told does not speak; who speaks may be named or not."""
    verb = grammar.heads[stand_in]
    told = grammar.lemmas[verb] in saying().addressing and grammar.child(verb, "nsubjpass") is not None
    if not told or not verb < stand_in or grammar.words[stand_in - 1] not in (",", ":"):
        return None
    by = next((at for at in grammar.children[verb] if grammar.words[at].lower() == "according"), None)
    if by is not None:
        return _according(grammar, by)
    return Link(grammar, subject_of(grammar, verb), Basis.BEFORE, (verb, verb), verb)


def _telling(grammar: Grammar, verb: int, stand_in: int) -> int:
    """Returns the verb of saying that a clause with quoted words is told by, else the verb itself.

    `They were tired, she said, and “I had to sit”`, `said that its editors had “read all of it”`, `recalled Lee
    telling her: “…”`
    """
    for at in grammar.children[verb]:
        is_shown = grammar.lemmas[verb] in saying().catching and grammar.deps[at] == "ccomp"
        is_within = is_shown and own_subject(grammar, at) is not None
        is_speaking = verb < at < stand_in and grammar.tags[at] == "VBG" and says(grammar.lemmas[at])
        if is_speaking and (is_within or quoting_verb(grammar, at) == verb):
            return at
        is_tag = grammar.deps[at] == "parataxis" and verb < at < stand_in and says(grammar.lemmas[at])
        if (is_tag and own_subject(grammar, at) is not None) or _tells_on(grammar, verb, at, stand_in):
            return at
    above = grammar.heads[verb]
    is_told = grammar.deps[verb] == "ccomp" and above < verb and says(grammar.lemmas[above])
    if says(grammar.lemmas[verb]):
        return verb
    if is_told and subject_of(grammar, above) is not None:
        return above
    root = next((up for up in (verb, *grammar.ancestors(verb)) if grammar.heads[up] == up), verb)
    # `As Lee explained, three taxes fell, costing the town “a lot of money”`
    return next((at for at in grammar.children[root] if at < root and is_as(grammar, at)), verb)


def _tells_on(grammar: Grammar, verb: int, at: int, stand_in: int) -> bool:
    """Whether what is said is only whom somebody told what follows: `Police say Lee told an officer: “…”`."""
    is_told = grammar.deps[at] == "ccomp" and grammar.lemmas[at] in saying().addressing
    if not is_told or not verb < at < grammar.right[at] < stand_in or own_subject(grammar, at) is None:
        return False
    ends = all(grammar.pos[i] in _SKIPPED for i in range(grammar.right[at] + 1, stand_in))
    return ends and grammar.child(at, "dobj") is not None and grammar.child(at, "ccomp", "xcomp") is None


def _crosses(grammar: Grammar, verb: int, stand_in: int) -> bool:
    """Whether a nearer verb with a subject of its own stands between: `he left when she said, “…”`."""
    return any(
        is_cue_verb(grammar, at)
        and not is_conceded(grammar, at, stand_in)
        and grammar.child(at, "nsubj") is not None
        and at != verb
        and grammar.heads[at] != verb
        for at in range(verb + 1, stand_in)
    )


def last_verb(grammar: Grammar, first: int, last: int, basis: Basis) -> Link | None:
    """Returns the nearest verb of saying with a subject, else the main verb, else any with a subject."""
    verbs = [at for at in range(last, first - 1, -1) if is_cue_verb(grammar, at)]
    saying = [
        at
        for at in verbs
        if says(grammar.lemmas[at])
        and not is_reduced(grammar, at)
        and not is_when(grammar, at)
        and not leads_up(grammar, at, last)
    ]
    main = [at for at in verbs if grammar.deps[at] == "ROOT"]
    # who is spoken of does not speak: `said that Lee was a builder at heart: “…”`
    others = [
        at for at in verbs if grammar.deps[at] != "ccomp" or not says(grammar.lemmas[grammar.heads[at]])
    ]
    for at in (*saying, *main, *others):
        source = subject_of(grammar, at)
        if source is not None and _can_speak(grammar, source):
            return _link(grammar, at, source, basis)
    return None


def _can_speak(grammar: Grammar, source: int) -> bool:
    if grammar.is_stand_in(source) or not may_speak(grammar, source):
        return False
    return grammar.words[source].lower() not in ("what", "it", "there", "this", "that")
