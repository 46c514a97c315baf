"""`briefgen export`: everything the site offers to take along, without building the site."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError

KINDS = ("data", "briefs", "feeds")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option(
    "--only",
    type=click.Choice(KINDS),
    multiple=True,
    help="Write only this kind; may be given more than once. data: JSON, CSV, SQLite, GraphML of all. "
    "briefs: each brief as YAML and JSON, its reference as BibTeX, CSL-JSON, RIS. feeds: Atom, JSON Feed.",
)
@click.option(
    "--markdown",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the site's pages as Markdown into this folder, for another site generator.",
)
@click.option("--url", default="", help="The site's address, for whole links in feeds.")
@config_option
@click.pass_context
def export(
    ctx: click.Context,
    folder: Path | None,
    only: tuple[str, ...],
    markdown: Path | None,
    url: str,
    config: Path,
) -> None:
    """Write what the site offers to take along into FOLDER: data, references, feeds.

    Exits with 1 where a brief could not be read; the others are written.
    """
    from briefgen.site.exports.offers import write_brief_files, write_data, write_feeds
    from briefgen.site.exports.pages import write_markdown
    from briefgen.site.load import load_corpus
    from briefgen.site.outputs import Writer

    if folder is None and markdown is None:
        raise click.UsageError("name a FOLDER, or --markdown DIR.")
    writers: dict[str, Writer] = {"data": write_data, "briefs": write_brief_files, "feeds": write_feeds}
    try:
        project = Project.load(config)
        project.require_content()
        corpus, failures = load_corpus(project.content.root, cache=project.cache)
        site = project.settings.site.model_copy(update={"url": url} if url else {})
        count = 0
        if folder is not None:
            for kind in only or KINDS:
                for file in (file for given in writers[kind](corpus, site) for file in given.each()):
                    file.write_below(folder)
                    count += 1
        if markdown is not None:
            for file in write_markdown(corpus, site):
                file.write_below(markdown)
                count += 1
    except BriefgenError as error:
        raise Stop(error) from error
    for failure in failures:
        click.echo(str(failure), err=True)
    click.echo(f"{count} files of {len(corpus.briefs)} briefs written.")
    if failures:
        ctx.exit(1)
