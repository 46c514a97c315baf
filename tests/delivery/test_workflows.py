"""The workflow files: structure, pins, permissions, and no way for foreign text into a shell."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from briefgen.cli.main import main

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEMPLATES = sorted((ROOT / "briefgen/cli/project_template/dot-github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
PINNED = re.compile(r"^\s*(?:- )?uses: ([\w.-]+/[\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")
KEYS = {"name", "on", "permissions", "concurrency", "defaults", "jobs"}
JOB_NEEDS = {"name", "runs-on", "timeout-minutes", "permissions", "steps"}
JOB_KEYS = JOB_NEEDS | {"needs", "if", "outputs", "environment", "strategy"}
STEP_KEYS = {"name", "id", "if", "uses", "with", "run", "env"}
PERMISSIONS = {"actions", "contents", "pull-requests", "pages", "id-token"}


def load(path: Path) -> dict[str, Any]:
    # The base loader keeps `on` a word.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # type: ignore[no-any-return] # noqa: S506


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    return load(path)["jobs"]  # type: ignore[no-any-return]


def steps(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in jobs(path).items():
        for step in job["steps"]:
            yield name, step


workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == [
        "audit.yml",
        "briefs.yml",
        "check.yml",
        "release.yml",
        "site.yml",
    ]


@workflow
def test_only_known_keys_stand_where_they_belong(path: Path) -> None:
    assert set(load(path)) <= KEYS
    for job in jobs(path).values():
        assert set(job) <= JOB_KEYS
        assert set(job) >= JOB_NEEDS
    for _, step in steps(path):
        assert set(step) <= STEP_KEYS
        assert ("uses" in step) != ("run" in step), step
        assert "name" in step


@workflow
def test_every_action_is_pinned_to_a_commit_with_its_version_beside(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert PINNED.match(line), line


def test_each_action_has_one_pin_everywhere() -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := PINNED.match(line):
                pins.setdefault(found[1], set()).add((found[2], found[3]))
    assert {action: sorted(at) for action, at in pins.items() if len(at) > 1} == {}


@workflow
def test_nothing_is_permitted_but_what_a_job_names(path: Path) -> None:
    assert load(path)["permissions"] == {}
    for job in jobs(path).values():
        assert set(job["permissions"]) <= PERMISSIONS
        assert set(job["permissions"].values()) <= {"read", "write"}


@workflow
def test_a_job_that_may_write_never_reads_foreign_text(path: Path) -> None:
    for name, job in jobs(path).items():
        if "write" in job["permissions"].values():
            for step in job["steps"]:
                assert not re.search(
                    r"briefgen (add|build|extract)|make |mkdocs|pip ", step.get("run", "")
                ), name


@workflow
def test_no_expression_stands_in_a_script(path: Path) -> None:
    for _, step in steps(path):
        assert "${{" not in step.get("run", ""), step["name"]


@workflow
def test_foreign_changes_run_without_secrets(path: Path) -> None:
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(load(path)["on"])
    assert "secrets." not in path.read_text(encoding="utf-8")


@workflow
def test_check_outs_keep_no_credentials(path: Path) -> None:
    for _, step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@workflow
def test_runners_are_named_by_version_and_bounded(path: Path) -> None:
    for job in jobs(path).values():
        assert re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"])
        assert 0 < int(job["timeout-minutes"]) <= 360


@workflow
def test_what_is_referred_to_exists(path: Path) -> None:
    all_jobs = jobs(path)
    for name, job in all_jobs.items():
        needs = job.get("needs", [])
        needs = [needs] if isinstance(needs, str) else needs
        assert set(needs) <= set(all_jobs)
        ids = {step["id"] for step in job["steps"] if "id" in step}
        text = yaml.dump(job)
        assert set(re.findall(r"steps\.([\w-]+)\.", text)) <= ids, name
        for other, output in re.findall(r"needs\.([\w-]+)\.outputs\.([\w-]+)", text):
            assert other in needs
            assert output in all_jobs[other]["outputs"]


@workflow
def test_schedules_have_five_fields(path: Path) -> None:
    triggers = load(path)["on"]
    for entry in triggers.get("schedule") or [] if isinstance(triggers, dict) else []:
        assert re.fullmatch(r"(?:[\d*/,-]+ ){4}[\d*/,-]+", entry["cron"])


def scripts() -> list[tuple[str, str]]:
    found = [
        (f"{p.name}/{step['name']}", step["run"]) for p in WORKFLOWS for _, step in steps(p) if "run" in step
    ]
    for name, job in load(GITLAB).items():
        if isinstance(job, dict):
            lines = [*job.get("before_script", []), *job.get("script", [])]
            found += [(f"gitlab/{name}", "\n".join(lines))] if lines else []
    return found


script = pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in scripts()])


@script
def test_scripts_are_well_formed(text: str) -> None:
    done = subprocess.run(["bash", "-n"], input=text, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@script
def test_commands_have_the_options_that_scripts_give_them(text: str) -> None:
    for line in text.replace("\\\n", " ").splitlines():
        for found in re.finditer(r"\.venv/bin/briefgen ([^|;<>]+)", line):
            words = shlex.split(re.sub(r"\s\d$", "", found[1]))
            command = main.commands[words[0]]
            options = {name for p in command.params if isinstance(p, click.Option) for name in p.opts}
            used = {word.split("=")[0] for word in words[1:] if word.startswith("--") and word != "--"}
            assert used <= options, line


def test_gitlab_jobs_refer_to_what_exists() -> None:
    data = load(GITLAB)
    names = [n for n, job in data.items() if isinstance(job, dict) and "script" in job]
    assert names == ["read", "propose", "preview", "pages"]
    for name in names:
        job = data[name]
        assert job["stage"] in data["stages"]
        assert job["rules"]
        if "extends" in job:
            assert job["extends"] in data
        for need in job.get("needs", []):
            assert need["job"] in data
    assert re.fullmatch(r"python:\d+\.\d+\.\d+-\w+", data["default"]["image"])


def test_gitlab_shows_its_token_to_the_one_job_that_pushes() -> None:
    for name, job in load(GITLAB).items():
        if isinstance(job, dict) and name != "propose":
            assert "BRIEFGEN_PUSH_TOKEN" not in yaml.dump(job)


@workflow
def test_what_reads_foreign_text_prints_behind_a_bar(path: Path) -> None:
    # A line that begins with `::` commands the runner, white space before it or not.
    for _, step in steps(path):
        text = step.get("run", "").replace("\\\n", " ")
        for line in text.splitlines():
            if re.search(r"briefgen (add|build|extract)\b", line):
                assert "| sed 's/^/| /'" in line, step["name"]
            if "briefgen check" in line:
                assert re.search(r"--format github|> change/", line), step["name"]


@pytest.mark.parametrize(
    ("tag", "changelog", "fails_with"),
    [
        (
            "v1.2.0",
            "## Unreleased\n\n- x\n\n## 1.2.0 - 2026-01-01\n\n- It works.\n\n## 1.1.0\n",
            "",
        ),
        ("v1.3.0", "## 1.2.0\n\n- It works.\n", "the package is 1.2.0"),
        ("v1.2.0", "## Unreleased\n\n- It works.\n", "no section 1.2.0"),
    ],
)
def test_a_release_has_one_version_and_its_notes(
    tmp_path: Path, tag: str, changelog: str, fails_with: str
) -> None:
    path = ROOT / ".github" / "workflows" / "release.yml"
    (step,) = [step for _, step in steps(path) if step["name"] == "Check the version"]
    (tmp_path / "briefgen").mkdir()
    (tmp_path / "briefgen" / "__init__.py").write_text('__version__ = "1.2.0"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={"TAG": tag, "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode != 0) == bool(fails_with), done.stderr
    assert fails_with in done.stdout
    if not fails_with:
        assert (tmp_path / "notes" / "notes.md").read_text(encoding="utf-8").split() == ["-", "It", "works."]


@pytest.mark.parametrize("path", [*WORKFLOWS, *TEMPLATES], ids=lambda path: f"{path.parts[-4]}/{path.name}")
def test_the_workflow_linter_has_nothing_to_say(path: Path) -> None:
    """With `actionlint` on the path, of whatever package; its binary comes with none that is pinned here."""
    program = shutil.which("actionlint")
    if program is None:
        pytest.skip("no actionlint on this machine: the workflows were checked by the other tests alone")
    done = subprocess.run([program, "-shellcheck=", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
