"""The front matter of a source: what a person knows of an article besides its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationError

from briefgen.errors import Place, YamlError
from briefgen.model.article import PublishedBasis
from briefgen.model.base import Identifier, Model
from briefgen.store.yaml_reader import misfit, read_yaml

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|\n)")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?(?:[T ]\d{2}:\d{2}.*)?")
_WEB = {"http", "https"}


def parse_day(value: str) -> str:
    """Returns a day, month or year as EDTF (2025-01-27, 2025-01~); the clock time of a stamp falls away.

    Raises ValueError for what is no date or does not exist.
    """
    match = _DAY.fullmatch(value.strip())
    if match is None:
        raise ValueError(
            f"{value!r} is no date; write it as 2025-01-27 (or 2025-01, or 2025-01-27~ for about)"
        )
    year, month, day, about = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"{value!r} does not exist in the calendar") from None
    return "-".join(part for part in (year, month, day) if part) + (about or "")


def parse_web_address(value: str) -> str:
    """Returns an http or https address as it is.

    Raises ValueError for any other: an address becomes a link on a page.
    """
    parts = urlsplit(value.strip())
    if (
        parts.scheme.lower() not in _WEB
        or not parts.hostname
        or re.search(r"[\s<>\"\x00-\x1f]", value.strip())
    ):
        raise ValueError(f"{value!r} is no http or https address")
    return value.strip()


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Day = Annotated[str, BeforeValidator(parse_day)]
WebAddress = Annotated[str, BeforeValidator(parse_web_address)]
Names = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class FrontMatter(Model):
    """Everything a source's front matter may say; every key is optional."""

    title: str | None = None
    title_is_working: bool = False
    """True where a person, not the outlet, gave the title."""
    publisher: str | None = None
    authors: Names = ()
    published: Day | None = None
    published_basis: PublishedBasis | None = None
    published_reason: str | None = None
    url: WebAddress | None = None
    canonical_url: WebAddress | None = None
    language: str | None = Field(default=None, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
    retrieved: Day | None = None
    rights: str | None = None
    text_sha256: str | None = None
    """Digest of the text when it was added, so that a later change by hand shows."""
    copy_of: Identifier | None = None
    """Id of the article that this is a copy of, as `briefgen add` recognised it."""
    revision_of: Identifier | None = None
    """Id of the article that this is a newer version of."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """A source's front matter and the text below it; `line` is the text's first line in the file."""

    front_matter: FrontMatter
    text: str
    line: int = 1
    has_front_matter: bool = False


def part(text: str, path: Path | None = None) -> Parted:
    """Returns a source's front matter and its text, which is everything after the closing fence.

    Raises YamlError with file and line where the front matter is broken, holds an unknown key or an
    impossible value. A text that merely begins with a rule of hyphens has no front matter.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return Parted(FrontMatter(), text)
    closing = _CLOSE.search(text, opening.end())
    body = text[opening.end() : closing.start()] if closing else text[opening.end() :]
    if closing is None and _KEY.match(body):
        raise YamlError(
            "the front matter is not closed",
            todo="Put a line of three hyphens (---) below it.",
            place=Place(path=path, line=1),
        )
    if closing is None or (body.strip() and not _has_key(body)):
        return Parted(FrontMatter(), text)
    tree = read_yaml(body, path, offset=1)
    try:
        front_matter = FrontMatter.model_validate(tree.data or {})
    except ValidationError as error:
        raise misfit(error, tree) from error
    end = closing.end()
    return Parted(front_matter, text[end:], text.count("\n", 0, end) + 1, has_front_matter=True)


def _has_key(body: str) -> bool:
    return any(_KEY.match(line) for line in body.splitlines(keepends=True))
