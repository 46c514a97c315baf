"""A passage as the rules see it: its clauses with predicates, sources and words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.actors import PassageActors
from briefgen.extract.rules.position.clauses import (
    Clause,
    ClauseKind,
    comma_before,
    find_clauses,
    within_marks,
)
from briefgen.extract.rules.position.frames import Frame, Frames
from briefgen.extract.rules.position.gaps import is_gapped
from briefgen.extract.rules.position.predicates import Predicate, predicate_of
from briefgen.extract.rules.position.sources import is_asked, is_insider
from briefgen.extract.rules.position.spans import own_tokens, subtree
from briefgen.extract.rules.position.states import is_depictive
from briefgen.extract.rules.reading import Reading
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.article import ZoneKind
from briefgen.model.extraction import Gender, MentionForm, Number

NAMING = frozenset(
    {"describe", "call", "characterise", "characterize", "label", "brand", "portray", "depict"}
)
"""Saying verbs that judge by the name they give."""
_CONTRASTING = frozenset({"while", "although", "though", "whereas"})
_LONGEST_HEADING = 14
"""Words of a paragraph that can be a heading no zone has marked."""
_HEADINGS = frozenset({ZoneKind.TITLE, ZoneKind.HEADING})


class PassageView(PassageActors):
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
        clauses = within_marks(grammar, find_clauses(grammar), reading.regions)
        self.clauses = {clause.head: clause for clause in clauses}
        self.heads = frozenset(self.clauses)
        self.content = {
            head: [c for c in clauses if c.governor == head and c.kind is ClauseKind.CONTENT]
            for head in self.heads
        }
        self.predicates = {
            head: predicate_of(
                grammar, head, finite_content=any(not is_gapped(grammar, c) for c in self.content[head])
            )
            for head in self.heads
        }
        self.consumed: set[int] = set()
        self.hedged: set[int] = set()
        self.impressions: set[int] = set()
        """Clauses that are only somebody's impression, and stand for themselves on his word."""
        self.impressed: set[int] = set()
        """Clauses that only tell that he has it."""

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
    def is_quoted(self) -> bool:
        """Whether the passage is the inside of a quotation."""
        return self.g.passage.region is not None

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
        if clause is None or clause.kind is not ClauseKind.REASON or clause.governor is None:
            return found
        if not found and self._is_reason(token):
            # `She will stay, an aide said, because she fears a split`: told with what it explains
            start = self.g.passage.starts[clause.governor]
            first = self.g.passage.starts[self.g.sentences[self.g.sentence[token]][0]]
            said = [f for f in self.frames.at(first) if f.cue is not None and f.cue[0] <= start < f.cue[1]]
            above = self.around(clause.governor)
            if not above and self.content[clause.governor]:
                above = self.around(self.content[clause.governor][0].head)  # told with what is said
            return tuple(f for f in said or above if not f.is_quoted)
        if not any(
            self.g.lemmas[c] in _CONTRASTING for c in self.g.children[token] if self.g.deps[c] == "mark"
        ):
            return found
        # `Norway urged restraint, while Sweden opposes it`: the contrast is drawn by the author
        start = self.g.passage.starts[clause.governor]
        return tuple(f for f in found if f.cue is None or not f.cue[0] <= start < f.cue[1])

    def shows_a_mind(self, clause: Clause) -> bool:
        """Whether a thing shows what somebody wants or fears, so that a source reads it out of the thing.

        `The wording suggests that its authors wanted to impress, she said`: their wish, on her word.
        """
        predicate = self.predicates[clause.head]
        if predicate is None:
            return False
        shows = predicate.kind is PredicateKind.SAY and self.actor(clause.subject) is None
        if not shows and not self.thinks_of_others(clause):
            return False
        inner = self.content[clause.head]
        firsts = [self.g.left[c.head] for c in inner]
        if any(self.g.tags[t] in ("WP", "WRB", "WDT") and self.g.deps[t] != "mark" for t in firsts):
            return False  # `confirmed what he had long suspected`
        # `Norway still wants it but cannot say so`: what goes on with the same subject is the source's word
        return bool(inner) and all(
            self.is_mind(c) or (self.is_mind(inner[0]) and not c.own_subject) for c in inner
        )

    def is_mind(self, clause: Clause) -> bool:
        """Whether a clause tells what somebody wants, fears or believes."""
        predicate = self.predicates[clause.head]
        is_attitude = predicate is not None and predicate.kind is PredicateKind.ATTITUDE
        return is_attitude and self.actor(clause.subject) is not None

    def thinks_of_others(self, clause: Clause) -> bool:
        """Whether somebody thinks something of others: `aides believe he wants out`, `Cole thinks Norway fears it`."""
        predicate, subject = self.predicates[clause.head], self.actor(clause.subject)
        if predicate is None or subject is None or predicate.group.id not in ("believe", "doubt"):
            return False
        if predicate.negated or self.g.lemmas[predicate.head] == "doubt":
            return False
        if self.speaks_of_others(subject):
            return True
        # `Cole suspects that Norway wants a row`: Norway's wish, on her word
        inner = [self.actor(c.subject) for c in self.content[clause.head]]
        return bool(inner) and all(
            i is not None and i != subject and self._is_another(i, subject) for i in inner
        )

    def _is_another(self, other: int, subject: int) -> bool:
        """Whether two mentions cannot mean the same: a name, or `he` beside several."""
        mention = self.mentions[other]
        if mention.form is not MentionForm.PRONOUN:
            return True
        several = self.mentions[subject].number is Number.PLURAL
        return several and mention.gender in (Gender.MALE, Gender.FEMALE)

    def speaks_of_others(self, subject: int) -> bool:
        """Whether a mention is of unnamed people who speak of others: analysts, aides."""
        mention = self.mentions[subject]
        return mention.form is MentionForm.NOMINAL and (self.is_commentator(subject) or is_insider(mention))

    def _is_reason(self, head: int) -> bool:
        return any(self.g.lemmas[c] == "because" for c in self.g.children[head] if self.g.deps[c] == "mark")

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
        if self.is_quoted or not known or not comma_before(self.g, clause.head):
            return False
        if clause.kind is ClauseKind.TIME:
            return self._is_measured_time(clause.head)
        return clause.kind is ClauseKind.RELATIVE and not clause.own_subject

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

    def governors(self, clause: Clause) -> Iterable[int]:
        """Yields the heads of the clauses above one, nearest first."""
        governor = clause.governor
        while governor is not None:
            yield governor
            governor = self.clauses[governor].governor

    def follows_speech(self, clause: Clause) -> bool:
        """Whether a participle hangs on somebody's saying, so that it is his as well."""
        if clause.kind is not ClauseKind.PARTICIPLE or is_depictive(self.g, clause.head):
            return False
        above = (self.predicates.get(head) for head in self.governors(clause))
        return any(p is not None and p.kind in (PredicateKind.SAY, PredicateKind.SPEECH) for p in above)

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

    def has_object_beside(self, clause: Clause) -> bool:
        """Whether a clause says something beside its content (`reaffirmed the pledge and that it holds`)."""
        content = self.content[clause.head]
        return (
            bool(content)
            and all(c.coordinate for c in content)
            and any(self.g.deps[child] == "dobj" for child in self.g.children[clause.head])
        )

    def subject_above(self, clause: Clause) -> int | None:
        """Returns the nearest subject above a clause that can hold a position."""
        for head in self.governors(clause):
            if self.actor(self.clauses[head].subject) is not None:
                return self.clauses[head].subject
        return None

    def splits(self, clause: Clause) -> frozenset[int]:
        """Returns the heads of the clauses below one that stand for themselves."""
        below = subtree(self.g, clause.head)
        return frozenset(
            head
            for head in self.heads & below
            if head != clause.head and head not in self.consumed and self._splits_off(head)
        )

    def _splits_off(self, head: int) -> bool:
        clause = self.clauses[head]
        if self.g.deps[head] == "parataxis" and clause.own_subject:
            return True
        if clause.kind is ClauseKind.TIME and self.is_set_against(clause):
            return True
        if is_gapped(self.g, clause):
            return False
        if (clause.kind is ClauseKind.MAIN and clause.governor is None) or head in self.impressions:
            return True
        if clause.kind is ClauseKind.CONTENT and not clause.coordinate:
            return self.is_said(clause) and not self._tells_which(clause)
        if clause.coordinate or clause.kind is ClauseKind.REASON:
            return True
        if clause.kind is ClauseKind.PARTICIPLE and clause.own_subject:
            return self.predicates[head] is not None and self.actor(clause.subject) is not None
        if clause.kind is ClauseKind.PARTICIPLE:
            return self._is_position(clause) and (comma_before(self.g, head) or self.g.deps[head] == "advcl")
        return clause.kind in (ClauseKind.RELATIVE, ClauseKind.TIME) and self.stands(head)

    def is_restrictive(self, clause: Clause) -> bool:
        """Whether a relative clause only says which are meant (`leaders who understand`)."""
        if clause.kind is not ClauseKind.RELATIVE or clause.own_subject or comma_before(self.g, clause.head):
            return False
        found = self.actor(clause.subject)
        if found is None:
            return True
        mention = self.mentions[found]
        return mention.form is not MentionForm.NAME and not mention.parts

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
        if self.is_restrictive(above):
            return False
        if self.shows_a_mind(above) and self.around(governor):
            return True
        if len(self.around(clause.head)) > len(self.around(governor)):
            return True
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
        if predicate.kind is PredicateKind.SAY and predicate.key not in NAMING:
            return False
        return self.actor(self.holder_token(clause, predicate)) is not None

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

    def tokens(self, clause: Clause) -> tuple[int, ...]:
        """Returns a clause's own tokens."""
        return own_tokens(self.g, clause, self.splits(clause))

    def tokens_with_content(self, clause: Clause) -> tuple[int, ...]:
        """Returns a clause's tokens and its content's, for predicates that hold it whole."""
        below = [c.head for c in self.content[clause.head] if self.g.deps[c.head] != "parataxis"]
        inside = frozenset().union(*(subtree(self.g, head) for head in below)) if below else frozenset()
        others = {h for h in self.splits(clause) if h not in inside or self.is_set_against(self.clauses[h])}
        return own_tokens(self.g, clause, frozenset(others))

    def with_condition(self, clause: Clause, tokens: tuple[int, ...], frame: Frame) -> tuple[int, ...]:
        """Returns the tokens with the condition that the parser hung on the verb of saying.

        `Norway will not sign, she said, unless the price falls`: left out, the claim would be stronger.
        """
        g, starts = self.g, self.g.passage.starts
        beside = [c for c in g.children[clause.head] if g.deps[c] == "parataxis"]
        for above in (*beside, *g.ancestors(clause.head)):
            for child in g.children[above]:
                words = subtree(g, child)
                is_provided = g.words[child].lower() == "provided" and g.child(child, "pcomp") is not None
                if (g.deps[child] not in ("advcl", "ccomp") and not is_provided) or clause.head in words:
                    continue
                if not is_provided and not self._is_condition(child):
                    continue
                covered = all(frame.covers(starts[t]) or g.words[t] in ",." for t in words)
                covered = covered or self._opens_saying(child, above, clause)
                covered = covered or self._ends_saying(child, above, clause)
                if above in beside:
                    return tuple(sorted({t for t in words if g.words[t] not in ",."} | set(tokens)))
                if covered:
                    over = set(self.governors(clause))
                    inside = [c for c in self.heads - over - words if frame.covers(starts[c])]
                    first = min(inside, default=clause.head)
                    if clause.head == first:
                        kept = {t for t in words if g.words[t] not in ",."}
                        return tuple(sorted(kept | set(tokens)))
        return tokens

    def _opens_saying(self, condition: int, saying: int, clause: Clause) -> bool:
        """Whether a condition before the sayer goes with what he says: `If it fails, she said she would go`."""
        g = self.g
        sayer = g.child(saying, "nsubj")
        return (
            clause.governor == saying
            and g.deps[clause.head] == "ccomp"
            and sayer is not None
            and condition < sayer < saying < clause.head
            and g.child(condition, "nsubj", "nsubjpass", "expl") is not None
        )

    def _ends_saying(self, condition: int, saying: int, clause: Clause) -> bool:
        """Whether a condition behind a tag goes with what is said: `He will sign, said the aide, if it rains`."""
        g = self.g
        return (
            clause.head < saying < condition
            and clause.governor == saying
            and g.deps[clause.head] == "ccomp"
            and comma_before(g, condition)
        )

    def with_front(self, clause: Clause, tokens: tuple[int, ...], frame: Frame) -> tuple[int, ...]:
        """Returns the tokens with the words before them that the parser cut off the clause's subject.

        `that cooperation between Norway, Sweden and Finland has grown` must not become `Finland has grown`.
        """
        g, starts = self.g, self.g.passage.starts
        if clause.kind is not ClauseKind.CONTENT or not clause.own_subject or not tokens:
            return tokens
        first = tokens[0]
        if clause.subject == first and g.tags[first] == "PRP":
            # `told investigators they were unaware`: whoever was told is no part of it
            return tokens
        sentence = g.sentences[g.sentence[clause.head]][0]
        front = [t for t in range(sentence, first) if frame.covers(starts[t]) and not g.is_stand_in(t)]
        if not front or any(t in self.heads or g.pos[t] in ("VERB", "AUX") for t in front):
            return tokens
        while front and (g.words[front[0]] in ",“”" or g.words[front[0]].lower() in ("that", "and", "but")):
            front.pop(0)
        joined = bool(front) and g.deps[first] not in ("mark",) and g.words[front[-1]] != "that"
        return tuple(sorted({*front, *tokens})) if joined else tokens

    def _is_condition(self, token: int) -> bool:
        g = self.g
        return any(
            g.deps[c] == "mark" and g.lemmas[c] in ("if", "unless", "provided") for c in g.children[token]
        )

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

    def clause_of(self, token: int) -> int | None:
        """Returns the head of the clause that a token stands in."""
        if token in self.heads:
            return token
        return next((at for at in self.g.ancestors(token) if at in self.heads), None)


def _is_set_like_a_title(words: list[str]) -> bool:
    """Whether nearly all longer words have capitals: `Mayor Told To Wait For Bridge`."""
    longer = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(longer) >= 4 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)
