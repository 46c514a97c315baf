"""Prints the bill of materials of this project: CycloneDX 1.5 JSON, same bytes for same pins.

    python tools/sbom.py [--licences] [CONSTRAINTS]

Names, versions and hashes come from constraints.txt, licences and dependencies from what is installed.
`scope` is required for what `pip install briefgen` brings, optional for the extras `add` and `dask`,
excluded for what only the work on briefgen itself needs. `--licences` prints a table instead.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(slots=True)
class Component:
    """A pinned package: its licences as its metadata names them, and what it asks for."""

    name: str
    version: str
    hashes: list[str] = field(default_factory=list)
    licences: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    scope: str = "excluded"


def pins(text: str) -> dict[str, Component]:
    """Returns the packages of a constraints file by name."""
    found: dict[str, Component] = {}
    last: Component | None = None
    for line in text.splitlines():
        if pin := _PIN.match(line):
            last = Component(canonicalize_name(pin["name"]), pin["version"])
            found[last.name] = last
        if last is not None:
            last.hashes += _HASH.findall(line)
    return found


def licences(package: Distribution) -> tuple[str, ...]:
    """Returns the licences a package names: its expression, else its classifiers, else its licence field."""
    data = package.metadata
    if expression := data.get("License-Expression"):
        return (expression,)
    head = "License :: "
    named = sorted(c.rsplit(" :: ", 1)[-1] for c in data.get_all("Classifier") or () if c.startswith(head))
    if named:
        return tuple(named)
    text = (data.get("License") or "").strip().splitlines()
    return (text[0],) if text and text[0] != "UNKNOWN" else ()


def requirements(package: Distribution, extras: Iterable[str] = ()) -> tuple[str, ...]:
    """Returns the names a package asks for here, with these of its extras."""
    wanted = []
    for text in package.requires or ():
        requirement = Requirement(text)
        environments = [{"extra": extra} for extra in ("", *extras)]
        if requirement.marker is None or any(requirement.marker.evaluate(e) for e in environments):
            wanted.append(canonicalize_name(requirement.name))
    return tuple(sorted(set(wanted)))


def closure(names: Iterable[str], found: dict[str, Component]) -> set[str]:
    """Returns the names and everything they ask for, as far as it is pinned."""
    todo, seen = list(names), set[str]()
    while todo:
        name = todo.pop()
        if name in found and name not in seen:
            seen.add(name)
            todo += found[name].needs
    return seen


def components(constraints: Path = ROOT / "constraints.txt") -> dict[str, Component]:
    """Returns everything that is pinned, with licence, needs and scope."""
    found = pins(constraints.read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {canonicalize_name(r.name): r.extras for r in _declared(project, extras)}
    for component in found.values():
        try:
            package = distribution(component.name)
        except PackageNotFoundError:
            continue  # for another system or another Python
        component.licences = licences(package)
        component.needs = requirements(package, asked.get(component.name, ()))
    for scope, texts in (
        ("optional", [text for extra in ("add", "dask") for text in extras[extra]]),
        ("required", project["dependencies"]),
    ):
        for name in closure((canonicalize_name(Requirement(text).name) for text in texts), found):
            found[name].scope = scope
    return dict(sorted(found.items()))


def _declared(project: dict[str, Any], extras: dict[str, list[str]]) -> list[Requirement]:
    texts = [*project["dependencies"], *(text for extra in extras.values() for text in extra)]
    return [Requirement(text) for text in texts]


def bill(found: dict[str, Component], version: str) -> dict[str, Any]:
    """Returns the bill of materials."""
    root = f"pkg:pypi/briefgen@{version}"
    references = {name: f"pkg:pypi/{name}@{c.version}" for name, c in found.items()}
    required = sorted(references[name] for name, c in found.items() if c.scope == "required")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "briefgen",
                "version": version,
                "purl": root,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": references[name],
                "name": name,
                "version": c.version,
                "scope": c.scope,
                "purl": references[name],
                **(
                    {"hashes": [{"alg": "SHA-256", "content": h} for h in sorted(c.hashes)]}
                    if c.hashes
                    else {}
                ),
                **({"licenses": [{"license": {"name": text}} for text in c.licences]} if c.licences else {}),
            }
            for name, c in found.items()
        ],
        "dependencies": [
            {"ref": root, "dependsOn": required},
            *(
                {
                    "ref": references[name],
                    "dependsOn": sorted(references[need] for need in c.needs if need in references),
                }
                for name, c in found.items()
            ),
        ],
    }


def main(arguments: list[str]) -> None:
    """Prints the bill, or the table of licences."""
    paths = [Path(text) for text in arguments if not text.startswith("--")]
    found = components(*paths[:1])
    if "--licences" in arguments:
        for name, c in found.items():
            print(f"{name:32} {c.version:16} {c.scope:9} {' | '.join(c.licences) or '(not installed here)'}")
        return
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "briefgen" / "__init__.py").read_text("utf-8"))
    print(json.dumps(bill(found, version[1] if version else "0"), indent=2))


if __name__ == "__main__":
    main(sys.argv[1:])
