"""Which candidates are kept: the likely ones; where they overlap the likelier, with a lean to the outer."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefgen.extract.rules.attribution.candidate import Candidate
from briefgen.extract.rules.attribution.saying import says
from briefgen.extract.rules.attribution.spans import is_title_at
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.reading import Reading
from briefgen.model.evidence import Span

THRESHOLD = 0.2
"""Least probability: about half the F1 that can be reached, where keeping one more begins to pay."""

_TAGS = frozenset({"floating", "aside", "before"})
"""Kinds of cues set off from what they report, so that the widest reading is as good as the likeliest."""
QUOTED_THRESHOLD = 0.1
"""Least probability where a part of the content stands in quotation marks and nothing else claims it."""
LEAN = 0.3
"""How much width counts where candidates overlap: 0 not at all, 1 as much as probability."""
_NARROW = 3
"""Characters between two parts of a clause that the parser cut: a space, or a dash with its spaces."""
_JOINTS = frozenset({",", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its place in the article and its probability."""

    candidate: Candidate
    grammar: Grammar
    spans: tuple[Span, ...]
    probability: float

    @property
    def extent(self) -> Span:
        """From the first to the last character of the content."""
        return self.spans[0][0], self.spans[-1][1]

    @property
    def weight(self) -> float:
        """The probability, leaning to the wider content: an attribution within another is not kept."""
        start, end = self.extent
        return self.probability * math.pow(end - start, LEAN)


def choose(found: Iterable[Scored], fragments: Iterable[Span] = ()) -> list[Scored]:
    """Returns the candidates that do not overlap, the weightiest first, by place.

    `fragments` are words in quotation marks that are part of the frame's grammar: somebody said them, so that
    a candidate which holds one needs less else to speak for it.
    """
    ranked = sorted(_likeliest(found), key=lambda one: (-one.weight, one.extent, one.candidate.kind))
    kept: list[Scored] = []
    _keep(kept, (one for one in ranked if one.probability >= THRESHOLD))
    for fragment in fragments:
        if not any(overlaps(fragment, span) for one in kept for span in one.spans):
            holding = (
                one
                for one in ranked
                if one.probability >= QUOTED_THRESHOLD
                and any(span[0] <= fragment[0] and fragment[1] <= span[1] + 1 for span in one.spans)
            )
            _keep(kept, list(holding)[:1])
    return _joined(sorted(kept, key=lambda one: one.extent))


def _joined(kept: list[Scored]) -> list[Scored]:
    """Returns the candidates, two contents of one cue as one where the parser only cut their clause.

    `has said that they will stay unless all charges brought in 2018 | are dropped`
    """
    out: list[Scored] = []
    for one in kept:
        if not out or not _goes_on(out[-1], one):
            out.append(one)
            continue
        front, back = out[-1], one
        (*parts, (first, _)), ((_, last), *others) = front.candidate.content, back.candidate.content
        (*spans, (start, _)), ((_, end), *more) = front.spans, back.spans
        whole = replace(front.candidate, content=(*parts, (first, last), *others))
        out[-1] = replace(front, candidate=whole, spans=(*spans, (start, end), *more))
    return out


def _goes_on(one: Scored, other: Scored) -> bool:
    """Whether a content goes on with another of its cue, no word and no quotation between."""
    first, second, g = one.candidate, other.candidate, one.grammar
    if g is not other.grammar or first.cue != second.cue or first.source != second.source:
        return False
    (_, last), (start, _) = first.content[-1], second.content[0]
    gap = other.extent[0] - one.extent[1]
    if not 0 < gap <= _NARROW or last >= start or g.sentence[last] != g.sentence[start]:
        return False
    return all(g.words[at] in _JOINTS for at in range(last + 1, start)) and last not in g.passage.quoted


def enclosing(found: Iterable[Scored], chosen: Iterable[Scored]) -> list[Scored]:
    """Returns the sayings left out for another's inside their content: `…, she said, and had told him that …`."""
    inner = list(chosen)
    everything = list(found)
    likely = [_whole(one) for one in everything if one.candidate.kind in _TAGS] + _likeliest(everything)
    out: list[Scored] = []
    for one in sorted(likely, key=lambda one: (-one.candidate.width, one.extent, one.candidate.kind)):
        is_speech = says(one.candidate.lemma) or one.candidate.kind.startswith("phrase")
        if one.probability < THRESHOLD or not is_speech or one.candidate.source is None:
            continue
        told = [other for other in inner if not _same_verb(one, other) and _encloses(one, other)]
        is_wider = one.candidate.kind in _TAGS or not any(_same_verb(one, other) for other in inner)
        is_chosen = any(_same_verb(one, other) and one.spans == other.spans for other in inner)
        if told and is_wider and not is_chosen and not any(_same_verb(one, other) for other in out):
            out.append(one)
    return out


def _whole(one: Scored) -> Scored:
    """Returns a candidate with all the words that its cue is set off from, not only those told as its own."""
    return replace(one, spans=tuple(one.grammar.span(*part) for part in one.candidate.content))


def _same_verb(one: Scored, other: Scored) -> bool:
    return one.grammar is other.grammar and one.candidate.cue[1] == other.candidate.cue[1]


def _encloses(one: Scored, other: Scored) -> bool:
    """Whether a saying with its cue stands wholly in the content of another."""
    if one.grammar is not other.grammar:
        return False
    cue = other.grammar.span(*other.candidate.cue)
    inside = [cue, *other.spans]
    return all(any(a <= start and end <= b + 1 for a, b in one.spans) for start, end in inside)


def _likeliest(found: Iterable[Scored]) -> list[Scored]:
    """Leaves out the readings of a cue that overlap a likelier one of the same cue: `told (X) that Y`."""
    by_cue: dict[tuple[int, int, str], list[Scored]] = {}
    for one in found:
        key = (id(one.grammar), one.candidate.cue[0], one.candidate.lemma)
        by_cue.setdefault(key, []).append(one)
    out = []
    for own in by_cue.values():
        own.sort(key=lambda one: (-one.probability, one.extent, one.candidate.kind))
        kept: list[Scored] = []
        for one in own:
            if not any(overlaps(span, other) for held in kept for other in held.spans for span in one.spans):
                kept.append(one)
        out += kept
    return out


def fragments_of(reading: Reading, frame: Grammar) -> tuple[Span, ...]:
    """Returns the words in double marks that stand in a frame as part of its grammar."""
    return tuple(
        region.inner
        for _, region in reading.regions.of_paragraph(frame.passage.paragraph)
        if not region.masked and not region.is_single and not is_title_at(reading, region)
    )


def _keep(kept: list[Scored], ranked: Iterable[Scored]) -> None:
    """Adds the candidates that leave alone what is kept already."""
    for one in ranked:
        taken = [span for other in kept for span in other.spans]
        repeated = any(_same_cue(one.candidate, other.candidate) for other in kept)
        if not repeated and not any(overlaps(span, other) for other in taken for span in one.spans):
            kept.append(one)


def _same_cue(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates read one verb twice: `referred to X`, `referred to X as Y`."""
    return one.cue[0] == other.cue[0] and one.lemma == other.lemma and one.kind != other.kind


def overlaps(first: Span, second: Span) -> bool:
    """Whether two spans share a character."""
    return first[0] < second[1] and second[0] < first[1]
