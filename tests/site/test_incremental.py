"""A build that keeps what it can gives the very bytes of a build that starts from nothing.

Random sequences of what happens to a project: briefs come, go and change, people review and name, pages and settings
are edited, the published site and the cache are damaged. After each step the site is built as it lies there, and
from nothing in another place, and every file is compared.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefgen.model.brief import Brief
from briefgen.model.review import Verdict
from briefgen.site import site_build
from briefgen.site.exports import database
from briefgen.site.keep import shell
from briefgen.site.search import indexes
from briefgen.store import load as store_load
from briefgen.store.decisions import decide, with_decision
from briefgen.store.load import load_brief, load_review
from briefgen.store.yaml_writer import write_model
from tests.bench.synthetic import make_brief

ROOT = Path(__file__).parents[2]
MADE_OF = ("content", "docs", "site_config", "mkdocs.yml")
SIZE = 40
BATCH = 5
"""So small that batches of briefs are crossed, and that there are several text indexes."""
"""Invented briefs that may be there; they share actors, topics and outlets."""


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_load, "INDEX_FROM", 1)
    monkeypatch.setattr(indexes, "BATCH", BATCH)
    monkeypatch.setattr(indexes, "SEVERAL_FROM", 7)
    monkeypatch.setattr(database, "BATCH", BATCH)


class Project:
    """A project on disk, and what may happen to it."""

    def __init__(self, root: Path, pick: random.Random) -> None:
        self.root, self.pick = root, pick
        (root / "docs").mkdir(parents=True)
        (root / "docs" / "about.md").write_text("# About\n\nThis site.\n", encoding="utf-8")
        (root / "site_config").mkdir()
        (root / "mkdocs.yml").write_text(
            "site_name: Test\ntheme: {name: material, font: false}\nplugins: [briefgen]\n"
            "nav: [index.md, briefs/index.md, about.md]\nvalidation: {nav: {omitted_files: ignore}}\n",
            encoding="utf-8",
        )
        for folder in ("briefs", "reviews", "registry"):
            (root / "content" / folder).mkdir(parents=True)
        for index in range(6):
            self.write(make_brief(index * 3, corpus_size=SIZE))

    def build(self) -> dict[str, bytes]:
        """Returns every file of the site after a build."""
        build(load_config(str(self.root / "mkdocs.yml"), strict=True))
        site = self.root / "site"
        return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}

    def build_from_nothing(self) -> dict[str, bytes]:
        """Returns every file of the same site, built where there is neither a site nor a cache."""
        other = self.root.with_name("clean")
        shutil.rmtree(other, ignore_errors=True)
        other.mkdir()
        for name in MADE_OF:
            source = self.root / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, other / name)
        clean = object.__new__(Project)
        clean.root = other
        return clean.build()

    def write(self, brief: Brief) -> None:
        path = self.root / "content" / "briefs" / f"{brief.id}.yml"
        path.write_text(write_model(brief), encoding="utf-8")

    def one(self) -> Brief:
        return load_brief(self.pick.choice(sorted((self.root / "content" / "briefs").glob("*.yml"))))

    def a_file(self) -> Path:
        return self.pick.choice(sorted(p for p in (self.root / "site").rglob("*") if p.is_file()))

    # What happens to the content.

    def brief_comes(self) -> None:
        self.write(make_brief(self.pick.randrange(SIZE), corpus_size=SIZE))

    def newest_brief_comes(self) -> None:
        number = 1 + max(int(path.stem[-5:]) for path in (self.root / "content" / "briefs").iterdir())
        self.write(make_brief(number, corpus_size=SIZE))

    def oldest_brief_comes(self) -> None:
        brief = make_brief(self.pick.randrange(SIZE), corpus_size=SIZE)
        head = brief.article.model_copy(update={"published": f"2010-01-{self.pick.randrange(10, 29)}"})
        self.write(brief.model_copy(update={"article": head}))

    def brief_goes(self) -> None:
        brief = self.one()
        if len(list((self.root / "content" / "briefs").iterdir())) > 2:
            (self.root / "content" / "briefs" / f"{brief.id}.yml").unlink()

    def brief_is_retitled(self) -> None:
        brief = self.one()
        head = brief.article.model_copy(
            update={"title": f"Retitled {self.pick.random()}", "authors": ("A. B.",)}
        )
        self.write(brief.model_copy(update={"article": head}))

    def brief_is_dated_anew(self) -> None:
        brief = self.one()
        day = f"20{self.pick.randrange(18, 25)}-05-0{self.pick.randrange(1, 9)}"
        head = brief.article.model_copy(update={"published": self.pick.choice([day, None])})
        basis = None if head.published is None else head.published_basis
        self.write(brief.model_copy(update={"article": head.model_copy(update={"published_basis": basis})}))

    def words_are_repeated(self) -> None:
        one, other = self.one(), self.one()
        quotes = [q for q in one.quotes if q.form.value == "direct"]
        if quotes and quotes[0].id not in {quote.id for quote in other.quotes}:
            self.write(other.model_copy(update={"quotes": (*other.quotes[1:], quotes[0])}))

    def actor_is_called_otherwise(self) -> None:
        brief = self.one()
        first = brief.actors[0].model_copy(
            update={"name": f"{brief.actors[0].name} Jr", "aliases": (brief.actors[0].name.split()[-1],)}
        )
        self.write(brief.model_copy(update={"actors": (first, *brief.actors[1:])}))

    def copy_is_known(self) -> None:
        one, other = self.one(), self.one()
        if one.id != other.id:
            head = one.article.model_copy(update={"copy_of": other.id})
            self.write(one.model_copy(update={"article": head}))

    def person_reviews(self) -> None:
        brief = self.one()
        path = self.root / "content" / "reviews" / f"{brief.id}.yml"
        review = load_review(path) if path.exists() else None
        position = self.pick.choice(brief.positions)
        verdict = self.pick.choice([Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT])
        corrections = {"stance": "oppose"} if verdict is Verdict.CORRECT else {}
        decision = decide(brief, position.id, verdict, corrections=corrections)
        path.write_text(write_model(with_decision(review, brief.id, decision)), encoding="utf-8")

    def reviews_go(self) -> None:
        for path in (self.root / "content" / "reviews").glob("*.yml"):
            path.unlink()

    def actors_are_named(self) -> None:
        one, other = self.pick.sample(self.one().actors, 2)
        note = self.pick.randrange(100)
        text = f"- id: {one.id}\n  name: {one.name} II\n  note: Note {note}.\n"
        if self.pick.random() < 0.5:
            text += f"  same: [{other.id}]\n"
        (self.root / "content" / "registry" / "actors.yml").write_text(text, encoding="utf-8")

    def topics_are_named(self) -> None:
        one, other = self.pick.sample(self.one().topics, 2)
        text = f"- id: {one.id}\n  name: All of {one.name}\n- id: {other.id}\n  name: X\n  parent: {one.id}\n"
        (self.root / "content" / "registry" / "topics.yml").write_text(text, encoding="utf-8")

    # What happens around it.

    def page_is_edited(self) -> None:
        text = f"# About\n\nThe number {self.pick.random()}, and [all briefs](briefs/index.md).\n"
        (self.root / "docs" / "about.md").write_text(text, encoding="utf-8")

    def page_comes_or_goes(self) -> None:
        page = self.root / "docs" / "more" / "page.md"
        if page.exists():
            shutil.rmtree(page.parent)
        else:
            page.parent.mkdir()
            page.write_text("# More\n\nWords.\n", encoding="utf-8")
            (page.parent / "data.txt").write_text("data", encoding="utf-8")

    def settings_are_edited(self) -> None:
        title, url = self.pick.choice(["Red", "Blue"]), self.pick.choice(["", "https://a.example/b/"])
        text = f"site:\n  title: {title}\n  heading: Head of {title}\n  url: '{url}'\n"
        (self.root / "site_config" / "briefgen.yml").write_text(text, encoding="utf-8")

    def theme_is_edited(self) -> None:
        folder = self.root / "site_config" / "overrides" / "partials"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "footer.html").write_text(f"<footer>{self.pick.random()}</footer>", encoding="utf-8")
        config = self.root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(
            text.replace("font: false}", "font: false, custom_dir: site_config/overrides}"), encoding="utf-8"
        )

    def nothing_happens(self) -> None:
        pass

    # What happens to what was built.

    def file_is_changed_in_secret(self) -> None:
        path = self.a_file()
        status, data = path.stat(), path.read_bytes()
        path.write_bytes(data[:-1] + bytes([(data[-1] + 1) % 256]) if data else b"x")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def files_go(self) -> None:
        for _ in range(20):
            self.a_file().unlink()

    def strange_files_come(self) -> None:
        site = self.root / "site"
        (site / "briefs" / "stray").mkdir(exist_ok=True)
        (site / "briefs" / "stray" / "index.html").write_text("stray", encoding="utf-8")
        (site / "empty" / "folder").mkdir(parents=True, exist_ok=True)
        (site / "link").symlink_to(site / "briefs")

    def file_and_folder_change_places(self) -> None:
        path = self.a_file()
        path.unlink()
        path.mkdir()
        (path / "inside").write_text("x", encoding="utf-8")
        folder = self.root / "site" / "topics"
        shutil.rmtree(folder)
        folder.write_text("no folder", encoding="utf-8")

    def site_goes(self) -> None:
        shutil.rmtree(self.root / "site")

    def site_is_moved_about(self) -> None:
        shutil.copytree(self.root / "site", self.root / "copy")
        shutil.rmtree(self.root / "site")
        (self.root / "copy").rename(self.root / "site")

    def cache_goes(self) -> None:
        shutil.rmtree(self.root / ".cache")

    def cache_is_damaged(self) -> None:
        path = self.root / ".cache" / "site.sqlite"
        data = bytearray(path.read_bytes())
        for _ in range(50):
            data[self.pick.randrange(len(data))] ^= 0xFF
        path.write_bytes(data[: self.pick.choice([len(data), len(data) // 2])])

    def base_is_damaged(self) -> None:
        path = self.root / ".cache" / "site.base"
        if path.exists():
            data = bytearray(path.read_bytes())
            data[self.pick.randrange(len(data))] ^= 0xFF
            path.write_bytes(data[: self.pick.choice([len(data), len(data) // 2])])
        # So that the base is asked for.
        self.newest_brief_comes()

    def parts_tell_lies(self) -> None:
        with closing(sqlite3.connect(self.root / ".cache" / "site.sqlite")) as ledger, ledger:
            ledger.execute("UPDATE parts SET numbers = (SELECT numbers FROM parts WHERE place = 1)")
        self.newest_brief_comes()

    def table_is_edited(self) -> None:
        path = self.root / "site" / "data" / "positions.csv"
        path.write_text(path.read_text(encoding="utf-8") + "x,y\n", encoding="utf-8")
        self.newest_brief_comes()

    def cache_tells_lies(self) -> None:
        with closing(sqlite3.connect(self.root / ".cache" / "site.sqlite")) as ledger, ledger:
            ledger.execute(
                "UPDATE files SET digest = (SELECT digest FROM files WHERE path = 'index.html'),"
                " stamp = (SELECT stamp FROM files WHERE path = 'index.html') WHERE path LIKE 'actors/%'"
            )


HAPPENINGS: tuple[Callable[[Project], None], ...] = tuple(
    value
    for name, value in vars(Project).items()
    if not name.startswith("_") and name not in ("build", "build_from_nothing", "write", "one", "a_file")
)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_the_site_is_as_if_built_from_nothing(tmp_path: Path, seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311
    project = Project(tmp_path / "project", pick)
    project.build()
    happened = []
    for happening in pick.sample(HAPPENINGS, len(HAPPENINGS)):
        for happens in (happening, pick.choice(HAPPENINGS[:13])):
            if (project.root / ".cache").exists() and (project.root / "site" / "topics").is_dir():
                happens(project)
                happened.append(happens.__name__)
        kept, clean = project.build(), project.build_from_nothing()
        differing = sorted(p for p in kept.keys() | clean.keys() if kept.get(p) != clean.get(p))
        assert not differing, (happened[-4:], differing[:10])


def test_one_brief_after_another_gives_what_all_at_once_give(tmp_path: Path) -> None:
    """Full pages, batches of the text index and of the database, the first of several indexes: all are crossed."""
    project = Project(tmp_path / "project", random.Random(0))  # noqa: S311
    for number in (30, 31, 2, 32, 33, 34, 1, 35):
        project.write(make_brief(number, corpus_size=SIZE))
        kept, clean = project.build(), project.build_from_nothing()
        assert kept == clean, [
            path for path in kept.keys() | clean.keys() if kept.get(path) != clean.get(path)
        ]
    assert {path.split("/")[0] for path in kept if path.startswith("pagefind")} == {
        indexes.FOLDER[:-1], indexes.NEWEST[:-1], indexes.NAMES[:-1],
    }  # fmt: skip


def test_one_new_brief_leaves_pages_of_others_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path / "project", random.Random(0))  # noqa: S311
    made: list[str] = []
    page = site_build.SiteBuild.page

    def noting(self: site_build.SiteBuild, source, frame, canonical):  # type: ignore[no-untyped-def]
        made.append(source.path)
        return page(self, source, frame, canonical)

    monkeypatch.setattr(site_build.SiteBuild, "page", noting)
    monkeypatch.setattr(shell, "program_fingerprint", lambda: "one program")
    project.build()
    every = len(made)
    made.clear()
    project.build()
    assert made == []
    made.clear()
    project.write(make_brief(SIZE - 1, corpus_size=SIZE))
    kept, again = project.build(), list(made)
    assert kept == project.build_from_nothing()
    assert f"briefs/{make_brief(SIZE - 1, corpus_size=SIZE).id}/" in again
    assert len(again) < every
    made.clear()
    monkeypatch.setattr(shell, "program_fingerprint", lambda: "another program")
    project.build()
    assert len(made) > every
