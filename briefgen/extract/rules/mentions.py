"""Mentions: the stretches of text that refer to somebody who can speak or act."""

from __future__ import annotations

from briefgen.extract.rules.reading import Passage, Reading
from briefgen.model.extraction import Mention


class MentionTable:
    """The mentions of one article, addressable by place. Grows where a rule needs a source not yet listed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._mentions: list[Mention] = []

    def at_token(self, passage: Passage, token: int) -> int | None:
        """Returns the index of the mention whose head covers `token` of `passage`, if there is one."""
        return None

    def for_token(self, passage: Passage, token: int) -> int:
        """Returns the index of the mention headed by `token`; adds one from its noun phrase if missing."""
        raise NotImplementedError

    def freeze(self) -> tuple[Mention, ...]:
        """Returns the mentions in the order of their indexes."""
        return tuple(self._mentions)


def find_mentions(reading: Reading) -> MentionTable:
    """Returns the table of all mentions of a reading."""
    return MentionTable(reading)
