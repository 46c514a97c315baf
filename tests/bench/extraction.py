"""The whole extraction beside the bare spaCy pass over the same texts, turn by turn, in one thread."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.timex import tag
from briefgen.ingest.article import article_from_text
from briefgen.model.registry import Registry
from briefgen.pipeline import make_brief
from briefgen.run.process import one_thread

ROOT = Path(__file__).parents[2]


def texts() -> list[str]:
    """Returns the texts to measure on: the repository's sources and gold articles, by file name."""
    paths = sorted((ROOT / "content" / "sources").glob("*.md")) + sorted(
        (ROOT / "tests" / "gold").glob("*.txt")
    )
    return [path.read_text(encoding="utf-8").split("\n---\n", 1)[-1] for path in paths]


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def run(rounds: int = 7) -> list[str]:
    """Returns the lines of the report."""
    one_thread()
    nlp = load_nlp()
    extractor = RulesExtractor()
    sample = texts()
    articles = [article_from_text(f"a{i}", text, published="2025-02-03") for i, text in enumerate(sample)]

    def bare() -> None:
        for text in sample:
            nlp(text)

    def whole() -> None:
        for article in articles:
            make_brief(article, extractor, Registry())

    def dates() -> None:
        for text in sample:
            tag(text, "2025-02-03")

    for work in (bare, whole, dates):
        work()
    pairs = [(_cpu(bare), _cpu(whole), _cpu(dates)) for _ in range(rounds)]
    words = sum(len(text.split()) for text in sample)
    bare_time = statistics.median(p[0] for p in pairs)
    speed = statistics.median(p[0] / p[1] for p in pairs)
    share = statistics.median(p[2] / p[0] for p in pairs)
    tagging = statistics.median(p[2] for p in pairs)
    return [
        f"extraction: {len(sample)} articles, {words} words, {rounds} rounds, CPU seconds, medians",
        f"  bare spaCy pass                      {bare_time:6.2f} s  ({words / bare_time:,.0f} words/s)",
        f"  speed of the whole extraction        {speed:6.2f} of the bare pass",
        f"  time expressions {share:6.1%} of the bare pass, {len(sample) / tagging:,.0f} docs/s",
    ]
