"""A mention from tokens: its words, their place, its sentence."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.grammar import grammatical_role
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.model.actor import ActorKind
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Gender, Mention, MentionForm, Number

if TYPE_CHECKING:
    from spacy.tokens import Token


class Maker:
    """Makes mentions of one reading out of tokens."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sentence_starts = [start for start, _ in reading.sentences]
        self._grammars = {id(grammar.passage): grammar for grammar in reading.grammars}

    def make(
        self,
        passage: Passage,
        form: MentionForm,
        span: tuple[int, int],
        head_span: tuple[int, int],
        root: Token,
        *,
        kind: ActorKind | None = None,
        gender: Gender = Gender.UNKNOWN,
        number: Number = Number.UNKNOWN,
        person: int = 3,
        country: str | None = None,
        role: Evidence | None = None,
        clause: Evidence | None = None,
        affiliation: Evidence | None = None,
        is_actor: bool = True,
        definite: bool = False,
    ) -> Mention:
        """Returns the mention of tokens `span` with the head `head_span`, headed in the parse by `root`.

        Where a quotation stands between the tokens, the mention is its head alone.
        """
        head = self.evidence(passage, *head_span)
        whole = self.evidence(passage, *span) if span != head_span else head
        if head is None:
            head = self._reading.evidence(*passage.token_span(root))
        if whole is None or not (whole.start <= head.start and head.end <= whole.end):
            whole = head
        return Mention(
            text=whole.text,
            span=whole.span,
            form=form,
            head=head,
            kind=kind,
            gender=gender,
            number=number,
            person=person,
            grammatical_role=grammatical_role(root),
            sentence=self._sentence(passage, root),
            paragraph=passage.paragraph,
            quoted=self._is_quoted(passage, head),
            acts=is_actor,
            role=role,
            clause=clause,
            affiliation=affiliation,
            country=country,
            definite=definite,
        )

    def evidence(self, passage: Passage, first: int, end: int) -> Evidence | None:
        """Returns the article's words of tokens [first, end); None where a quotation stands between them."""
        if first >= end or any(self.is_stand_in(passage, i) for i in range(first, end)):
            return None
        start, stop = passage.span(first, end - 1)
        return self._reading.evidence(start, stop)

    def is_stand_in(self, passage: Passage, token: int) -> bool:
        """Whether a token stands for a quotation and is no word of the article."""
        return token in passage.stand_ins

    def _is_quoted(self, passage: Passage, head: Evidence) -> bool:
        if passage.region is not None:
            return True
        around = self._reading.regions.overlapping(head.span)
        return any(r.inner[0] <= head.start and head.end <= r.inner[1] for r in around)

    def _sentence(self, passage: Passage, token: Token) -> int:
        grammar = self._grammars[id(passage)]
        first, _ = grammar.sentences[grammar.sentence[token.i]]
        return max(0, bisect_right(self._sentence_starts, passage.starts[first]) - 1)
