"""The rules: records of a YAML table, their patterns over words compiled to expressions over codes.

A pattern is written in words and classes: `{n: NUM} {unit: ANYUNIT} ago`. CAPITALS name a class of the
lexicon, a shape, or a macro of the table; small letters are words; `{name: …}` is a group; the marks
`( ) | ? * + [ ] (?= (?! (?<! ` mean what they mean in a regular expression. Group `x`, where there is one, is
the extent; the rest is context.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from briefgen.errors import LexiconError
from briefgen.extract.timex.gate import gate_of
from briefgen.extract.timex.vocabulary import Vocabulary, vocabulary
from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model

TABLES = ("time_rules",)
_WORD = re.compile(r"\{(\w+):|\}|[A-Z][A-Z0-9]*\b|[a-z]+\b|\s+|\(\?<?[!=:]")


class RuleRecord(Model):
    """One rule of the table."""

    name: str
    pattern: str
    read: str
    """The reader that turns a match into a value; `veto` for what only looks like a time."""
    args: dict[str, str | int] = Field(default_factory=dict)
    catches: str = ""
    """A sentence it must catch, the expression between square brackets; none for a veto."""


class RuleTable(Lexicon):
    """A table of rules with the macros that its patterns use."""

    common: tuple[str, ...] = ()
    """Words that most sentences hold: no gate is made of them where another word can be asked for."""
    parts: dict[str, frozenset[str]] = Field(default_factory=dict)
    """What a part of a time is called, by the mod that it makes."""
    macros: dict[str, str] = Field(default_factory=dict)
    rules: tuple[RuleRecord, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run."""

    name: str
    order: int
    read: str
    args: dict[str, str | int]
    pattern: re.Pattern[str]
    extent: bool
    """Whether group `x` is the extent."""
    gate: frozenset[str]
    """Codes of which a text must hold one, or the rule cannot match."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of a language with the vocabulary they are written in."""

    vocabulary: Vocabulary
    parts: dict[str, frozenset[str]]
    """Mod → what such a part of a time is called."""
    rules: tuple[Rule, ...]


@cache
def grammar(language: str = "en") -> Grammar:
    """Returns the grammar of a language."""
    tables = [load(name, RuleTable, language) for name in TABLES]
    macros = {name: pattern for table in tables for name, pattern in table.macros.items()}
    parts = {mod: names for table in tables for mod, names in table.parts.items()}
    records = [record for table in tables for record in table.rules]
    literals: set[str] = set()
    for source in [*macros.values(), *(record.pattern for record in records)]:
        bare = re.sub(r"\{\w+:", " ", source)
        literals.update(re.findall(r"(?<![\w])[a-z]+\b", bare))
    words = vocabulary(language, tuple(sorted(literals)))
    common = frozenset(words.codes[word] for table in tables for word in table.common if word in words.codes)
    rules = tuple(_rule(order, record, macros, words, common) for order, record in enumerate(records))
    return Grammar(vocabulary=words, parts=parts, rules=rules)


def _rule(
    order: int, record: RuleRecord, macros: dict[str, str], words: Vocabulary, common: frozenset[str]
) -> Rule:
    pattern = compile_pattern(record.pattern, macros, words)
    return Rule(
        name=record.name,
        order=order,
        read=record.read,
        args=record.args,
        pattern=pattern,
        extent="{x:" in record.pattern,
        gate=gate_of(pattern.pattern, common),
    )


def compile_pattern(source: str, macros: dict[str, str], words: Vocabulary) -> re.Pattern[str]:
    """Returns the expression over codes for a pattern over words."""
    try:
        return re.compile(_translate(source, macros, words))
    except re.error as error:
        raise LexiconError(f"pattern {source!r}: {error}", todo="Mend the rule table.") from error


def _translate(source: str, macros: dict[str, str], words: Vocabulary) -> str:
    def put(match: re.Match[str]) -> str:
        item = match.group()
        if match.group(1):
            return f"(?P<{match.group(1)}>"
        if item == "}":
            return ")"
        if item.startswith("(?"):
            return item
        if item.isspace():
            return ""
        if item in macros:
            return f"(?:{_translate(macros[item], macros, words)})"
        if item.isupper() or item[0].isupper():
            if item not in words.classes:
                raise LexiconError(f"pattern {source!r}: no class {item}", todo="Mend the rule table.")
            return _set_of(words.classes[item])
        return re.escape(words.codes[item])

    return _WORD.sub(put, source)


def _set_of(codes: str) -> str:
    return "[" + "".join(sorted({re.escape(code) for code in codes})) + "]"
