"""Scores the time tagger on annotated articles, as TempEval-3 does, fold by fold.

    python -m briefgen.evaluate.timeml ANNOTATED.jsonl … [--folds 5] [--type DURATION | --by-type]

Each file has one article a line: {"id", "dct", "text", "timexes": [{"start", "end", "type", "value"}]}, `dct`
being the day of publication; or it is a YAML file of marked paragraphs (`marked`). Prints strict, relaxed and
value F1, the score by days (`intervals`), and articles a CPU second. Folds are mixed by the articles' ids, so
that no fold is one kind of report.
"""

from __future__ import annotations

import argparse
import json
import time
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.evaluate.align import align, characters, intersection_over_union
from briefgen.evaluate.intervals import ValuedSpan, agreement
from briefgen.evaluate.marked import read_marked
from briefgen.extract.timex import tag
from briefgen.model.timex import Timex3, TimexType


@dataclass(slots=True)
class TimexCounts:
    """What was found of how much, summed over articles."""

    gold: int = 0
    predicted: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    days: float = 0.0
    seconds: float = field(default=0.0, compare=False)
    articles: int = 0

    def add(self, other: TimexCounts) -> None:
        """Adds another article's or fold's counts."""
        for name in ("gold", "predicted", "relaxed", "strict", "value", "days", "seconds", "articles"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def f1(self, name: str) -> float:
        """Returns the F1 of `strict`, `relaxed`, `value` or `days`, 0 to 1."""
        total = self.gold + self.predicted
        return float(2 * getattr(self, name) / total) if total else 0.0


def count_timexes(*, gold: Sequence[ValuedSpan], predicted: Sequence[ValuedSpan]) -> TimexCounts:
    """Returns the counts of one article; expressions match one to one, equal spans first."""

    def affinity(left: ValuedSpan, right: ValuedSpan) -> float | None:
        if left.span == right.span:
            return 2.0
        return intersection_over_union(characters([left.span]), characters([right.span])) or None

    pairs = align(gold=gold, predicted=predicted, affinity=affinity)
    return TimexCounts(
        gold=len(gold),
        predicted=len(predicted),
        relaxed=len(pairs),
        strict=sum(gold[i].span == predicted[j].span for i, j in pairs),
        value=sum(gold[i].timex3.value == predicted[j].timex3.value for i, j in pairs),
        days=sum(agreement(gold=gold[i].timex3, predicted=predicted[j].timex3) for i, j in pairs),
        articles=1,
    )


def score_row(row: dict[str, Any], kind: TimexType | None = None) -> TimexCounts:
    """Returns the counts of one annotated article, tagged afresh."""
    start = time.process_time()
    found = tag(row["text"], row.get("dct"))
    seconds = time.process_time() - start
    gold = [
        ValuedSpan((item["start"], item["end"]), Timex3(type=item["type"] or "DATE", value=item["value"]))
        for item in row["timexes"]
    ]
    predicted = [ValuedSpan(item.span, item.timex3) for item in found]
    counts = count_timexes(gold=_of(gold, kind), predicted=_of(predicted, kind))
    counts.seconds = seconds
    return counts


def _of(items: list[ValuedSpan], kind: TimexType | None) -> list[ValuedSpan]:
    return [item for item in items if kind is None or item.timex3.type == kind]


def report(name: str, folds: Iterable[TimexCounts]) -> str:
    """Returns the lines that tell of one file: the whole, then each fold."""
    parts = list(folds)
    whole = TimexCounts()
    for part in parts:
        whole.add(part)
    lines = [_line(name, whole)]
    if len(parts) > 1:
        lines += [_line(f"  fold {number}", part) for number, part in enumerate(parts)]
    return "\n".join(lines)


def _line(name: str, counts: TimexCounts) -> str:
    figures = "  ".join(f"{key} {100 * counts.f1(key):.1f}" for key in ("strict", "relaxed", "value", "days"))
    speed = counts.articles / counts.seconds if counts.seconds else 0.0
    return f"{name:19s} {counts.articles:4d} articles  {figures}  {speed:.0f} a CPU second"


def main() -> None:
    """Prints the report of each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=1)
    parser.add_argument("--type", type=TimexType, choices=list(TimexType), default=None)
    parser.add_argument("--by-type", action="store_true")
    arguments = parser.parse_args()
    tag("once, to load the rules")
    kinds = [*TimexType] if arguments.by_type else [arguments.type]
    for path in arguments.files:
        rows = read_rows(path)
        for kind in kinds:
            folds = [TimexCounts() for _ in range(arguments.folds)]
            for row in rows:
                folds[zlib.crc32(row["id"].encode()) % arguments.folds].add(score_row(row, kind))
            print(report(f"{path.stem} {kind or ''}".strip(), folds))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Returns the annotated articles of a file."""
    if path.suffix == ".yml":
        return read_marked(path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
