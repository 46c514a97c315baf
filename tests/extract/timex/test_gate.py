from __future__ import annotations

import re

import pytest

from briefgen.extract.timex.gate import gate_of
from briefgen.extract.timex.grammar import Rule, grammar

A, B, C = "\ue001", "\ue002", "\ue003"


@pytest.mark.parametrize(
    ("pattern", "gate"),
    [
        (f"w{A}", {A}),
        (f"(?:w)?{A}", {A}),
        (f"(?P<n>[{A}{B}])w", {A, B}),
        (f"(?:{A}|{B})", {A, B}),
        (f"(?:{A}|w?)", set()),
        (f"(?<=w){A}(?!{B})", {A}),
        (f"(?:{A}[{B}{C}])+w", {A}),
        (rf"[\-w]{A}?", {"-", "w"}),
    ],
)
def test_gate_is_the_rarest_that_cannot_be_left_out(pattern: str, gate: set[str]) -> None:
    assert gate_of(pattern) == gate


@pytest.mark.parametrize("rule", grammar().rules, ids=lambda rule: rule.name)
def test_every_rule_has_a_gate(rule: Rule) -> None:
    assert rule.gate
    assert not any(code not in rule.pattern.pattern for code in rule.gate if not re.match(r"\W", code))
