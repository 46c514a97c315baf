"""Mentions: the stretches of text that refer to somebody who can speak or act."""

from __future__ import annotations

from briefgen.extract.rules.mention.build import Builder
from briefgen.extract.rules.mention.evidence import count_names, is_set_in_capitals
from briefgen.extract.rules.mention.grammar import members
from briefgen.extract.rules.mention.names import find_names
from briefgen.extract.rules.mention.pronouns import PRONOUNS
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.model.extraction import Mention, MentionForm


class MentionTable:
    """The mentions of one article, addressable by place. Grows where a rule needs a source not yet listed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._mentions: list[Mention] = []
        self._by_token: dict[tuple[int, int], int] = {}
        self._coordinations: dict[tuple[int, int], int] = {}
        self._builder: Builder | None = None

    def at_token(self, passage: Passage, token: int) -> int | None:
        """Returns the index of the mention whose head covers `token` of `passage`, if there is one."""
        return self._by_token.get(_key(passage, token))

    def for_token(self, passage: Passage, token: int) -> int:
        """Returns the index of the mention headed by `token`; adds one from its noun phrase if missing.

        The first member of a coordination gives the whole of it (`Russia and China`, with its members as
        `parts`), and a relative pronoun gives the noun it stands for (`who`).
        """
        builder = self._builder
        if builder is None:
            raise ValueError("a table of mentions comes from find_mentions")
        head = builder.antecedent_of_relative(passage.doc[token])
        whole = self._coordination(passage, head.i)
        if whole is not None:
            return whole
        found = self.at_token(passage, head.i)
        if found is not None:
            return found
        mention, covered = builder.phrase(passage, head.i)
        return self.add(passage, mention, covered)

    def freeze(self) -> tuple[Mention, ...]:
        """Returns the mentions in the order of their indexes."""
        return tuple(self._mentions)

    def add(self, passage: Passage, mention: Mention, covered: range) -> int:
        """Returns the index of a new mention whose head covers tokens `covered`."""
        self._mentions.append(mention)
        index = len(self._mentions) - 1
        for token in covered:
            self._by_token.setdefault(_key(passage, token), index)
        return index

    def replace(self, index: int, mention: Mention) -> None:
        """Puts another reading of a mention in its place."""
        self._mentions[index] = mention

    def _coordination(self, passage: Passage, token: int) -> int | None:
        """Returns the mention of the coordination that `token` heads, if it heads one of actors."""
        key = _key(passage, token)
        if key in self._coordinations:
            return self._coordinations[key]
        assert self._builder is not None  # noqa: S101  for_token has asked
        heads = members(passage.doc[token])
        if len(heads) < 2:
            first = self.at_token(passage, token)
            if first is None or self._mentions[first].form is not MentionForm.NAME:
                return None
            heads = members(passage.doc[self._builder.root(passage, first)])
            if len(heads) < 2:
                return None
        parts = []
        for head in heads:
            if head.pos_ not in ("PROPN", "NOUN", "PRON") and self.at_token(passage, head.i) is None:
                return None
            part = self.at_token(passage, head.i)
            if part is None:
                part = self.add(passage, *self._builder.phrase(passage, head.i))
            if part not in parts:
                parts.append(part)
        if len(parts) < 2:
            return None
        mention = self._builder.coordination(passage, [self._mentions[part] for part in parts], tuple(parts))
        self._mentions.append(mention)
        self._coordinations[key] = len(self._mentions) - 1
        return self._coordinations[key]


def _key(passage: Passage, token: int) -> tuple[int, int]:
    return (-1 if passage.region is None else passage.region, passage.starts[token])


def find_mentions(reading: Reading) -> MentionTable:
    """Returns the table of all mentions of a reading, by place."""
    table = MentionTable(reading)
    named = [(passage.doc, find_names(passage.doc)) for passage in reading.passages]
    document = count_names(named)
    builder = Builder(reading, document)
    table._builder = builder
    for passage, (doc, names) in zip(reading.passages, named, strict=True):
        if is_set_in_capitals(doc):
            names = [name for name in names if document.knows(name)]
        names = document.add_missed(doc, names)
        builder.enter(passage, [document.judge(doc, name) for name in names])
        for mention, covered, root in builder.mentions(passage):
            index = table.add(passage, mention, covered)
            builder.note(passage, index, root)
        for index, mention in builder.linked(passage, table.freeze(), table.at_token):
            table.replace(index, mention)
    return table


__all__ = ["PRONOUNS", "MentionTable", "find_mentions"]
