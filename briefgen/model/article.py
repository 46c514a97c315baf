"""An article: its text, what is known of it, and the zones its text falls into."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field

from briefgen.model.base import Identifier, Model
from briefgen.model.evidence import Span


class PublishedBasis(StrEnum):
    """How the day of publication is known."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"
    INFERRED = "inferred"


class ZoneKind(StrEnum):
    """What a stretch of the text is. Everything outside a zone is body."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PULL_QUOTE = "pull_quote"
    MARKUP = "markup"
    BOILERPLATE = "boilerplate"
    SOFT_BREAK = "soft_break"
    """The white space between two lines of one paragraph."""


class Zone(Model):
    """A stretch of the text that is not plain body. Zones are marked, never cut out, so offsets stay true."""

    kind: ZoneKind
    span: Span


class ArticleHead(Model):
    """What is known of an article without its text: what a brief carries. Absent means unknown."""

    id: Identifier
    title: str | None = None
    title_is_working: bool = False
    """True where a person, not the outlet, gave the title."""
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    """EDTF, usually a day: 2025-01-27, 2025-01~."""
    published_basis: PublishedBasis | None = None
    published_reason: str | None = None
    """Why that day, where it was inferred or stands in the text."""
    copy_of: str | None = None
    """Id of the article that this is a copy of (a wire report, a republished text)."""
    revision_of: str | None = None
    """Id of the article that this is a newer version of."""
    language: str = "en"
    words: int = Field(default=0, ge=0)
    text_sha256: str = ""
    """Hex digest of the text as UTF-8."""


class Article(Model):
    """An article as extraction reads it."""

    head: ArticleHead
    text: str
    """Decoded, BOM off, line ends LF, NFC, front matter off; it never changes after that."""
    zones: tuple[Zone, ...] = ()
    """In order of place; those of kinds markup and soft break may lie within others."""
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The article's id, which is its brief's too."""
        return self.head.id

    @property
    def flowing(self) -> str:
        """The text with spaces for soft breaks: each paragraph is one line, and all stays in its place."""
        return blank(self.text, [zone.span for zone in self.zones if zone.kind is ZoneKind.SOFT_BREAK])


def blank(text: str, spans: Iterable[Span]) -> str:
    """Returns a text of the same length with spaces where the spans are; they do not overlap."""
    pieces, here = [], 0
    for start, end in sorted(spans):
        pieces += [text[here:start], " " * (end - start)]
        here = end
    return "".join([*pieces, text[here:]])
