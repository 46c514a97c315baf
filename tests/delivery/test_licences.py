"""What is delivered: its licences and its bill of materials."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
COPYLEFT = re.compile(r"GPL|General Public|SSPL|AGPL|EUPL|CC-BY-(NC|SA)|Commons Clause|BUSL", re.IGNORECASE)
CHOSEN = {
    "tld": "MPL-1.1",  # offered under MPL-1.1 or the GPL or the LGPL, at the user's choice
}
UNNAMED = {
    "axe-playwright-python": "MIT in its LICENSE file; only for the tests",
}


@pytest.fixture(scope="module")
def sbom() -> ModuleType:
    spec = importlib.util.spec_from_file_location("briefgen_tools_sbom", ROOT / "tools" / "sbom.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_nothing_that_is_delivered_stands_under_the_gpl(sbom: ModuleType) -> None:
    for name, component in sbom.components().items():
        if component.scope == "excluded":
            continue
        for text in component.licences:
            options = [option.strip("() ") for option in text.split(" OR ")]
            if name in CHOSEN:
                assert CHOSEN[name] in options
                options = [CHOSEN[name]]
            assert not all(COPYLEFT.search(option) for option in options), f"{name}: {text}"
            assert name in CHOSEN or not COPYLEFT.search(text), f"{name}: say which licence is chosen"


def test_every_package_names_its_licence(sbom: ModuleType) -> None:
    from importlib.metadata import PackageNotFoundError, distribution

    silent = set()
    for name, component in sbom.components().items():
        try:
            distribution(name)
        except PackageNotFoundError:
            continue
        if not component.licences:
            silent.add(name)
    assert silent <= set(UNNAMED)


def test_every_pin_has_hashes(sbom: ModuleType) -> None:
    assert [c.name for c in sbom.components().values() if not c.hashes] == []


def test_direct_dependencies_are_required_and_tools_are_not(sbom: ModuleType) -> None:
    found = sbom.components()
    assert {found[name].scope for name in ("click", "spacy", "mkdocs", "numpy")} == {"required"}
    assert {found[name].scope for name in ("trafilatura", "distributed")} == {"optional"}
    assert found["pytest"].scope == "excluded"


def test_the_bill_refers_to_nothing_that_is_not_in_it(sbom: ModuleType) -> None:
    bill = sbom.bill(sbom.components(), "1.2.3")
    references = {c["bom-ref"] for c in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    for row in bill["dependencies"]:
        assert row["ref"] in references
        assert set(row["dependsOn"]) <= references
    assert {c["scope"] for c in bill["components"]} <= {"required", "optional", "excluded"}


def test_pins_are_read_with_versions_and_hashes(sbom: ModuleType) -> None:
    digest = "a" * 64
    text = f"Some_Name==1.0 ; python_version < '4' \\\n    --hash=sha256:{digest}\n"
    (component,) = sbom.pins(text).values()
    assert (component.name, component.version, component.hashes) == ("some-name", "1.0", [digest])
