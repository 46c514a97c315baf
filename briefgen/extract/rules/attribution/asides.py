"""Candidates whose cue is a side remark in its own content: `The bill, she said, will pass.`"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan, without
from briefgen.extract.rules.attribution.coordination import goes_on
from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.attribution.setting import venues
from briefgen.extract.rules.attribution.sources import own_subject
from briefgen.extract.rules.grammar import NOMINAL, SUBJECTS, TENSES, VERBAL, Grammar

_DASHES = frozenset({"-", "—", "–", "--"})
_SETTINGS = frozenset({"in", "at", "on", "during", "after", "before", "by", "via"})
"""Prepositions that tell where and when: `referred to`, `talked about` have complements."""
_NOTHING = frozenset({"PUNCT", "SPACE"})
_RELATIVE = frozenset({"WP", "WDT"})


def aside_candidates(grammar: Grammar, verb: int) -> Iterator[Candidate]:
    """Yields the clause around a verb that reports it: as the parser sees it, or as the commas show it."""
    cue = (grammar.verb_start(verb), verb)
    source = own_subject(grammar, verb)
    lemma = grammar.with_particle(verb)
    objects = ("ccomp",) if grammar.lemmas[verb] in saying().telling else ("ccomp", "dobj")
    if source is None or any(grammar.deps[at] in objects for at in grammar.children[verb]):
        return
    head = grammar.heads[verb]
    if (
        grammar.deps[verb] == "parataxis"
        and head != verb
        and grammar.pos[head] in VERBAL | {"NOUN", "ADJ", "PROPN"}
    ):
        first, last = grammar.edges(head)
        if grammar.deps[head] == "ccomp" and last + 1 < len(grammar) and grammar.words[last + 1] == ";":
            last = grammar.sentences[grammar.sentence[verb]][1]  # the second half is his as well
        own = _edges_of_words(grammar, verb)
        # `The port will close; what the mayor wants, she added, is a new one`: only the second half
        # `Cole was less sure: the boats, he said, are old`: only what stands around the tag
        is_inside = head > own[1] and grammar.pos[head] in VERBAL
        borders = frozenset({";", ":"}) if is_inside else frozenset({";"})
        first = next((at + 1 for at in range(own[0] - 1, first, -1) if grammar.words[at] in borders), first)
        parts = _without_replies(grammar, _with_words(grammar, without((first, last), own)), own[1])
        start = grammar.sentences[grammar.sentence[verb]][0]
        parted = (
            first >= own[0] and grammar.words[own[0] - 1] == "," and _has_clause(grammar, start, own[0] - 1)
        )
        if parts and not parted:
            yield Candidate(cue, lemma, "floating", parts, source)
            return
    yield from _between_commas(grammar, verb, lemma, cue, source)


def _without_replies(grammar: Grammar, parts: tuple[TokenSpan, ...], tag: int) -> tuple[TokenSpan, ...]:
    """Returns the parts without what another says: `The port will close, Cole said, but Field says it will not`.

    `tag` is the last token of the words that tell who speaks.
    """
    return tuple(part for part in parts if part[0] <= tag or not _replies(grammar, *part))


def _replies(grammar: Grammar, first: int, last: int) -> bool:
    while first < last and grammar.pos[first] in _NOTHING:
        first += 1
    verb = next((at for at in range(first, last + 1) if grammar.deps[at] == "conj"), None)
    if grammar.words[first].lower() != "but" or verb is None:
        return False
    subject = grammar.child(verb, "nsubj")
    is_next = subject is not None and grammar.left[subject] == first + 1
    is_another = subject is not None and grammar.pos[subject] in ("NOUN", "PROPN")
    return is_next and is_another and says(grammar.lemmas[verb])


def _edges_of_words(grammar: Grammar, verb: int) -> TokenSpan:
    """Returns the edges of a cue's own words: the parser may hang the full stop of the sentence on it."""
    words = [
        at for at in grammar.children[verb] if grammar.pos[at] not in _NOTHING and not goes_on(grammar, at)
    ]
    lefts, rights = [grammar.left[at] for at in words], [grammar.right[at] for at in words]
    return min([verb, *lefts]), max([verb, *rights])


