"""Attributions: who is said to say, think or want what (PolNeAR's source, cue and content)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefgen.extract.rules.attribution.afterthoughts import afterthoughts
from briefgen.extract.rules.attribution.candidate import Candidate
from briefgen.extract.rules.attribution.candidates import candidates
from briefgen.extract.rules.attribution.choose import Scored, choose, enclosing, fragments_of, overlaps
from briefgen.extract.rules.attribution.cue_counts import cue_counts, cue_verb, probability
from briefgen.extract.rules.attribution.link import Basis, Link
from briefgen.extract.rules.attribution.said import is_said
from briefgen.extract.rules.attribution.saying import says
from briefgen.extract.rules.attribution.setting import Setting, setting_of, venues
from briefgen.extract.rules.attribution.source_mentions import SourceMentions
from briefgen.extract.rules.attribution.spans import content_spans, form_of, titles_in, with_marks
from briefgen.extract.rules.attribution.speeches import before_in_speech, link_quotations
from briefgen.extract.rules.attribution.turns import Turn, find_turns
from briefgen.extract.rules.attribution.viewpoints import SURE, viewpoints
from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Attribution
from briefgen.model.quote import QuoteForm
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import TimexMention


def find_attributions(
    reading: Reading, mentions: MentionTable, timexes: tuple[TimexMention, ...]
) -> tuple[tuple[Attribution, ...], tuple[Attribution, ...]]:
    """Returns the attributions of a reading, by place of their first content, and those that enclose others.

    The first do not overlap: who quotes somebody is left out where the inner words are told. The second are what
    was left out so: `Her father had wanted to stay, she said, and had told the staff that …`.
    """
    frames = {g.passage.paragraph: g for g in reading.grammars if g.passage.region is None}
    insides = {g.passage.region: g for g in reading.grammars if g.passage.region is not None}
    turns = find_turns(reading, frames, insides)
    links = link_quotations(reading, frames, turns)
    kept: list[Scored] = []
    around: list[Scored] = []
    for frame in frames.values():
        found = _without_relays(reading, scored_candidates(reading, frame))
        chosen = choose(found, fragments_of(reading, frame))
        kept += chosen
        around += enclosing(found, chosen)
    plain = [turn for turn in turns.values() if turn.region is None]
    told = SpanIndex((turn.content, turn) for turn in plain)
    kept = [one for one in kept if not any(told.overlapping(*span) for span in one.spans)]
    kept, spoken = _settle(reading, kept, links)
    sources = SourceMentions(reading, mentions)
    dated = SpanIndex((timex.span, timex) for timex in timexes)
    made = [_Found(_indirect(reading, sources, one, dated)) for one in kept]
    for region in spoken:
        link = links[region]
        one = _direct(reading, sources, turns, region, link, dated)
        made.append(_Found(one, region, before_in_speech(reading, links, region)))
    made += [_Found(_turn(reading, sources, turn)) for turn in plain]
    return _in_order(made), tuple(_indirect(reading, sources, one, dated) for one in around)


_SURE = 0.35
"""Probability from which a clause with quoted words counts as somebody's own."""


_FEWEST_LEFT = 4
"""Words of a clause that make it worth keeping without the quotation at its end."""


_LEFT_OPEN = frozenset({"be", "have", "to", "do", "will", "would"})
"""Words that a clause cannot end in: `that its editors had “read all of it. We stand by it.”`"""


@dataclass(frozen=True, slots=True)
class _Found:
    attribution: Attribution
    region: int | None = None
    before: int | None = None
    """The region whose speech it goes on with."""


def scored_candidates(reading: Reading, frame: Grammar) -> list[Scored]:
    """Returns the candidates of a frame that have content, with their probabilities."""
    counts = cue_counts()
    out = []
    titles = {start for start, _ in titles_in(reading, frame.passage.paragraph)}
    for candidate in candidates(frame):
        spans = content_spans(frame, candidate)
        if not spans or spans[0][0] in titles or _leads_to_quotation(frame, candidate):
            continue
        if not _is_relative_pronoun(frame, candidate):
            out.append(Scored(candidate, frame, spans, probability(counts, frame, candidate)))
    for candidate in (*viewpoints(frame), *afterthoughts(frame)):
        spans = content_spans(frame, candidate)
        if spans:
            out.append(Scored(candidate, frame, spans, SURE))
    return out


