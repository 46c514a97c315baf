from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.ingest.zones import find_zones

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "zones.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_zones(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[z.kind.value, text[z.span[0] : z.span[1]]] for z in find_zones(text, title=case.get("title"))]
    assert found == case["zones"]
