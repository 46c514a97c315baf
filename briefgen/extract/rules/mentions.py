"""Mentions: the stretches of text that refer to somebody who can speak or act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mention.build import Builder
from briefgen.extract.rules.mention.census import count_names
from briefgen.extract.rules.mention.clauses import does_wrong, many_before, own_subject, subjects_over
from briefgen.extract.rules.mention.evidence import is_set_in_capitals
from briefgen.extract.rules.mention.grammar import is_one_in_two_words, members
from briefgen.extract.rules.mention.link import Linker
from briefgen.extract.rules.mention.names import find_names
from briefgen.extract.rules.mention.parts import parts_of_several
from briefgen.extract.rules.mention.pronouns import PRONOUNS
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.lexicons.actor_words import noun_sets
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Mention, MentionForm, Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_EXAMPLES = frozenset({"such", "like", "including"})
_SOME_PEOPLE = frozenset({"some", "others", "many", "several"})


class MentionTable:
    """The mentions of one article, addressable by place. Grows where a rule needs a source not yet listed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._grammars = {id(grammar.passage): grammar for grammar in reading.grammars}
        self._mentions: list[Mention] = []
        self._by_paragraph: dict[int, list[int]] = {}
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
        teller = self._teller(passage, head)
        if teller is not None:
            mention = mention.model_copy(update={"alias_of": teller})
        thing = self._thing_at(mention)
        if thing is None:
            return self.add(passage, mention, covered)
        self.replace(thing, mention)
        self.cover(passage, thing, list(covered))
        return thing

    def group_at(self, passage: Passage, token: int) -> int:
        """Returns the index of the mention headed by a plural that no lexicon has, as one of people."""
        index = self.for_token(passage, token)
        mention = self._mentions[index]
        if mention.kind is None:
            self.replace(index, mention.model_copy(update={"kind": ActorKind.GROUP, "acts": True}))
        return index

    def _thing_at(self, mention: Mention) -> int | None:
        """Returns the listed mention of the same words as a thing, which speaks after all: `The report found`."""
        own = self.of_paragraph(mention.paragraph).items()
        return next(
            (i for i, m in own if m.head.span == mention.head.span and not m.acts and m.kind is None), None
        )

    def __getitem__(self, index: int) -> Mention:
        return self._mentions[index]

    def of_paragraph(self, paragraph: int) -> dict[int, Mention]:
        """Returns the mentions of a paragraph as they are now, by index, in order."""
        return {index: self._mentions[index] for index in self._by_paragraph.get(paragraph, ())}

    def freeze(self) -> tuple[Mention, ...]:
        """Returns the mentions in the order of their indexes."""
        return tuple(self._mentions)

    def add(self, passage: Passage, mention: Mention, covered: range) -> int:
        """Returns the index of a new mention whose head covers tokens `covered`."""
        index = self._append(mention)
        for token in covered:
            self._by_token.setdefault(_key(passage, token), index)
        return index

    def _append(self, mention: Mention) -> int:
        self._mentions.append(mention)
        index = len(self._mentions) - 1
        self._by_paragraph.setdefault(mention.paragraph, []).append(index)
        return index

    def cover(self, passage: Passage, index: int, tokens: list[int]) -> None:
        """Lets tokens that head no mention of their own stand for a mention."""
        for token in tokens:
            self._by_token.setdefault(_key(passage, token), index)

    def stand_for(self, passage: Passage, index: int, token: int) -> None:
        """Lets a token stand for a mention, whatever it was taken for."""
        self._by_token[_key(passage, token)] = index

    def replace(self, index: int, mention: Mention) -> None:
        """Puts another reading of a mention in its place."""
        self._mentions[index] = mention

    def note_subjects(self, grammar: Grammar) -> None:
        """Notes with each pronoun of a passage the subjects of the clauses over it."""
        passage = grammar.passage
        for token in (passage.doc[at] for at, tag in enumerate(grammar.tags) if tag in ("PRP", "PRP$")):
            index = self.at_token(passage, token.i)
            if index is None or self._mentions[index].form is not MentionForm.PRONOUN:
                continue
            subjects = [self.at_token(passage, subject.i) for subject in subjects_over(token)]
            found = tuple(dict.fromkeys(i for i in subjects if i is not None and i != index))
            subject = own_subject(token)
            own = self.at_token(passage, subject.i) if subject is not None else None
            many = many_before(token)
            things = many is not None and self.at_token(passage, many.i) is None
            noted: dict[str, object] = {"subjects": found, "own_subject": own}
            if many is not None and things:
                noted["things"] = passage.starts[many.i]
            if does_wrong(token):
                noted["blamed"] = True
            if found or own is not None or things or "blamed" in noted:
                self.replace(index, self._mentions[index].model_copy(update=noted))

    def note_examples(self, grammar: Grammar) -> None:
        """Notes with words for some people who is named as one of them: `Some, such as Cole, said`."""
        passage = grammar.passage
        for token, word in enumerate(grammar.words):
            if word.lower() not in _SOME_PEOPLE or grammar.deps[token] not in ("nsubj", "nsubjpass"):
                continue
            index, name = self.at_token(passage, token), _example(grammar, token)
            if index is not None and name is not None:
                noted = {"alias_of": self.for_token(passage, name)}
                self.replace(index, self._mentions[index].model_copy(update=noted))

    def _teller(self, passage: Passage, head: Token) -> int | None:
        """Returns who speaks through a text: `state radio` in `reports from state radio`."""
        if head.lemma_.lower() not in noun_sets().documents:
            return None
        for child in head.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and self.at_token(passage, inner.i) is not None:
                        return self.for_token(passage, inner.i)
        return None

    def add_coordinations(self, grammar: Grammar) -> None:
        """Adds the coordinations of a passage whose members are all listed: `Kenya and Uganda`."""
        passage = grammar.passage
        for token in range(len(grammar)):
            if grammar.deps[token] == "conj" or grammar.child(token, "conj") is None:
                continue
            if all(self.at_token(passage, head.i) is not None for head in members(passage.doc[token])):
                self._coordination(passage, token)

    def _coordination(self, passage: Passage, token: int) -> int | None:
        """Returns the mention of the coordination that `token` heads, if it heads one of actors."""
        key = _key(passage, token)
        if key in self._coordinations:
            return self._coordinations[key]
        assert self._builder is not None  # noqa: S101  for_token has asked
        shared = self._builder.shared_noun(passage, token)
        if shared:
            return self._share(passage, token, shared)
        heads = self._members(passage, token)
        if len(heads) < 2:
            first = self.at_token(passage, token)
            if first is None or self._mentions[first].form is not MentionForm.NAME:
                return None
            heads = self._members(passage, self._builder.root(passage, first))
            if len(heads) < 2:
                return None
        if is_one_in_two_words(heads):
            return None
        parts = []
        for head in heads:
            if head.pos_ not in ("PROPN", "NOUN", "PRON") and self.at_token(passage, head.i) is None:
                return None
            part = self.at_token(passage, head.i)
            if part is None:
                part = self.add(passage, *self._builder.phrase(passage, head.i))
            part = self._bearer(part)
            if part not in parts:
                parts.append(part)
        if len(parts) < 2:
            return None
        mention = self._builder.coordination(passage, [self._mentions[part] for part in parts], tuple(parts))
        self._coordinations[key] = self._append(mention)
        return self._coordinations[key]

    def _members(self, passage: Passage, token: int) -> list[Token]:
        """Returns the heads of the coordination that `token` heads, itself first."""
        if self._grammars[id(passage)].child(token, "conj") is None:
            return [passage.doc[token]]
        return members(passage.doc[token])

    def _bearer(self, index: int) -> int:
        """Returns the person in whose title a mention stands: `Kenya's President Ruth Weru` is not Kenya."""
        inner = self._mentions[index]
        for at, mention in self.of_paragraph(inner.paragraph).items():
            if at == index or mention.form is not MentionForm.NAME or mention.kind is not ActorKind.PERSON:
                continue
            if mention.span[0] <= inner.span[0] and inner.span[1] <= mention.head.start:
                return at
        return index

    def _share(self, passage: Passage, token: int, shared: list[Mention]) -> int:
        """Returns the mention of several bodies that share the noun at `token`, and lists its members."""
        assert self._builder is not None  # noqa: S101  _coordination has asked
        listed = self.at_token(passage, token)
        whole = self._builder.phrase(passage, token)[0] if listed is None else self._mentions[listed]
        start = min(whole.span[0], shared[0].span[0])
        text = self._reading.article.text[start : whole.span[1]]
        parts = tuple(self._append(member) for member in shared)
        index = self._append(
            whole.model_copy(
                update={"text": text, "span": (start, whole.span[1]), "parts": parts, "number": Number.PLURAL}
            )
        )
        self._coordinations[_key(passage, token)] = index
        return index