def _leads_to_quotation(frame: Grammar, candidate: Candidate) -> bool:
    """Whether a content but tells a quotation behind it: `When asked, Lund warned, “…,” he told the radio`."""
    for _, last in candidate.content:
        while last > 0 and frame.pos[last] == "PUNCT":
            last -= 1
        if frame.leads_to_quotation(last) and _only_frames(frame, last):
            return True
    return False


def _is_relative_pronoun(frame: Grammar, candidate: Candidate) -> bool:
    """Whether a content is no more than `which`: `the aid, which was denied by the bank`."""
    first, last = candidate.content[0]
    return first == last and len(candidate.content) == 1 and frame.tags[first] in ("WDT", "WP")


def _without_relays(reading: Reading, found: list[Scored]) -> list[Scored]:
    """Leaves out a go-between's clause that holds words quoted from somebody else.

    `Lee has pledged a “gentle” reform, according to the agency.`: Lee's words, which the agency relays.
    """
    quoting = [
        one
        for one in found
        if one.probability >= _SURE
        and not one.candidate.kind.startswith("phrase")
        and any(
            overlaps(region.inner, span) for span in one.spans for region in reading.regions.overlapping(span)
        )
    ]
    return [
        one
        for one in found
        if one.candidate.lemma != "according to"
        or not any(one.extent[0] <= inner.extent[0] and inner.extent[1] <= one.extent[1] for inner in quoting)
    ]


def _settle(
    reading: Reading, kept: list[Scored], links: dict[int, Link | None]
) -> tuple[list[Scored], list[int]]:
    """Returns the candidates and the quotations that stand once neither claims the other's words."""
    spoken = []
    dropped: set[int] = set()
    places = SpanIndex((span, at) for at, one in enumerate(kept) for span in one.spans)
    for region, link in sorted(links.items()):
        inner = reading.regions[region].inner
        near = sorted(set(places.overlapping(*inner)))
        rivals = [at for at in near if any(overlaps(inner, span) for span in kept[at].spans)]
        if link is None and rivals:
            continue
        if link is not None and any(_holds(kept[at], link) for at in rivals):
            for at in rivals:
                before = _up_to(kept[at], reading.regions[region].outer[0])
                if before is None:
                    dropped.add(at)
                else:
                    kept[at] = before
            spoken.append(region)
        elif not rivals:
            spoken.append(region)
    used: dict[int, list[Link]] = {}
    for region in spoken:
        if (link := links[region]) is not None:
            used.setdefault(link.grammar.passage.paragraph, []).append(link)
    left = [one for at, one in enumerate(kept) if at not in dropped]
    return [
        one
        for one in left
        if not any(_is_addressee(one, link) for link in used.get(one.grammar.passage.paragraph, ()))
    ], spoken


def _is_addressee(one: Scored, link: Link) -> bool:
    """Whether a candidate is whom a quotation was said to, or who said it: `“…,” Lund told the radio via email`."""
    candidate = one.candidate
    if link.verb is None or one.grammar is not link.grammar:
        return False
    if not candidate.cue[0] <= link.verb <= candidate.cue[1]:
        return False
    is_sayer = link.source is not None and any(a <= link.source <= b for a, b in candidate.content)
    return is_sayer or (candidate.kind.startswith("object") and candidate.lemma in venues().addressing)


def _up_to(one: Scored, end: int) -> Scored | None:
    """Returns a candidate cut before a quotation that is another's; None if little is left."""
    passage = one.grammar.passage
    parts = []
    for first, last in one.candidate.content:
        while last >= first and passage.ends[last] > end:
            last -= 1
        if first <= last:
            parts.append((first, last))
    last = parts[-1][1] if parts else 0
    while parts and last > parts[-1][0] and one.grammar.pos[last] == "PUNCT":
        last -= 1
    if parts and (one.grammar.lemmas[last] in _LEFT_OPEN or _only_frames(one.grammar, last)):
        return None
    shorter = replace(one.candidate, content=tuple(parts))
    if shorter.width < _FEWEST_LEFT or (shorter.width * 2 < one.candidate.width and shorter.width < 8):
        return None
    spans = content_spans(one.grammar, shorter)
    return Scored(shorter, one.grammar, spans, one.probability) if spans else None


