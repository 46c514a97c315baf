"""Runs the jobs of a GitHub workflow here: its very `run` steps, with stand-ins for the actions it uses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$GH_STATE/calls.txt"
case "$1 $2" in
  "pr list") if [ -f "$GH_STATE/body.md" ]; then echo 1; else echo 0; fi ;;
  "pr create" | "pr edit")
    while [ $# -gt 1 ]; do if [ "$1" = --body-file ]; then cp "$2" "$GH_STATE/body.md"; fi; shift; done ;;
esac
"""
_COMMAND = """#!/usr/bin/env bash
exec '{python}' -c '{code}' "$@"
"""
_TOKEN = re.compile(r"'[^']*'|[\w.-]+(?:\([^)]*\))?|==|!=|&&|\|\||!|\(|\)")


@dataclass(slots=True)
class Result:
    """What came of a job."""

    ok: bool
    outputs: dict[str, str]
    log: str
    workspace: Path


@dataclass(slots=True)
class Service:
    """A stand-in for the service: a bare repository, artifacts, a cache, changes and the published site."""

    folder: Path
    repository: str = "someone/dossier"
    artifacts: dict[str, Path] = field(default_factory=dict)
    runs: int = 0

    def __post_init__(self) -> None:
        for name in ("remotes", "cache", "gh", "bin", "work"):
            (self.folder / name).mkdir(parents=True)
        subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(self.remote)], check=True)
        gh = self.folder / "bin" / "gh"
        gh.write_text(_GH, encoding="utf-8")
        gh.chmod(0o755)

    @property
    def remote(self) -> Path:
        """The repository as the service has it."""
        return self.folder / "remotes" / f"{self.repository}.git"

    @property
    def published(self) -> Path:
        """The site as it is deployed."""
        return self.folder / "published"

    @property
    def body(self) -> str:
        """The description of the open change."""
        return (self.folder / "gh" / "body.md").read_text(encoding="utf-8")

    def calls(self) -> list[str]:
        """Returns what the workflow asked of the service, in order."""
        path = self.folder / "gh" / "calls.txt"
        return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []

    def run(self, workflow: Path, event: str, ref: str = "main", **inputs: str) -> dict[str, Result]:
        """Runs the jobs of a workflow in order and returns what came of those that ran."""
        text = workflow.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings only
        results: dict[str, Result] = {}
        for name, job in data["jobs"].items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            context = self._context(event, ref, inputs)
            context |= {f"needs.{n}.outputs.{k}": v for n in needs for k, v in results[n].outputs.items()}
            default = all(results[n].ok for n in needs)
            wanted = _holds(job["if"], context) if "if" in job else True
            if wanted and (default or "cancelled()" in job.get("if", "")):
                results[name] = self._job(job, context, ref)
        return results

    def _context(self, event: str, ref: str, inputs: dict[str, str]) -> dict[str, str]:
        self.runs += 1
        return {
            "github.event_name": event,
            "github.ref": f"refs/heads/{ref}",
            "github.ref_name": ref,
            "github.repository": self.repository,
            "github.server_url": (self.folder / "remotes").as_uri(),
            "github.token": "not-a-token",
            "github.run_id": str(self.runs),
            **{f"inputs.{name}": value for name, value in inputs.items()},
        }

    def _job(self, job: dict[str, Any], context: dict[str, str], ref: str) -> Result:
        workspace = self.folder / "work" / str(len(list((self.folder / "work").iterdir())))
        outputs, log, ok, cached = self.folder / "outputs.txt", "", True, False
        for step in job["steps"]:
            if not ok or ("if" in step and not _holds(step["if"], context)):
                continue
            if "uses" in step:
                cached = cached or step["uses"].startswith("actions/cache@")
                self._action(step, workspace, ref)
                continue
            outputs.write_text("", encoding="utf-8")
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=workspace,
                env=self._environment(step, context, outputs),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            log += f"## {step['name']}\n{done.stdout}"
            ok = done.returncode == 0
            for line in outputs.read_text(encoding="utf-8").splitlines():
                name, _, value = line.partition("=")
                context[f"steps.{step.get('id', '')}.outputs.{name}"] = value
        if cached and (workspace / ".cache").is_dir():
            shutil.copytree(workspace / ".cache", self.folder / "cache", dirs_exist_ok=True)
        named = {k: _filled(v, context) for k, v in job.get("outputs", {}).items()}
        return Result(ok, named, log, workspace)

    def _environment(self, step: dict[str, Any], context: dict[str, str], outputs: Path) -> dict[str, str]:
        own = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
        return own | {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{own['PATH']}",
            "GH_STATE": str(self.folder / "gh"),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "NO_MKDOCS_2_WARNING": "1",
            **{name: _filled(value, context) for name, value in step.get("env", {}).items()},
        }

    def _action(self, step: dict[str, Any], workspace: Path, ref: str) -> None:
        """Does what an action does, as far as it matters to the steps after it."""
        options = step.get("with", {})
        match step["uses"].partition("@")[0]:
            case "actions/checkout":
                depth = options.get("fetch-depth", "1")
                clone = ["git", "clone", "--quiet", f"--depth={depth}", "--branch", ref]
                subprocess.run([*clone, self.remote.as_uri(), str(workspace)], check=True)
            case "actions/setup-python":
                install(workspace)
            case "actions/cache":
                shutil.copytree(self.folder / "cache", workspace / ".cache", dirs_exist_ok=True)
            case "actions/upload-artifact" | "actions/upload-pages-artifact":
                name = options.get("name", "github-pages")
                target = self.folder / "artifacts" / name
                shutil.rmtree(target, ignore_errors=True)
                target.mkdir(parents=True)
                for path in (workspace / line for line in options["path"].split()):
                    if path.is_dir():
                        shutil.copytree(path, target, dirs_exist_ok=True)
                    else:
                        shutil.copy(path, target)
                self.artifacts[name] = target
            case "actions/download-artifact":
                shutil.copytree(self.artifacts[options["name"]], workspace / options["path"])
            case "actions/deploy-pages":
                shutil.rmtree(self.published, ignore_errors=True)
                shutil.copytree(self.artifacts["github-pages"], self.published)
            case other:
                raise AssertionError(f"no stand-in for {other}")


def install(workspace: Path) -> None:
    """Puts the commands where `make setup` would, so that it finds its work done."""
    binaries = workspace / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for name, code in (
        ("briefgen", "from briefgen.cli.main import main; main()"),
        ("mkdocs", "from mkdocs.__main__ import cli; cli()"),
    ):
        command = _COMMAND.format(
            python=sys.executable, code=f'import sys; sys.path.insert(0, "{_root()}"); {code}'
        )
        (binaries / name).write_text(command, encoding="utf-8")
        (binaries / name).chmod(0o755)
    (workspace / ".venv" / ".installed").touch()


def _root() -> Path:
    return Path(__file__).parents[2]


def _filled(text: str, context: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: context.get(found[1], ""), text)


def _holds(condition: str, context: dict[str, str]) -> bool:
    """Returns whether a condition of comparisons joined by && and || holds."""
    condition = condition.strip().removeprefix("${{").removesuffix("}}")
    words = []
    for token in _TOKEN.findall(condition):
        match token:
            case "&&" | "||" | "!":
                words.append({"&&": "and", "||": "or", "!": "not"}[token])
            case "==" | "!=" | "(" | ")":
                words.append(token)
            case "cancelled()":
                words.append("False")
            case _:
                words.append(token if token.startswith("'") else repr(context.get(token, "")))
    return bool(eval(" ".join(words), {"__builtins__": {}}))  # noqa: S307 - words of our own workflows
