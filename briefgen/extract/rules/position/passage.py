"""The positions of one passage: each clause is decided by its predicate and by the frames round it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.author import is_assessment
from briefgen.extract.rules.position.clauses import Clause, ClauseKind, find_clauses
from briefgen.extract.rules.position.draft import Draft, finish
from briefgen.extract.rules.position.frames import Frame, frames_at
from briefgen.extract.rules.position.nominals import find_nominals
from briefgen.extract.rules.position.polarity import certainty_of, condition_of
from briefgen.extract.rules.position.predicates import Predicate, predicate_of
from briefgen.extract.rules.position.sources import frame_of_clause
from briefgen.extract.rules.position.spans import own_tokens, subtree
from briefgen.extract.rules.position.stance import Leaning, leaning_of, leaning_of_content
from briefgen.extract.rules.reading import Reading
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.actor import ActorKind
from briefgen.model.article import ZoneKind
from briefgen.model.evidence import Span
from briefgen.model.extraction import MentionForm, PositionCandidate
from briefgen.model.position import Act, Basis, Certainty, Stance
from briefgen.model.timex import TimexMention

_TRANSPARENT = frozenset(
    {"think", "believe", "guess", "suppose", "feel", "suspect", "hope", "know", "mean", "say", "see"}
)
_FIRST = frozenset({"i", "we"})
_KEPT_WHOLE = frozenset({Act.REJECT, Act.ACCUSE, Act.DEMAND, Act.ORDER, Act.WITHHOLD, Act.PRAISE})


class PassagePositions:
    """Finds the positions of one passage, sentence by sentence."""

    def __init__(
        self,
        reading: Reading,
        grammar: Grammar,
        mentions: MentionTable,
        frames: list[Frame],
        timexes: tuple[TimexMention, ...],
    ) -> None:
        self.reading = reading
        self.g = grammar
        self.mentions = mentions
        self.frames = frames
        self.timexes = timexes
        self.last_frame: Frame | None = None
        clauses = find_clauses(grammar)
        self.clauses = {clause.head: clause for clause in clauses}
        self.heads = frozenset(self.clauses)
        self.content = {
            head: [c for c in clauses if c.governor == head and c.kind is ClauseKind.CONTENT]
            for head in self.heads
        }
        self.predicates = {
            head: predicate_of(grammar, head, finite_content=bool(self.content[head])) for head in self.heads
        }
        self.consumed: set[int] = set()
        self.hedged: set[int] = set()

    # ---- sources

    def own_frames(self) -> Iterator[Frame]:
        """Yields the frames of saying clauses that no attribution covers."""
        for head, predicate in self.predicates.items():
            clause = self.clauses[head]
            if predicate is None or not self.content[head] or predicate.head != head:
                continue
            if predicate.kind not in (PredicateKind.SAY, PredicateKind.SPEECH):
                continue
            source = self._actor(clause.subject)
            if source is None or self._is_first_person(clause):
                continue
            frame = frame_of_clause(
                self.g,
                clause,
                predicate,
                self.content[head],
                source,
                self.mentions,
                self.frames,
                self._splits(clause),
            )
            if frame is not None:
                yield frame

    def frames_in(self, span: Span) -> tuple[Frame, ...]:
        """Returns the frames that begin in a stretch, outermost first."""
        found = [f for f in self.frames if any(span[0] <= a < span[1] for a, _ in f.content)]
        return tuple(sorted(found, key=lambda f: (-f.size, f.content)))

    # ---- positions

    def find(self, sentence: int) -> Iterator[PositionCandidate]:
        """Yields the positions of one sentence."""
        first, last = self.g.sentences[sentence]
        heads = [h for h in self.heads if first <= h <= last]
        heads.sort(key=lambda h: (sum(1 for _ in self.g.ancestors(h)), h))
        taken: list[Span] = []
        for head in heads:
            if head in self.consumed:
                continue
            draft = self._decide(self.clauses[head])
            if draft is not None:
                candidate = finish(self.reading, self.g, self.mentions, draft, self.timexes)
                if candidate is not None:
                    taken.append(candidate.evidence[0].span)
                    yield candidate
        yield from self._nominals(first, last)

    def _decide(self, clause: Clause) -> Draft | None:
        predicate = self.predicates[clause.head]
        around = frames_at(self.frames, self.g.passage.starts[clause.head])
        content = self.content[clause.head]
        if self._is_transparent(clause, predicate, content):
            self.hedged.update(c.head for c in content)
            return None
        if predicate is not None and self.g.passage.zone in (ZoneKind.TITLE, ZoneKind.HEADING):
            return (
                self._of_predicate(clause, predicate, around)
                if predicate.kind is not PredicateKind.SAY
                else None
            )
        if (
            predicate is not None
            and predicate.kind in (PredicateKind.SAY, PredicateKind.SPEECH)
            and self._frames_words(clause, predicate)
        ):
            actor = self._actor(clause.subject)
            if actor is not None or self._is_first_person(clause):
                if (
                    predicate.group.act not in _KEPT_WHOLE
                    or predicate.kind is PredicateKind.SAY
                    or not content
                ):
                    return None
                self._consume(content)
                return self._of_predicate(clause, predicate, around)
            if content:
                self._consume(content)
        elif predicate is not None and (draft := self._of_predicate(clause, predicate, around)) is not None:
            if predicate.kind is not PredicateKind.SAY:
                self._consume(content)
            return draft
        if self.g.passage.zone in (ZoneKind.TITLE, ZoneKind.HEADING):
            return None
        if around:
            return self._of_source(clause, around)
        return self._of_author(clause)

    def _of_predicate(self, clause: Clause, predicate: Predicate, around: tuple[Frame, ...]) -> Draft | None:
        """Returns the position that the clause's own subject (or object) holds by its predicate."""
        g, head = self.g, clause.head
        holder_token = self._holder_token(clause, predicate)
        first_person = self._is_first_person(clause) and holder_token == clause.subject
        tokens = self._tokens(clause)
        if not tokens:
            return None
        source = around[-1] if around else None
        if first_person:
            if source is None:
                return None
            holder: tuple[int, ...] = source.source
        else:
            actor = self._actor(holder_token)
            if actor is None:
                return None
            holder = (actor,)
        condition = condition_of(g, tokens)
        leaning = leaning_of(g, predicate, tokens, condition[1] if condition else None)
        certainty = certainty_of(g, tokens, head)
        if predicate.kind is PredicateKind.SAY:
            if not self._says_something(clause, predicate):
                return None
            leaning = self._leaning_of_saying(clause, tokens, holder)
        if predicate.group.id == "reject" and predicate.key == "deny" and not predicate.negated:
            certainty = Certainty.DENIED
        if predicate.kind is PredicateKind.ACTION and not first_person:
            if source is not None and not source.is_medium:
                return None
            if certainty is not Certainty.CERTAIN or self._is_unreal(clause):
                return None
            if clause.kind is ClauseKind.CONTENT and source is None:
                return None
        basis, asserted, relayed = self._basis(clause, predicate, holder, around, first_person)
        return Draft(
            clause=clause,
            tokens=self._tokens_with_content(clause, tokens)
            if predicate.kind is not PredicateKind.SAY
            else tokens,
            holder=holder,
            asserted_by=asserted,
            relayed_by=relayed,
            act=leaning.act,
            stance=leaning.stance,
            basis=basis,
            certainty=self._hedge(clause, certainty, around),
            condition=condition[0] if condition else None,
            source=source,
            key=f"{predicate.group.id}:{predicate.key}",
            strength=0.4 if predicate.kind in (PredicateKind.ACTION, PredicateKind.WITHHOLD) else 0.8,
        )

    def _basis(
        self,
        clause: Clause,
        predicate: Predicate,
        holder: tuple[int, ...],
        around: tuple[Frame, ...],
        first_person: bool,
    ) -> tuple[Basis, tuple[int, ...], tuple[int, ...]]:
        """Returns on whose word it stands, who asserts it and who passed it on."""
        table = self.mentions.freeze()
        kind = predicate.kind
        source = around[-1] if around else None
        outer = around[-2] if len(around) > 1 else None
        relayed = (source.relay,) if source is not None and source.relay is not None else ()
        if first_person:
            if outer is not None and outer.source != holder and not outer.is_medium:
                return Basis.RELAYED, outer.source, relayed
            return (
                Basis.STATED,
                (),
                relayed or (outer.source if outer is not None and outer.is_medium else ()),
            )
        if source is None:
            if kind in (PredicateKind.SPEECH, PredicateKind.SAY):
                return Basis.STATED, (), ()
            if kind is PredicateKind.ACTION:
                return Basis.ENACTED, (), ()
            if kind is PredicateKind.ATTITUDE and self._follows_speech(clause):
                return Basis.STATED, (), ()
            commentator = any(
                table[h].form is not MentionForm.PRONOUN and self._is_commentator(h) for h in holder
            )
            return (
                (Basis.STATED if commentator and kind is PredicateKind.ATTITUDE else Basis.NARRATED),
                (),
                (),
            )
        if kind is PredicateKind.ACTION:
            return Basis.ENACTED, source.source, relayed
        if kind in (PredicateKind.SPEECH, PredicateKind.SAY):
            if source.is_medium:
                return Basis.STATED, (), source.source
            return Basis.RELAYED, source.source, relayed
        return Basis.IMPUTED, source.source, relayed

    def _of_source(self, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
        """Returns what the innermost source holds by saying this clause."""
        if clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE):
            return None
        g, source = self.g, around[-1]
        tokens = self._tokens_with_content(clause, self._tokens(clause))
        if len(tokens) < 3 and not self._is_first_person(clause):
            return None
        if len(tokens) < 2 or not source.source:
            return None
        outer = next((f for f in reversed(around[:-1]) if f.source and f.source != source.source), None)
        cue = self._cue_of(clause)
        condition = condition_of(g, tokens)
        leaning = leaning_of_content(
            g,
            clause.head,
            tokens,
            commentator=source.is_commentator,
            first_person=self._is_first_person(clause),
            cue=cue,
        )
        if (
            condition is not None
            and leaning.stance is Stance.SUPPORT
            and condition[1] in ("unless", "provided")
        ):
            leaning = Leaning(leaning.act, Stance.CONDITIONAL)
        basis = Basis.STATED
        asserted: tuple[int, ...] = ()
        relayed: tuple[int, ...] = (source.relay,) if source.relay is not None else ()
        if outer is not None:
            if outer.is_medium:
                relayed = relayed or outer.source
            else:
                basis, asserted = Basis.RELAYED, outer.source
        subject = self._actor(clause.subject)
        return Draft(
            clause=clause,
            tokens=tokens,
            holder=source.source,
            asserted_by=asserted,
            relayed_by=relayed,
            act=leaning.act,
            stance=leaning.stance,
            basis=basis,
            certainty=self._hedge(clause, certainty_of(g, tokens, clause.head), around),
            condition=condition[0] if condition else None,
            source=source,
            key=f"say:{source.cue_lemma or ''}",
            target=() if subject is None else (subject,),
            strength=0.7,
        )

    def _of_author(self, clause: Clause) -> Draft | None:
        """Returns the author's own assessment."""
        if clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE, ClauseKind.REASON, ClauseKind.CONTENT):
            return None
        if self.g.passage.region is not None:
            return None
        g = self.g
        if any(g.is_stand_in(at) for at in subtree(g, clause.head)):
            return None
        tokens = self._tokens_with_content(clause, self._tokens(clause))
        subject = self._actor(clause.subject)
        fears = self._fears(clause)
        if len(tokens) < 4 or not (
            fears or is_assessment(g, clause.head, tokens, subject_acts=subject is not None)
        ):
            return None
        self._consume(self.content[clause.head])
        condition = condition_of(g, tokens)
        return Draft(
            clause=clause,
            tokens=tokens,
            holder=(),
            holder_is_author=not fears,
            act=Act.FEEL if fears else Act.ASSESS,
            stance=Stance.OPPOSE if fears else Stance.NONE,
            basis=Basis.NARRATED,
            certainty=Certainty.POSSIBLE if fears else certainty_of(g, tokens, clause.head),
            condition=condition[0] if condition else None,
            key="author:fear" if fears else "author:assess",
            target=() if subject is None else (subject,),
            strength=0.3,
        )

    def _nominals(self, first: int, last: int) -> Iterator[PositionCandidate]:
        g = self.g
        if g.passage.zone in (ZoneKind.TITLE, ZoneKind.HEADING):
            return
        for nominal in find_nominals(g):
            if not first <= nominal.head <= last:
                continue
            holder = self._actor(nominal.holder)
            if holder is None or self._is_pronoun(nominal.holder):
                continue
            around = frames_at(self.frames, g.passage.starts[nominal.head])
            source = around[-1] if around else None
            clause = Clause(
                head=nominal.head,
                kind=ClauseKind.MAIN,
                subject=None,
                own_subject=True,
                passive=False,
                governor=None,
            )
            tokens = tuple(range(nominal.first, nominal.last + 1))
            entry = nominal.entry
            draft = Draft(
                clause=clause,
                tokens=tokens,
                holder=(holder,),
                asserted_by=source.source if source is not None and not source.is_medium else (),
                act=entry.act,
                stance=entry.stance,
                basis=Basis.IMPUTED if source is not None and not source.is_medium else entry.basis,
                certainty=Certainty.CERTAIN,
                source=source,
                key=f"noun:{entry.id}:{g.lemmas[nominal.head]}",
                strength=0.35,
            )
            candidate = finish(self.reading, g, self.mentions, draft, self.timexes)
            if candidate is not None:
                yield candidate

    # ---- what a clause is

    def _is_transparent(self, clause: Clause, predicate: Predicate | None, content: list[Clause]) -> bool:
        return (
            bool(content)
            and self._is_first_person(clause)
            and self.g.lemmas[clause.head] in _TRANSPARENT
            and (predicate is None or not predicate.negated)
        )

    def _frames_words(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether the clause only frames words read on their own: content or quotation."""
        if predicate.head != clause.head or predicate.group.only == "negated":
            return False
        if self.content[clause.head]:
            return True
        return any(
            self.g.is_stand_in(at)
            for at in subtree(self.g, clause.head)
            if self._clause_of(at) == clause.head
        )

    def _says_something(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether a saying clause without a content clause still carries words of a content."""
        g = self.g
        for child in g.children[predicate.head]:
            if child < predicate.head or g.is_stand_in(child):
                continue
            if g.deps[child] in ("dobj", "oprd", "xcomp", "attr"):
                return g.right[child] > child or g.deps[child] == "oprd"
            if g.deps[child] == "ccomp":
                return True
            if (
                g.deps[child] == "prep"
                and g.lemmas[child] in ("against", "for", "as", "of")
                and g.right[child] > child + 1
            ):
                return True
        return False

    def _leaning_of_saying(self, clause: Clause, tokens: tuple[int, ...], holder: tuple[int, ...]) -> Leaning:
        commentator = any(self._is_commentator(h) for h in holder)
        return leaning_of_content(
            self.g, clause.head, tokens, commentator=commentator, first_person=False, cue=None
        )

    def _is_unreal(self, clause: Clause) -> bool:
        """Whether an action is planned, required or merely possible."""
        g = self.g
        modals = {g.words[c].lower() for c in g.children[clause.head] if g.deps[c] == "aux"}
        return bool(
            modals
            & {"will", "would", "could", "should", "must", "can", "may", "might", "shall", "'ll", "’ll"}
        )

    def _follows_speech(self, clause: Clause) -> bool:
        if clause.kind is not ClauseKind.PARTICIPLE or clause.governor is None:
            return False
        governor = self.predicates.get(clause.governor)
        return governor is not None and governor.kind in (PredicateKind.SAY, PredicateKind.SPEECH)

    def _cue_of(self, clause: Clause) -> Predicate | None:
        return self.predicates.get(clause.governor) if clause.governor is not None else None

    def _fears(self, clause: Clause) -> bool:
        """Whether the clause says that there are fears, without saying whose."""
        from briefgen.lexicons.modality import modality

        g = self.g
        if g.lemmas[clause.head] != "be" or not any(g.deps[c] == "expl" for c in g.children[clause.head]):
            return False
        return any(
            g.deps[c] == "attr" and g.lemmas[c] in modality().fears.words for c in g.children[clause.head]
        )

    def _hedge(self, clause: Clause, certainty: Certainty, around: tuple[Frame, ...]) -> Certainty:
        if clause.head in self.hedged and certainty is Certainty.CERTAIN:
            return Certainty.PROBABLE
        return certainty

    # ---- words

    def _splits(self, clause: Clause) -> frozenset[int]:
        """Returns the heads of the clauses below one that stand for themselves."""
        below = subtree(self.g, clause.head)
        return frozenset(
            head
            for head in self.heads
            if head in below
            and head != clause.head
            and head not in self.consumed
            and (
                self.clauses[head].coordinate
                or self.clauses[head].kind in (ClauseKind.CONTENT, ClauseKind.PARTICIPLE, ClauseKind.REASON)
            )
        )

    def _tokens(self, clause: Clause) -> tuple[int, ...]:
        return own_tokens(self.g, clause, self._splits(clause))

    def _tokens_with_content(self, clause: Clause, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """Returns a clause's tokens and its content's, for predicates that hold it whole."""
        splits = self._splits(clause)
        below = [c.head for c in self.content[clause.head] if not c.coordinate]
        keep = {h for h in splits if not any(h in subtree(self.g, b) or h == b for b in below)}
        coordinated = {
            h for h in keep if self.clauses[h].coordinate and self.clauses[h].governor != clause.head
        }
        others = frozenset(h for h in keep if h not in below) | frozenset(coordinated)
        return own_tokens(self.g, clause, others)

    def _consume(self, content: list[Clause]) -> None:
        for clause in content:
            below = subtree(self.g, clause.head)
            self.consumed.update(h for h in self.heads if h in below)

    def _clause_of(self, token: int) -> int | None:
        if token in self.heads:
            return token
        return next((at for at in self.g.ancestors(token) if at in self.heads), None)

    # ---- who

    def _holder_token(self, clause: Clause, predicate: Predicate) -> int | None:
        g = self.g
        if predicate.group.holder == "object":
            return next((c for c in g.children[predicate.head] if g.deps[c] == "dobj"), None)
        if clause.passive and predicate.head == clause.head:
            agent = next((c for c in g.children[clause.head] if g.deps[c] == "agent"), None)
            if agent is None:
                return None
            return next((c for c in g.children[agent] if g.deps[c] == "pobj"), None)
        return clause.subject

    def _actor(self, token: int | None) -> int | None:
        """Returns the mention of a token that can hold a position."""
        if token is None or self.g.is_stand_in(token):
            return None
        g, passage = self.g, self.g.passage
        found = self.mentions.at_token(passage, token)
        if found is None:
            return None
        mention = self.mentions.freeze()[found]
        if not mention.acts and mention.form is MentionForm.NAME:
            return None
        if mention.kind is None and mention.form is MentionForm.NOMINAL:
            return None
        if (
            mention.form is MentionForm.PRONOUN
            and g.lemmas[token] in ("it", "this", "that", "what", "there")
            and mention.kind is None
        ):
            return found if g.lemmas[token] == "it" else None
        return self.mentions.for_token(passage, token)

    def _is_pronoun(self, token: int) -> bool:
        return self.g.pos[token] == "PRON"

    def _is_first_person(self, clause: Clause) -> bool:
        return (
            clause.subject is not None
            and self.g.words[clause.subject].lower() in _FIRST
            and self.g.passage.region is not None
        )

    def _is_commentator(self, index: int) -> bool:
        from briefgen.extract.rules.position.sources import is_commentator

        mention = self.mentions.freeze()[index]
        return is_commentator(mention) and mention.kind is not ActorKind.STATE
