"""Each rule names a sentence it must catch and one it must not: tests/cases/positions_*.yml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.brief import Brief
from briefgen.model.position import Position
from briefgen.model.registry import Registry
from briefgen.pipeline import make_brief

CASES = Path(__file__).parents[2] / "cases"
EXTRACTOR = RulesExtractor()


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("positions_*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _fits(position: Position, brief: Brief, wanted: dict[str, Any]) -> bool:
    names = {
        actor.id: (actor.name, *actor.aliases, *(m.text for m in actor.mentions)) for actor in brief.actors
    }

    def named(ids: tuple[str, ...], name: str) -> bool:
        return any(name.lower() in other.lower() for i in ids for other in names.get(i, (i,)))

    checks = {
        "holder": lambda v: named(position.holder, v),
        "nobody": lambda v: (not position.holder) is v,
        "by": lambda v: named(position.asserted_by, v),
        "target": lambda v: position.target is None if v is None else named((position.target or "",), v),
        "relay": lambda v: named(position.relayed_by, v),
        "act": lambda v: position.act.value == v,
        "basis": lambda v: position.basis.value == v,
        "stance": lambda v: position.stance.value == v,
        "salience": lambda v: position.salience.value == v,
        "certainty": lambda v: position.certainty.value == v,
        "when": lambda v: position.when == v,
        "claim": lambda v: re.search(v, position.claim) is not None,
        "condition": lambda v: (
            position.condition is not None and re.search(v, position.condition.text) is not None
        ),
        "pieces": lambda v: len(position.evidence) == v,
    }
    return all(checks[key](value) for key, value in wanted.items())


@pytest.mark.parametrize("case", _cases())
def test_positions(case: dict[str, Any]) -> None:
    article = article_from_text("case", case["text"], published="2024-05-14", title=case.get("title"))
    brief = make_brief(article, EXTRACTOR, Registry())
    told = [
        f"{p.holder} {p.act.value}/{p.basis.value}/{p.stance.value} by {p.asserted_by} {p.certainty.value} "
        f"c={p.condition and p.condition.text!r}: {p.claim}"
        for p in brief.positions
    ]
    for wanted in case.get("holds", []):
        assert any(_fits(p, brief, wanted) for p in brief.positions), (wanted, told)
    for unwanted in case.get("not", []):
        assert not any(_fits(p, brief, unwanted) for p in brief.positions), (unwanted, told)
    for position in brief.positions:
        assert all(e.holds_in(case["text"]) for e in position.evidence)
        assert position.claim[:1] == position.claim[:1].upper()
        assert position.claim[-1] in '.?!”’"'
