"""The fingerprint of the program and its settings: what makes pages, apart from what they are made of."""

from __future__ import annotations

import sys
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import briefgen
from briefgen.config import SiteSettings
from briefgen.site.keep.digest import digest

_LIBRARIES = ("jinja2", "markupsafe", "pydantic", "pagefind_bin")


def shell_fingerprint(settings: SiteSettings) -> str:
    """Returns a name for the program and its settings."""
    return digest(f"{program_fingerprint()}{settings.model_dump_json()}".encode())


def program_fingerprint() -> str:
    """Returns a name for this very program: every file of the package, Python, and what pages are made with.

    Whoever edits a template or a line of code gets every page anew; no version has to be raised for it.
    """
    root = Path(briefgen.__file__).parent
    seen = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            data = path.read_bytes()
            seen.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
            seen.update(data)
    for name in _LIBRARIES:
        seen.update(f"{name} {version(name)}\0".encode())
    return seen.hexdigest()
