"""Parts of federal states that have heads of their own: `Ohio`, `Nova Scotia`."""

from __future__ import annotations

import re
from functools import cache

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model


class RegionsOfOffice(Model):
    """The parts whose heads are called so, by name, with what a dateline calls them; empty where the same."""

    office: str
    names: dict[str, str]


class Regions(Lexicon):
    """The lexicon en/regions.yml."""

    regions: tuple[RegionsOfOffice, ...]
    names_of_others: frozenset[str]
    before_offices: tuple[str, ...]
    offices_in_short: dict[str, str]


@cache
def regions() -> Regions:
    """Returns the parts of federal states, loaded once."""
    return load("regions", Regions)


@cache
def short_offices() -> frozenset[str]:
    """Returns the shortened offices that stand before names: `gov.`, `cllr`."""
    return frozenset(regions().offices_in_short)


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    out = {}
    for group in regions().regions:
        short = (one for one in group.names.values() if one)
        told = "|".join(re.escape(one) for one in (*sorted(group.names, key=len, reverse=True), *short))
        plain = sorted(set(group.names) - regions().names_of_others, key=len, reverse=True)
        named = "|".join(re.escape(one) for one in plain)
        out[group.office] = re.compile(rf",\s(?:{told})(?=[\s,(/]|$)"), re.compile(rf"\b(?:{named})\b")
    return out


@cache
def _bare_office() -> re.Pattern[str]:
    before = "|".join(re.escape(one) for one in regions().before_offices)
    return re.compile(rf"(?:(?:{before}) )?\w+")


def is_bare_office(role: str) -> bool:
    """Whether an office is told without what it is of: `governor`, `Republican governor`."""
    return _bare_office().fullmatch(role) is not None


def region_told(office: str, dateline: str, text: str) -> str | None:
    """Returns the part of a federal state that an office is of: by the dateline, else the one that a text names."""
    if office not in _patterns():
        return None
    in_dateline, in_text = _patterns()[office]
    match = in_dateline.search(dateline)
    if match is not None:
        words = match.group()[1:].strip()
        names = next(group.names for group in regions().regions if group.office == office)
        return next((name for name, short in names.items() if words in (name, short)), None)
    found = {match.group() for match in in_text.finditer(text)}
    return found.pop() if len(found) == 1 else None
