"""A passage's grammar as plain tuples: read once from the parse, cheap to walk many times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.model.evidence import Span

if TYPE_CHECKING:
    from briefgen.extract.rules.reading import Passage

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
VERBAL = frozenset({"VERB", "AUX"})
TENSES = frozenset({"VBD", "VBZ", "VBP"})
FINITE_TAGS = TENSES | {"MD"}
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FIRST_PERSONS = frozenset({"i", "we"})
_SHORTENED = {"’m": "be", "’re": "be", "’s": "be", "’ve": "have", "’ll": "will", "’d": "would"}
"""Lemmas of forms that the small model knows with a straight apostrophe only."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words, tags and arcs of one passage, addressed by token index."""

    passage: Passage
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    """First token of each token's subtree."""
    right: tuple[int, ...]
    """Last token of each token's subtree."""
    sentences: tuple[tuple[int, int], ...]
    """First and last token of each sentence."""
    sentence: tuple[int, ...]
    """Index of each token's sentence."""

    def __len__(self) -> int:
        """Returns the number of tokens."""
        return len(self.words)

    def child(self, token: int, *deps: str) -> int | None:
        """Returns the first child with one of the relations."""
        for at in self.children[token]:
            if self.deps[at] in deps:
                return at
        return None

    def helpers(self, token: int) -> set[str]:
        """Returns the auxiliaries of a verb as they are written, in small letters: `will`, `wo`, `had`."""
        return {self.words[at].lower() for at in self.children[token] if self.deps[at] == "aux"}

    def has_mark(self, token: int, *lemmas: str) -> bool:
        """Whether one of the conjunctions opens the clause of a verb: `if`, `unless`, `because`."""
        return any(self.deps[at] == "mark" and self.lemmas[at] in lemmas for at in self.children[token])

    def ancestors(self, token: int) -> Iterator[int]:
        """Yields the heads from a token up to its sentence's root."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def is_behind_nor(self, token: int) -> bool:
        """Whether a word stands behind the `nor` of a `neither`: `neither confirmed nor denied the raid`."""
        beside = {self.lemmas[at] for at in self.children[self.heads[token]]}
        return self.deps[token] == "conj" and {"neither", "nor"} <= beside

    def within(self, token: int, top: int) -> bool:
        """Whether `token` stands in the subtree of `top`."""
        return token == top or any(at == top for at in self.ancestors(token))

    def edges(self, token: int) -> tuple[int, int]:
        """Returns the first and last token of the subtree of `token`."""
        return self.left[token], self.right[token]

    def verb_start(self, verb: int) -> int:
        """Returns the first token of a verb with the auxiliaries and adverbs right before it."""
        first = verb
        for at in reversed(self.children[verb]):
            if at == first - 1 and self.deps[at] in ("aux", "auxpass", "neg", "advmod"):
                first = at
        return first

    def with_particle(self, verb: int) -> str:
        """Returns the lemma of a verb with its particle, as the lexicons write it: `go on`."""
        particle = self.child(verb, "prt")
        return self.lemmas[verb] if particle is None else f"{self.lemmas[verb]} {self.lemmas[particle]}"

    def is_stand_in(self, token: int) -> bool:
        """Whether the token stands for a quotation taken out of this frame."""
        return token in self.passage.stand_ins

    def leads_to_quotation(self, token: int) -> bool:
        """Whether no more than a comma or colon parts a token from a quotation behind it: `Lee warned, “…”`."""
        at = token + 1
        while at < len(self) and self.words[at] in (",", ":"):
            at += 1
        return at < len(self) and self.is_stand_in(at)

    def span(self, first: int, last: int) -> Span:
        """Returns the article span from token `first` to token `last`, both included."""
        return self.passage.starts[first], self.passage.ends[last]


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """Returns the first and the last token of each token's subtree."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for at, top in enumerate(heads):
        while not left[top] <= at <= right[top]:
            left[top], right[top] = min(left[top], at), max(right[top], at)
            top = heads[top]
    return left, right


def grammar_of(passage: Passage) -> Grammar:
    """Returns the grammar of a passage."""
    words, lemmas, pos, tags, deps = [], [], [], [], []
    for token in passage.doc:
        words.append(token.text)
        whole = _SHORTENED.get(token.text.lower()) if token.pos_ in VERBAL else None
        lemmas.append(whole or token.lemma_.lower())
        pos.append(token.pos_)
        tags.append(token.tag_)
        deps.append(token.dep_)
    offsets: Any = passage.doc.to_array(["HEAD"]).astype("int64")
    heads: list[int] = [at + offset for at, offset in enumerate(offsets.tolist())]
    left, right = _edges(heads)
    children: list[list[int]] = [[] for _ in words]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
    sentences = tuple((sentence.start, sentence.end - 1) for sentence in passage.doc.sents)
    return Grammar(
        passage=passage,
        words=tuple(words),
        lemmas=tuple(lemmas),
        pos=tuple(pos),
        tags=tuple(tags),
        deps=tuple(deps),
        heads=tuple(heads),
        children=tuple(tuple(own) for own in children),
        left=tuple(left),
        right=tuple(right),
        sentences=sentences,
        sentence=tuple(
            index for index, (first, last) in enumerate(sentences) for _ in range(first, last + 1)
        ),
    )
