"""The positions of one passage: each clause is decided by its predicate and by the frames round it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.extract.rules.attribution.clauses import says_idly
from briefgen.extract.rules.attribution.said import asks_for_no_name
from briefgen.extract.rules.attribution.viewpoints import thinker_at
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.accused import accused_of
from briefgen.extract.rules.position.author import of_author
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.complements import meets_a_thing
from briefgen.extract.rules.position.deeds import is_unreal, of_deed
from briefgen.extract.rules.position.denied import is_denied
from briefgen.extract.rules.position.described import (
    of_described,
    of_known,
    of_meant,
    of_portrayed,
    of_sort,
    of_sought,
)
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.finish import finish
from briefgen.extract.rules.position.frames import Frame, Frames
from briefgen.extract.rules.position.gaps import (
    asks_in_vain,
    fills_gap,
    hangs_on_condition,
    is_condition,
    is_gapped,
    is_known,
    is_supposed,
    names_before_dash,
    names_sources,
    only_tags,
)
from briefgen.extract.rules.position.guessed import finds_a_mind, gives_a_view, lays_bare, leads_up
from briefgen.extract.rules.position.headlines import of_headline
from briefgen.extract.rules.position.held import of_held, of_reading, of_seen, of_there, of_waning
from briefgen.extract.rules.position.impressions import impressions_of
from briefgen.extract.rules.position.in_parts import in_parts
from briefgen.extract.rules.position.leads import is_hedged_lead, is_lead, is_plain_to_see, is_put_so
from briefgen.extract.rules.position.made_up import is_made_up
from briefgen.extract.rules.position.nominals import nominals_of, renewed
from briefgen.extract.rules.position.own import of_predicate
from briefgen.extract.rules.position.partisans import partisans_of
from briefgen.extract.rules.position.polarity import is_necessary, is_negated
from briefgen.extract.rules.position.predicates import Predicate, keeps_content
from briefgen.extract.rules.position.rejoinders import of_rejoinder
from briefgen.extract.rules.position.said import of_source
from briefgen.extract.rules.position.silence import asked_in_vain, is_asking, of_no_word, silent_party
from briefgen.extract.rules.position.sources import frame_of_clause
from briefgen.extract.rules.position.told_of import tells_of_noun
from briefgen.extract.rules.position.undertakings import as_foreseen, is_unlikely, tells_no_mind
from briefgen.extract.rules.position.view import PassageView
from briefgen.extract.rules.reading import Reading
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.extraction import PositionCandidate
from briefgen.model.position import Basis
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import TimexMention


class PassagePositions:
    """Finds the positions of one passage, sentence by sentence."""

    def __init__(
        self,
        reading: Reading,
        grammar: Grammar,
        mentions: MentionTable,
        frames: Frames,
        timexes: SpanIndex[TimexMention],
        *,
        author_weighs: bool,
    ) -> None:
        self.view = PassageView(reading, grammar, mentions, frames, author_weighs)
        self.timexes = timexes
        self.last_frame: Frame | None = None

    @property
    def g(self) -> Grammar:
        """The passage's grammar."""
        return self.view.g

    def own_frames(self) -> Iterator[Frame]:
        """Yields the frames of saying clauses that no attribution covers."""
        view = self.view
        for head, predicate in view.predicates.items():
            clause = view.clauses[head]
            if predicate is None or not view.content[head] or predicate.head != head:
                continue
            if is_plain_to_see(self.g, head) or lays_bare(view, clause) or says_idly(self.g, head):
                continue
            thinks = view.shows_a_mind(clause) and view.thinks_of_others(clause)
            if predicate.kind not in (PredicateKind.SAY, PredicateKind.SPEECH) and not thinks:
                continue
            source = view.speaker(clause)
            if source is None or view.is_first_person(clause):
                continue
            inside = {c.head for part in view.content[head] for c in view.content[part.head]}
            frame = frame_of_clause(
                self.g,
                clause,
                predicate,
                view.content[head],
                source,
                view.mentions,
                view.frames,
                view.splits(clause) - inside if thinks else view.splits(clause),
            )
            if frame is not None:
                yield frame
        yield from impressions_of(view)

    def find(self, sentence: int) -> Iterator[PositionCandidate]:
        """Yields the positions of one sentence."""
        first, last = self.g.sentences[sentence]
        heads = [h for h in self.view.heads if first <= h <= last]
        heads.sort(key=lambda h: (sum(1 for _ in self.g.ancestors(h)), h))
        drafts = [of_rejoinder(self.view, self.view.clauses[head]) for head in heads]
        self.view.consumed.update(draft.clause.head for draft in drafts if draft is not None)
        for head in heads:
            if head not in self.view.consumed:
                drafts.append(self._decide(self.view.clauses[head]))
        drafts.extend(nominals_of(self.view, first, last))
        drafts.extend(accused_of(self.view, first, last))
        drafts.extend(partisans_of(self.view, first, last))
        if self.view.has_heading_zone and not any(drafts):
            drafts.append(of_headline(self.view, first, last))
        for draft in (part for each in drafts if each is not None for part in in_parts(self.view, each)):
            candidate = finish(self.view.reading, self.g, self.view.mentions, draft, self.timexes)
            if candidate is not None:
                yield candidate

    def _decide(self, clause: Clause) -> Draft | None:
        """Returns the position of one clause, if it is one."""
        view = self.view
        predicate = as_foreseen(self.g, clause.head, view.predicates[clause.head])
        around = view.around(clause.head)
        content = view.content[clause.head]
        if view.is_heading and not view.has_heading_zone:
            return None
        if view.is_heading:
            heard = predicate is not None and predicate.kind is not PredicateKind.SAY
            return of_predicate(view, clause, predicate, around) if predicate is not None and heard else None
        if view.is_question(clause):
            if not around or not asks_in_vain(self.g, clause):
                return None
            view.consume(c for c in view.clauses.values() if c.governor == clause.head)
            return of_source(view, clause, around)
        told = (
            of_portrayed(view, clause)
            or of_sought(view, clause, around)
            or of_sort(view, clause, around)
            or of_known(view, clause, around)
            or of_meant(view, clause, around)
            or of_held(view, clause, around)
            or of_there(view, clause, around)
            or of_seen(view, clause, around)
            or of_reading(view, clause, around)
            or of_waning(view, clause, around)
            or of_no_word(view, clause)
        )
        if told is not None:
            return told
        if self._says_nothing(clause):
            return None
        if self._is_transparent(clause, predicate):
            view.hedged.update(c.head for c in content)
            return None
        if is_asking(view, clause):
            return None
        described = of_described(view, clause, is_passed_on=bool(around) or view.is_quoted)
        if described is not None:
            return described
        if view.shows_a_mind(clause) and view.thinks_of_others(clause):
            subject = view.actor(clause.subject)
            if predicate is None or subject is None:
                return None
            if predicate.group.id == "fear":
                view.hedged.update(c.head for c in content)
                # `are afraid that voters would choose it`: no forecast of theirs
                view.consume(c for c in content if not view.is_mind(c) or self._is_ahead(c))
            elif view.speaks_of_others(subject):
                return None
            # the belief of somebody named is his as well
            return of_predicate(view, clause, predicate, around)
        others = not view.is_first_person(clause)
        if predicate is not None and around and tells_no_mind(self.g, clause.head, predicate, others=others):
            return of_source(view, clause, around)
        if predicate is not None and asked_in_vain(predicate):
            return self._of_silence(clause, predicate, around)
        if predicate is not None and (
            self._is_called_for(clause, predicate) or is_unlikely(self.g, clause.head, predicate)
        ):
            predicate = None
        if predicate is not None:
            if self._reports(clause, predicate):
                if predicate.kind is PredicateKind.SAY or not content or not keeps_content(predicate):
                    return None
                view.consume(content)
                return of_predicate(view, clause, predicate, around)
            if clause.kind is ClauseKind.REASON and predicate.kind is PredicateKind.SAY:
                return None
            draft = of_predicate(view, clause, predicate, around)
            if draft is not None:
                return self._with_content(clause, predicate, draft)
        tells_it = view.shows_a_mind(clause) and (bool(around) or is_lead(self.g, clause.head))
        if tells_it or (around and clause.head in view.impressed):
            if is_hedged_lead(self.g, clause.head):
                view.hedged.update(c.head for c in content)
            return None
        if around:
            return of_source(view, clause, around)
        return of_deed(view, clause) or of_author(view, clause, is_dated=self._is_dated(clause))

    def _is_dated(self, clause: Clause) -> bool:
        start, end = self.g.span(self.g.left[clause.head], self.g.right[clause.head])
        return any(timex.timex3.type.value == "DATE" for timex in self.timexes.starting_in(start, end))

    def _says_nothing(self, clause: Clause) -> bool:
        """Whether a clause asserts nothing of its own: restrictive, gapped, small talk."""
        view, g = self.view, self.g
        if view.is_within_relative(clause):
            return True
        if view.is_restrictive(clause) or is_gapped(g, clause) or is_condition(g, clause):
            return True
        if fills_gap(g, clause) or is_known(g, clause):
            return True
        if (
            view.is_woven(clause)
            or names_sources(g, clause)
            or only_tags(g, clause.head)
            or is_made_up(view, clause)
        ):
            return True
        if view.is_inquired(clause) or asks_for_no_name(g, clause.head):
            return True
        if thinker_at(g, clause.head) is not None or is_put_so(g, clause.head):
            return True  # `The bank, she is sure, will fail`: told with what she is sure of
        if is_denied(g, clause) or hangs_on_condition(g, clause) or names_before_dash(g, clause):
            return True
        if clause.kind is ClauseKind.CONTENT and (not view.is_said(clause) or is_supposed(g, clause)):
            return True
        if tells_of_noun(view, clause):
            return True
        acquainted = g.lemmas[clause.head] in position_cues().acquainted and not view.content[clause.head]
        return acquainted and view.is_first_person(clause) and not meets_a_thing(g, clause.head)

    def _is_called_for(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether somebody should want or say something, so that whoever says so holds it."""
        kinds = (PredicateKind.ATTITUDE, PredicateKind.SPEECH)
        return (
            predicate.kind in kinds
            and not self.view.is_first_person(clause)
            and any(
                self.g.deps[c] == "aux" and self.g.words[c].lower() in ("should", "must", "ought")
                for c in self.g.children[clause.head]
            )
            and is_necessary(self.g, clause.head)
        )

    def _with_content(self, clause: Clause, predicate: Predicate, draft: Draft) -> Draft:
        """Returns a predicate's position, its content taken along; a renewed pledge goes to whose it is."""
        view = self.view
        if predicate.kind is not PredicateKind.SAY and not view.has_object_beside(clause):
            view.consume(view.content[clause.head])
        possessor = renewed(view, clause)
        owner = view.owner(possessor)
        if owner is None or owner in draft.holder:
            return draft
        return replace(draft, holder=(owner,), basis=Basis.STATED, asserted_by=(), relayed_by=draft.holder)

    def _of_silence(self, clause: Clause, predicate: Predicate, around: tuple[Frame, ...]) -> Draft | None:
        party = silent_party(self.view, clause, predicate)
        actor = self.view.actor(party)
        if actor is None:
            return None
        draft = of_predicate(self.view, clause, predicate, around)
        if draft is None:
            return None
        tokens = draft.tokens
        if party is not None and party < tokens[0]:
            tokens = tuple(range(self.g.left[self.g.heads[clause.head]], tokens[-1] + 1))
        return replace(draft, holder=(actor,), tokens=tokens)

    def _reports(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether the clause frames words that are read on their own, and names who says them."""
        view = self.view
        if predicate.kind not in (PredicateKind.SAY, PredicateKind.SPEECH):
            return False
        if not view.frames_words(clause, predicate):
            return False
        unsaid = is_unreal(view, clause) or is_negated(self.g, predicate.head)
        if predicate.kind is PredicateKind.SAY and unsaid and view.around(clause.head):
            return False  # `he could no longer explain what they are for`, he wrote: he explains nothing
        return view.speaker(clause) is not None or view.is_first_person(clause)

    def _is_transparent(self, clause: Clause, predicate: Predicate | None) -> bool:
        """Whether the clause only hedges its content (`I think it will rain`), or comes to know a mind by it."""
        view = self.view
        if not view.content[clause.head]:
            return False
        if finds_a_mind(view, clause) or gives_a_view(view, clause) or leads_up(view, clause):
            return True
        return (
            any(not is_gapped(self.g, c) for c in self.view.content[clause.head])
            and self.view.is_quoted
            and self.view.is_first_person(clause)
            and self.g.lemmas[clause.head] in position_cues().transparent
            and self.g.tags[clause.head] != "VBD"
            and not is_negated(self.g, clause.head)
        )

    def _is_ahead(self, clause: Clause) -> bool:
        """Whether a clause tells what somebody would do: what is feared is nobody's plan yet."""
        predicate, g = self.view.predicates[clause.head], self.g
        is_deed = predicate is not None and predicate.kind is not PredicateKind.ATTITUDE
        return is_deed and bool(g.helpers(clause.head) & {"would", "will", "could", "might", "may"})
