"""Loads a lexicon: a YAML file beside this one, checked against its model once and then kept."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from briefgen.errors import LexiconError
from briefgen.model.base import Model

M = TypeVar("M", bound=Model)


class Provenance(Model):
    """Where the words of a lexicon come from, and under which licence."""

    source: str
    licence: str


class Lexicon(Model):
    """What every lexicon file carries besides its words."""

    provenance: Provenance


@cache
def _raw(name: str, language: str) -> Any:
    resource = files("briefgen.lexicons").joinpath(language, f"{name}.yml")
    try:
        text = resource.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError(f"no lexicon {language}/{name}.yml", todo="Install briefgen again.") from error
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  safe loader


def load(name: str, model: type[M], language: str = "en") -> M:
    """Returns the lexicon `<language>/<name>.yml` as `model`.

    Raises LexiconError where the file is missing or does not fit the model.
    """
    try:
        return model.model_validate(_raw(name, language))
    except ValidationError as error:
        raise LexiconError(
            f"lexicon {language}/{name}.yml: {error}", todo="Install briefgen again."
        ) from error
