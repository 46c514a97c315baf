"""ProperDocs, which carries MkDocs 1 on, builds the same site byte for byte; asked where it is installed."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.synthetic import make_briefs
from tests.site.conftest import lay_out


@pytest.mark.skipif(
    importlib.util.find_spec("properdocs") is None,
    reason="ProperDocs is not installed: pip install --no-deps properdocs to run this test",
)
def test_the_same_site_comes_out(site: Path, tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", make_briefs(8))
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "--quiet",
        "--config-file",
        "mkdocs.yml",
    ]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, check=True, env=quiet)
    other = project / "site"
    names = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert [name for name in names if (site / name).read_bytes() != (other / name).read_bytes()] == []
