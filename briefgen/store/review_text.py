"""Writes a review, and leaves what people wrote around its entries as it is."""

from __future__ import annotations

from briefgen.errors import YamlError
from briefgen.model.review import Review
from briefgen.store.yaml_reader import read_model
from briefgen.store.yaml_writer import write_model, write_yaml


def review_text(review: Review, before: str) -> str:
    """Returns the text of a review's file.

    A new decision is put below the old ones, so that comments stay; only where an old decision gave way is
    the whole file written anew.
    """
    if before.strip() and review.items:
        entry = review.items[-1].model_dump(mode="json", by_alias=True, exclude_none=True)
        text = before.rstrip("\n") + "\n" + write_yaml({"items": [entry]}).removeprefix("items:\n")
        try:
            if read_model(text, Review) == read_model(write_model(review), Review):
                return text
        except YamlError:
            pass  # the old entries are laid out another way: the whole file is written anew
    return write_model(review)
