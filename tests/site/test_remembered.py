"""What was made of a brief is not made again while it is remembered, and no brief is taken for another."""

from __future__ import annotations

from briefgen.model.brief import Brief
from briefgen.site.remembered import KEPT, remembered
from tests.bench.synthetic import make_brief


def test_it_is_made_once_a_brief_and_forgotten_in_the_end() -> None:
    asked: list[str] = []

    @remembered
    def name(brief: Brief) -> str:
        asked.append(brief.id)
        return f"{brief.id} {len(asked)}"

    one, twin, other = make_brief(0), make_brief(0), make_brief(1)
    assert name(one) == name(one) == f"{one.id} 1"
    assert name(twin) == f"{one.id} 2"  # equal, and yet another brief
    assert name(other) == f"{other.id} 3"
    briefs = [one.model_copy() for _ in range(KEPT)]
    for brief in briefs:
        name(brief)
    assert name(one) == f"{one.id} {KEPT + 4}"
