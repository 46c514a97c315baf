"""However wrongly sentences are parsed, their brief is made: the small model errs, and repairs meet its errors.

Words are given other tags and relations and are hung on other words of their sentence, at random, before the parse
is repaired. What comes out need not be right; it has to come.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.extract.extractor import Extractor
from briefgen.extract.rules import reading
from briefgen.extract.rules.mending import mend
from briefgen.ingest.article import article_from_text
from briefgen.model.registry import Registry
from briefgen.model.verbatim import misquoted
from briefgen.pipeline import load_rules, make_brief

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXTS = sorted((Path(__file__).parents[1] / "gold").rglob("*.txt"))
PARAGRAPHS = 6
LONGEST = 10
"""Seconds for some paragraphs, which take a tenth of one: more is a loop."""
KEYS: list[int | str] = ["HEAD", "DEP", "TAG", "POS"]


@pytest.fixture(scope="module")
def rules() -> Extractor:
    return load_rules()


@pytest.mark.parametrize("seed", range(12))
def test_any_parse_makes_a_sound_brief(rules: Extractor, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seeded choice of damage, not a secret
    share = chance.choice((0.05, 0.2, 0.4))

    def scramble_and_mend(doc: Doc) -> None:
        scramble(doc, chance, share)
        mend(doc)
        assert all((token.head == token) == (token.dep_ == "ROOT") for token in doc)

    monkeypatch.setattr(reading, "mend", scramble_and_mend)
    paragraphs = [line for line in chance.choice(TEXTS).read_text("utf-8").splitlines() if line.strip()]
    first = chance.randrange(len(paragraphs))
    text = "\n\n".join(paragraphs[first : first + PARAGRAPHS])
    article = article_from_text("scrambled", text, published="2024-05-14")
    with at_most(LONGEST):
        brief = make_brief(article, rules, Registry())
    assert not list(misquoted(brief, article.text))


def test_a_place_under_no_noun_or_verb_ends_the_way_up(rules: Extractor) -> None:
    text = "On the other side stand Denmark, Sweden and the Netherlands, whose budgets already include the revenue."
    with at_most(LONGEST):
        rules.extract(article_from_text("looped", text, published="2024-05-14"))


def scramble(doc: Doc, chance: random.Random, share: float) -> None:
    """Gives a share of the words another's relation or tags, or another head in the same sentence."""
    rows: Any = doc.to_array(KEYS).astype("int64")
    below = [at for at, row in enumerate(rows) if row[0]]
    for at in below:
        if chance.random() >= share:
            continue
        other = rows[chance.choice(below)]
        match chance.randrange(3):
            case 0:
                rows[at][1] = other[1]
            case 1:
                rows[at][2:] = other[2:]
            case _:
                sentence = doc[at].sent
                head = chance.randrange(sentence.start, sentence.end)
                if at not in _up(rows, head):
                    rows[at][0] = head - at
    doc.from_array(KEYS, rows.astype("uint64"))


def _up(rows: Any, at: int) -> Iterator[int]:
    """Yields a word and what it hangs on, up to the root."""
    yield at
    while rows[at][0]:
        at += int(rows[at][0])
        yield at


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Fails where what is done takes longer."""

    def fail(*_: object) -> None:
        pytest.fail(f"not done in {seconds} seconds")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
