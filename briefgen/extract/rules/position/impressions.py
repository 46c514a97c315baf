"""Minds of others under a noun of thought: `came away with the impression that Norway wanted a deal`."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.attribution.sources import possessor_of, subject_over
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.held import whose
from briefgen.extract.rules.position.leads import is_beyond_doubt, is_lead
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.spans import own_tokens, runs
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm


def impressions_of(view: PassageView) -> Iterator[Frame]:
    """Yields a frame round each mind that is only somebody's impression; nobody's is consumed.

    `There is a suspicion that Norway wants out` must not come out as what Norway wants.
    """
    for clause in view.clauses.values():
        noun = _noun_of_thought(view, clause)
        if noun is None or not view.is_mind(clause):
            continue
        thinker = _thinker(view, noun)
        if thinker is None:
            if clause.governor is None or not is_lead(view.g, clause.governor):
                view.consume([clause])
        elif thinker != view.actor(clause.subject):
            view.impressions.add(clause.head)
            around = view.clause_of(noun)
            if around is not None:
                view.impressed.add(around)
            inside = {clause.head, *(c.head for c in view.content[clause.head])}
            tokens = own_tokens(view.g, clause, view.splits(clause) - inside)
            yield Frame(
                content=runs(view.g, tokens),
                source=(thinker,),
                cue_lemma=view.g.lemmas[noun],
                cue=view.g.passage.span(noun, noun),
                is_commentator=view.is_commentator(thinker),
                is_thought=True,
            )


def _noun_of_thought(view: PassageView, clause: Clause) -> int | None:
    """Returns the noun whose content a clause is: `the suspicion that …`, `Her suspicion is that …`."""
    g, words = view.g, modality()
    at = g.heads[clause.head]
    if g.lemmas[at] == "be" and not is_negated(g, at):
        at = g.child(at, "nsubj") or at
    if clause.kind not in (ClauseKind.CONTENT, ClauseKind.RELATIVE) or not clause.own_subject:
        return None
    opens = g.left[clause.head]
    # the small model takes the `that` of `the view that Norway wants out` for what Norway wants
    if g.deps[clause.head] not in ("acl", "ccomp", "relcl") or g.words[opens].lower() != "that":
        return None
    if g.tags[opens] != "IN" and g.deps[opens] != "mark":
        return None
    if g.deps[at] == "pobj" and g.pos[g.heads[g.heads[at]]] == "NOUN":
        at = g.heads[g.heads[at]]  # `a suspicion in Oslo that …`
    nouns = words.held_beliefs.words | words.held_fears.words | words.hearsay.words
    if is_beyond_doubt(g, at):
        return at  # `has no doubt that …`
    return at if g.pos[at] == "NOUN" and g.lemmas[at] in nouns else None


def _thinker(view: PassageView, noun: int) -> int | None:
    """Returns who has an impression: whose it is, who has or gains it, or whom a thing leaves with it."""
    g = view.g
    own = whose(view, noun) if g.deps[noun] == "nsubj" else possessor_of(g, noun)
    if own is not None:
        return view.owner(own)
    if g.deps[noun] == "pobj" and g.lemmas[g.heads[noun]] == "with":
        left = view.actor(g.child(g.heads[g.heads[noun]], "dobj"))
        if left is not None and _is_person(view, left):
            return left  # `left her with the impression that …`
    if not _has_it(view, noun):
        return None  # `laughed at the claim that …`
    above = subject_over(g, noun)
    around = view.clause_of(noun)
    if above is None and around is not None:
        above = view.clauses[around].subject  # `had warned her, and left with the feeling that …`
    return view.actor(above)


def _has_it(view: PassageView, noun: int) -> bool:
    """Whether whoever does something with a thought or a claim has it: `shares the view`, `lives in fear that`."""
    g = view.g
    above = g.heads[noun]
    if g.deps[noun] == "pobj":
        is_open = g.lemmas[above] == "of" and g.lemmas[g.heads[above]] in position_cues().beyond_doubt
        return g.lemmas[above] in ("with", "in", "under") or is_open  # `made no secret of the view that …`
    return g.lemmas[above] in position_cues().having


def _is_person(view: PassageView, actor: int) -> bool:
    mention = view.mentions[actor]
    return mention.kind in (ActorKind.PERSON, ActorKind.GROUP) or mention.form is MentionForm.PRONOUN
