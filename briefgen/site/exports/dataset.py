"""JSON: a brief as on disk, and all of them in one file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief

EXPORT_SCHEMA = "briefgen/export/1"
JSON_BETWEEN = ",\n"
JSON_TAIL = "\n]}\n"


def brief_json(brief: Brief) -> str:
    """Returns a brief as one line of JSON, keys as in its YAML; what is unknown is absent, lists may be empty."""
    return brief.model_dump_json(by_alias=True, exclude_none=True) + "\n"


def site_json(corpus: Corpus) -> Iterator[str]:
    """Yields one JSON document in pieces, a brief a line."""
    yield json_head(corpus)
    yield JSON_BETWEEN.join(map(json_line, corpus.briefs))
    yield JSON_TAIL


def json_head(corpus: Corpus) -> str:
    """Returns what stands before the briefs."""
    actors = ",\n".join(
        _line(
            {"id": member.id, "name": member.name, "kind": member.kind.value, "briefs": list(member.briefs)}
        )
        for member in corpus.actors.values()
    )
    topics = ",\n".join(_line({"id": topic.id, "name": topic.name}) for topic in corpus.topics.values())
    return (
        f'{{"schema": "{EXPORT_SCHEMA}",\n"actors": [\n{actors}\n],\n"topics": [\n{topics}\n],\n"briefs": [\n'
    )


def json_line(brief: Brief) -> str:
    """Returns a brief as one line without its end."""
    return brief_json(brief).rstrip("\n")


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
