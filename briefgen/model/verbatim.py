"""Whether every item of a model stands word for word in its article."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from briefgen.model.evidence import Span


def located_texts(model: BaseModel) -> Iterator[tuple[str, Span]]:
    """Yields every pair of `text` and `span` anywhere inside a model, in order of its fields."""
    values = vars(model)
    text, span = values.get("text"), values.get("span")
    if isinstance(text, str) and isinstance(span, tuple):
        yield text, span
    for value in values.values():
        if isinstance(value, tuple):
            for item in value:
                if isinstance(item, BaseModel):
                    yield from located_texts(item)
        elif isinstance(value, BaseModel):
            yield from located_texts(value)


def misquoted(model: BaseModel, article_text: str) -> list[tuple[str, Span]]:
    """Returns each text of a model that is not the article's words at its span; none in a sound brief."""
    return [(text, span) for text, span in located_texts(model) if article_text[span[0] : span[1]] != text]
