"""`python -m tests.bench.length [KB ...]`: what one long article takes, the parse and the rest."""

from __future__ import annotations

import sys
import time

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.rules.reading import read
from briefgen.ingest.article import article_from_text
from briefgen.model.registry import Registry
from briefgen.pipeline import make_brief
from tests.bench.texts import make_text


def run(*sizes: int) -> list[str]:
    """Returns the lines of the report: CPU seconds by length of the article in KB."""
    extractor, nlp = RulesExtractor(), load_nlp()
    lines = ["KB in one article   CPU seconds, reading with the parse   CPU seconds, the rest"]
    for size in (1, *(sizes or (50, 200, 600))):
        day, text = make_text(0, sentences=14 * size)
        article = article_from_text("long", text[: size * 1_000], published=day)
        start = time.process_time()
        read(article, nlp)
        middle = time.process_time()
        make_brief(article, extractor, Registry())
        end = time.process_time()
        parse, rest = middle - start, end - middle - (middle - start)
        if size > 1:  # the first only warms up what is kept
            lines.append(f"{size:17,}   {parse:35.1f}   {rest:21.1f}")
    return lines


if __name__ == "__main__":
    for line in run(*(int(text) for text in sys.argv[1:])):
        print(line)
