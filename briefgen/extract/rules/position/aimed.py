"""What has been found of what a stance is toward, and how the words that name it are told from those on the way."""

from __future__ import annotations

from itertools import takewhile

from briefgen.extract.rules.attribution.setting import venues
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.turned import is_against_the_opposed
from briefgen.lexicons.stances import stance_words
from briefgen.model.evidence import Span
from briefgen.model.extraction import MentionForm
from briefgen.model.position import Act, Stance

_IN_RETURN = frozenset({"return", "exchange"})
_ASIDE = frozenset({"advcl", "relcl", "parataxis", "appos"})


class Aimed:
    """The actors, and the places of the words for the matter, that the stance of a draft is toward."""

    def __init__(self, g: Grammar, mentions: MentionTable, draft: Draft) -> None:
        self.g, self.mentions, self.draft = g, mentions, draft
        self.opposes = draft.stance is Stance.OPPOSE
        self.tokens = frozenset(draft.tokens)
        self.actors: list[int] = []
        self.matter: list[Span] = []
        is_unwilling = draft.key.startswith("unwilling:")
        self.untold = stance_words().holding_back if is_unwilling else frozenset[str]()
        """Verbs of having a say, where nobody is against whom it would be about."""
        self.bound: set[int] = set()
        """Actors with whom a tie is sought or kept: `an alliance with Norway`."""

    def _answers(self, noun: int) -> bool:
        """Whether it is what was said against somebody that is opposed: `rejected criticism of Norway`."""
        return self.draft.act is Act.REJECT and self.g.lemmas[noun] in stance_words().rebukes

    def _is_offer(self, noun: int) -> bool:
        """Whether it is an offer that is refused, not what was offered: `rebuffed its offer to shut the yard`."""
        is_refusal = (
            self.opposes and self.draft.act is Act.REJECT and not self.draft.key.startswith("against:")
        )
        lemma = self.g.lemmas[noun]
        words = stance_words()
        is_swap = lemma in words.swapped and any(self.g.lemmas[t] in _IN_RETURN for t in self.tokens)
        return is_refusal and (lemma in words.offers or is_swap)

    def _givers(self, noun: int) -> None:
        """Adds who makes an offer: `the offer of Norway`, `a deal proposed by Norway`."""
        for child in self.g.children[noun]:
            if self.g.deps[child] == "prep" and self.g.lemmas[child] in ("of", "from", "by"):
                self._add(self.g.child(child, "pobj"))
            if self.g.deps[child] == "acl" and self.g.tags[child] == "VBN":
                self._agent(child)

    def _bound_to(self, noun: int | None) -> None:
        actor = None if noun is None else self._actor_at(noun)
        if actor is not None and actor not in self.draft.holder:
            self.bound.add(actor)
            self.actors.append(actor)

    def _opposed_in(self, noun: int) -> None:
        """Adds whom a word in front of a noun is against: `an anti-Norwegian policy`."""
        g = self.g
        for at in range(self._first(noun), noun):
            if self.opposes and g.words[at].lower().startswith("anti"):
                for inner in range(at, noun):
                    self._add(inner)

    def _agent(self, verb: int) -> None:
        by = self.g.child(verb, "agent")
        if by is not None and self.opposes:
            self._add(self.g.child(by, "pobj"))

    def _against(self) -> None:
        """Finds against whom the words are anywhere in the clause: `went on with its rhetoric against Norway`."""
        g = self.g
        for token in self.draft.tokens:
            if g.lemmas[token] != "against" or self._answers(g.heads[token]):
                continue
            if is_against_the_opposed(g, token, self.draft.act):
                continue
            path = list(takewhile(lambda at: at != self.draft.clause.head, g.ancestors(token)))
            if not any(g.deps[at] in _ASIDE for at in path):
                self._add(g.child(token, "pobj"))

    def _add(self, noun: int | None) -> None:
        actor = None if noun is None else self._actor_at(noun)
        if actor is not None:
            self.actors.append(actor)

    def _first(self, noun: int) -> int:
        first = noun
        while first > self.g.left[noun] and self.g.heads[first - 1] in (noun, first):
            first -= 1
        return first

    def _actor(self, token: int) -> int | None:
        found = self._actor_at(token)
        return None if found is None or found in self.draft.holder or self._is_aside(token) else found

    def _actor_at(self, token: int) -> int | None:
        """Returns the actor that a noun is the head of, by its name or what it is."""
        found = self.mentions.at_token(self.g.passage, token)
        if found is None or self.mentions[found].form is MentionForm.PRONOUN:
            return None
        return found if self.mentions[found].kind is not None else None

    def _is_aside(self, token: int) -> bool:
        """Whether something is told on the way: in a clause of time or reason, a relative, or with a comitative."""
        g, head = self.g, self.draft.clause.head
        for at in (token, *g.ancestors(token)):
            if at == head:
                return False
            if g.deps[at] in _ASIDE or (g.deps[at] == "prep" and g.lemmas[at] in stance_words().asides):
                return True
            where = g.child(at, "pobj") if g.lemmas[at] == "at" else None
            if where is not None and g.lemmas[where] in venues().nouns:
                return True  # `stressed it at a forum in Oslo`
        return False
