"""`briefgen extract`: print briefs, write nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from briefgen.errors import BriefgenError, SourceError
from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.registry import Registry
from briefgen.pipeline import make_brief


@click.command()
@click.option(
    "--jsonl", type=click.Path(path_type=Path, allow_dash=True), help="Read lines of JSON from FILE."
)
def extract(jsonl: Path | None) -> None:
    """Print the briefs of articles; write nothing."""
    extractor = RulesExtractor()
    failed = False
    if jsonl is not None:
        stream = sys.stdin if str(jsonl) == "-" else jsonl.open(encoding="utf-8")
        for line in stream:
            if not line.strip():
                continue
            row: dict[str, Any] = {}
            try:
                row = json.loads(line)
                article = article_from_text(
                    str(row["id"]),
                    row["text"],
                    published=row.get("published"),
                    title=row.get("title"),
                    publisher=row.get("publisher"),
                )
                brief = make_brief(article, extractor, Registry())
                out = {
                    "id": row["id"],
                    "brief": brief.model_dump(mode="json", by_alias=True, exclude_none=True),
                }
            except (BriefgenError, KeyError, ValueError) as error:
                failed = True
                out = {"id": row.get("id"), "error": str(SourceError(str(error)))}
            print(json.dumps(out, ensure_ascii=False))
    sys.exit(1 if failed else 0)
