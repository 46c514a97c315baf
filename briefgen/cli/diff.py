"""`briefgen diff`: what changed between two states of the briefs, for the reviewer of a change."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from briefgen.cli.changes_text import markdown
from briefgen.corpus.changes import compare
from briefgen.errors import Place, StoreError
from briefgen.model.brief import Brief
from briefgen.model.lean import lean
from briefgen.store.layout import Content
from briefgen.store.load import load_brief, load_registry

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("old", type=_FOLDER, required=False)
@click.argument("new", type=_FOLDER, default=Path("content"))
@click.option("--against", metavar="REF", help="Compare with content/ as it is in this commit of git.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="For people, or for programs.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=500),
    default=60_000,
    show_default=True,
    help="The most characters of Markdown; a change's description on GitHub holds 65,536.",
)
def diff(old: Path | None, new: Path, against: str | None, style: str, limit: int) -> None:
    """Tell what changed between two states of the briefs.

    OLD and NEW are folders that hold briefs/ (like content/). With --against no OLD is given, and
    NEW is the folder to compare with its own state in that commit.

    Lists new positions, stances that changed, actors nobody has named yet, speakers that are nobody
    known, and warnings. Exits 0 whether something changed or not, 1 where a brief cannot be read.
    """
    if against is not None:
        if old is not None:
            new, old = old, None
        with _at_commit(new, against) as folder:
            before = _briefs(folder)
    elif old is not None:
        before = _briefs(old)
    else:
        raise click.UsageError("Give OLD and NEW, or --against REF.")
    changes = compare(before, _briefs(new), load_registry(new))
    if style == "json":
        click.echo(changes.model_dump_json(exclude_defaults=True, indent=2))
    else:
        click.echo(markdown(changes, limit=limit), nl=False)


def _briefs(folder: Path) -> list[Brief]:
    return [lean(load_brief(path)) for path in Content(folder).brief_files()]


@contextmanager
def _at_commit(content: Path, ref: str) -> Iterator[Path]:
    """Gives a folder with the briefs of content/ as they are in a commit; empty where it has none."""
    if ref.startswith("-"):
        raise click.BadParameter(f"{ref!r} names no commit", param_hint="--against")
    _git(content, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", missing=ref)
    listed = _git(content, "ls-tree", "--name-only", ref, "briefs/", missing=ref)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if listed.strip():
            packed = _git(content, "archive", "--format=tar", ref, "briefs", missing=ref)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
        yield folder


def _git(folder: Path, *arguments: str, missing: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a fixed program, no shell
    except OSError as error:
        raise StoreError(f"git cannot be run: {error.strerror}", todo="Install git, or give OLD.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise StoreError(
            f"git knows no commit {missing!r} here" + (f" ({said[-1]})" if said else ""),
            todo="Give a branch, tag or commit of the repository that holds the folder.",
            place=Place(path=folder),
        )
    return done.stdout
