"""From "source added" to "site differs as expected", by the very steps of the workflows."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from briefgen.cli.init import start_project
from tests.delivery.actions import Result, Service, install

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


PAGE = """<!doctype html><html lang="en"><head><title>County answers island council</title>
<meta property="article:published_time" content="2024-06-10T09:00:00Z"></head><body><nav>Home News Sport</nav>
<article><h1>County answers island council</h1>
<p>The county will pay for the crew of the night boat, county mayor Marit Berg said on Monday. The boat
carries nurses home from the late shift, and the council had threatened to go to the transport ministry.</p>
<p>“We stand by the island,” Berg told reporters outside the county hall. “Nobody will be left on the
quay.”</p>
<p>The ferry company said it would study the offer and answer before the end of the month. It has said before
that the night boat loses money in winter, when few people travel and fuel costs more than fares bring in.</p>
</article><footer>Cookie settings</footer></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Example Gazette</title>
<item><title>County answers island council</title><link>{site}/county.html</link>
<pubDate>Mon, 10 Jun 2024 09:00:00 GMT</pubDate></item></channel></rss>"""


class Outlet(BaseHTTPRequestHandler):
    """A news site of one article and its feed."""

    def do_GET(self) -> None:
        site = f"http://{self.headers['Host']}"
        found = {
            "/county.html": ("text/html", PAGE),
            "/feed.xml": ("application/rss+xml", FEED.format(site=site)),
        }.get(self.path)
        kind, text = found or ("text/plain", "nothing here")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode("utf-8"))

    def log_message(self, format: str, *arguments: object) -> None:
        """Stays silent."""


@pytest.fixture
def outlet() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("way", ["feed", "hand"])
def test_feeds_and_addresses_become_sources_and_briefs(project: Project, outlet: str, way: str) -> None:
    settings = project.clone / "site_config" / "briefgen.yml"
    # The address of this machine is refused unless the settings allow it.
    allowed = "fetch:\n  insecure_http: true\n  private_addresses: true\n"
    settings.write_text(settings.read_text(encoding="utf-8") + allowed, encoding="utf-8")
    if way == "feed":
        feeds = project.clone / "site_config" / "feeds.txt"
        feeds.write_text(feeds.read_text(encoding="utf-8") + f"{outlet}/feed.xml\n", encoding="utf-8")
    project.push("Allow this machine")
    if way == "feed":
        done = project.briefs("schedule")
    else:
        done = project.briefs("workflow_dispatch", address=f"{outlet}/county.html")
    assert done["read"].ok, done["read"].log
    assert done["propose"].ok, done["propose"].log
    brief, source = sorted(project.proposed())
    assert brief.startswith("content/briefs/2024-06-10-")
    assert source.startswith("content/sources/2024-06-10-")
    assert "Marit Berg" in project.service.body
    project.merge()
    text = (project.clone / source).read_text(encoding="utf-8")
    assert "Nobody will be left on the quay" in " ".join(text.split())
    assert "Cookie settings" not in text


def gitlab(project: Project, job: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a job of .gitlab-ci.yml in a fresh clone, beside its artifacts, in one shell."""
    folder.mkdir(exist_ok=True)
    for command in (
        ["init", "--quiet"],
        ["remote", "add", "origin", project.service.remote.as_uri()],
        ["fetch", "--quiet", "origin", "main"],
        ["checkout", "--quiet", "--detach", "FETCH_HEAD"],
    ):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
    install(folder)
    text = (project.clone / ".gitlab-ci.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings only
    extended = data.get(data[job].get("extends", ""), {})
    lines = [*extended.get("before_script", []), *data[job]["script"]]
    address = "https://briefgen:t@gitlab.example/someone/dossier.git"
    own = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(lines)],
        cwd=folder,
        env=own
        | {
            "CI_PIPELINE_SOURCE": "push",
            "CI_DEFAULT_BRANCH": "main",
            "CI_SERVER_HOST": "gitlab.example",
            "CI_PROJECT_PATH": "someone/dossier",
            "CI_PIPELINE_URL": "https://gitlab.example/someone/dossier/-/pipelines/1",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": project.git("rev-parse", "main").strip(),
            "BRIEFGEN_PUSH_TOKEN": "t",
            "NO_MKDOCS_2_WARNING": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{project.service.remote.as_uri()}.insteadOf",
            "GIT_CONFIG_VALUE_0": address,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_gitlab_goes_the_same_way(project: Project, tmp_path: Path) -> None:
    accept = ["git", "-C", str(project.service.remote), "config", "receive.advertisePushOptions", "true"]
    subprocess.run(accept, check=True)
    project.add(NEW, ARTICLE)
    project.add("broken", "---\npublished: 2024-99-99\n---\nText.\n")
    read = gitlab(project, "read", tmp_path / "job")
    assert read.returncode == 42, read.stdout + read.stderr
    assert "broken.md" in read.stdout
    assert "Marit Berg" in (tmp_path / "job" / "change" / "summary.md").read_text(encoding="utf-8")

    shutil.copytree(tmp_path / "job" / "change", tmp_path / "propose" / "change")
    propose = gitlab(project, "propose", tmp_path / "propose")
    assert propose.returncode == 0, propose.stderr
    assert project.proposed() == [f"content/briefs/{NEW}.yml"]

    project.git("pull", "--quiet", "--no-rebase", "origin", "briefs/update")
    (project.clone / "content" / "sources" / "broken.md").unlink()
    project.push("Take it out")
    pages_job = gitlab(project, "pages", tmp_path / "pages")
    assert pages_job.returncode == 0, pages_job.stdout + pages_job.stderr
    assert f"briefs/{NEW}" in pages(tmp_path / "pages" / "public")
    preview = gitlab(project, "preview", tmp_path / "preview")
    assert preview.returncode == 0, preview.stdout + preview.stderr
    assert (tmp_path / "preview" / "findings.json").read_text(encoding="utf-8").startswith("[")
