from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from briefgen.store.schema import SCHEMAS, make_schema, schema_text, shipped_schema

BRIEF: dict[str, Any] = {
    "schema": "briefgen/brief/1",
    "id": "a",
    "article": {"id": "a"},
    "generator": {"briefgen": "0", "extractor": "rules", "model": "m"},
}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_shipped_schema_is_in_sync(name: str) -> None:
    assert shipped_schema(name) == schema_text(name), "run `briefgen schema --write briefgen/store`"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(make_schema(SCHEMAS[name]))


def test_schema_tells_a_brief_from_what_is_none() -> None:
    validator = jsonschema.Draft202012Validator(make_schema(SCHEMAS["brief"]))
    assert validator.is_valid(BRIEF)
    assert not validator.is_valid({**BRIEF, "extra": 1})
    assert not validator.is_valid({**BRIEF, "schema": "other"})


@pytest.mark.parametrize("path", sorted(Path("content/briefs").glob("*.yml")), ids=lambda path: path.stem)
def test_briefs_of_this_repository_fit_the_schema(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), make_schema(SCHEMAS["brief"]))
