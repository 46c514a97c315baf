"""The `briefgen` command: each subcommand is a file beside this one."""

from __future__ import annotations

import click

from briefgen import __version__
from briefgen.cli.add import add
from briefgen.cli.build import build
from briefgen.cli.check import check
from briefgen.cli.diff import diff
from briefgen.cli.evaluate import evaluate
from briefgen.cli.export import export
from briefgen.cli.extract import extract
from briefgen.cli.init import init
from briefgen.cli.reference import reference
from briefgen.cli.review import review
from briefgen.cli.schema import schema
from briefgen.cli.topics import topics
from briefgen.run.process import end_at_once, one_thread


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
def main() -> None:
    """Turn news articles into structured briefs, each item tied to its exact words."""
    one_thread()
    end_at_once()


main.add_command(add)
main.add_command(build)
main.add_command(check)
main.add_command(diff)
main.add_command(evaluate)
main.add_command(export)
main.add_command(extract)
main.add_command(init)
main.add_command(reference)
main.add_command(review)
main.add_command(schema)
main.add_command(topics)