def _key(passage: Passage, token: int) -> tuple[int, int]:
    return (-1 if passage.region is None else passage.region, passage.starts[token])


def _example(grammar: Grammar, some: int) -> int | None:
    """Returns the name behind `such as`, `like` or `including` that belongs to a word."""
    for at in grammar.children[some]:
        words = {grammar.words[at].lower(), *(grammar.words[c].lower() for c in grammar.children[at])}
        name = grammar.child(at, "pobj")
        if at > some and name is not None and grammar.pos[name] == "PROPN" and words & _EXAMPLES:
            return name
    return None


def find_mentions(reading: Reading) -> MentionTable:
    """Returns the table of all mentions of a reading, by place."""
    table = MentionTable(reading)
    named = [(passage.doc, find_names(passage.doc)) for passage in reading.passages]
    document = count_names(named)
    builder = Builder(reading, document)
    linker = Linker(reading)
    table._builder = builder
    for grammar, (doc, names) in zip(reading.grammars, named, strict=True):
        passage = grammar.passage
        if is_set_in_capitals(doc):
            names = [name for name in names if document.knows(name)]
        names = document.add_missed(doc, names)
        builder.enter(passage, [document.judge(doc, name) for name in names])
        for mention, covered, root in builder.mentions(passage):
            index = table.add(passage, mention, covered)
            builder.note(passage, index, root)
        for index, mention in table.of_paragraph(passage.paragraph).items():
            if mention.quoted == (passage.region is not None):
                table.cover(passage, index, builder.spare_tokens(passage, mention))
        own = table.of_paragraph(passage.paragraph)
        for index, mention in linker.linked(passage, builder.names(passage), own, table.at_token):
            table.replace(index, mention)
        for index, token in linker.unlisted(passage, builder.names(passage), table.at_token):
            table.cover(passage, index, [token])
        for token, whole in parts_of_several(grammar):
            table.stand_for(passage, table.for_token(passage, whole), token)
        table.add_coordinations(grammar)
        table.note_subjects(grammar)
        table.note_examples(grammar)
    return table


__all__ = ["PRONOUNS", "MentionTable", "find_mentions"]
