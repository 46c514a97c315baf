"""The base of all models: frozen, no unknown keys, no values that mean nothing."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=120)]
"""An id that is safe as a file name and in a URL."""


class Model(BaseModel):
    """A frozen value: equal by content, hashable where its parts are, strict about its keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=True
    )
