"""Where an article stands by its dateline and the parts of states it tells of, so that a bare mayor is of somewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefgen.lexicons.countries import capitals, fold_name
from briefgen.lexicons.regions import is_bare_office, region_told, regions
from briefgen.lexicons.resolving import resolving
from briefgen.model.article import Article, ZoneKind

_TOWN = re.compile(r"[A-Z][A-Z.'’-]+(?:[ -][A-Z][A-Z.'’-]*)*")

_COUNTY = re.compile(r"\b(?!The |A |In )(?:[A-Z][a-z]+ ){1,2}County\b(?! [A-Z])")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article shows of where it is set."""

    town: str | None = None
    """The town of the dateline; None where that is the capital of a state and the text does not speak of it."""
    regions: dict[str, str] = field(default_factory=dict)
    """By office the part of a federal state that the article tells of: `{"governor": "Ohio"}`; its county."""


def setting_of(article: Article) -> Setting:
    """Returns where an article is set."""
    zones = (zone.span for zone in article.zones if zone.kind is ZoneKind.DATELINE)
    dateline = " ".join(article.text[start:end] for start, end in zones)
    told = {
        group.office: region
        for group in regions().regions
        if (region := region_told(group.office, dateline, article.text)) is not None
    }
    counties = set(_COUNTY.findall(article.text))
    if len(counties) == 1:
        told |= dict.fromkeys(resolving().offices_of_counties, counties.pop())
    return Setting(_town(dateline, article.text), told)


def _town(dateline: str, text: str) -> str | None:
    match = _TOWN.match(dateline)
    name = match.group().title() if match is not None else ""
    is_named = bool(name) and re.search(rf"\b{re.escape(name)}\b", text) is not None
    # from a capital all sorts of things are told
    return name if is_named or (name and fold_name(name) not in capitals()) else None


def in_full(role: str) -> str:
    """Returns an office without its shortening: `governor` for `Gov.`, `Democratic governor` for `Democratic Gov.`."""
    for short, full in regions().offices_in_short.items():
        role = re.sub(rf"(?<!\w){re.escape(short)}(?= (?:of|for|from)\b|$)", full, role, flags=re.IGNORECASE)
    return role


def of_region(setting: Setting, role: str) -> str | None:
    """Returns a bare office with the part of the state it is of: `governor of Ohio`; None where none is told."""
    region = setting.regions.get(role.split()[-1].lower()) if is_bare_office(role) else None
    return f"{role} of {region}" if region is not None and region not in role else None


def of_town(setting: Setting, role: str) -> str | None:
    """Returns a bare `Mayor` with the town of the dateline."""
    is_towns = role.lower() in resolving().offices_of_towns
    return f"{role} of {setting.town}" if is_towns and setting.town is not None else None
