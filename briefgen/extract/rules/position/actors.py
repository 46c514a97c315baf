"""Who can hold a position: mentions of a passage, by the tokens that head them."""

from __future__ import annotations

import re

from briefgen.extract.rules.attribution.sources import agent_of
from briefgen.extract.rules.grammar import FIRST_PERSONS, Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.polarity import is_not_every
from briefgen.extract.rules.position.sources import is_commentator
from briefgen.extract.rules.reading import Reading
from briefgen.lexicons.actor_words import names_document
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm

_NOBODY = frozenset(
    {"everyone", "everybody", "anyone", "anybody", "nobody", "no-one", "someone", "somebody", "whoever"}
)
"""Who is meant by these no reader can look up."""
_GAP = 3
"""Characters between a subject and the marks behind it."""
_TAG_REACH = 60
_TAG_BEFORE = re.compile(r",\s[^,.;:“”\"]{3,50},\s*$")
"""A tag between a subject and the marks behind it: `, he wrote, `."""
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "TO", "IN", "WP", "WDT"})
"""Tags of words that make a quotation's first verb no predicate of what stands before the marks."""


class PassageActors:
    """One passage with the mentions of its article."""

    def __init__(self, reading: Reading, grammar: Grammar, mentions: MentionTable) -> None:
        self.reading = reading
        self.g = grammar
        self.mentions = mentions

    def actor(self, token: int | None) -> int | None:
        """Returns the mention of a token that can hold a position, if it is one."""
        if token is None or self.g.is_stand_in(token) or self.g.lemmas[token] in _NOBODY:
            return None
        if is_not_every(self.g, token):
            return None
        if self.g.lemmas[token] in position_cues().carried:
            return self.owner(self.g.child(token, "poss"))
        found = self.mentions.at_token(self.g.passage, token)
        if found is None:
            return None
        mention = self.mentions[found]
        if not mention.acts and mention.form is MentionForm.NAME:
            return None
        if mention.kind is None and mention.form is MentionForm.NOMINAL:
            return None
        if mention.form is MentionForm.PRONOUN and mention.kind is None:
            if self.g.lemmas[token] in ("this", "that", "what", "there", "which"):
                return None
            if self.g.lemmas[token] == "it":
                return found
        return self.mentions.for_token(self.g.passage, token)

    def member(self, clause: Clause) -> int | None:
        """Returns the mention of the one of several that a relative clause is of: `Field, who left, and Cole`."""
        g, token = self.g, clause.subject
        if clause.kind is not ClauseKind.RELATIVE or token is None or clause.own_subject:
            return None
        if not any(g.deps[c] == "conj" and c > g.right[clause.head] for c in g.children[token]):
            return None
        return None if self.actor(token) is None else self.mentions.at_token(g.passage, token)

    def owner(self, token: int | None) -> int | None:
        """Returns the mention of a possessor or of a name before a noun (`the U.S. commitment`)."""
        found = self.actor(token)
        if found is not None or token is None:
            return found
        named = self.mentions.at_token(self.g.passage, token)
        if named is not None and self.mentions[named].form is MentionForm.NAME:
            return named
        return None

    def speaker(self, clause: Clause) -> int | None:
        """Returns the mention of who speaks in a clause: its subject, or whose the document is that does."""
        if clause.passive and self.g.lemmas[clause.head] in position_cues().addressing:
            return self._agent(clause.head)  # whoever was told did not say it
        found = self.member(clause)
        found = self.actor(clause.subject) if found is None else found
        g, subject = self.g, clause.subject
        if subject is None or not names_document(g.lemmas[subject]):
            return found
        for child in g.children[subject]:
            owner = self.owner(child) if g.deps[child] in ("poss", "compound") else None
            # `a Norwegian statement` is Norway's; of a `U.S. assessment` no more is known
            if owner is not None and (
                g.deps[child] == "poss" or self.mentions[owner].kind is not ActorKind.STATE
            ):
                return owner
            if g.deps[child] in ("prep", "agent") and g.lemmas[child] in ("from", "by"):
                for named in g.children[child]:
                    if g.deps[named] == "pobj" and self.mentions.at_token(g.passage, named) is not None:
                        return self.mentions.for_token(g.passage, named)
        return found

    def subject_outside(self, clause: Clause) -> int | None:
        """Returns the mention before the marks that a quotation's first verb goes with.

        `the director, Jo Lind, “does not think it is a problem,” he said`.
        """
        g, region = self.g, self.g.passage.region
        first = g.sentences[0][0] if g.sentences else 0
        if (
            region is None
            or clause.subject is not None
            or any(g.tags[t] in _NAMING for t in range(first, clause.head))
        ):
            return None
        start = self.reading.regions[region].outer[0]
        text = self.reading.article.text
        near = [
            (mention.span[0], index)
            for index, mention in self.mentions.of_paragraph(g.passage.paragraph).items()
            if not mention.quoted and 0 < start - mention.span[1] <= _GAP and mention.kind is not None
            if not text[mention.span[1] : start].strip(" ,")
        ]
        return min(near)[1] if near else self._subject_before_tag(start)

    def _subject_before_tag(self, start: int) -> int | None:
        """Returns the mention before a tag and marks that begin at `start`: `The office, he wrote, “does not care”`."""
        text, mentions = self.reading.article.text, self.mentions.of_paragraph(self.g.passage.paragraph)
        tag = _TAG_BEFORE.search(text, max(0, start - _TAG_REACH), start)
        if tag is None:
            return None
        ends = {m.span[1]: i for i, m in mentions.items() if not m.quoted and m.kind is not None}
        inside = [m for m in mentions.values() if tag.start() < m.span[0] and m.span[1] <= tag.end()]
        before = ends.get(tag.start())
        opens = before is not None and re.search(r"(?:^|[.!?”\n]\s*)$", text[: self.mentions[before].span[0]])
        return before if opens and inside else None

    def _agent(self, verb: int) -> int | None:
        """Returns the mention of who does what a passive verb says: `was told by the mayor`."""
        token = agent_of(self.g, verb)
        if token is None or self.actor(token) is None:
            return None
        return self.mentions.for_token(self.g.passage, token)

    def is_first_person(self, clause: Clause) -> bool:
        """Whether the clause speaks of its own speaker."""
        subject = clause.subject
        return subject is not None and self.g.words[subject].lower() in FIRST_PERSONS

    def is_commentator(self, mention: int) -> bool:
        """Whether a mention speaks of others by trade."""
        own = self.mentions[mention]
        return own.form is not MentionForm.PRONOUN and own.kind is not ActorKind.STATE and is_commentator(own)

    def is_question(self, clause: Clause) -> bool:
        """Whether the clause's sentence asks."""
        first, last = self.g.sentences[self.g.sentence[clause.head]]
        return "?" in self.g.words[max(first, last - 1) : last + 1]
