"""What most commands begin with: the settings and the content folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import click

from briefgen.config import SETTINGS_FILE, Settings, load_settings
from briefgen.errors import BriefgenError, StoreError
from briefgen.store.layout import Content


@dataclass(frozen=True, slots=True)
class Project:
    """A project: its settings and where its things lie."""

    settings: Settings
    content: Content
    cache: Path

    @classmethod
    def load(cls, config: Path) -> Project:
        """Returns the project whose settings file this is.

        Raises ConfigError for settings that do not fit.
        """
        settings = load_settings(config)
        return cls(settings, Content(Path(settings.content)), Path(settings.cache))

    def require_content(self) -> None:
        """Raises StoreError where there is no content folder: most likely the wrong folder."""
        if not self.content.root.is_dir():
            raise StoreError(
                f"no folder {self.content.root.as_posix()}/ here",
                todo="Run this in the project's root folder, or run `briefgen init`.",
            )


config_option = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default=SETTINGS_FILE,
    show_default=True,
    help="The settings file.",
)


class Stop(click.ClickException):
    """Ends a command with one of our errors: its message on stderr, its exit code."""

    def __init__(self, error: BriefgenError) -> None:
        super().__init__(str(error))
        vars(self)["exit_code"] = error.exit_code

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints the message, which already says where and what to do."""
        click.echo(self.message, file=file, err=file is None)
