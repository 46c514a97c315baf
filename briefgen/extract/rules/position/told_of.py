"""Clauses that are told of a noun and assert nothing by themselves: `the checks that he cannot wish away`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind, comma_before
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.lexicons.actor_words import names_document
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.modality import modality
from briefgen.model.extraction import MentionForm

if TYPE_CHECKING:
    from briefgen.extract.rules.position.view import PassageView


def tells_of_noun(view: PassageView, clause: Clause) -> bool:
    """Whether a clause only tells which noun is meant, or what a body is there for."""
    return _tells_which(view, clause) or _tells_what_for(view, clause) or is_shrunk_from(view, clause)


def _tells_which(view: PassageView, clause: Clause) -> bool:
    g, subject = view.g, clause.subject
    if comma_before(g, clause.head):
        return False
    if clause.kind is ClauseKind.RELATIVE:
        # `the checks that he cannot wish away`: told of the checks, not of him
        return clause.own_subject and subject is not None and g.pos[subject] == "PRON"
    if clause.kind is not ClauseKind.PARTICIPLE or g.deps[clause.head] != "acl" or clause.own_subject:
        return False
    # `a pact vowing aid` is told with the pact, `a statement condemning the raid` is somebody's
    noun = g.heads[clause.head]
    named = view.actor(noun)
    if named is not None and view.mentions[named].form is MentionForm.NAME:
        return False
    return not names_document(g.lemmas[noun]) or _is_turned_down(g, noun)


def _tells_what_for(view: PassageView, clause: Clause) -> bool:
    """Whether a relative clause tells what a body is there for: `the council, which advises the ministry`."""
    g, head = view.g, clause.head
    if clause.kind is not ClauseKind.RELATIVE or view.content[head] or g.tags[head] not in ("VBZ", "VBP"):
        return False
    return g.lemmas[head] in mention_cues().callings and g.child(head, "dobj") is not None


def is_shrunk_from(view: PassageView, clause: Clause) -> bool:
    """Whether it is only told how somebody feels about doing it: `does not feel comfortable telling them to go`."""
    g, above = view.g, clause.governor
    if clause.kind is not ClauseKind.PARTICIPLE or above is None or comma_before(g, clause.head):
        return False
    state = g.child(above, "acomp")
    is_beside = state is not None and above <= state < clause.head
    return is_beside and is_negated(g, above)


def _is_turned_down(g: Grammar, noun: int) -> bool:
    """Whether a document is what somebody is against: `voted against a resolution backing the talks`."""
    verb = g.heads[noun]
    return g.lemmas[verb] == "against" or g.lemmas[verb] in modality().contrary.words
