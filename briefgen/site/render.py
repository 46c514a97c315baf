"""The template environment: autoescaped, strict, compiled once."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from briefgen.site import sections, wording
from briefgen.site.cards import CARDS
from briefgen.site.compiled import CompiledTemplates
from briefgen.site.folders import TEMPLATES


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(TEMPLATES),
    )
    environment.globals.update(
        count=wording.count, words=wording, cards=CARDS, sections=sections, legend=legend
    )
    environment.filters.update(shorten=wording.shorten)
    return environment


@cache
def legend(many: bool = False) -> Markup:
    """Returns what the marks mean, which is the same on every page."""
    return Markup(_template("_parts.html").module.legend(many))  # type: ignore[attr-defined]  # noqa: S704


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def render(name: str, **values: object) -> str:
    """Returns a template filled with values; every value is text and is escaped, unless it is Markup."""
    return _template(name).render(values)
