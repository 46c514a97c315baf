"""The one tree of errors that briefgen raises: each says what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is wrong: a file with an optional line (from 1), or an article by its id."""

    path: Path | None = None
    line: int | None = None
    article: str | None = None

    def __str__(self) -> str:
        if self.path is not None:
            return f"{self.path.as_posix()}:{self.line}" if self.line else self.path.as_posix()
        return self.article or ""


class BriefgenError(Exception):
    """The root of all errors of this package.

    `what` says what is wrong, `todo` what the reader of the message can do about it, `place` where.
    """

    exit_code = 1

    def __init__(self, what: str, *, todo: str = "", place: Place | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo
        self.place = place or Place()

    def __str__(self) -> str:
        where = str(self.place)
        head = f"{where}: {self.what}" if where else self.what
        return f"{head}. {self.todo}" if self.todo else head


class SourceError(BriefgenError):
    """One source cannot become an article: empty, binary, too large, not English, a broken header."""


class YamlError(BriefgenError):
    """A YAML file is not what the strict reader takes, or does not fit its model."""


class StoreError(BriefgenError):
    """A file under content/ cannot be read or written."""


class ConfigError(BriefgenError):
    """The settings file holds an unknown key or an impossible value."""

    exit_code = 2


class LexiconError(BriefgenError):
    """A lexicon file does not fit its model. Raised for a broken installation, not for user input."""


class ExtractError(BriefgenError):
    """The language pipeline could not be loaded or could not read an article."""


class FetchError(BriefgenError):
    """A URL, feed or archive was refused, or could not be fetched within its limits."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Expected trouble with one article: the run goes on, and exits non-zero at its end."""

    id: str
    error: BriefgenError

    def __str__(self) -> str:
        return str(self.error)
