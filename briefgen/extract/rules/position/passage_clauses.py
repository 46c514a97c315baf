"""A passage by its clauses: what each has as predicate, holder and content, and what stands over it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.labels import Label
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.actors import PassageActors
from briefgen.extract.rules.position.clauses import (
    Clause,
    ClauseKind,
    comma_before,
    find_clauses,
)
from briefgen.extract.rules.position.denied import made_denial
from briefgen.extract.rules.position.gaps import hangs_on_condition, is_gapped, tells_how_much
from briefgen.extract.rules.position.leads import is_lead
from briefgen.extract.rules.position.marked import within_marks
from briefgen.extract.rules.position.predicates import Predicate, predicate_of
from briefgen.extract.rules.position.sources import is_insider
from briefgen.extract.rules.reading import Reading
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.article import ZoneKind
from briefgen.model.extraction import Gender, MentionForm, Number

_LONGEST_HEADING = 14
"""Words of a paragraph that can be a heading no zone has marked."""
_SIDING = frozenset({"agree", "reject", "demand"})
_LIKING = frozenset({"welcome", "praise"})
"""Groups of predicates that tell in the present, or with `would`, what somebody is for or against."""
_HEADINGS = frozenset({ZoneKind.TITLE, ZoneKind.HEADING})

_OF_ONE = (Gender.MALE, Gender.FEMALE)


class PassageClauses(PassageActors):
    """One passage with its clauses, their predicates and who can hold them."""

    def __init__(self, reading: Reading, grammar: Grammar, mentions: MentionTable) -> None:
        super().__init__(reading, grammar, mentions)
        clauses = within_marks(grammar, find_clauses(grammar), reading.regions)
        self.clauses = {clause.head: clause for clause in clauses}
        self.heads = frozenset(self.clauses)
        self.content = {
            head: [
                c
                for c in clauses
                if c.governor == head and c.kind is ClauseKind.CONTENT and not hangs_on_condition(grammar, c)
            ]
            for head in self.heads
        }
        self.predicates = {
            head: made_denial(
                grammar,
                head,
                predicate_of(
                    grammar, head, finite_content=any(not is_gapped(grammar, c) for c in self.content[head])
                ),
            )
            for head in self.heads
        }

    def shows_a_mind(self, clause: Clause) -> bool:
        """Whether a thing shows what somebody wants or fears, so that a source reads it out of the thing.

        `The wording suggests that its authors wanted to impress, she said`: their wish, on her word.
        `It is clear that Norway wants a pact, she said`: the same.
        """
        inner = self.content[clause.head]
        if not inner:
            return False
        predicate = self.predicates[clause.head]
        says = predicate is not None and predicate.kind is PredicateKind.SAY
        # `His silence means that he has not decided`
        is_now = self.g.tags[clause.head] in ("VBZ", "VBD")
        is_thing = clause.subject is not None and self.g.pos[clause.subject] == "NOUN"
        means = self.g.lemmas[clause.head] == "mean" and is_now and is_thing
        shows = (says or means) and self.actor(clause.subject) is None
        if not shows and not is_lead(self.g, clause.head) and not self.thinks_of_others(clause):
            return False
        firsts = [
            self.g.left[c.head] for c in inner if not tells_how_much(self.g, self.g.left[c.head], c.head)
        ]
        if any(self.g.tags[t] in ("WP", "WRB", "WDT") and self.g.deps[t] != "mark" for t in firsts):
            return False  # `confirmed what he had long suspected`
        # `Norway still wants it but cannot say so`: what goes on with the same subject is the source's word
        return all(self.is_mind(c) or (self.is_mind(inner[0]) and not c.own_subject) for c in inner)

    def is_mind(self, clause: Clause) -> bool:
        """Whether a clause tells what somebody wants, fears or believes, or is for or against."""
        predicate = self.predicates[clause.head]
        if predicate is None or self.actor(clause.subject) is None:
            return False
        helpers = [c for c in self.g.children[clause.head] if self.g.deps[c] == "aux"]
        is_now = self.g.tags[clause.head] in ("VBZ", "VBP")
        would = any(self.g.words[c].lower() == "would" for c in helpers)
        comes_to = predicate.group.id == "decide" or predicate.key in position_cues().coming_to_think
        takes_sides = (is_now and predicate.group.id in _SIDING) or (would and predicate.group.id in _LIKING)
        return predicate.kind is PredicateKind.ATTITUDE or comes_to or takes_sides

    def thinks_of_others(self, clause: Clause) -> bool:
        """Whether somebody thinks something of others: `aides believe he wants out`, `Cole thinks Norway fears it`."""
        predicate, subject = self.predicates[clause.head], self.actor(clause.subject)
        if predicate is None or subject is None or predicate.group.id not in ("believe", "doubt", "fear"):
            return False
        if predicate.negated or self.g.lemmas[predicate.head] == "doubt":
            return False
        if any(self.g.has_mark(c.head, "whether", "if") for c in self.content[clause.head]):
            return False  # `wonder whether he wants peace`
        if self.speaks_of_others(subject):
            return True
        # `Cole suspects that Norway wants a row`: Norway's wish, on her word
        inner = [self.actor(c.subject) for c in self.content[clause.head]]
        return bool(inner) and all(
            i is not None and i != subject and self._is_another(i, subject) for i in inner
        )

    def _is_another(self, other: int, subject: int) -> bool:
        """Whether two mentions cannot mean the same: a name, `he` beside a woman, several, or who speaks of others."""
        mention, own = self.mentions[other], self.mentions[subject]
        if mention.form is not MentionForm.PRONOUN:
            return True
        if mention.gender not in _OF_ONE:
            return False
        is_other = own.gender in _OF_ONE and own.gender is not mention.gender
        is_outside = own.gender not in _OF_ONE and self.is_commentator(subject)
        return own.number is Number.PLURAL or is_other or is_outside

    def speaks_of_others(self, subject: int) -> bool:
        """Whether a mention is of unnamed people who speak of others: analysts, aides."""
        mention = self.mentions[subject]
        return mention.form is MentionForm.NOMINAL and (self.is_commentator(subject) or is_insider(mention))

    def governors(self, clause: Clause) -> Iterable[int]:
        """Yields the heads of the clauses above one, nearest first."""
        governor = clause.governor
        while governor is not None:
            yield governor
            governor = self.clauses[governor].governor

    def subject_above(self, clause: Clause) -> int | None:
        """Returns the nearest subject above a clause that can hold a position."""
        for head in self.governors(clause):
            if self.actor(self.clauses[head].subject) is not None:
                return self.clauses[head].subject
        return None

    def is_restrictive(self, clause: Clause) -> bool:
        """Whether a relative clause only says which are meant (`leaders who understand`)."""
        if clause.kind is not ClauseKind.RELATIVE or clause.own_subject or comma_before(self.g, clause.head):
            return False
        found, noun = self.actor(clause.subject), clause.antecedent
        if found is None or (noun is not None and self._is_of_some(noun)):
            return True
        mention = self.mentions[found]
        return mention.form is not MentionForm.NAME and not mention.parts

    def is_within_relative(self, clause: Clause) -> bool:
        """Whether a reason only says which are meant: `those who came because they had to`."""
        above = None if clause.governor is None else self.clauses[clause.governor]
        subject = clause.subject
        is_they = subject is not None and self.g.pos[subject] == "PRON" and self.g.deps[subject] != "expl"
        is_reason = clause.kind is ClauseKind.REASON and is_they
        return (
            is_reason
            and above is not None
            and above.kind is ClauseKind.RELATIVE
            and not comma_before(self.g, above.head)
        )

    def _is_of_some(self, noun: int) -> bool:
        """Whether a noun needs a clause to say which are meant: `those who wait`, `Swedes who wait`."""
        return self.g.words[noun].lower() in position_cues().those or self.g.tags[noun] in ("NNS", "NNPS")

    def clause_of(self, token: int) -> int | None:
        """Returns the head of the clause that a token stands in."""
        if token in self.heads:
            return token
        return next((at for at in self.g.ancestors(token) if at in self.heads), None)

    def has_object_beside(self, clause: Clause) -> bool:
        """Whether a clause says something beside its content (`reaffirmed the pledge and that it holds`)."""
        content = self.content[clause.head]
        return (
            bool(content)
            and all(c.coordinate for c in content)
            and any(self.g.deps[child] == "dobj" for child in self.g.children[clause.head])
        )

    def holder_token(self, clause: Clause, predicate: Predicate) -> int | None:
        """Returns the token of the holder: the subject, the object, or the passive's agent."""
        g = self.g
        if predicate.group.holder == "object" and clause.passive:
            return clause.subject  # `was disappointed by the ruling`
        if predicate.group.holder == "object":
            return next((c for c in g.children[predicate.head] if g.deps[c] == "dobj"), None)
        is_state = predicate.key.startswith(("feel ", "be "))
        if clause.passive and predicate.head == clause.head and not is_state:
            agent = next((c for c in g.children[clause.head] if g.deps[c] == "agent"), None)
            if agent is None:
                return None
            return next((c for c in g.children[agent] if g.deps[c] == "pobj"), None)
        return clause.subject

    @cached_property
    def is_heading(self) -> bool:
        """Whether the passage is a title or a heading."""
        passage = self.g.passage
        if self.has_heading_zone:
            return True
        words = [w for w in self.g.words if any(c.isalnum() for c in w)]
        short = passage.region is None and 0 < len(words) <= _LONGEST_HEADING
        return short and (self._has_no_end() or _is_set_like_a_title(words))

    @property
    def has_heading_zone(self) -> bool:
        """Whether a zone marks the passage as title or heading."""
        return self.g.passage.zone in _HEADINGS

    def _has_no_end(self) -> bool:
        """Whether the paragraph stops without a mark, as headings do."""
        start, end = self.reading.paragraphs[self.g.passage.paragraph]
        return self.reading.article.text[start:end].rstrip()[-1:].isalnum()

    @property
    def label(self) -> Label | None:
        """The label of a transcript under which the passage stands."""
        region = self.g.passage.region
        return None if region is None else self.reading.regions[region].label

    @property
    def is_quoted(self) -> bool:
        """Whether the passage is the inside of a quotation."""
        return self.g.passage.region is not None


def _is_set_like_a_title(words: list[str]) -> bool:
    """Whether nearly all longer words have capitals: `Mayor Told To Wait For Bridge`."""
    longer = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(longer) >= 4 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)
