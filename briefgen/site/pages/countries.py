"""Names of countries by their code."""

from __future__ import annotations

from functools import cache

from pydantic import ConfigDict

from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model


class _Country(Model):
    # Only two keys matter here; what else the lexicon knows is for those who read texts.
    model_config = ConfigDict(frozen=True, extra="ignore")

    code: str
    name: str


class _Countries(Lexicon):
    model_config = ConfigDict(frozen=True, extra="ignore")

    countries: tuple[_Country, ...]


@cache
def _names() -> dict[str, str]:
    return {country.code: country.name for country in load("countries", _Countries).countries}


def country_name(code: str | None) -> str | None:
    """Returns the common English name of an ISO 3166 code, or the code where no name is known."""
    return _names().get(code, code) if code else None
