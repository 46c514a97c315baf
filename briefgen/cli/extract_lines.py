"""`briefgen extract --jsonl`: one answer a line, in the order asked, whatever stands in the lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from briefgen.errors import BriefgenError, Place, SourceError
from briefgen.model.ids import slug
from briefgen.model.registry import Registry

if TYPE_CHECKING:
    from briefgen.extract.extractor import Extractor
    from briefgen.model.brief import Brief

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}\Z")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def print_lines(lines: Iterable[bytes], extractor: Extractor, registry: Registry, max_bytes: int) -> bool:
    """Prints {id, brief} or {id, error} for each line {id, text, …}; returns whether all were briefs."""
    sound = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row: dict[str, Any] = {"id": None}
        try:
            row = _row(line, number)
            brief = _brief_of(row, extractor, registry, max_bytes)
            answer = {
                "id": row["id"],
                "brief": brief.model_dump(mode="json", by_alias=True, exclude_none=True),
            }
        except BriefgenError as error:
            sound = False
            answer = {"id": row["id"], "error": str(error)}
        except Exception as error:
            # A fault of ours in one article must not cost the others their briefs.
            sound = False
            answer = {"id": row["id"], "error": f"a fault of briefgen: {type(error).__name__}: {error}"}
        click.echo(json.dumps(answer))
    return sound


def _row(line: bytes, number: int) -> dict[str, Any]:
    place = Place(article=f"line {number}")
    try:
        row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not UTF-8 at byte {error.start + 1} of the line", todo="Save the lines as UTF-8.", place=place
        ) from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON: {error}", todo="Give one object a line.", place=place) from error
    if not isinstance(row, dict) or "id" not in row:
        raise SourceError("no object with an id", todo="Give each line an `id`.", place=place)
    return row


def _brief_of(row: dict[str, Any], extractor: Extractor, registry: Registry, max_bytes: int) -> Brief:
    from briefgen.ingest.article import article_from_text
    from briefgen.ingest.front_matter import parse_day
    from briefgen.ingest.source import too_large
    from briefgen.pipeline import make_brief

    id = str(row["id"])
    place = Place(article=json.dumps(id)[1:-1])
    said = {key: _words(row, key, place) for key in ("text", "published", "title", "publisher")}
    text = said["text"]
    if not text or not text.strip():
        raise SourceError("no text", todo="Give the article's words as `text`.", place=place)
    if (size := len(text.encode())) > max_bytes:
        raise too_large(size, max_bytes, place)
    published = said["published"]
    try:
        published = parse_day(published) if published else None
    except ValueError as error:
        raise SourceError(f"`published`: {error}", todo="Write it as YYYY-MM-DD.", place=place) from error
    article = article_from_text(
        id if _SAFE_ID.match(id) else slug(id),
        text,
        published=published,
        title=said["title"],
        publisher=said["publisher"],
    )
    return make_brief(article, extractor, registry)


def _words(row: dict[str, Any], key: str, place: Place) -> str | None:
    value = row.get(key)
    if not isinstance(value, str | None):
        raise SourceError(f"`{key}` is no text", todo="Give it as a JSON string.", place=place)
    if value and (half := _HALF_CHARACTER.search(value)):
        raise SourceError(
            f"`{key}` has half a character (a lone surrogate) at {half.start()}",
            todo="Give whole characters: a text cut within an emoji may have lost the other half.",
            place=place,
        )
    return value or None
