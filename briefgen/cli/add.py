"""`briefgen add`: anything becomes a source."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError


@click.command()
@click.argument("what", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Say what would be added; write nothing.")
@config_option
@click.pass_context
def add(ctx: click.Context, what: tuple[str, ...], dry_run: bool, config: Path) -> None:
    """Take articles into content/sources/.

    WHAT is a file (HTML, PDF, DOCX, EML, Markdown, text, WARC, RSS or Atom), a folder of such files, or the
    https address of an article or feed. Writes clean text with what is known of it as front matter.

    An article that is there already is left alone; the same story from another outlet is marked as a copy;
    a new version at the same address takes the old one's place, unless a person has edited that.

    Exits with 1 where something could not be added; the rest is.
    """
    from briefgen.errors import Failure
    from briefgen.ingest.add import Adder
    from briefgen.ingest.fetch.client import Fetcher
    from briefgen.ingest.known import KnownSources
    from briefgen.ingest.readers.sandbox import Sandbox

    failed = False
    try:
        project = Project.load(config)
        project.require_content()
        known = KnownSources.load(
            project.content.source_files(), project.cache, project.settings.ingest.max_bytes
        )
        with Sandbox() as sandbox:
            adder = Adder(
                settings=project.settings,
                content=project.content,
                known=known,
                fetcher=Fetcher(project.settings.fetch),
                sandbox=sandbox,
                today=datetime.now(UTC).date().isoformat(),
                dry_run=dry_run,
            )
            for each in what:
                for outcome in adder.add(each):
                    if isinstance(outcome, Failure):
                        failed = True
                        click.echo(str(outcome), err=True)
                    else:
                        click.echo(str(outcome))
    except BriefgenError as error:
        raise Stop(error) from error
    if failed:
        ctx.exit(1)
