"""Reads one source file as an article."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import Place, SourceError
from briefgen.ingest.article import make_article
from briefgen.ingest.decode import MAX_BYTES, decode
from briefgen.ingest.front_matter import FrontMatter, Parted, part
from briefgen.ingest.language import ENGLISH, identify_language
from briefgen.ingest.quotation import unbalanced_paragraphs
from briefgen.model.article import Article, ArticleHead, PublishedBasis, ZoneKind
from briefgen.model.ids import slug

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_MAX_ID = 120
_PROSE_WORD = re.compile(r"\b[a-z]{2,}\b")
MIN_PROSE_WORDS = 8
"""Words in lower case that a text must have outside title and boilerplate to count as prose."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source file decoded and parted, before anything is searched in it."""

    path: Path
    id: str
    parted: Parted
    legacy_encoding: str | None = None

    @property
    def front_matter(self) -> FrontMatter:
        """What its front matter says."""
        return self.parted.front_matter

    @property
    def text(self) -> str:
        """The article's text."""
        return self.parted.text


def source_id(path: Path) -> str:
    """Returns the article id that a file name gives: the name itself where it is safe, else a slug."""
    stem = path.stem
    if _IDENTIFIER.match(stem) and len(stem) <= _MAX_ID and not stem.endswith("."):
        return stem
    short = slug(stem, limit=100)
    if short == "x" or len(stem) > _MAX_ID or not stem.isascii():
        # Names that a slug cannot tell apart keep a piece of their digest.
        digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return f"{short}-{digest}"
    return short


def read_source(path: Path, *, max_bytes: int = MAX_BYTES) -> Source:
    """Returns a source decoded and parted.

    Raises SourceError or YamlError with file and line for what cannot become an article.
    """
    place = Place(path=path)
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        raise SourceError(
            "a link to a file outside of its folder, whose words a brief would quote",
            todo="Put the file itself there.",
            place=place,
        )
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= max_bytes else b"x" * (max_bytes + 1)
    except OSError as error:
        raise SourceError(
            f"cannot be read: {error.strerror}", todo="Check the file's permissions.", place=place
        ) from error
    if size > max_bytes:
        raise too_large(size, max_bytes, place)
    return source_from_bytes(path, data, max_bytes=max_bytes)


def too_large(size: int, max_bytes: int, place: Place) -> SourceError:
    """Returns the error of a source beyond the limit."""
    return SourceError(
        f"{size:,} bytes, more than the {max_bytes:,} allowed",
        todo="Keep one article a file, without markup, or raise `ingest.max_bytes` in the settings.",
        place=place,
    )


def source_from_bytes(path: Path, data: bytes, *, max_bytes: int = MAX_BYTES) -> Source:
    """Returns a source from the bytes of its file.

    Raises SourceError or YamlError with file and line for what cannot become an article.
    """
    decoded = decode(data, Place(path=path), max_bytes=max_bytes)
    parted = part(decoded.text, path)
    if not parted.text.strip():
        raise SourceError(
            "no text below the front matter",
            todo="Put the article's text in, or delete the file.",
            place=Place(path=path, line=parted.line),
        )
    return Source(path=path, id=source_id(path), parted=parted, legacy_encoding=decoded.legacy)


def article_of(source: Source) -> Article:
    """Returns the article of a source, with a warning for everything a reader of the brief should know.

    Raises SourceError where the text is not English or no prose.
    """
    said = source.front_matter
    place = Place(path=source.path, line=source.parted.line)
    warnings = []
    if source.legacy_encoding:
        warnings.append(f"The source was read as {source.legacy_encoding}.")
    basis = said.published_basis or (PublishedBasis.GIVEN if said.published else None)
    head = ArticleHead(
        id=source.id,
        title=said.title,
        title_is_working=said.title_is_working,
        publisher=said.publisher,
        authors=said.authors,
        url=said.url or said.canonical_url,
        published=said.published,
        published_basis=basis if said.published else None,
        published_reason=said.published_reason,
        copy_of=said.copy_of,
        revision_of=said.revision_of,
        language=(said.language or ENGLISH).partition("-")[0],
    )
    try:
        article = make_article(head, source.text)
    except SourceError as error:
        raise SourceError(error.what, todo=error.todo, place=place) from error
    _refuse_no_prose(article, place)
    _refuse_foreign(article, said, place)
    if article.head.published is None:
        warnings.append("The day of publication is unknown, so relative dates such as “on Friday” stay open.")
    if article.head.title is None:
        warnings.append("No title is known.")
    if article.head.publisher is None:
        warnings.append("The publisher is unknown.")
    lines = [
        source.text.count("\n", 0, start) + source.parted.line for start in unbalanced_paragraphs(article)
    ]
    if lines:
        places = ", ".join(str(line) for line in lines[:8]) + (" …" if len(lines) > 8 else "")
        warnings.append(f"Quotation marks that do not pair, in line {places} of the source.")
    return article.model_copy(update={"warnings": tuple(warnings)})


def _refuse_no_prose(article: Article, place: Place) -> None:
    text = article.text
    for zone in article.zones:
        if zone.kind in (ZoneKind.BOILERPLATE, ZoneKind.BYLINE):
            start, end = zone.span
            text = text[:start] + " " * (end - start) + text[end:]
    if len(_PROSE_WORD.findall(text)) < MIN_PROSE_WORDS and not _has_other_script(text):
        raise SourceError(
            "no prose", todo="Put the article's text in: whole sentences, not a list or a table.", place=place
        )


def _has_other_script(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(ord(char) > 0x24F for char in letters) > len(letters) / 2


def _refuse_foreign(article: Article, said: FrontMatter, place: Place) -> None:
    if said.language and said.language.partition("-")[0] != ENGLISH:
        raise SourceError(
            f"in {said.language!r}, as its front matter says: only English is read",
            todo="Take the file out of sources/, or correct `language`.",
            place=place,
        )
    if said.language:
        return
    language = identify_language(article.text)
    if language is not None and language.is_foreign:
        raise SourceError(
            f"seems to be in {language.name}: only English is read",
            todo="Take the file out of sources/, or say `language: en` in its front matter.",
            place=place,
        )
