"""The mention that names a source; a relative pronoun is one of its own and means what it stands for."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.reading import Reading
from briefgen.model.extraction import GrammaticalRole, MentionForm

_RELATIVE = frozenset({"WP", "WDT"})


class SourceMentions:
    """The mentions of sources in one article's table."""

    def __init__(self, reading: Reading, mentions: MentionTable) -> None:
        self._reading = reading
        self._mentions = mentions
        self._relative: dict[tuple[int, int], int] = {}

    def known(self, grammar: Grammar, token: int) -> int | None:
        """Returns the index of the mention that a token heads, if there is one."""
        return self._mentions.at_token(grammar.passage, token)

    def mention(self, grammar: Grammar, token: int) -> int:
        """Returns the index of the mention for a source's token.

        `Lee, who said …`: the words that name the source are `who`; whom they mean is Lee.
        """
        passage = grammar.passage
        index = self._mentions.for_token(passage, token)
        if grammar.tags[token] not in _RELATIVE and grammar.words[token].lower() != "that":
            return index
        span = passage.starts[token], passage.ends[token]
        antecedent = self._mentions[index]
        if antecedent.span == span:
            return index
        if span not in self._relative:
            words = self._reading.evidence(*span)
            self._relative[span] = self._mentions.add(
                passage,
                antecedent.model_copy(
                    update={
                        "text": words.text,
                        "span": span,
                        "head": words,
                        "form": MentionForm.PRONOUN,
                        "grammatical_role": GrammaticalRole.SUBJECT,
                        "role": None,
                        "affiliation": None,
                        "country": None,
                        "alias_of": None,
                        "definite": False,
                        "parts": (index,),
                    }
                ),
                range(0),
            )
        return self._relative[span]
