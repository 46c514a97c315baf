"""`briefgen schema`: the JSON Schema of briefs and reviews."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("name", type=click.Choice(["brief", "review"]), default="brief")
@click.option(
    "--write",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write both schemas into this folder instead of printing one.",
)
def schema(name: str, write: Path | None) -> None:
    """Print the JSON Schema of a brief or of a review."""
    from briefgen.store.files import write_atomically
    from briefgen.store.schema import SCHEMAS, schema_text

    if write is None:
        click.echo(schema_text(name), nl=False)
        return
    for each in SCHEMAS:
        write_atomically(write / f"{each}.schema.json", schema_text(each))
