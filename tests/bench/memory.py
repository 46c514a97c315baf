"""`python -m tests.bench.memory [ARTICLES]`: what one worker holds as it reads more and more articles."""

from __future__ import annotations

import gc
import sys
import time

import psutil

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.registry import Registry
from briefgen.pipeline import make_brief
from tests.bench.texts import make_text


def run(articles: int = 1_000, points: int = 10) -> list[str]:
    """Returns the lines of the report: memory and speed at each point of the way."""
    extractor = RulesExtractor()
    process = psutil.Process()
    lines = ["articles   resident MB   articles a CPU second since the last point"]
    step = max(1, articles // points)
    start = time.process_time()
    for index in range(articles):
        day, text = make_text(index)
        make_brief(article_from_text(f"a{index}", text, published=day), extractor, Registry())
        if (index + 1) % step == 0:
            gc.collect()
            now = time.process_time()
            held = process.memory_info().rss / 1e6
            lines.append(f"{index + 1:8,}   {held:11.0f}   {step / (now - start):10.1f}")
            start = now
    return lines


if __name__ == "__main__":
    for line in run(*(int(text) for text in sys.argv[1:2])):
        print(line)
