"""The base of all models: frozen, no unknown keys, no values that mean nothing."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=120)]
"""An id that is safe as a file name and in a URL."""


class Model(BaseModel):
    """A frozen value: equal by content, hashable where its parts are, strict about its keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=True
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **options: Any) -> None:
        """Lays down the names of the fields, for instances that are to share them (`lean.py`).

        Python settles which names the instances of a class share by the first thirty, and those that pydantic
        makes have none to share.
        """
        first = cls.__new__(cls)
        for name in cls.model_fields:
            object.__setattr__(first, name, None)
