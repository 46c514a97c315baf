"""Counts how often which cue with which complement is an attribution, in a file of annotated articles.

    python -m briefgen.evaluate.count_cues ANNOTATED.jsonl > briefgen/lexicons/en/cue_counts.yml

The file has one article a line: {"id", "text", "quotes": [{"start", "end", "speaker": {"start", "end"}
or null}]}. Only counts leave it.
"""

from __future__ import annotations

import json
import math
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen.extract.rules.attribution.candidate import Candidate
from briefgen.extract.rules.attribution.candidates import candidates
from briefgen.extract.rules.attribution.cue_counts import CueCounts, circumstances, rate
from briefgen.extract.rules.attribution.saying import sort_of
from briefgen.extract.rules.attribution.spans import content_spans
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.rules.reading import Reading, read
from briefgen.ingest.article import article_from_text
from briefgen.lexicons.load import Provenance
from briefgen.model.evidence import Span

_LEMMA = re.compile(r"[a-z]+(?: [a-z]+)?|:")
_WORD = re.compile(r"\w+(?:[’'.\-&]\w+)*")
_DRAW = 10
"""Sightings by which a circumstance's rate is drawn to what the cue alone would give."""

_FEWEST = 2
"""Attributions that a lemma needs to be listed: one alone may be a slip of the parser."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate, whether it is an attribution of the annotation, and what surrounds it."""

    lemma: str
    kind: str
    hit: bool
    surroundings: tuple[tuple[str, str], ...]


def sightings(reading: Reading, quotes: list[dict[str, Any]]) -> Iterator[Sighting]:
    """Yields every candidate of an article, judged by the article's annotated quotes."""
    starts = [match.start() for match in _WORD.finditer(reading.article.text)]

    def words(start: int, end: int) -> Span:
        return bisect_left(starts, start), bisect_left(starts, end)

    gold = [(words(quote["start"], quote["end"]), quote) for quote in quotes]
    for grammar in reading.grammars:
        if grammar.passage.region is not None:
            continue
        for candidate in candidates(grammar):
            spans = content_spans(grammar, candidate)
            if not spans:
                continue
            matched = [_best(words(*span), gold) for span in spans]
            hit = all(quote is not None and _same_source(grammar, candidate, quote) for quote in matched)
            yield Sighting(
                candidate.lemma,
                candidate.kind,
                hit,
                tuple(sorted(circumstances(grammar, candidate).items())),
            )


def _best(span: Span, gold: list[tuple[Span, dict[str, Any]]]) -> dict[str, Any] | None:
    """Returns the annotated quote that shares at least half of the words of both."""
    best, found = 0.5, None
    for (start, end), quote in gold:
        shared = min(end, span[1]) - max(start, span[0])
        if shared > 0:
            share = shared / (max(end, span[1]) - min(start, span[0]))
            if share >= best:
                best, found = share, quote
    return found


def _same_source(grammar: Grammar, candidate: Candidate, quote: dict[str, Any]) -> bool:
    speaker = quote.get("speaker")
    if speaker is None or candidate.source is None:
        return speaker is None and candidate.source is None
    start, end = grammar.passage.starts[candidate.source], grammar.passage.ends[candidate.source]
    return bool(speaker["start"] <= start and end <= speaker["end"])


def count(found: list[Sighting], provenance: Provenance) -> CueCounts:
    """Returns the counts of sightings; cues seen once or twice and never an attribution are left out."""
    kinds: dict[str, Counter[bool]] = defaultdict(Counter)
    sorts: dict[str, dict[str, Counter[bool]]] = defaultdict(lambda: defaultdict(Counter))
    cues: dict[str, dict[str, Counter[bool]]] = defaultdict(lambda: defaultdict(Counter))
    for one in found:
        kinds[one.kind][one.hit] += 1
        sorts[sort_of(one.lemma, one.kind)][one.kind][one.hit] += 1
        cues[one.lemma][one.kind][one.hit] += 1
    known = {
        lemma: {
            kind: (tally[True], tally.total())
            for kind, tally in sorted(own.items())
            if _tells(kinds, kind, tally)
        }
        for lemma, own in sorted(cues.items())
        if sum(tally[True] for tally in own.values()) >= _FEWEST and _LEMMA.fullmatch(lemma)
    }
    counts = CueCounts(
        provenance=provenance,
        kinds={
            sort: {kind: (tally[True], tally.total()) for kind, tally in sorted(own.items())}
            for sort, own in sorted(sorts.items())
        },
        cues={lemma: own for lemma, own in known.items() if own},
    )
    return counts.model_copy(update={"circumstances": _odds(counts, found)})


def _tells(kinds: dict[str, Counter[bool]], kind: str, tally: Counter[bool]) -> bool:
    """Whether a cue's tally says something that its complement's rate does not."""
    if tally[True]:
        return True
    return tally.total() > 2 and kinds[kind][True] * 20 >= kinds[kind].total()


def _odds(counts: CueCounts, found: list[Sighting]) -> Any:
    """Returns by how much each circumstance moves the odds that the cue alone gives."""
    tallies: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for one in found:
        expected = rate(counts, one.lemma, one.kind)
        if expected < 0.03:
            continue
        for circumstance in one.surroundings:
            tally = tallies[circumstance]
            tally[0] += 1
            tally[1] += one.hit
            tally[2] += expected
    odds: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, value), (seen, hits, expected) in sorted(tallies.items()):
        mean = expected / seen
        share = (hits + mean * _DRAW) / (seen + _DRAW)
        if seen >= _DRAW and share < 1:
            odds[name][value] = round(math.log(share / (1 - share)) - math.log(mean / (1 - mean)), 3)
    return type(counts.circumstances).model_validate(dict(odds))


def as_yaml(counts: CueCounts) -> str:
    """Returns the counts as the lexicon file, one cue a line."""
    lines = ["# Counted, not written: see briefgen/evaluate/count_cues.py.", "provenance:"]
    lines += [f"  source: {json.dumps(counts.provenance.source)}"]
    lines += [f"  licence: {json.dumps(counts.provenance.licence)}"]
    lines += ["# sort of cue, complement: [attributions, sightings]", "kinds:"]
    for sort, kinds in counts.kinds.items():
        lines.append(f"  {sort}:")
        lines += [f"    {json.dumps(kind)}: {list(pair)}" for kind, pair in kinds.items()]
    lines += ["circumstances:"]
    for name, values in counts.circumstances.model_dump().items():
        lines.append(f"  {name}:")
        lines += [f"    {json.dumps(value)}: {odds}" for value, odds in values.items()]
    lines += ["# cue: {complement: [attributions, sightings]}", "cues:"]
    for lemma, kinds in counts.cues.items():
        own = ", ".join(f"{json.dumps(kind)}: {list(pair)}" for kind, pair in kinds.items())
        lines.append(f"  {json.dumps(lemma, ensure_ascii=False)}: {{{own}}}")
    return "\n".join(lines) + "\n"


def main(path: Path) -> None:
    """Prints the lexicon counted in a file of annotated articles."""
    found: list[Sighting] = []
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            reading = read(article_from_text("x", row["text"]), load_nlp())
            found.extend(sightings(reading, row["quotes"]))
    provenance = Provenance(
        source="Counts over the training part of PolNeAR 1.0 (political news attribution relations), by cue "
        "lemma and complement; no text of it is kept.",
        licence="MIT, as facts counted by this project; the corpus itself is not distributed with it.",
    )
    sys.stdout.write(as_yaml(count(found, provenance)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
