"""`briefgen build`: sources become briefs, only what changed."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError


@click.command()
@click.option(
    "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes to use."
)
@click.option("--dask", metavar="ADDRESS", help="Use the workers of this Dask scheduler instead.")
@click.option(
    "--force", is_flag=True, help="Make every brief again; readings are still taken from the cache."
)
@click.option("--no-cache", is_flag=True, help="Read every article again.")
@click.option("--quiet", is_flag=True, help="Say only what failed.")
@config_option
@click.pass_context
def build(
    ctx: click.Context, workers: int, dask: str | None, force: bool, no_cache: bool, quiet: bool, config: Path
) -> None:
    """Make a brief of every source that changed.

    Exits with 1 where a source failed: the others are built, and a failed one keeps the brief it had.
    """
    import tempfile

    from briefgen.pipeline import SourceWork
    from briefgen.run.build import build as run_build
    from briefgen.run.dask import Dask
    from briefgen.run.executors import Processes, Serial
    from briefgen.run.fingerprint import fingerprint
    from briefgen.run.job import Executor
    from briefgen.store.load import load_registry

    def say(line: str) -> None:
        if not quiet:
            click.echo(line)

    try:
        project = Project.load(config)
        project.require_content()
        registry = load_registry(project.content.root)
        max_bytes = project.settings.ingest.max_bytes
        print_of = fingerprint(project.content, f"max_bytes={max_bytes}")
        with tempfile.TemporaryDirectory() as scratch:
            work = SourceWork(
                registry=registry,
                cache_folder=Path(scratch) if no_cache else project.cache / "readings",
                reading=print_of.reading,
                max_bytes=max_bytes,
            )
            executor: Executor = Serial() if workers == 1 else Processes(workers)
            if dask is not None:
                executor = Dask(dask)
            report = run_build(
                project.content,
                project.cache,
                print_of,
                work,
                executor,
                force=force or no_cache,
                announce=say,
            )
    except BriefgenError as error:
        raise Stop(error) from error
    for id, warning in report.warnings:
        say(f"{id}: note: {warning}")
    for id in report.orphans:
        say(f"{id}: note: a brief without a source; delete it if it is not wanted")
    for failure in report.failures:
        click.echo(str(failure), err=True)
    say(
        f"{len(report.written)} briefs written, {len(report.unchanged)} unchanged, "
        f"{len(report.extracted)} articles read, {len(report.failures)} failed"
    )
    if report.failures:
        ctx.exit(1)
