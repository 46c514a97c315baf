"""Reads robots.txt as RFC 9309 has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """Rules by user agent: pairs of (is allowed, path pattern)."""

    groups: tuple[tuple[tuple[str, ...], tuple[tuple[bool, str], ...]], ...] = ()

    @classmethod
    def none(cls) -> RobotsRules:
        """Returns rules that allow all."""
        return cls()

    @classmethod
    def all(cls) -> RobotsRules:
        """Returns rules that allow nothing."""
        return cls(((("*",), ((False, "/"),)),))

    @classmethod
    def parse(cls, data: bytes) -> RobotsRules:
        """Returns the rules of a robots.txt."""
        groups: list[tuple[tuple[str, ...], tuple[tuple[bool, str], ...]]] = []
        agents: list[str] = []
        rules: list[tuple[bool, str]] = []
        for line in data.decode("utf-8", "replace").splitlines()[:20_000]:
            key, mark, value = line.partition("#")[0].partition(":")
            key, value = key.strip().lower(), value.strip()
            if not mark:
                continue
            if key == "user-agent":
                if rules:
                    groups.append((tuple(agents), tuple(rules)))
                    agents, rules = [], []
                agents.append(value.lower())
            elif key in ("allow", "disallow") and agents and value:
                rules.append((key == "allow", value))
        if agents:
            groups.append((tuple(agents), tuple(rules)))
        return cls(tuple(groups))

    def allows(self, user_agent: str, path: str) -> bool:
        """Returns whether a path may be fetched: the longest rule decides, and allows where two are equal."""
        token = re.split(r"[/\s]", user_agent, maxsplit=1)[0].lower()
        mine = [rules for agents, rules in self.groups if token in agents]
        mine = mine or [rules for agents, rules in self.groups if "*" in agents]
        best = (0, True)
        for is_allowed, pattern in (rule for rules in mine for rule in rules):
            if _matches(pattern, unquote(path)):
                best = max(best, (len(pattern), is_allowed))
        return best[1]


def _matches(rule: str, path: str) -> bool:
    # Piece by piece, each as early as it can be: a rule of many stars costs no more than one of few.
    pieces = [unquote(piece) for piece in rule.removesuffix("$").split("*")]
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not rule.endswith("$"):
        return True
    return at == len(path) if len(pieces) == 1 else path.endswith(pieces[-1])
