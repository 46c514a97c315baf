"""Claims are made of their article's words, in their order, and end where a sentence can end."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry
from briefgen.pipeline import make_brief

GOLD = Path(__file__).parents[1] / "gold"
ARTICLES = sorted(path.stem for path in GOLD.glob("*.txt"))
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
ADDED = {"is", "are", "has", "made", "the", "in", "will", "would", "doesn’t", "does"}
DANGLING = re.compile(r"\b(?:of|to|for|with|from|that|which|who|and|or|but|as|than|the|a|an|into)\W*$", re.I)


@cache
def _brief(name: str) -> tuple[str, Brief]:
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    return text, make_brief(
        article_from_text(name, text, published="2025-01-01"), RulesExtractor(), Registry()
    )


@pytest.mark.parametrize("name", ARTICLES)
def test_claims_say_nothing_that_their_sentence_does_not(name: str) -> None:
    text, brief = _brief(name)
    named = {w for actor in brief.actors for w in WORD.findall(actor.name)} | ADDED
    for position in brief.positions:
        start, end = position.evidence[0].start, max(e.end for e in position.evidence)
        paragraph = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)]
        allowed = {w.lower() for w in WORD.findall(paragraph)} | {w.lower() for w in named}
        stems = {w[:4] for w in allowed}
        for word in WORD.findall(position.claim):
            bare = word.lower().removesuffix("’s").removesuffix("'s")
            assert bare in allowed or bare[:4] in stems, (position.claim, word)


@pytest.mark.parametrize("name", ARTICLES)
def test_claims_end_where_a_sentence_can(name: str) -> None:
    _, brief = _brief(name)
    for position in brief.positions:
        assert not DANGLING.search(position.claim.rstrip('.?!”"')), position.claim
        assert position.claim.count("(") == position.claim.count(")")
        assert position.claim.count("“") == position.claim.count("”")
        assert not re.match(r"(?:which|whom|whose|and|but)\b", position.claim, re.I), position.claim


@pytest.mark.parametrize("name", ARTICLES)
def test_imputed_and_relayed_positions_never_pass_for_own_words(name: str) -> None:
    _, brief = _brief(name)
    for position in brief.positions:
        if position.basis.value in ("imputed", "relayed"):
            assert not set(position.asserted_by) & set(position.holder), position.claim
