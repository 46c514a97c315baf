"""A site of nothing, and of a brief that knows next to nothing."""

from __future__ import annotations

from pathlib import Path

from briefgen.model.article import ArticleHead
from briefgen.model.brief import Brief, Generator
from tests.site.conftest import build_site

GENERATOR = Generator(briefgen="0", extractor="x", model="none")


def test_a_site_without_briefs_says_what_to_do(tmp_path: Path) -> None:
    site = build_site(tmp_path / "empty", [])
    assert "No brief yet" in (site / "index.html").read_text(encoding="utf-8")
    for hub in ("briefs", "actors", "topics", "positions", "quotes", "timeline", "sources", "changes"):
        assert (site / hub / "index.html").is_file()


def test_a_brief_that_knows_nothing_has_a_page_that_says_so(tmp_path: Path) -> None:
    brief = Brief(id="a", article=ArticleHead(id="a"), generator=GENERATOR)
    site = build_site(tmp_path / "bare", [brief])
    page = (site / "briefs" / "a" / "index.html").read_text(encoding="utf-8")
    assert "Outlet not named" in page
    assert "Date not known" in page
    assert "We found no position in this article" in page
