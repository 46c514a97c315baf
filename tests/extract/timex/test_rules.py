"""Every rule catches its sentence, which without it would read otherwise, and leaves another alone."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
import yaml

from briefgen.extract.timex import tagger
from briefgen.extract.timex.grammar import TABLES, Grammar, RuleRecord, RuleTable, grammar
from briefgen.lexicons.load import load
from briefgen.model.timex import TimexMention

PUBLISHED = "2024-06-12"
RECORDS = [record for table in TABLES for record in load(table, RuleTable).rules]
CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "time_rules.yml").read_text(encoding="utf-8"))
LEAVES = {case["rule"]: case["leaves"] for case in CASES["cases"]}
VETOES = [record for record in RECORDS if record.read == tagger.VETO]
READING = [record for record in RECORDS if record.read != tagger.VETO]


def without(name: str) -> Grammar:
    rules = grammar()
    return dataclasses.replace(rules, rules=tuple(rule for rule in rules.rules if rule.name != name))


def tag_with(rules: Grammar, text: str, monkeypatch: pytest.MonkeyPatch) -> list[TimexMention]:
    monkeypatch.setattr(tagger, "grammar", lambda: rules)
    return list(tagger.tag(text, PUBLISHED))


def test_every_rule_has_its_own_name_and_its_cases() -> None:
    names = [record.name for record in RECORDS]
    assert len(set(names)) == len(names)
    assert set(LEAVES) == set(names)


@pytest.mark.parametrize("record", READING, ids=lambda record: record.name)
def test_rule_catches_its_sentence(record: RuleRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = re.search(r"\[(.*)\]", record.catches)
    assert wanted is not None
    text = record.catches.replace("[", "").replace("]", "")
    found = tag_with(grammar(), text, monkeypatch)
    assert wanted.group(1) in [item.text for item in found]
    assert tag_with(without(record.name), text, monkeypatch) != found


@pytest.mark.parametrize("record", READING, ids=lambda record: record.name)
def test_rule_leaves_its_sentence_alone(record: RuleRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tag_with(grammar(), LEAVES[record.name], monkeypatch) == []


@pytest.mark.parametrize("record", VETOES, ids=lambda record: record.name)
def test_veto_keeps_its_sentence_silent(record: RuleRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = LEAVES[record.name]
    silent = tag_with(grammar(), sentence, monkeypatch)
    loud = tag_with(without(record.name), sentence, monkeypatch)
    assert len(silent) < len(loud)
