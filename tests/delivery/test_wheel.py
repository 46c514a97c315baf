"""The wheel works outside the repository: a clean environment, a new project, briefs, a site."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    run(*pip, "--wheel-dir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("briefgen-*.whl")
    return path


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it, and the dependencies as they are pinned and installed here.

    They are lent by path: files that put this repository's own code on the path (.pth) are not read there.
    """
    folder = tmp_path_factory.mktemp("clean") / "venv"
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder.parent)
    places = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder.parent)
    lent = f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
    (Path(places.strip()) / "lent.pth").write_text(lent, encoding="utf-8")
    return folder


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} <= {
        "briefgen",
        f"{'-'.join(wheel.name.split('-')[:2])}.dist-info",
    }
    for wanted in (
        "briefgen/py.typed",
        "briefgen/cli/project_template/mkdocs.yml",
        "briefgen/cli/project_template/dot-github/workflows/briefs.yml",
        "briefgen/site/theme/main.html",
        "briefgen/site/assets/site.css",
    ):
        assert wanted in names
    assert any(name.startswith("briefgen/lexicons/en/") for name in names)
    assert any("licenses/LICENSE" in name for name in names)


def test_a_new_project_becomes_a_site(environment: Path, tmp_path: Path) -> None:
    binaries = environment / "bin"
    where = run(binaries / "python", "-c", "import briefgen; print(briefgen.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(environment)
    run(binaries / "briefgen", "init", "dossier", "--title", "Ferry dossier", cwd=tmp_path)
    project = tmp_path / "dossier"
    assert "1 briefs written" in run(binaries / "briefgen", "build", cwd=project)
    assert "0 briefs written, 1 unchanged" in run(binaries / "briefgen", "build", cwd=project)
    run(binaries / "python", "-m", "mkdocs", "build", "--strict", "--quiet", cwd=project)
    home = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "Ferry dossier" in home
    page = project / "site" / "briefs" / "2024-05-03-example-ferry-timetable" / "index.html"
    assert "Solheim" in page.read_text(encoding="utf-8")
