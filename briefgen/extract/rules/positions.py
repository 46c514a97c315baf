"""Positions: who holds what, on whose word.

Every clause is asked, in this order: is it somebody's saying (then its content is asked), an act of speech,
an attitude, an action, a silence; and else, is it part of what somebody says, or the author's own judgement.
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.frames import Frame, Frames
from briefgen.extract.rules.position.passage import PassagePositions
from briefgen.extract.rules.position.sources import carried_on, continues_speech, frames_of
from briefgen.extract.rules.position.split import with_split_conditions
from briefgen.extract.rules.position.thoughts import thoughts_of
from briefgen.extract.rules.reading import Reading
from briefgen.model.article import ZoneKind
from briefgen.model.extraction import Attribution, MentionForm, PositionCandidate
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import TimexMention

_REPORTS = 0.28
"""From this share of the text on others speak: 0.35 and more in news, 0.1 to 0.2 in analysis and comment."""
_SHORTEST = 1200
"""Characters below which the share means little."""
_SKIPPED = frozenset({ZoneKind.BYLINE, ZoneKind.BOILERPLATE, ZoneKind.DATELINE})


def find_positions(
    reading: Reading,
    mentions: MentionTable,
    attributions: tuple[Attribution, ...],
    enclosing: tuple[Attribution, ...],
    timexes: tuple[TimexMention, ...],
) -> tuple[PositionCandidate, ...]:
    """Returns the position candidates of a reading, by place of their first evidence.

    `enclosing` are attributions around others, whose content others of `attributions` share.
    """
    frames = Frames(frames_of(reading.article.text, attributions, mentions))
    frames.extend(replace(f, attribution=None) for f in frames_of(reading.article.text, enclosing, mentions))
    dated = SpanIndex((timex.span, timex) for timex in timexes)
    out: list[PositionCandidate] = []
    weighs = author_weighs(reading, attributions)
    passages = [
        PassagePositions(reading, grammar, mentions, frames, dated, author_weighs=weighs)
        for grammar in reading.grammars
        if grammar.passage.zone not in _SKIPPED and len(grammar)
    ]
    for passage in passages:
        frames.extend(passage.own_frames())
    for before, passage in zip([None, *passages], passages, strict=False):
        last = before.last_frame if before is not None else None
        if passage.g.passage.region is not None:
            passage.last_frame = last
        for index, (first, end) in enumerate(passage.g.sentences):
            span = passage.g.span(first, end)
            words = reading.article.text[span[0] : span[1]]
            own = frames.starting_in(span)
            if own:
                last = own[0] if last is None or not _is_same_voice(own[0], last, mentions) else last
            elif last is not None and last.is_commentator and continues_speech(words):
                frames.add(carried_on(last, span))
            elif passage.g.passage.region is None:
                last = None
            out.extend(passage.find(index))
        if passage.g.passage.region is None:
            passage.last_frame = last
    out = with_split_conditions(reading, attributions, out)
    out.extend(thoughts_of(reading, attributions, mentions.freeze(), frames, tuple(out)))
    out.sort(key=lambda c: (c.evidence[0].span, c.evidence[-1].span, c.act.value))
    return tuple(out)


def _is_same_voice(frame: Frame, last: Frame, mentions: MentionTable) -> bool:
    """Whether a pronoun goes on for an expert: `… said Ruiz. In her view it is over. Yet it may last.`"""
    pronoun = all(mentions[i].form is MentionForm.PRONOUN for i in frame.source)
    return last.is_commentator and pronoun


def author_weighs(reading: Reading, attributions: tuple[Attribution, ...]) -> bool:
    """Whether an article's author speaks more than those he tells of: an analysis or a comment."""
    said: set[int] = set()
    for attribution in attributions:
        if attribution.speech:
            for part in attribution.content:
                said.update(range(part.start, part.end))
    size = sum(end - start for start, end in reading.paragraphs)
    return size >= _SHORTEST and len(said) < _REPORTS * size
