"""From "source added" to "site differs as expected", by the very steps of the workflows."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.cli.init import start_project
from tests.delivery.actions import Result, Service

pytestmark = pytest.mark.slow

OLD = "2024-05-03-example-ferry-timetable"
NEW = "2024-06-10-county-answers"
ARTICLE = """---
title: County answers island council
publisher: Example Gazette
published: 2024-06-10
---
The county will pay for the crew of the night boat, county mayor Marit Berg said on Monday.

“We stand by the island,” Berg told reporters. <img src=x onerror=alert(1)> @everybody
"""


class Project:
    """A person's clone of a project, and the service it is pushed to."""

    def __init__(self, folder: Path) -> None:
        self.service = Service(folder / "service")
        self.clone = folder / "clone"
        start_project(self.clone, "Ferry dossier")
        self.git("init", "--quiet", "-b", "main")
        self.git("remote", "add", "origin", str(self.service.remote))
        self.push("Begin")

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        return subprocess.run(command, cwd=self.clone, check=True, capture_output=True, text=True).stdout

    def push(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message)
        self.git("push", "--quiet", "origin", "main")

    def merge(self) -> None:
        """Merges the open change, as a person does."""
        self.git("pull", "--quiet", "--no-rebase", "origin", "briefs/update")
        self.git("push", "--quiet", "origin", "main")
        self.git("push", "--quiet", "origin", "--delete", "briefs/update")
        (self.service.folder / "gh" / "body.md").unlink()

    def proposed(self) -> list[str]:
        """Returns the files that the open change touches."""
        self.git("fetch", "--quiet", "origin")
        return self.git("diff", "--name-only", "main", "origin/briefs/update").split()

    def add(self, id: str, text: str) -> None:
        (self.clone / "content" / "sources" / f"{id}.md").write_text(text, encoding="utf-8")
        self.push(f"Add {id}")

    def briefs(self, event: str = "push", **inputs: str) -> dict[str, Result]:
        return self.service.run(self.clone / ".github/workflows/briefs.yml", event, **inputs)

    def site(self, event: str = "push", ref: str = "main") -> dict[str, Result]:
        return self.service.run(self.clone / ".github/workflows/site.yml", event, ref)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose first article has its brief, merged and published."""
    folder = tmp_path_factory.mktemp("first")
    project = Project(folder)
    done = project.briefs()
    assert done["read"].ok, done["read"].log
    assert done["propose"].ok, done["propose"].log
    assert project.proposed() == [f"content/briefs/{OLD}.yml"]
    project.merge()
    done = project.site()
    assert done["build"].ok, done["build"].log
    assert done["deploy"].ok
    return folder


@pytest.fixture
def project(first: Path, tmp_path: Path) -> Iterator[Project]:
    shutil.copytree(first, tmp_path / "copy")
    project = object.__new__(Project)
    project.clone = tmp_path / "copy" / "clone"
    project.service = object.__new__(Service)
    for name, value in (
        ("folder", tmp_path / "copy" / "service"),
        ("repository", "someone/dossier"),
        ("artifacts", {}),
        ("runs", 10),
    ):
        setattr(project.service, name, value)
    project.git("remote", "set-url", "origin", str(project.service.remote))
    yield project


def pages(site: Path) -> set[str]:
    return {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}


def test_a_new_source_becomes_a_change_and_then_a_page(project: Project) -> None:
    before = pages(project.service.published)
    assert f"briefs/{OLD}" in before
    project.add(NEW, ARTICLE)

    done = project.briefs()
    assert done["read"].ok, done["read"].log
    assert "1 briefs written, 1 unchanged, 1 articles read" in done["read"].log
    assert done["propose"].ok, done["propose"].log
    assert project.proposed() == [f"content/briefs/{NEW}.yml"]
    body = project.service.body
    assert body.startswith("**1 new brief, ")
    assert "Marit Berg" in body
    assert "### Findings" in body
    assert "2 briefs checked: 0 errors" in body
    assert "<img" not in body
    assert "@everybody" not in body
    assert project.service.calls()[-1] == "workflow run site.yml --repo someone/dossier --ref briefs/update"

    done = project.site("workflow_dispatch", "briefs/update")
    assert done["build"].ok, done["build"].log
    assert "deploy" not in done
    assert f"briefs/{NEW}" in pages(project.service.artifacts["preview"])
    assert pages(project.service.published) == before

    project.merge()
    done = project.site()
    assert done["deploy"].ok
    after = pages(project.service.published)
    assert f"briefs/{NEW}" in after - before
    assert before - after == set()
    assert "County answers island council" in (project.service.published / "index.html").read_text("utf-8")

    done = project.briefs()
    assert done["read"].outputs["changed"] == "false", "what was merged is not proposed again"
    assert "propose" not in done


def test_a_source_that_cannot_be_read_does_not_hold_up_the_others(project: Project) -> None:
    project.add("broken", "---\npublished: 2024-99-99\n---\nText.\n")
    project.add(NEW, ARTICLE)
    done = project.briefs()
    assert not done["read"].ok
    assert done["propose"].ok
    assert project.proposed() == [f"content/briefs/{NEW}.yml"]
    assert "### What failed" in project.service.body
    assert "broken.md" in project.service.body


def test_an_open_change_is_renewed_and_not_doubled(project: Project) -> None:
    project.add(NEW, ARTICLE)
    project.briefs()
    project.add("2024-06-11-more", ARTICLE.replace("Marit Berg", "Nils Dahl"))
    assert project.briefs()["propose"].ok
    assert len(project.proposed()) == 2
    created = [call for call in project.service.calls() if call.startswith("pr create")]
    assert len(created) == 2, "one for the first article, one for this change"
    assert [call for call in project.service.calls() if call.startswith("pr edit")]


@pytest.mark.parametrize("what", ["workflow", "link"])
def test_a_forged_patch_changes_nothing_but_content(project: Project, what: str) -> None:
    project.add(NEW, ARTICLE)
    project.briefs()
    artifact = project.service.artifacts["change"]
    if what == "workflow":
        forged = (
            "diff --git a/Makefile b/Makefile\n--- a/Makefile\n+++ b/Makefile\n@@ -1 +1 @@\n-# make\n+evil:\n"
        )
    else:
        forged = (
            "diff --git a/content/sources/x.md b/content/sources/x.md\nnew file mode 120000\n"
            "--- /dev/null\n+++ b/content/sources/x.md\n@@ -0,0 +1 @@\n+/etc/passwd\n"
            "\\ No newline at end of file\n"
        )
    patch = (artifact / "change.patch").read_text(encoding="utf-8") + forged
    (artifact / "change.patch").write_text(patch, encoding="utf-8")
    workflow = project.clone / ".github/workflows/briefs.yml"
    data = workflow.read_text(encoding="utf-8")
    head, _, propose = data.partition("  propose:\n")
    alone = head[: head.index("jobs:\n")] + "jobs:\n  propose:\n" + propose.replace("    needs: read\n", "")
    alone = alone.replace("needs.read.outputs.changed == 'true'", "'yes' == 'yes'")
    (project.service.folder / "propose.yml").write_text(alone, encoding="utf-8")
    done = project.service.run(project.service.folder / "propose.yml", "push")["propose"]
    if what == "link":
        assert not done.ok
        assert "refused" in done.log
    else:
        assert done.ok, done.log
        assert project.proposed() == [f"content/briefs/{NEW}.yml"]