def _between_commas(
    grammar: Grammar, verb: int, lemma: str, cue: TokenSpan, source: int
) -> Iterator[Candidate]:
    """`Voters, she suggested, need not worry`, `…, as the paper reports`, whatever the parser makes of it."""
    finite = grammar.tags[verb] in TENSES or any(
        grammar.deps[at] == "aux" and grammar.tags[at] in TENSES for at in grammar.children[verb]
    )
    if not finite or not (says(lemma) or thinks(lemma)):
        return
    if source > verb or grammar.pos[source] not in NOMINAL or grammar.right[source] + 1 < cue[0]:
        return
    if grammar.tags[source] in _RELATIVE:
        return
    joint = grammar.left[verb] - 1
    if grammar.deps[verb] == "conj" and joint >= 0 and grammar.deps[joint] == "cc":
        return  # `They have a flat, and though they speak no Norwegian, their smiles said it all`
    first, last = grammar.sentences[grammar.sentence[verb]]
    start, end = grammar.left[source], _end(grammar, verb, last)
    as_ = start > first and grammar.words[start - 1].lower() == "as"
    if as_ and (lemma in saying().as_wished or lemma in saying().speaking):
        return
    if as_:
        start -= 1
    opened = start == first or grammar.words[start - 1] == "," or grammar.words[start - 1] in _DASHES
    closed = end >= last or grammar.words[end + 1] == "," or grammar.words[end + 1] in _DASHES
    if not opened or not closed or (start == first and not as_) or (as_ and end >= last and start == first):
        return
    if _is_quotation(grammar, start - 1, -1) or _is_quotation(grammar, end + 1, 1):
        return
    if end >= last and not _has_clause(grammar, first, start - 1):
        return
    if _is_where(grammar, end + 1, last):
        end = last
    head = grammar.heads[verb]
    if as_ and grammar.deps[verb] == "advcl" and grammar.deps[head] == "ccomp" and head < verb:
        # `She did not accept that they were free, as counsel had argued.`
        first = grammar.left[head]
    elif as_ or end < last:
        # `He had a reason: Cole had backed him, as the paper reported`
        colon = next((at for at in range(start - 1, first, -1) if grammar.words[at] == ":"), first - 1)
        first = colon + 1 if _has_clause(grammar, colon + 1, start - 1) else first
    parts = _without_replies(grammar, _with_words(grammar, without((first, last), (start, end))), end)
    if parts:
        yield Candidate(cue, lemma, "as aside" if as_ else "aside", parts, source)


def _is_quotation(grammar: Grammar, at: int, step: int) -> bool:
    """Whether the next word on one side stands for a quotation: what was said, with no more of it around."""
    while 0 <= at < len(grammar) and grammar.pos[at] in _NOTHING and not grammar.is_stand_in(at):
        at += step
    return 0 <= at < len(grammar) and grammar.is_stand_in(at)


def _end(grammar: Grammar, verb: int, last: int) -> int:
    """Returns the last token of a verb's words: when, where and to whom it was said."""
    end = verb
    for at in grammar.children[verb]:
        if grammar.deps[at] == "prep" and grammar.lemmas[at] not in _SETTINGS:
            continue
        if (
            at > verb
            and grammar.left[at] == end + 1
            and grammar.deps[at]
            in (
                "prep",
                "npadvmod",
                "advmod",
                "dative",
                "prt",
                *(("dobj",) if grammar.lemmas[verb] in saying().telling else ()),
            )
        ):
            end = grammar.right[at]
    while end < last and grammar.words[end] == ",":
        end -= 1
    return end if end + 1 < last or grammar.pos[last] not in _NOTHING else last


def _is_where(grammar: Grammar, comma: int, last: int) -> bool:
    """Whether a sentence ends with where it was said: `…, the court ruled, in a judgment that …`."""
    at = comma + 1
    if at >= last or grammar.words[comma] != "," or grammar.lemmas[at] not in _SETTINGS:
        return False
    inside = grammar.child(at, "pobj")
    return inside is not None and grammar.lemmas[inside] in venues().nouns and grammar.right[at] >= last - 1


def _has_clause(grammar: Grammar, first: int, last: int) -> bool:
    """Whether a finite verb with a subject stands in a stretch: `On Monday` before an aside is no content."""
    return any(
        grammar.pos[at] in VERBAL
        and any(first <= kid <= last and grammar.deps[kid] in SUBJECTS for kid in grammar.children[at])
        for at in range(first, last + 1)
    )


def _with_words(grammar: Grammar, parts: tuple[TokenSpan, ...]) -> tuple[TokenSpan, ...]:
    """Returns the parts that hold words of their own."""
    return tuple(
        part
        for part in parts
        if any(
            grammar.pos[at] not in _NOTHING and not grammar.is_stand_in(at)
            for at in range(part[0], part[1] + 1)
        )
    )
