"""Lines that were broken for their width, or by accident, are read as the paragraph they were."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.ingest.soft_breaks import find_soft_breaks
from briefgen.model.article import blank

TESTS = Path(__file__).parents[1]
CASES: list[dict[str, Any]] = yaml.safe_load(
    (TESTS / "cases" / "soft_breaks.yml").read_text(encoding="utf-8")
)
ARTICLES = sorted((TESTS / "gold").glob("*.txt"))


def flowing(text: str) -> str:
    return blank(text, find_soft_breaks(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_lines(case: dict[str, Any]) -> None:
    text = case["text"].replace(" // ", " \n\n").replace(" / ", "\n")
    wanted = case.get("flows")
    if wanted is None:
        assert flowing(text) == text
    else:
        assert " ".join(flowing(text).split()) == " ".join(wanted.split())
        assert "\n" not in flowing(text)


def wrapped(text: str, width: int) -> str:
    """Returns a text set to a width, every character in its place."""
    out = []
    for line in text.split("\n"):
        lines = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        out.append("\n".join(lines) if len(" ".join(lines)) == len(line) else line)
    return "\n".join(out)


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_set_to_a_width_is_read_as_it_was(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    narrow = wrapped(text, width)
    assert narrow.count("\n") > text.count("\n") + 10
    assert flowing(narrow) == text


def test_without_empty_lines_a_short_line_ends_a_paragraph() -> None:
    text = ARTICLES[0].read_text(encoding="utf-8").strip().replace("\n\n", "\n")
    assert flowing(wrapped(text, 72)).count("\n") <= text.count("\n")
    assert len(flowing(wrapped(text, 72)).split("\n")) > 0.8 * len(text.split("\n"))


def test_items_are_the_same_and_their_words_stand_in_the_text() -> None:
    text = (
        "“Harbour fees will rise in spring,” Marit Berg, the mayor of Solheim, told reporters on Friday. " * 3
    )
    whole = RulesExtractor().extract(article_from_text("x", text, published="2024-05-03"))
    article = article_from_text("x", wrapped(text.strip(), 50), published="2024-05-03")
    found = RulesExtractor().extract(article)
    assert len(whole.positions) == len(found.positions) > 0
    assert [a.content for a in whole.attributions] != []
    for one, other in zip(whole.attributions, found.attributions, strict=True):
        assert [part.span for part in one.content] == [part.span for part in other.content]
        assert all(part.holds_in(article.text) for part in other.content)


def test_a_paragraph_does_not_grow_without_end() -> None:
    line = "the ferries and the harbour fees of all the towns on the long road to the north of\n"
    assert max(map(len, flowing(line * 2_000).split("\n"))) <= 20_000
