"""JSON Schemas of the files under content/, made from the models and kept in the repository."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from briefgen.model.base import Model
from briefgen.model.brief import Brief
from briefgen.model.review import Review

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, type[Model]] = {"brief": Brief, "review": Review}
"""File name (without .schema.json) and model."""


def make_schema(model: type[Model]) -> dict[str, Any]:
    """Returns a model's JSON Schema."""
    return {"$schema": DIALECT, **model.model_json_schema(by_alias=True)}


def schema_text(name: str) -> str:
    """Returns a schema as it lies in its file.

    Raises KeyError for a name that is not in SCHEMAS.
    """
    return json.dumps(make_schema(SCHEMAS[name]), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def shipped_schema(name: str) -> str:
    """Returns the text of a schema as it was shipped with this package."""
    return files("briefgen.store").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
