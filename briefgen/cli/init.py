"""`briefgen init`: start a new project."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

import click

from briefgen import __version__
from briefgen.cli.project import Stop
from briefgen.errors import BriefgenError, Place, StoreError
from briefgen.store.files import write_atomically
from briefgen.store.yaml_writer import scalar

_HIDDEN = "dot-"
"""How names that begin with a dot are kept in the package, so that no tool acts on them there."""
_YAML = (".yml", ".yaml")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="The site's name.  [default: the folder's name]")
def init(folder: Path, title: str | None) -> None:
    """Start a new project in FOLDER: content/, site_config/, mkdocs.yml, Makefile and workflows.

    Nothing that is there already is changed: where a file of the project exists, nothing is written.
    """
    title = title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize() or "Briefs"
    try:
        written = start_project(folder, title)
    except BriefgenError as error:
        raise Stop(error) from error
    click.echo(f"{len(written)} files in {folder.as_posix()}/. Go there and run `make site`.")


def start_project(folder: Path, title: str) -> list[Path]:
    """Writes the files of a new project and returns them, sorted.

    Raises StoreError, and writes nothing, where one of them is there already.
    """
    texts = {folder / name: text for name, text in _template(title).items()}
    for path in texts:
        if path.exists():
            raise StoreError(
                "is there already; nothing was written",
                todo="Choose an empty folder, or move the file away.",
                place=Place(path=path),
            )
    for path, text in texts.items():
        write_atomically(path, text)
    return list(texts)


def _template(title: str) -> dict[str, str]:
    """Returns the files of a new project by name, sorted."""
    found: dict[str, str] = {}
    plain = " ".join(title.split())
    for name, text in _walk(files("briefgen.cli") / "project_template", PurePosixPath()):
        shown = scalar(plain) if name.endswith(_YAML) else plain
        found[name] = text.replace("@TITLE@", shown).replace("@VERSION@", __version__)
    return dict(sorted(found.items()))


def _walk(folder: Traversable, at: PurePosixPath) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in folder.iterdir():
        name = entry.name
        path = at / (f".{name.removeprefix(_HIDDEN)}" if name.startswith(_HIDDEN) else name)
        if entry.is_dir():
            found += _walk(entry, path)
        else:
            found.append((path.as_posix(), entry.read_text(encoding="utf-8")))
    return found
