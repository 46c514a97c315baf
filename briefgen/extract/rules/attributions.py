"""Attributions: who is said to say, think or want what (PolNeAR's source, cue and content)."""

from __future__ import annotations

from briefgen.extract.rules.attribution.candidates import candidates
from briefgen.extract.rules.attribution.choose import Scored, choose, overlaps
from briefgen.extract.rules.attribution.cue_counts import cue_counts, is_speech, probability
from briefgen.extract.rules.attribution.link import Basis, Link
from briefgen.extract.rules.attribution.source_mentions import SourceMentions
from briefgen.extract.rules.attribution.spans import content_spans, form_of
from briefgen.extract.rules.attribution.speeches import link_quotations
from briefgen.extract.rules.attribution.turns import Turn, find_turns
from briefgen.extract.rules.grammar import Grammar, grammar_of
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Attribution
from briefgen.model.quote import QuoteForm
from briefgen.model.timex import TimexMention


def find_attributions(
    reading: Reading, mentions: MentionTable, timexes: tuple[TimexMention, ...]
) -> tuple[Attribution, ...]:
    """Returns the attributions of a reading, by place of their first content."""
    frames = {p.paragraph: grammar_of(p) for p in reading.passages if p.region is None}
    insides = {p.region: grammar_of(p) for p in reading.passages if p.region is not None}
    turns = find_turns(reading, frames, insides)
    links = link_quotations(reading, frames, turns)
    kept = [one for frame in frames.values() for one in choose(scored_candidates(frame))]
    kept, spoken = _settle(reading, kept, links)
    sources = SourceMentions(reading, mentions)
    found = [_indirect(reading, sources, one) for one in kept]
    found += [_direct(reading, sources, turns, region, links[region]) for region in spoken]
    return _in_order(found)


def scored_candidates(frame: Grammar) -> list[Scored]:
    """Returns the candidates of a frame that have content, with their probabilities."""
    counts = cue_counts()
    out = []
    for candidate in candidates(frame):
        spans = content_spans(frame, candidate)
        if spans:
            out.append(Scored(candidate, frame, spans, probability(counts, frame, candidate)))
    return out


def _settle(
    reading: Reading, kept: list[Scored], links: dict[int, Link | None]
) -> tuple[list[Scored], list[int]]:
    """Returns the candidates and the quotations that stand once neither claims the other's words."""
    spoken = []
    dropped: set[int] = set()
    for region, link in sorted(links.items()):
        inner = reading.regions[region].inner
        rivals = [at for at, one in enumerate(kept) if any(overlaps(inner, span) for span in one.spans)]
        if link is None and rivals:
            continue
        if link is not None and any(_holds(kept[at], link) for at in rivals):
            dropped.update(rivals)
            spoken.append(region)
        elif not rivals:
            spoken.append(region)
    return [one for at, one in enumerate(kept) if at not in dropped], spoken


def _holds(one: Scored, link: Link) -> bool:
    """Whether the candidate would take a quotation's own cue for content, or share the cue with it."""
    if link.verb is None or one.grammar is not link.grammar:
        return False
    start, end = link.grammar.span(link.verb, link.verb)
    if any(overlaps((start, end), span) for span in one.spans):
        return True
    return one.candidate.cue[0] <= link.verb <= one.candidate.cue[1]


def _indirect(reading: Reading, sources: SourceMentions, one: Scored) -> Attribution:
    candidate = one.candidate
    form = form_of(reading, one.spans)
    return Attribution(
        form=form,
        content=tuple(reading.evidence(*span) for span in one.spans),
        source=None if candidate.source is None else sources.mention(one.grammar, candidate.source),
        cue=_evidence(reading, one.grammar, candidate.cue),
        cue_lemma=candidate.lemma,
        speech=is_speech(cue_counts(), candidate.lemma),
    )


def _direct(
    reading: Reading, sources: SourceMentions, turns: dict[int, Turn], region: int, link: Link | None
) -> Attribution:
    turn = turns.get(reading.regions[region].paragraph)
    content = turn.content if turn is not None and turn.region == region else reading.regions[region].inner
    source = None
    if link is not None and link.source is not None:
        source = sources.mention(link.grammar, link.source)
    cue = None
    if link is not None and link.cue is not None and link.basis != Basis.RUNNING:
        cue = _evidence(reading, link.grammar, link.cue)
    return Attribution(
        form=QuoteForm.DIRECT,
        content=(reading.evidence(*content),),
        source=source,
        cue=cue,
        cue_lemma=link.lemma if link is not None else None,
    )


def _evidence(reading: Reading, grammar: Grammar, cue: tuple[int, int]) -> Evidence:
    return reading.evidence(*grammar.span(*cue))


def _in_order(found: list[Attribution]) -> tuple[Attribution, ...]:
    return tuple(sorted(found, key=lambda one: (one.content[0].span, one.form.value)))
