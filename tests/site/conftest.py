"""A really built site, once for all tests of this folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefgen.model.brief import Brief
from briefgen.store.layout import Content
from briefgen.store.yaml_writer import write_model
from tests.bench.synthetic import make_briefs

ROOT = Path(__file__).parents[2]


def build_site(place: Path, briefs: Iterable[Brief]) -> Path:
    """Returns the folder of a site built strictly from briefs, with this project's own settings and pages."""
    lay_out(place, briefs)
    build(load_config(str(place / "mkdocs.yml"), strict=True))
    return place / "site"


def lay_out(place: Path, briefs: Iterable[Brief]) -> Path:
    """Returns the folder of a project with briefs, ready to be built."""
    place.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "site_config"):
        shutil.copytree(ROOT / name, place / name)
    shutil.copy(ROOT / "mkdocs.yml", place)
    content = Content(place / "content")
    content.briefs.mkdir(parents=True)
    for brief in briefs:
        content.brief(brief.id).write_text(write_model(brief), encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a few invented briefs."""
    return build_site(tmp_path_factory.mktemp("project"), make_briefs(8))
