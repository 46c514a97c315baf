"""Quotations in marks get their links: beside them, from their paragraph, or from the speaker who goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefgen.extract.rules.attribution.beside import beside, last_verb
from briefgen.extract.rules.attribution.link import Basis, Link
from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.attribution.sources import own_subject, possessor_of
from briefgen.extract.rules.attribution.turns import Turn
from briefgen.extract.rules.grammar import NOMINAL, Grammar
from briefgen.extract.rules.reading import Reading

_SIGNATURE = re.compile(r"[\s>]*(?:—|―|–|--|-)\s*(?=[A-Z@])")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*[.,]?\s*")
_LONGEST_SIGNATURE = 80
_CARRIED = frozenset(
    {Basis.AFTER, Basis.BEFORE, Basis.COLON, Basis.SAME_PARAGRAPH, Basis.RUNNING, Basis.ACCORDING}
)


def link_quotations(
    reading: Reading, frames: Mapping[int, Grammar], turns: Mapping[int, Turn]
) -> dict[int, Link | None]:
    """Returns the link of each quotation that was taken out of its frame, by region.

    `frames` holds the grammar of each paragraph's frame; `turns` the labelled turns of a transcript.
    """
    links: dict[int, Link | None] = {}
    running: Link | None = None
    previous: Grammar | None = None
    for paragraph in sorted(frames):
        frame = frames[paragraph]
        own = [
            (token, region)
            for token, region in sorted(frame.passage.stand_ins.items())
            if not is_aside(reading, region)
        ]
        for token, region in own:
            before = reading.regions[region].continues
            turn = turns.get(paragraph)
            if turn is not None and turn.region == region:
                links[region] = Link(turn.grammar, turn.source, Basis.COLON)
            else:
                links[region] = _signed(reading, frames, paragraph, region) or beside(frame, token)
                if links[region] is None and before is not None:
                    links[region] = links.get(before)
        _fill_from_paragraph(frame, own, links)
        bare = _is_bare(frame)
        for token, region in own:
            if links[region] is None:
                links[region] = (
                    _after_colon(frame, token, previous)
                    or _sentence_before(frame, token)
                    or (_going_on(running) if bare or token == _first_word(frame) else None)
                    or (_paragraph_before(previous) if bare else None)
                )
        _fill_from_paragraph(frame, own, links)
        found = [link for _, region in own if (link := links[region]) is not None]
        running = found[-1] if found else None
        previous = frame
    return links


def is_aside(reading: Reading, region: int) -> bool:
    """Whether marks hold nothing but a remark in brackets: `“(Applause.)”`."""
    start, end = reading.regions[region].inner
    return _ASIDE.fullmatch(reading.article.text, start, end) is not None


def before_in_speech(reading: Reading, links: Mapping[int, Link | None], region: int) -> int | None:
    """Returns the quotation whose speech this one goes on with, if there is one.

    `“…,” she said. “…”` is one speech of one speaker, and so is one that runs over a paragraph's end.
    """
    own, link = reading.regions[region], links.get(region)
    if own.continues is not None and own.continues in links:
        before = links[own.continues]
        same = (
            link is not None
            and before is not None
            and (link.grammar, link.source)
            == (
                before.grammar,
                before.source,
            )
        )
        return own.continues if same or link is None or _is_pronoun(link) else None
    earlier = max((other for other in links if other < region), default=None)
    if earlier is None or link is None or reading.regions[earlier].paragraph != own.paragraph:
        return None
    before = links[earlier]
    if before is None or before.source != link.source or before.grammar is not link.grammar:
        return None
    return earlier if link.basis is Basis.SAME_PARAGRAPH or link.verb == before.verb else None


def _is_pronoun(link: Link) -> bool:
    """Whether a link only tells who goes on: `“…` at the end of a paragraph, `“…,” he said` in the next."""
    return link.source is not None and link.grammar.words[link.source].lower() in ("he", "she")


def _is_bare(frame: Grammar) -> bool:
    """Whether a paragraph is nothing but quotations."""
    return all(frame.is_stand_in(at) or frame.pos[at] in ("PUNCT", "SPACE") for at in range(len(frame)))


def _first_word(frame: Grammar) -> int:
    return next((at for at in range(len(frame)) if frame.pos[at] not in ("PUNCT", "SPACE")), 0)


def _fill_from_paragraph(frame: Grammar, own: list[tuple[int, int]], links: dict[int, Link | None]) -> None:
    """Gives a quotation that stands as its own sentence the speaker of the one before it, else after it."""
    for at, (token, region) in enumerate(own):
        if links[region] is not None or not _is_own_sentence(frame, token):
            continue
        if at and links[own[at - 1][1]] is not None:
            found = links[own[at - 1][1]]
            if found is not None and _turns(frame, own[at - 1][0], token):
                continue
            links[region] = _said_between(frame, own[at - 1][0], token) or _as(found, Basis.SAME_PARAGRAPH)
    for at in range(len(own) - 2, -1, -1):
        token, region = own[at]
        following = links[own[at + 1][1]]
        if links[region] is not None or following is None or not _is_own_sentence(frame, token):
            continue
        if frame.sentence[own[at + 1][0]] - frame.sentence[token] <= 1:
            links[region] = _as(following, Basis.SAME_PARAGRAPH)


def _said_between(frame: Grammar, before: int, token: int) -> Link | None:
    """Returns the cue of a sentence that stands between two quotations: `“…” It was late, she added. “…”`"""
    index = frame.sentence[token] - 1
    if index <= frame.sentence[before]:
        return None
    first, last = frame.sentences[index]
    link = last_verb(frame, first, last, Basis.SENTENCE_BEFORE)
    return link if link is not None and says(link.lemma or "") else None


def _turns(frame: Grammar, before: int, token: int) -> bool:
    """Whether a whole sentence of the frame stands between two quotations and ends in a colon."""
    between = frame.words[before + 1 : token]
    return bool(between) and between[-1] == ":"


def _is_own_sentence(frame: Grammar, token: int) -> bool:
    first, last = frame.sentences[frame.sentence[token]]
    return all(frame.is_stand_in(at) or frame.pos[at] in ("PUNCT", "SPACE") for at in range(first, last + 1))


def _as(link: Link | None, basis: Basis) -> Link | None:
    if link is None:
        return None
    return replace(link, basis=basis)


def _going_on(running: Link | None) -> Link | None:
    return _as(running, Basis.RUNNING) if running is not None and running.basis in _CARRIED else None


def _after_colon(frame: Grammar, token: int, previous: Grammar | None) -> Link | None:
    """`Lee wrote on Friday:` before a quotation, in its paragraph or at the end of the one before."""
    at = token - 1
    while at >= 0 and frame.pos[at] == "SPACE":
        at -= 1
    if at >= 0:
        if frame.words[at] not in (":", ",", ";"):
            return None
        return _colon_cue(frame, at)
    if previous is None or not len(previous):
        return None
    last = len(previous) - 1
    while last > 0 and previous.pos[last] == "SPACE":
        last -= 1
    return _colon_cue(previous, last) if previous.words[last] == ":" else None


def _colon_cue(grammar: Grammar, colon: int) -> Link | None:
    first = grammar.sentences[grammar.sentence[colon]][0]
    if first == colon and grammar.sentence[colon] > 0:
        first = grammar.sentences[grammar.sentence[colon] - 1][0]
    link = last_verb(grammar, first, colon - 1, Basis.COLON)
    is_open = grammar.pos[colon - 1] != "PROPN" or grammar.deps[colon - 1] == "pobj"
    if link is not None and (says(link.lemma or "") or is_open):
        return link
    names = [at for at in range(first, colon) if grammar.pos[at] in NOMINAL]
    if not names or any(_is_addressed(grammar, at) for at in range(first, colon)):
        return None
    named = names[-1]
    if grammar.pos[first] != "ADP":
        # a headline's `Mayor on port: “…”`
        named = next((at for at in reversed(names) if grammar.deps[at] not in ("pobj", "compound")), named)
    # `In the coach’s words: “…”`, `A statement from the club: “…”`
    owner = possessor_of(grammar, named) if grammar.pos[named] == "NOUN" else None
    return Link(grammar, named if owner is None else owner, Basis.COLON, (colon, colon), None)


def _is_addressed(grammar: Grammar, verb: int) -> bool:
    """Whether a passive says who was told: `The guards were told, “…”` are not who speaks."""
    return grammar.lemmas[verb] in saying().addressing and any(
        grammar.deps[at] in ("nsubjpass", "auxpass") for at in grammar.children[verb]
    )


def _sentence_before(frame: Grammar, token: int) -> Link | None:
    """Returns the subject of the frame's sentence before: `Lee was calm. “We wait.”`"""
    index = frame.sentence[token]
    while index > 0:
        index -= 1
        first, last = frame.sentences[index]
        if all(frame.is_stand_in(at) or frame.pos[at] in ("PUNCT", "SPACE") for at in range(first, last + 1)):
            continue
        return _subject_link(frame, first, last, Basis.SENTENCE_BEFORE)
    return None


