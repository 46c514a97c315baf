"""A passage as the rules see it: its clauses with predicates, sources and words."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.clauses import (
    Clause,
    ClauseKind,
    comma_before,
)
from briefgen.extract.rules.position.frames import Frame, Frames
from briefgen.extract.rules.position.gaps import (
    fills_gap,
    hangs_on_condition,
    is_awaited,
    is_gapped,
    is_given_hope,
    is_known,
)
from briefgen.extract.rules.position.leads import is_lead
from briefgen.extract.rules.position.made_up import is_made_up
from briefgen.extract.rules.position.passage_clauses import PassageClauses
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.sources import is_asked
from briefgen.extract.rules.position.spans import own_tokens, subtree
from briefgen.extract.rules.position.states import is_depictive
from briefgen.extract.rules.position.told_of import is_shrunk_from
from briefgen.extract.rules.position.woven import is_woven
from briefgen.extract.rules.reading import Reading
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.extraction import MentionForm

_CONTRASTING = frozenset({"while", "although", "though", "whereas"})


class PassageView(PassageClauses):
    """One passage with what its rules share; `consumed` clauses belong to a position already made."""

    def __init__(
        self,
        reading: Reading,
        grammar: Grammar,
        mentions: MentionTable,
        frames: Frames,
        author_weighs: bool,
    ) -> None:
        super().__init__(reading, grammar, mentions)
        self.frames = frames
        self.author_weighs = author_weighs
        """Whether the article is one in which its author speaks more than others do, such as a comment."""
        self.consumed: set[int] = set()
        self.hedged: set[int] = set()
        self.impressions: set[int] = set()
        """Clauses that are only somebody's impression, and stand for themselves on his word."""
        self.impressed: set[int] = set()
        """Clauses that only tell that he has it."""

    def around(self, token: int) -> tuple[Frame, ...]:
        """Returns the frames that a token stands in, outermost first."""
        found = self.frames.at(self.g.passage.starts[token])
        clause = self.clauses.get(token)
        if clause is not None and found and self._is_beside_report(clause):
            if clause.kind is ClauseKind.TIME:
                return ()
            return tuple(f for f in found if f.cue is not None and f.cue[0] < self.g.passage.starts[token])
        if clause is not None and not self.is_quoted:
            for head in (token, *self.governors(clause)):
                if self.is_set_against(self.clauses[head]):
                    start = self.g.passage.starts[self.g.left[head]]
                    return tuple(f for f in found if f.content[0][0] >= start)
        if clause is not None and not found and self._tells_why(clause):
            # `said the ministry was against the duty, which it feared would hurt`: told with what it hangs on
            return () if clause.governor is None else self.around(clause.governor)
        if clause is None or clause.kind is not ClauseKind.REASON or clause.governor is None:
            return found
        if not found and self.g.has_mark(token, "because"):
            # `She will stay, an aide said, because she fears a split`: told with what it explains
            start = self.g.passage.starts[clause.governor]
            first = self.g.passage.starts[self.g.sentences[self.g.sentence[token]][0]]
            said = [f for f in self.frames.at(first) if f.cue is not None and f.cue[0] <= start < f.cue[1]]
            above = self.around(clause.governor)
            if not above and self.content[clause.governor]:
                above = self.around(self.content[clause.governor][0].head)  # told with what is said
            return tuple(f for f in said or above if not f.is_quoted)
        if not self.g.has_mark(token, *_CONTRASTING):
            return found
        # `Norway urged restraint, while Sweden opposes it`: the contrast is drawn by the author
        start = self.g.passage.starts[clause.governor]
        return tuple(f for f in found if f.cue is None or not f.cue[0] <= start < f.cue[1])

    def _tells_why(self, clause: Clause) -> bool:
        """Whether a relative clause tells the mind of the one of whom its sentence speaks."""
        predicate, subject = self.predicates.get(clause.head), clause.subject
        if predicate is None or subject is None or clause.kind is not ClauseKind.RELATIVE:
            return False
        is_mind = predicate.kind is PredicateKind.ATTITUDE and clause.own_subject
        # `said she was overruled by the board, whose head feared a split`: in the tense of what is reported
        is_owned = self.g.tags[clause.head] == "VBD" and any(
            self.g.tags[c] == "WP$" for c in self.g.children[subject]
        )
        return is_mind and (self.g.pos[subject] == "PRON" or is_owned) and not self.is_quoted

    def is_set_against(self, clause: Clause) -> bool:
        """Whether the author sets what one says against another's words: `…, while Sweden says it paid`."""
        predicate = self.predicates[clause.head]
        if clause.kind is ClauseKind.TIME and self._is_measured_time(clause.head):
            return (
                predicate is not None
                and predicate.kind is PredicateKind.SAY
                and bool(self.content[clause.head])
            )
        return (
            clause.kind is ClauseKind.REASON
            and clause.own_subject
            and not self.is_quoted
            and predicate is not None
            and predicate.kind in (PredicateKind.SAY, PredicateKind.SPEECH)
            and comma_before(self.g, clause.head)
            and any(self.g.lemmas[c] in _CONTRASTING for c in self.g.children[clause.head])
            and self.actor(clause.subject) is not None
        )

    def _is_beside_report(self, clause: Clause) -> bool:
        """Whether a deed or word stands beside what a tag behind reports: `…, which praised it in June, he said`.

        Who is named behind the sentence speaks for its main clause; what everybody knows is told beside it.
        """
        predicate = self.predicates.get(clause.head)
        known = predicate is not None and predicate.kind in (PredicateKind.SPEECH, PredicateKind.ACTION)
        known = known and not any(self.g.tags[c] == "MD" for c in self.g.children[clause.head])
        if self.is_quoted or not known or not comma_before(self.g, clause.head):
            return False
        if clause.kind is ClauseKind.TIME:
            return self._is_measured_time(clause.head) or self._is_behind_tag(clause)
        return clause.kind is ClauseKind.RELATIVE and not clause.own_subject

    def _is_behind_tag(self, clause: Clause) -> bool:
        """Whether a tag stands between a time and what it dates: `It objects, she said, after Oslo had paid`."""
        g, above = self.g, clause.governor
        return above is not None and any(
            g.deps[c] == "parataxis" and above < c < g.left[clause.head] for c in g.children[above]
        )

    def _is_measured_time(self, head: int) -> bool:
        """Whether the author sets one event beside another: `…, days after a report found that it leaked`."""
        start = self.g.left[head]
        opens = self.g.deps[start] in ("npadvmod", "det", "nummod", "amod") and comma_before(self.g, head)
        return opens and any(self.g.deps[c] == "npadvmod" and c < head for c in self.g.children[head])

    def is_inquired(self, clause: Clause) -> bool:
        """Whether the clause is what somebody asks or wants found out, put in quotation marks."""
        region = self.g.passage.region
        if region is not None:
            text = self.reading.article.text
            return is_asked(text, self.reading.regions[region].inner[0])
        return any(frame.is_inquiry for frame in self.around(clause.head))

    def follows_speech(self, clause: Clause) -> bool:
        """Whether a participle hangs on somebody's saying, so that it is his as well."""
        if clause.kind is not ClauseKind.PARTICIPLE or is_depictive(self.g, clause.head):
            return False
        for head in self.governors(clause):
            above = self.predicates.get(head)
            if above is not None and above.kind in (PredicateKind.SAY, PredicateKind.SPEECH):
                return True
            if self.clauses[head].kind is ClauseKind.RELATIVE:
                return False  # `The board, which met in May seeking a truce, said it would sign`
        return False

    def frames_words(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether a clause only frames words read on their own: its content, or a quotation."""
        if predicate.head != clause.head or predicate.group.only == "negated":
            return False
        content = self.content[clause.head]
        if content and not self.has_object_beside(clause):
            return True
        return any(
            self.g.is_stand_in(at) and self.clause_of(at) == clause.head
            for at in subtree(self.g, clause.head)
        )

    def splits(self, clause: Clause) -> frozenset[int]:
        """Returns the heads of the clauses below one that stand for themselves."""
        below = subtree(self.g, clause.head)
        return frozenset(
            head
            for head in self.heads & below
            if head != clause.head and head not in self.consumed and self._splits_off(head)
        )

    def _is_other_reason(self, head: int) -> bool:
        """Whether a reason is given in the place of another: `not because … but because`."""
        g, above = self.g, self.g.heads[head]
        if not g.has_mark(head, "because"):
            return False
        earlier = (above,) if g.deps[head] == "conj" else tuple(c for c in g.children[above] if c < head)
        return any(
            g.has_mark(c, "because") and "not" in (g.words[g.left[c]], *g.words[g.left[c] - 1 : g.left[c]])
            for c in earlier
        )

    def _splits_off(self, head: int) -> bool:
        clause = self.clauses[head]
        if self.g.deps[head] == "parataxis" and clause.own_subject:
            return True
        if clause.kind is ClauseKind.TIME and self.is_set_against(clause):
            return True
        if is_gapped(self.g, clause) or hangs_on_condition(self.g, clause):
            return False
        if fills_gap(self.g, clause) or is_known(self.g, clause):
            return False
        if self.is_woven(clause) or is_made_up(self, clause) or is_shrunk_from(self, clause):
            return False
        if (clause.kind is ClauseKind.MAIN and clause.governor is None) or head in self.impressions:
            return True
        if clause.kind is ClauseKind.CONTENT and not clause.coordinate:
            return self.is_said(clause) and not self._tells_which(clause) and not self._tells_when(clause)
        if clause.kind is ClauseKind.REASON and (
            self._is_other_reason(head) or self.is_within_relative(clause)
        ):
            return False
        if self._goes_on_within(clause):
            return False
        if clause.coordinate or clause.kind is ClauseKind.REASON:
            return True
        if clause.kind is ClauseKind.PARTICIPLE and clause.own_subject:
            return self.predicates[head] is not None and self.actor(clause.subject) is not None
        if clause.kind is ClauseKind.PARTICIPLE:
            return self._is_position(clause) and (comma_before(self.g, head) or self.g.deps[head] == "advcl")
        return clause.kind in (ClauseKind.RELATIVE, ClauseKind.TIME) and self.stands(head)

    def _tells_when(self, clause: Clause) -> bool:
        """Whether somebody's words only tell when: `Berg was right when he said that it was late`."""
        above = None if clause.governor is None else self.clauses.get(clause.governor)
        if above is None or above.kind is not ClauseKind.TIME or comma_before(self.g, above.head):
            return False
        return above.governor is not None and above.governor < above.head and not self.is_set_against(above)

    def _goes_on_within(self, clause: Clause) -> bool:
        """Whether a coordinated verb stays in the clause that its first one stays in: `who work and have children`."""
        if not clause.coordinate or self.g.deps[clause.head] != "conj" or clause.own_subject:
            return False
        first = self.g.heads[clause.head]
        if first not in self.clauses or self._splits_off(first):
            return False
        return clause.kind is ClauseKind.RELATIVE or (
            clause.kind is ClauseKind.PARTICIPLE and not self._is_position(clause)
        )

    def is_woven(self, clause: Clause) -> bool:
        """Whether a subordinate clause is part of what its main clause says."""
        own, above = self.actor(clause.subject), clause.governor
        if own is not None and self.mentions[own].form is MentionForm.PRONOUN and above is not None:
            own = self.actor(self.clauses[above].subject)  # `The bid won because it was cheap`
        return is_woven(self.g, clause, self.predicates[clause.head], has_mind=own is not None)

    def _tells_which(self, clause: Clause) -> bool:
        """Whether what somebody says only tells which are meant: `a toll that unions say will hurt`."""
        above, noun = clause.governor, clause.antecedent
        if above is None or noun is None or self.g.deps[noun] == "appos":
            return False
        return not comma_before(self.g, above)

    def _is_position(self, clause: Clause) -> bool:
        """Whether a participle's predicate is one that its subject can hold."""
        predicate = self.predicates[clause.head]
        if predicate is None or predicate.kind is PredicateKind.ACTION:
            return bool(self.content[clause.head])
        return self.actor(clause.subject) is not None or self.subject_above(clause) is not None

    def is_said(self, clause: Clause) -> bool:
        """Whether a content clause is what somebody says or thinks, not any verb's object."""
        governor = clause.governor
        if governor is None:
            return True
        above = self.clauses[governor]
        if self.is_restrictive(above) or is_given_hope(self.g, clause):
            return False
        if self.shows_a_mind(above) and (self.around(governor) or is_lead(self.g, governor)):
            return True
        if len(self.around(clause.head)) > len(self.around(governor)):
            return True
        if is_awaited(self.g, clause):
            return False
        if self.g.deps[clause.head] in ("acl", "relcl"):
            # a noun's content: `signs that it is not interested`
            return True
        if self.is_first_person(above) or self._is_own_view(above):
            return True
        if self.predicates.get(governor) is None:
            # `…, meaning that prices rise`: a consequence drawn by whoever speaks
            return above.kind is ClauseKind.PARTICIPLE
        return self.speaker(above) is not None or self.is_told_by_somebody(clause)

    def _is_own_view(self, clause: Clause) -> bool:
        noun = clause.subject
        return (
            noun is not None
            and self.is_quoted
            and any(self.g.words[c].lower() in ("my", "our") for c in self.g.children[noun])
        )

    def is_told_by_somebody(self, clause: Clause) -> bool:
        """Whether a clause is what was said by somebody left unsaid: `…, an inquiry has been told`."""
        above = self.clauses.get(clause.governor) if clause.governor is not None else None
        tells = above is not None and above.passive and self.g.lemmas[above.head] == "tell"
        return tells and clause.kind is ClauseKind.CONTENT

    def stands(self, head: int) -> bool:
        """Whether a relative or time clause is a position of its own, not part of its governor's."""
        predicate, clause = self.predicates[head], self.clauses[head]
        if predicate is None or not comma_before(self.g, head):
            return False
        if predicate.kind is PredicateKind.SAY and predicate.key not in position_cues().naming:
            return False
        return self.actor(self.holder_token(clause, predicate)) is not None

    def tokens(self, clause: Clause) -> tuple[int, ...]:
        """Returns a clause's own tokens."""
        return own_tokens(self.g, clause, self.splits(clause))

    def tokens_with_content(self, clause: Clause) -> tuple[int, ...]:
        """Returns a clause's tokens and its content's, for predicates that hold it whole."""
        below = [c.head for c in self.content[clause.head] if self.g.deps[c.head] != "parataxis"]
        inside = frozenset().union(*(subtree(self.g, head) for head in below)) if below else frozenset()
        others = {h for h in self.splits(clause) if h not in inside or self.is_set_against(self.clauses[h])}
        return own_tokens(self.g, clause, frozenset(others))

    def consume(self, clauses: Iterable[Clause]) -> None:
        """Marks clauses, and all below them, as part of a position already made."""
        for clause in clauses:
            if clause.head in self.impressions:
                continue
            below = self.heads & subtree(self.g, clause.head)
            for head in below:
                if self.is_set_against(self.clauses[head]):
                    below -= subtree(self.g, head)
            self.consumed.update(below)
