"""`briefgen topics`: propose topics for the registry."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError


@click.command()
@click.option("--limit", type=click.IntRange(1, 200), default=12, show_default=True, help="How many at most.")
@config_option
def topics(limit: int, config: Path) -> None:
    """Propose topics for content/registry/topics.yml, found in the briefs.

    Prints entries to copy, reword or drop, and writes nothing: what a topic is, people decide.
    """
    from briefgen.corpus.topic_proposals import propose_topics
    from briefgen.store.load import load_briefs, load_registry
    from briefgen.store.yaml_writer import write_yaml

    try:
        project = Project.load(config)
        project.require_content()
        registry = load_registry(project.content.root)
        loaded = load_briefs(project.content.root)
    except BriefgenError as error:
        raise Stop(error) from error
    for failure in loaded.failures:
        click.echo(str(failure), err=True)
    proposals = propose_topics(loaded.items, registry, limit=limit)
    if not proposals:
        click.echo("# Nothing that the registry does not have is said often enough.")
    for proposal in proposals:
        click.echo(f"# {proposal.items} items in {proposal.briefs} briefs")
        click.echo(write_yaml([proposal.topic.model_dump(mode="json", exclude_none=True)]), nl=False)