def _only_frames(grammar: Grammar, verb: int) -> bool:
    """Whether the last word before a quotation is the verb that tells it: `The guards were told, “…”`."""
    return grammar.pos[verb] in VERBAL and says(grammar.lemmas[verb])


def _holds(one: Scored, link: Link) -> bool:
    """Whether the candidate would take a quotation's own cue for content, or share the cue with it."""
    if link.verb is None or one.grammar is not link.grammar:
        return False
    start, end = link.grammar.span(link.verb, link.verb)
    if any(overlaps((start, end), span) for span in one.spans):
        return True
    return one.candidate.cue[0] <= link.verb <= one.candidate.cue[1]


def _indirect(
    reading: Reading, sources: SourceMentions, one: Scored, timexes: SpanIndex[TimexMention]
) -> Attribution:
    candidate = one.candidate
    verb = cue_verb(one.grammar, candidate.cue)
    speech = is_said(one.grammar, candidate, verb)
    setting = setting_of(one.grammar, verb, candidate.source, one.spans, timexes) if speech else Setting()
    spans = with_marks(reading, one.spans)
    form = form_of(reading, spans, speech=speech)
    return Attribution(
        form=form,
        content=tuple(reading.evidence(*span) for span in spans),
        source=None if candidate.source is None else sources.mention(one.grammar, candidate.source),
        cue=_evidence(reading, one.grammar, candidate.cue),
        cue_lemma=candidate.lemma,
        speech=speech,
        venue=None if setting.venue is None else reading.evidence(*setting.venue),
        time=setting.time,
        relay=None if setting.relay is None else sources.mention(one.grammar, setting.relay),
        spoken_of=None if setting.spoken_of is None else sources.known(one.grammar, setting.spoken_of),
    )


def _direct(
    reading: Reading,
    sources: SourceMentions,
    turns: dict[int, Turn],
    region: int,
    link: Link | None,
    timexes: SpanIndex[TimexMention],
) -> Attribution:
    turn = turns.get(reading.regions[region].paragraph)
    content = turn.content if turn is not None and turn.region == region else reading.regions[region].inner
    source = None
    if link is not None and link.source is not None:
        source = sources.mention(link.grammar, link.source)
    cue = None
    if link is not None and link.cue is not None and link.basis != Basis.RUNNING:
        cue = _evidence(reading, link.grammar, link.cue)
    setting = Setting()
    if link is not None and link.verb is not None and link.basis != Basis.RUNNING:
        setting = setting_of(link.grammar, link.verb, link.source, (), timexes)
    return Attribution(
        form=QuoteForm.DIRECT,
        content=(reading.evidence(*content),),
        source=source,
        cue=cue,
        cue_lemma=link.lemma if link is not None else None,
        venue=None if setting.venue is None else reading.evidence(*setting.venue),
        time=setting.time,
        relay=None if setting.relay is None or link is None else sources.mention(link.grammar, setting.relay),
        spoken_of=None
        if setting.spoken_of is None or link is None
        else sources.known(link.grammar, setting.spoken_of),
    )


def _turn(reading: Reading, sources: SourceMentions, turn: Turn) -> Attribution:
    """Returns a turn without marks: all of its words are the speaker's own."""
    return Attribution(
        form=QuoteForm.DIRECT,
        content=(reading.evidence(*turn.content),),
        source=sources.mention(turn.grammar, turn.source),
    )


def _evidence(reading: Reading, grammar: Grammar, cue: tuple[int, int]) -> Evidence:
    return reading.evidence(*grammar.span(*cue))


def _in_order(found: list[_Found]) -> tuple[Attribution, ...]:
    ordered = sorted(found, key=lambda one: (one.attribution.content[0].span, one.attribution.form.value))
    places = {one.region: at for at, one in enumerate(ordered) if one.region is not None}
    out = []
    for at, one in enumerate(ordered):
        before = None if one.before is None else places.get(one.before)
        if before is None or before >= at:
            out.append(one.attribution)
        else:
            out.append(one.attribution.model_copy(update={"continues": before}))
    return tuple(out)