def _paragraph_before(previous: Grammar | None) -> Link | None:
    if previous is None or not previous.sentences:
        return None
    first, last = previous.sentences[-1]
    return _subject_link(previous, first, last, Basis.SENTENCE_BEFORE)


def _subject_link(grammar: Grammar, first: int, last: int, basis: Basis) -> Link | None:
    for at in range(first, last + 1):
        if grammar.deps[at] == "ROOT":
            tag = next((c for c in grammar.children[at] if _is_tag(grammar, c)), None)
            if tag is not None:
                at = tag  # `Her father, she said, had not wanted to go. “…”`
            subject = grammar.child(at, "nsubj", "nsubjpass")
            if subject is not None and not grammar.is_stand_in(subject):
                return Link(grammar, subject, basis, None, None)
    return None


def _is_tag(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells the sentence it stands in: `…, she said, …`, `…, said Lee, an aide`."""
    sayer = own_subject(grammar, verb) if says(grammar.lemmas[verb]) else None
    if sayer is None:
        return False
    return grammar.deps[verb] == "parataxis" or (grammar.deps[verb] == "conj" and sayer > verb)


def _signed(reading: Reading, frames: Mapping[int, Grammar], paragraph: int, region: int) -> Link | None:
    """`“…” — Lee`, on the same line or the next, with nothing behind it."""
    text = reading.article.text
    end = reading.regions[region].outer[1]
    match = _SIGNATURE.match(text, end)
    if match is None or match.group().count("\n") > 2:
        return None
    line = text[match.end() :].split("\n", 1)[0]
    if len(line) > _LONGEST_SIGNATURE or re.search(r"[“\"]|[a-z][.?!]\s+\S", line):
        return None
    for number in (paragraph, paragraph + 1):
        frame = frames.get(number)
        if frame is None:
            continue
        for at in range(len(frame)):
            if frame.passage.starts[at] >= match.end() and not frame.is_stand_in(at):
                head = at
                while head + 1 < len(frame) and frame.pos[head] in ("PROPN", "DET", "ADJ", "NOUN"):
                    if frame.pos[head + 1] not in ("PROPN", "NOUN"):
                        break
                    head += 1
                return Link(frame, head, Basis.SIGNATURE, None, None)
    return None
