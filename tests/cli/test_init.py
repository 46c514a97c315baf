from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen import __version__
from briefgen.cli.init import start_project
from briefgen.cli.main import main
from briefgen.config import load_settings
from briefgen.errors import StoreError
from briefgen.store.load import load_registry
from briefgen.store.yaml_reader import read_yaml

ROOT = Path(__file__).parents[2]
SHARED = (
    ".github/workflows/briefs.yml",
    ".github/workflows/site.yml",
    ".github/dependabot.yml",
    ".gitlab-ci.yml",
)


def test_a_project_has_all_it_needs(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "ferry-watch")], catch_exceptions=False)
    assert result.exit_code == 0
    folder = tmp_path / "ferry-watch"
    settings = load_settings(folder / "site_config" / "briefgen.yml")
    assert settings.site.title == "Ferry watch"
    assert load_registry(folder / settings.content).topics
    assert f"briefgen[add]=={__version__}" in (folder / "constraints.txt").read_text(encoding="utf-8")
    for name in ("mkdocs.yml", "Makefile", ".gitignore", "docs/about.md", *SHARED):
        assert (folder / name).is_file()


@pytest.mark.parametrize("name", SHARED)
def test_workflows_are_the_ones_this_project_runs_itself(tmp_path: Path, name: str) -> None:
    start_project(tmp_path, "x")
    assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes(), f"copy {name} into project_template/"


@pytest.mark.parametrize(
    "title", ["Ferries: who, what", "a\nplugins: []", '"quoted"', "{{ 7*7 }}", "#1 & more"]
)
def test_any_title_stays_a_title(tmp_path: Path, title: str) -> None:
    start_project(tmp_path, title)
    plain = " ".join(title.split())
    assert read_yaml((tmp_path / "mkdocs.yml").read_text(encoding="utf-8")).data["site_name"] == plain
    assert load_settings(tmp_path / "site_config" / "briefgen.yml").site.title == plain


def test_what_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="nothing was written"):
        start_project(tmp_path, "x")
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == "mine"


def test_the_makefile_installs_no_other_way_than_the_workflows_expect() -> None:
    text = (ROOT / "briefgen" / "cli" / "project_template" / "Makefile").read_text(encoding="utf-8")
    assert "\nsetup: " in text
    assert "VENV ?= .venv" in text
