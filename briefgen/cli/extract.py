"""`briefgen extract`: print briefs, write nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from briefgen.cli.extract_lines import print_lines
from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError
from briefgen.model.registry import Registry

if TYPE_CHECKING:
    from briefgen.extract.extractor import Extractor


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--jsonl",
    type=click.File("rb"),
    help="Read lines {id, text, published?, title?, publisher?} from a file (- for standard input), and "
    "print a line {id, brief} or {id, error} for each, in the same order.",
)
@click.option("--no-registry", is_flag=True, help="Do not read content/registry/.")
@config_option
@click.pass_context
def extract(
    ctx: click.Context, paths: tuple[Path, ...], jsonl: IO[bytes] | None, no_registry: bool, config: Path
) -> None:
    """Print the briefs of articles; write nothing.

    PATHS are source files, printed as YAML. Exits with 1 where an article failed.
    """
    if bool(paths) == (jsonl is not None):
        raise click.UsageError("give either source files or --jsonl FILE")
    from briefgen.pipeline import load_rules
    from briefgen.store.load import load_registry

    try:
        project = Project.load(config)
        registry = Registry() if no_registry else load_registry(project.content.root)
        extractor = load_rules()
    except BriefgenError as error:
        raise Stop(error) from error
    max_bytes = project.settings.ingest.max_bytes
    if jsonl is not None:
        sound = print_lines(jsonl, extractor, registry, max_bytes)
    else:
        sound = _print_yaml(paths, extractor, registry, max_bytes)
    if not sound:
        ctx.exit(1)


def _print_yaml(paths: Iterable[Path], extractor: Extractor, registry: Registry, max_bytes: int) -> bool:
    from briefgen.ingest.source import article_of, read_source
    from briefgen.pipeline import make_brief
    from briefgen.store.yaml_writer import write_model

    sound = True
    for path in paths:
        try:
            article = article_of(read_source(path, max_bytes=max_bytes))
            text = write_model(make_brief(article, extractor, registry))
        except BriefgenError as error:
            click.echo(str(error), err=True)
            sound = False
        else:
            click.echo("---")
            click.echo(text, nl=False)
    return sound
