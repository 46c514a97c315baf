"""However an article is damaged, its brief is sound: verbatim, whole, and the same after it was written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefgen.corpus.integrity import check_ids
from briefgen.errors import BriefgenError
from briefgen.extract.extractor import Extractor
from briefgen.ingest.source import article_of, source_from_bytes
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry
from briefgen.model.verbatim import misquoted
from briefgen.pipeline import load_rules, make_brief
from briefgen.store.yaml_reader import read_model
from briefgen.store.yaml_writer import write_model

SOURCES = sorted((Path(__file__).parents[2] / "content" / "sources").glob("*.md"))
PIECES = (
    "“",
    "”",
    '"',
    "’",
    "\n\n",
    "\n",
    " ",
    "—",
    "(",
    ")",
    " said ",
    " he ",
    ". ",
    ", ",
    "Monday",
    "\u202e",
    "é",
)


def damage(text: str, chance: random.Random) -> str:
    """Returns a text with some pieces lost, doubled, moved, or put where they do not belong."""
    for _ in range(chance.randint(1, 12)):
        at, size = chance.randrange(len(text)), chance.choice((1, 3, 20, 300))
        match chance.randrange(4):
            case 0:
                text = text[:at] + text[at + size :]
            case 1:
                text = text[:at] + text[at : at + size] * 2 + text[at + size :]
            case 2:
                other = chance.randrange(len(text))
                text = text[:other] + text[at : at + size] + text[other:]
            case _:
                text = text[:at] + chance.choice(PIECES) + text[at:]
        text = text or "x"
    return text


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_rules()


@pytest.mark.parametrize(
    ("seed", "count"), [(0, 3), *(pytest.param(seed, 40, marks=pytest.mark.slow) for seed in range(1, 3))]
)
def test_briefs_of_damaged_articles_are_sound(seed: int, count: int, extractor: Extractor) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seeded choice of damage, not a secret
    made = 0
    for _ in range(count):
        text = damage(chance.choice(SOURCES).read_text(encoding="utf-8"), chance)
        try:
            article = article_of(source_from_bytes(Path("x.md"), text.encode("utf-8")))
        except BriefgenError:
            continue
        brief = make_brief(article, extractor, Registry())
        assert not misquoted(brief, article.text)
        assert not list(check_ids(brief, Registry()))
        assert read_model(write_model(brief), Brief) == brief
        made += 1
    assert made
