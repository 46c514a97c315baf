"""The candidate of a position being made, once its words are cut from the article."""

from __future__ import annotations

import re

from briefgen.extract.rules.dating import dates_clause, is_past_beside, top_of
from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.aims import aim_of
from briefgen.extract.rules.position.claim import (
    claim_of,
    evidence_of,
    is_bare_frame,
    is_cut_off,
    link_of,
    noun_phrase,
)
from briefgen.extract.rules.position.clauses import ClauseKind
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.shortened import without_comment, without_front, without_loose_end
from briefgen.extract.rules.position.spans import runs
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Evidence, Span
from briefgen.model.extraction import MentionForm, PositionCandidate
from briefgen.model.position import Basis, Stance
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import TimexMention

_CLOSING = re.compile(r"[,.]?[”\"]")
_BRACKETS = {"[": "]", "(": ")"}
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}$")


def finish(
    reading: Reading, g: Grammar, mentions: MentionTable, draft: Draft, timexes: SpanIndex[TimexMention]
) -> PositionCandidate | None:
    """Returns the candidate of a draft; None where too few words are left of it."""
    tokens = without_loose_end(g, without_front(g, draft.clause, draft.tokens))
    if draft.source is not None and g.passage.region is None:
        tokens = without_comment(g, tokens)
    is_whole = draft.words is not None or draft.front is not None or draft.first_half is not None
    if not tokens or (is_cut_off(g, draft.clause, tokens) and not is_whole):
        return None
    is_passed_on = bool(draft.relayed_by or draft.asserted_by)
    if draft.words is None and not is_passed_on and is_bare_frame(g, draft.clause, tokens):
        return None
    text = reading.article.text
    condition, starts, ends = draft.condition, g.passage.starts, g.passage.ends
    if condition is not None and draft.tokens[-1] != tokens[-1] and condition[0] >= ends[tokens[-1]]:
        condition = None  # it stood in what was cut off
    if condition is not None and condition[0] <= starts[tokens[0]] and condition[1] >= ends[tokens[-1]]:
        return None  # `If need be, walls rebuilt`: nothing hangs on it
    shown = tuple(sorted({*draft.cue, *tokens}))
    evidence = tuple(reading.evidence(*_closed(text, span)) for span in evidence_of(g, draft.clause, shown))
    if draft.first_half is not None:
        evidence = (reading.evidence(*draft.first_half), *evidence)
    claim = tuple(reading.evidence(*span) for span in _closed_all(text, _claim(g, draft, tokens)))
    aim = aim_of(g, mentions, draft)
    return PositionCandidate(
        evidence=evidence,
        holder=draft.holder,
        holder_is_author=draft.holder_is_author,
        asserted_by=draft.asserted_by,
        relayed_by=draft.relayed_by,
        by_report=(draft.basis is Basis.RELAYED and not draft.asserted_by)
        or (draft.source is not None and draft.source.is_by_report),
        act=draft.act,
        basis=draft.basis,
        stance=draft.stance,
        certainty=draft.certainty,
        target=draft.target or _spoken_of(g, mentions, draft),
        aimed_at=aim.actors,
        matter=aim.matter,
        condition=None if condition is None else reading.evidence(*_closed(text, condition)),
        claim=claim,
        claim_link=draft.link or link_of(g, draft.clause, draft.subject),
        attribution=draft.source.attribution if draft.source is not None else None,
        time=_time(reading, g, draft, evidence[0], timexes),
        cue_lemma=draft.key,
        strength=draft.strength,
    )


def _closed(text: str, span: Span) -> Span:
    """Returns a place that takes in the mark or bracket that closes, or opens, what it holds half of."""
    start, end = span
    for opening, closing in _BRACKETS.items():
        inside = text[start:end]
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            end += 1
        elif start and text[start - 1] == opening and inside.count(opening) < inside.count(closing):
            start -= 1
    words = text[start:end]
    is_open = words.count("“") > words.count("”") or words.count('"') % 2 == 1
    match = _CLOSING.match(text, end) if is_open else None
    return start, match.end() if match else end


def _closed_all(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(_closed(text, span) for span in spans)


def _claim(g: Grammar, draft: Draft, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    if draft.words is not None:
        return (draft.words,)
    front = draft.front or draft.first_half
    if front is not None:
        return (front, *runs(g, tokens))
    if draft.named is not None:
        return (draft.named, *runs(g, draft.tokens[1:]))
    if draft.link is None or draft.subject is None:
        return claim_of(g, draft.clause, tokens, draft.subject)
    first, last = noun_phrase(g, draft.subject)
    while last > first and g.deps[last] == "case":
        last -= 1
    after = last + 2 if g.deps[last + 1 : last + 2] == ("case",) else last + 1
    rest = tuple(t for t in tokens if t >= after or t > draft.clause.head)
    if draft.link_from is not None:
        rest = tuple(t for t in rest if t >= draft.link_from)
    return (g.span(first, last), *runs(g, rest))


def _spoken_of(g: Grammar, mentions: MentionTable, draft: Draft) -> tuple[int, ...]:
    """Returns the first actor in the words that is not a holder: first among objects, then anywhere."""
    head = draft.clause.head
    ordered = [c for c in g.children[head] if g.deps[c] in ("dobj", "dative")]
    ordered += [t for t in draft.tokens if t > head and t not in ordered]
    if draft.stance is Stance.OPPOSE:
        # `Any attack by Norway will be met with force`
        ordered += [t for t in draft.tokens if t < head]
    for token in ordered:
        found = mentions.at_token(g.passage, token)
        if found is None or found in draft.holder:
            continue
        if mentions[found].form is not MentionForm.PRONOUN and mentions[found].kind is not None:
            return (found,)
    return ()


def _time(
    reading: Reading, g: Grammar, draft: Draft, evidence: Evidence, timexes: SpanIndex[TimexMention]
) -> Span | None:
    """Returns the time that dates the position: the saying's own, else the first that its verb has in its words."""
    if draft.source is not None and draft.source.time is not None:
        return draft.source.time
    head = draft.clause.head
    first, last = g.sentences[g.sentence[head]]
    said = _saying(draft)
    if said is not None:
        for timex in timexes.starting_in(*g.span(first, last)):
            top = top_of(g, timex.span, first, last) if timex.timex3.type.value == "DATE" else None
            is_inside = evidence.start <= timex.span[0] < evidence.end
            verb = None if top is None else next((a for a in g.ancestors(top) if g.pos[a] in VERBAL), None)
            if top is not None and verb == said and not is_inside and dates_clause(g, top, said):
                return timex.span
    for timex in timexes.starting_in(evidence.start, evidence.end):
        if timex.span[1] > evidence.end or timex.timex3.type.value != "DATE":
            continue
        top = top_of(g, timex.span, first, last)
        if top is None or not dates_clause(g, top, head):
            continue
        # an offer made of a truce next month was not made next month
        if not (is_past_beside(g, top) and _is_ahead(timex, reading.article.head.published)):
            return timex.span
    return None


def _saying(draft: Draft) -> int | None:
    """Returns the verb of saying above what is said by it."""
    is_said = draft.clause.kind is ClauseKind.CONTENT and draft.source is not None
    return draft.clause.governor if is_said and draft.clause.own_subject else None


def _is_ahead(timex: TimexMention, published: str | None) -> bool:
    value = timex.timex3.value or ""
    return published is not None and _CALENDAR.match(value) is not None and value > published[: len(value)]
