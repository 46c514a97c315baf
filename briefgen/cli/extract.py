"""`briefgen extract`: print briefs, write nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError, Place, SourceError
from briefgen.model.ids import slug
from briefgen.model.registry import Registry

if TYPE_CHECKING:
    from briefgen.extract.extractor import Extractor
    from briefgen.model.brief import Brief

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}\Z")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?\Z")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--jsonl",
    type=click.File(encoding="utf-8"),
    help="Read lines {id, text, published?, title?, publisher?} from a file (- for standard input), and "
    "print a line {id, brief} or {id, error} for each, in the same order.",
)
@click.option("--no-registry", is_flag=True, help="Do not read content/registry/.")
@config_option
@click.pass_context
def extract(
    ctx: click.Context, paths: tuple[Path, ...], jsonl: IO[str] | None, no_registry: bool, config: Path
) -> None:
    """Print the briefs of articles; write nothing.

    PATHS are source files, printed as YAML. Exits with 1 where an article failed.
    """
    if bool(paths) == (jsonl is not None):
        raise click.UsageError("give either source files or --jsonl FILE")
    from briefgen.pipeline import load_rules

    try:
        registry = Registry() if no_registry else _registry(config)
        extractor = load_rules()
    except BriefgenError as error:
        raise Stop(error) from error
    sound = _print_lines(jsonl, extractor, registry) if jsonl else _print_yaml(paths, extractor, registry)
    if not sound:
        ctx.exit(1)


def _registry(config: Path) -> Registry:
    from briefgen.store.load import load_registry

    return load_registry(Project.load(config).content.root)


def _print_yaml(paths: Iterable[Path], extractor: Extractor, registry: Registry) -> bool:
    from briefgen.ingest.source import article_of, read_source
    from briefgen.pipeline import make_brief
    from briefgen.store.yaml_writer import write_model

    sound = True
    for path in paths:
        try:
            text = write_model(make_brief(article_of(read_source(path)), extractor, registry))
        except BriefgenError as error:
            click.echo(str(error), err=True)
            sound = False
        else:
            click.echo("---")
            click.echo(text, nl=False)
    return sound


def _print_lines(lines: Iterable[str], extractor: Extractor, registry: Registry) -> bool:
    sound = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row: dict[str, Any] = {"id": None}
        try:
            row = _row(line, number)
            brief = _brief_of(row, extractor, registry)
            answer = {
                "id": row["id"],
                "brief": brief.model_dump(mode="json", by_alias=True, exclude_none=True),
            }
        except BriefgenError as error:
            sound = False
            answer = {"id": row["id"], "error": str(error)}
        except Exception as error:
            # A fault of ours in one article must not cost the others their briefs.
            sound = False
            answer = {"id": row["id"], "error": f"a fault of briefgen: {type(error).__name__}: {error}"}
        click.echo(json.dumps(answer))
    return sound


def _row(line: str, number: int) -> dict[str, Any]:
    place = Place(article=f"line {number}")
    try:
        row = json.loads(line)
    except ValueError as error:
        raise SourceError(f"not JSON: {error}", todo="Give one object a line.", place=place) from error
    if not isinstance(row, dict) or "id" not in row:
        raise SourceError("no object with an id", todo="Give each line an `id`.", place=place)
    return row


def _brief_of(row: dict[str, Any], extractor: Extractor, registry: Registry) -> Brief:
    from briefgen.ingest.article import article_from_text
    from briefgen.pipeline import make_brief

    id = str(row["id"])
    place = Place(article=id)
    for key in ("text", "published", "title", "publisher"):
        if not isinstance(row.get(key, ""), str | None):
            raise SourceError(f"`{key}` is no text", todo="Give it as a JSON string.", place=place)
    text = row.get("text")
    if not text or not text.strip():
        raise SourceError("no text", todo="Give the article's words as `text`.", place=place)
    published = row.get("published") or None
    if published and not _DAY.match(published):
        raise SourceError(
            f"`published` is no day: {published!r}", todo="Write it as YYYY-MM-DD.", place=place
        )
    article = article_from_text(
        id if _SAFE_ID.match(id) else slug(id),
        text,
        published=published,
        title=row.get("title") or None,
        publisher=row.get("publisher") or None,
    )
    return make_brief(article, extractor, registry)
