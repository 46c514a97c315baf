"""`briefgen check`: the gate that content/ passes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError

if TYPE_CHECKING:
    from briefgen.run.check import Found, Report

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


@click.command()
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "gitlab"]),
    default="text",
    show_default=True,
    help="For people, for programs, as annotations on GitHub, as a code-quality report for GitLab.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--workers", type=click.IntRange(1, 256), default=None, help="Processes to use; as many as cores, else."
)
@config_option
@click.pass_context
def check(ctx: click.Context, style: str, strict: bool, workers: int | None, config: Path) -> None:
    """Check everything under content/.

    Looks for: files that do not fit their schema, words that are not the article's, briefs older than
    their source, ids that lead nowhere or stand twice, reviews whose item is gone or reads otherwise,
    actors under two ids, unknown days of publication, sources without a brief and briefs without a source.

    \b
    Exits with
      0  nothing that fails (warnings may be there)
      1  errors, or with --strict warnings
      2  the settings or the command line are wrong
    """
    from briefgen.corpus.integrity import Level
    from briefgen.run.check import check_content

    try:
        project = Project.load(config)
        project.require_content()
        report = check_content(
            project.content,
            max_bytes=project.settings.ingest.max_bytes,
            workers=workers or os.cpu_count() or 1,
        )
    except BriefgenError as error:
        raise Stop(error) from error
    click.echo(_FORMATS[style](report), nl=False)
    failing = report.count(Level.ERROR) + (report.count(Level.WARNING) if strict else 0)
    if failing:
        ctx.exit(1)


def _as_text(report: Report) -> str:
    from briefgen.corpus.integrity import Level

    lines = [str(found) for found in report.found]
    counts = ", ".join(f"{report.count(level)} {level}s" for level in Level)
    return "\n".join([*lines, f"{report.briefs} briefs checked: {counts}"]) + "\n"


def _as_json(report: Report) -> str:
    rows = [
        {
            "level": str(found.problem.level),
            "code": found.problem.code,
            "message": found.problem.message,
            "path": found.path.as_posix() if found.path else None,
            "line": found.line,
        }
        for found in report.found
    ]
    return json.dumps({"briefs": report.briefs, "problems": rows}, ensure_ascii=False, indent=2) + "\n"


def _as_github(report: Report) -> str:
    lines = []
    for found in report.found:
        parts = []
        if found.path:
            parts.append(f"file={_property(found.path.as_posix())}")
        if found.line:
            parts.append(f"line={found.line}")
        parts.append(f"title={_property(found.problem.code)}")
        message = found.problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        lines.append(f"::{_COMMANDS[found.problem.level]} {','.join(parts)}::{message}")
    return "".join(line + "\n" for line in lines) + _as_text(report).splitlines()[-1] + "\n"


def _property(text: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(char, code)
    return text


def _as_gitlab(report: Report) -> str:
    rows = [
        {
            "description": found.problem.message,
            "check_name": found.problem.code,
            "fingerprint": _fingerprint(found),
            "severity": _SEVERITY[found.problem.level],
            "location": {
                "path": found.path.as_posix() if found.path else "content",
                "lines": {"begin": found.line or 1},
            },
        }
        for found in report.found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _fingerprint(found: Found) -> str:
    from briefgen.model.ids import content_id

    return content_id("c", str(found.path), found.problem.code, found.problem.message)


_FORMATS = {"text": _as_text, "json": _as_json, "github": _as_github, "gitlab": _as_gitlab}
