"""Topics: what positions are about."""

from __future__ import annotations

from pydantic import Field

from briefgen.model.base import Identifier, Model


class BriefTopic(Model):
    """A topic of one brief; weight is the share of the article's topical sentences that touch it."""

    id: Identifier
    name: str
    weight: float = Field(ge=0, le=1)
