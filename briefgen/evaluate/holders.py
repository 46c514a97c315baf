"""Whose word positions stand on, beside attributions that people annotated in the same articles.

`briefgen extract --no-registry --jsonl ARTICLES.jsonl > BRIEFS.jsonl`, then
`python -m briefgen.evaluate.holders ARTICLES.jsonl BRIEFS.jsonl`. Each line of the articles has `id`, `text` and
`quotes`: a content from `start` to `end`, with a `speaker` that has `start`, `end` and `text`, or none. `--list`
prints each position that is not told by whom the annotators named.

A position of the article's author is not counted. Where one is imputed, whoever asserts it is compared, else its holder
and through whom it came. Annotations are no full truth: many hold no attitudes, deeds or views within views.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.function_words import function_words
from briefgen.model.actor import NAMELESS_AUTHOR
from briefgen.model.brief import Brief
from briefgen.model.evidence import Span
from briefgen.model.position import Basis, Position

_WORD = re.compile(r"[^\W_]+")
_LEAST = 0.5
"""What part of the shorter of two stretches has to be shared."""


class Verdict(Enum):
    """How a position stands to the annotation of its words."""

    SAME = "same source"
    OPEN = "source is a pronoun or not told"
    OTHER = "another source"
    NONE = "no attribution"


class Finding(NamedTuple):
    """A position laid beside the annotation."""

    position: Position
    verdict: Verdict
    sources: tuple[str, ...]
    """The annotated sources of its words."""


def compare(brief: Brief, quotes: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """Yields each position that somebody else than the author holds or vouches for."""
    annotated = list(quotes)
    for position in brief.positions:
        if position.basis not in (Basis.STATED, Basis.RELAYED, Basis.IMPUTED):
            continue
        who = position.asserted_by if position.basis is Basis.IMPUTED else position.holder
        if who and NAMELESS_AUTHOR.id not in who:
            yield _finding(brief, position, {*who, *position.relayed_by}, annotated)


def _finding(brief: Brief, position: Position, ids: set[str], annotated: list[Mapping[str, Any]]) -> Finding:
    actors = [actor for actor in brief.actors if actor.id in ids]
    names = {word for actor in actors for name in (actor.name, *actor.aliases) for word in _words(name)}
    names |= {word for actor in actors for mention in actor.mentions for word in _words(mention.text)}
    spans = [mention.span for actor in actors for mention in actor.mentions]
    told = [q for q in annotated if any(_shares((q["start"], q["end"]), e.span) for e in position.evidence)]
    speakers = [q["speaker"] for q in told if q["speaker"]]
    sources = tuple(speaker["text"] for speaker in speakers)
    if any(
        _words(s["text"]) & names or any(s["start"] < end and start < s["end"] for start, end in spans)
        for s in speakers
    ):
        return Finding(position, Verdict.SAME, sources)
    if not told:
        return Finding(position, Verdict.NONE, sources)
    is_named = any(_words(source) for source in sources)
    return Finding(position, Verdict.OTHER if is_named else Verdict.OPEN, sources)


def _words(text: str) -> set[str]:
    """Returns the words that can tell who somebody is, in small letters."""
    return set(_WORD.findall(text.lower())) - _empty()


@cache
def _empty() -> frozenset[str]:
    return frozenset(function_words().stop.words) | noun_sets().honorifics


def _shares(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > _LEAST * min(one[1] - one[0], other[1] - other[0])


def report(findings: Iterable[Finding]) -> list[str]:
    """Returns a line for each basis and verdict, with its part of the basis."""
    counts = Counter((finding.position.basis, finding.verdict) for finding in findings)
    lines = []
    for basis in (Basis.STATED, Basis.RELAYED, Basis.IMPUTED):
        whole = sum(counts[basis, verdict] for verdict in Verdict)
        for verdict in Verdict:
            number = counts[basis, verdict]
            part = number / whole if whole else 0.0
            lines.append(f"{basis.value:8s} {verdict.value:33s} {number:6,d} {part:7.1%}")
    return lines


def main() -> None:
    """Prints the report of two files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("briefs", type=Path)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    quotes = {row["id"]: row["quotes"] for row in _rows(arguments.articles)}
    findings: list[Finding] = []
    for row in _rows(arguments.briefs):
        if "brief" not in row:
            continue
        of_article = list(compare(Brief.model_validate(row["brief"]), quotes[row["id"]]))
        findings += of_article
        for finding in of_article if arguments.list else ():
            if finding.verdict in (Verdict.OTHER, Verdict.NONE):
                position = finding.position
                print(row["id"], position.basis.value, position.holder, finding.sources, position.claim)
    print("\n".join(report(findings)))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


if __name__ == "__main__":
    main()
