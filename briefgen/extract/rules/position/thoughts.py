"""Thoughts that attributions name and the parse hides: `Kari likely doubts what they offer`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.extract.rules.position.complements import FACTS
from briefgen.extract.rules.position.frames import Frames
from briefgen.extract.rules.reading import Reading
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateGroup, PredicateKind, predicate_index
from briefgen.lexicons.stances import stance_words
from briefgen.model.evidence import Span
from briefgen.model.extraction import Attribution, Mention, PositionCandidate
from briefgen.model.position import Act, Basis, Certainty, Stance
from briefgen.model.span_index import SpanIndex

_NEGATED = re.compile(r"\b(?:not|never|no longer|hardly|neither|nor|cannot)\b|n['’]t\b", re.I)
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|['’]s|['’]re)\s+"
    r"(?:(?:\w+ly|also|now|still|not|long)\s+)*(?!\w+ing\b)\w+(?: (?:to|of|as|by))?$",
    re.I,
)
"""`were expected`: whoever expects it is somebody else."""
_WHO = re.compile(r"\b(?:who|whom|which|that) $")
"""`a man who many believe lied`: the thought is about the man."""
_WHO_SPAN = len("which ")
_ASKS = re.compile(r"[^.?!:;\n]{0,200}\?")
"""The rest of a question: `Does Norway want a war?` tells nobody's wish."""
_WORD = re.compile(r"[a-z’']+")
_TURNED = {Stance.SUPPORT: Stance.OPPOSE, Stance.OPPOSE: Stance.SUPPORT}
_FURTHEST = 60
"""Characters between source and content: what lies further apart is not one clause."""


def thoughts_of(
    reading: Reading,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    frames: Frames,
    found: Sequence[PositionCandidate],
) -> Iterator[PositionCandidate]:
    """Yields a position for each attributed thought that no clause has yielded."""
    taken = SpanIndex((e.span, e.span) for candidate in found for e in candidate.evidence)
    needs_clause, units = position_cues().knowing | position_cues().perceiving, position_cues().units_of_waits
    for index, attribution in enumerate(attributions):
        group = _group(attribution.cue_lemma)
        cue = attribution.cue
        if group is None or attribution.speech or cue is None or group.only == "ascribed":
            continue
        if attribution.cue_lemma in needs_clause and not _is_clause(attribution.content[0].text):
            continue
        if attribution.cue_lemma == "wait" and attribution.content[0].text.split()[-1].rstrip("s") in units:
            continue
        if _is_idle(attribution.cue_lemma, attribution.content[0].text):
            continue
        at = attribution.source if attribution.source is not None else _before(reading, cue.start, mentions)
        if at is None:
            continue
        source, content = mentions[at], attribution.content[0]
        if source.kind is None or content.start < cue.end or source.span[1] > cue.start:
            continue
        if content.start - source.span[1] > _FURTHEST or _is_taken(content.span, taken):
            continue
        text, before = reading.article.text, source.span[0]
        if _WHO.search(text, max(0, before - _WHO_SPAN), before) or _PASSIVE.search(
            text, source.span[1], cue.end
        ):
            continue
        start, end = source.span[0], content.end
        taken.add((start, end), (start, end))
        around = [f for f in frames.at(cue.start) if f.source != (at,)]
        outer = around[-1] if around else None
        between = reading.article.text[source.span[1] : content.start]
        if _is_undone(between) or _ASKS.match(text, content.end):
            continue
        evidence = reading.evidence(start, end)
        yield PositionCandidate(
            evidence=(evidence,),
            holder=(at,),
            asserted_by=() if outer is None else outer.source,
            act=_act(group, between),
            basis=Basis.NARRATED if outer is None else Basis.IMPUTED,
            stance=_stance(group, between),
            certainty=_certainty(between),
            attribution=index,
            cue_lemma=f"{group.id}:{attribution.cue_lemma}",
            strength=0.7,
        )


def _is_idle(lemma: str | None, content: str) -> bool:
    """Whether a verb tells nothing with what stands under it: `considered the matter`."""
    if lemma == "value" and " at " in content:
        return True  # `valued the herd at two million`
    last = content.split()[-1].lower()
    return any(
        group.only == "idle" and rest == (last,) for rest, group in predicate_index().get(lemma or "", ())
    )


def _is_clause(content: str) -> bool:
    first, _, rest = content.lower().partition(" ")
    return first in ("that", "how", "why", "whether") or (first in FACTS and not rest)


def _group(lemma: str | None) -> PredicateGroup | None:
    """Returns the attitude that a cue is by itself."""
    entries = predicate_index().get(lemma, ()) if lemma else ()
    return next((g for rest, g in entries if not rest and g.kind is PredicateKind.ATTITUDE), None)


def _before(reading: Reading, start: int, mentions: Sequence[Mention]) -> int | None:
    """Returns the mention that stands right before a cue, where its attribution names no source."""
    text = reading.article.text
    near = [
        (mention.span[0], index)
        for index, mention in enumerate(mentions)
        if start - 3 <= mention.span[1] <= start and not text[mention.span[1] : start].strip()
    ]
    return min(near)[1] if near else None


def _is_taken(span: Span, taken: SpanIndex[Span]) -> bool:
    """Whether more than half of a stretch is told by positions found, together."""
    covered, reached = 0, span[0]
    for start, end in sorted(taken.overlapping(*span)):
        covered += max(0, min(span[1], end) - max(reached, start))
        reached = max(reached, end)
    return covered > 0.5 * (span[1] - span[0])


def _act(group: PredicateGroup, cue: str) -> Act:
    return group.negated.act if group.negated is not None and _NEGATED.search(cue) else group.act


def _stance(group: PredicateGroup, cue: str) -> Stance:
    if not _NEGATED.search(cue):
        return group.stance
    return group.negated.stance if group.negated is not None else _TURNED.get(group.stance, group.stance)


def _is_undone(cue: str) -> bool:
    """Whether somebody did not come to think it: `failed to back it`, `is unlikely to back it`, `has yet to`."""
    words = _WORD.findall(cue.lower())
    omits = any(word.startswith(tuple(stance_words().omitting)) for word in words)
    return omits or not {"unlikely", "yet"}.isdisjoint(words)


def _certainty(cue: str) -> Certainty:
    words = set(_WORD.findall(cue.lower()))
    if words & (modality().possible.words - {"can"}):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if words & {"likely", "probably", "presumably"} else Certainty.CERTAIN
