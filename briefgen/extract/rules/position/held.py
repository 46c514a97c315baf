"""Minds told by a noun and what is said of it: `The mayor’s aim was to sell`, `There is fear in Oslo of it`."""

from __future__ import annotations

from briefgen.extract.rules.attribution.sources import possessor_of
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.position.described import ascribed, told_basis
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.stance import Leaning, leaning_of, leaning_of_content
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.modality import modality
from briefgen.lexicons.nominals import nominal_index, nominal_lexicon
from briefgen.lexicons.predicates import PredicateGroup, PredicateKind, group_of
from briefgen.model.position import Act, Basis, Stance

_WITHIN = frozenset({"among", "in", "within", "inside", "across"})


def of_held(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns what a noun of somebody's is said to be: `The minister’s aim, she said, was to sell the dam`."""
    g, verb = view.g, clause.head
    if g.lemmas[verb] != "be" or clause.subject is None or not clause.own_subject:
        return None
    group = attitude_named(g.lemmas[clause.subject])
    if verb in view.impressed and group is not None and group.id == "believe":
        return None  # `Her impression is that Norway wants out`: the mind of Norway, on her word
    complement = _complement(g, verb, group)
    holder = view.owner(whose(view, clause.subject))
    if group is None or complement is None or holder is None or view.mentions[holder].person == 1:
        return None
    source = around[-1] if around else None
    if source is not None and (holder in source.source or source.is_medium):
        return None
    predicate = Predicate(group, f"be {g.lemmas[clause.subject]}", verb, is_negated(g, verb))
    tokens = view.tokens_with_content(clause)
    says = group.kind is PredicateKind.SAY
    if says:
        leaning = leaning_of_content(
            g, complement, tokens, commentator=view.is_commentator(holder), first_person=False, cue=None
        )
    else:
        leaning = leaning_of(g, predicate, tokens, None, ())
    view.consume(view.content[verb])
    basis = told_basis(view, source)
    if says:
        basis = Basis.STATED if basis is Basis.NARRATED else Basis.RELAYED
    return ascribed(clause, tokens, holder, source, leaning, basis, view, f"{group.id}:be held")


def _complement(g: Grammar, verb: int, group: PredicateGroup | None) -> int | None:
    """Returns what is said of a noun of somebody's: a clause, or what is feared or wanted (`her fear is a coup`)."""
    clause = next((c for c in g.children[verb] if c > verb and g.deps[c] in ("ccomp", "xcomp")), None)
    if clause is not None or group is None or group.id not in ("want", "fear"):
        return clause
    thing = g.child(verb, "attr")
    is_noun = thing is not None and thing > verb and g.pos[thing] in ("NOUN", "PROPN")
    return thing if is_noun and g.words[g.left[verb]].lower() not in ("what", "who") else None


def of_there(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns the mind that is said to be in some: `There is little appetite in the party for a vote`."""
    g, verb = view.g, clause.head
    noun = g.child(verb, "attr") if g.lemmas[verb] == "be" and g.child(verb, "expl") is not None else None
    entry = nominal_index().get(g.lemmas[noun]) if noun is not None else None
    holder = view.actor(_within(g, noun)) if noun is not None else None
    source = around[-1] if around else None
    felt = attitude_named(g.lemmas[noun]) if noun is not None and entry is None else entry
    if felt is None or holder is None or (entry is not None and entry.basis is not Basis.NARRATED):
        return None
    if source is not None and (holder in source.source or source.is_medium):
        return None
    leaning = Leaning(felt.act, felt.stance)
    if is_negated(g, verb):
        is_for = felt.stance is Stance.SUPPORT
        leaning = Leaning(Act.REJECT, Stance.OPPOSE) if is_for else Leaning(Act.FEEL, Stance.NONE)
    tokens = view.tokens_with_content(clause)
    view.consume(view.content[verb])
    return ascribed(
        clause, tokens, holder, source, leaning, told_basis(view, source), view, f"{felt.id}:there be"
    )


def of_seen(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns what something is seen as in some place or body: `In Oslo, the offer is seen as a bluff`."""
    g, verb = view.g, clause.head
    if g.lemmas[verb] not in mention_cues().views or not clause.passive:
        return None
    if not any(g.lemmas[c] == "as" and c > verb for c in g.children[verb]):
        return None
    places = [g.child(c, "pobj") for c in g.children[verb] if g.lemmas[c] in _WITHIN and g.deps[c] == "prep"]
    holder = next((found for place in places if (found := view.actor(place)) is not None), None)
    source = around[-1] if around else None
    if holder is None or (source is not None and (holder in source.source or source.is_medium)):
        return None
    predicate = Predicate(group_of("believe"), "be seen", verb, is_negated(g, verb))
    tokens = view.tokens_with_content(clause)
    leaning = leaning_of(g, predicate, tokens, None, ())
    return ascribed(
        clause, tokens, holder, source, leaning, told_basis(view, source), view, "believe:be seen"
    )


def of_reading(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns what several take something to be: `Some analysts see a familiar tactic`, `Others see a bluff`."""
    g, verb, who = view.g, clause.head, clause.subject
    if g.lemmas[verb] != "see" or clause.passive or who is None or around or view.is_quoted:
        return None
    sign = next((c for c in g.children[verb] if g.deps[c] == "dobj" and c > verb), None)
    is_several = g.tags[who] == "NNS" and g.lemmas[who] in modality().commentators.words | {"other"}
    if sign is None or not is_several or g.tags[verb] != "VBP" or is_negated(g, verb):
        return None
    is_new = any(g.words[c].lower() in ("a", "an") for c in g.children[sign])
    is_more = any(g.deps[c] in ("xcomp", "ccomp", "oprd") or g.lemmas[c] == "as" for c in g.children[verb])
    is_more |= any(g.deps[c] in ("acl", "ccomp") for c in g.children[sign])  # `a sign that Norway wants out`
    if not is_new or is_more or g.lemmas[sign] in noun_sets().person | noun_sets().titles:
        return None
    holder = view.mentions.group_at(g.passage, who)
    tokens = view.tokens_with_content(clause)
    leaning = Leaning(Act.ASSESS, Stance.NONE)
    return ascribed(clause, tokens, holder, None, leaning, Basis.NARRATED, view, "believe:see")


def of_waning(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns what somebody no longer has a mind for: `Norway’s hope of a pact has faded`."""
    g, noun = view.g, clause.subject
    if noun is None or not clause.own_subject or not wanes(g, noun):
        return None
    entry = nominal_index().get(g.lemmas[noun])
    holder = view.owner(whose(view, noun))
    if holder is None or (entry is None and g.lemmas[noun] not in nominal_lexicon().kept):
        return None
    source = around[-1] if around else None
    if is_negated(g, clause.head) or (source is not None and (holder in source.source or source.is_medium)):
        return None
    is_against = entry is not None and entry.stance is Stance.OPPOSE
    # who hopes no longer is not against it
    is_open = is_against or g.lemmas[noun] in nominal_lexicon().hopeful
    leaning = Leaning(Act.FEEL, Stance.NONE if is_open else Stance.OPPOSE)
    return ascribed(
        clause, view.tokens(clause), holder, source, leaning, told_basis(view, source), view, "wane"
    )


def wanes(g: Grammar, noun: int) -> bool:
    """Whether what a noun names is said to be over or on the way: `her patience is wearing thin`."""
    verb, lexicon = g.heads[noun], nominal_lexicon()
    if g.deps[noun] != "nsubj":
        return False
    under = {g.words[c].lower() for c in g.children[verb] if c > verb}
    return g.lemmas[verb] in lexicon.waning or bool(lexicon.wearing.get(g.lemmas[verb], frozenset()) & under)


def attitude_named(noun: str) -> PredicateGroup | None:
    """Returns the attitude that a noun names, or the group of saying for what somebody says."""
    words = modality()
    for known, verb in (
        (words.held_wishes, "want"),
        (words.held_fears, "fear"),
        (words.held_beliefs, "believe"),
        (words.held_words, "say"),
    ):
        if noun in known.words:
            return group_of(verb)
    return None


def whose(view: PassageView, noun: int) -> int | None:
    """Returns whose something is: `the minister’s aim`, `the aim of the minister`, `the goal for him`."""
    g = view.g
    own = possessor_of(g, noun)
    if own is not None:
        return own
    of = next((c for c in g.children[noun] if g.lemmas[c] in ("of", "for") and c == noun + 1), None)
    return g.child(of, "pobj") if of is not None else _within(g, noun)


def _within(g: Grammar, noun: int) -> int | None:
    """Returns whom a mind is said to be in: `the fear among nurses`, `the hope in Oslo`."""
    beside = [c for t in (noun, g.heads[noun]) for c in g.children[t] if g.deps[c] == "prep" and c > noun]
    is_mood = g.lemmas[noun] in modality().held_fears.words | modality().held_wishes.words
    for on in (c for c in beside if is_mood and g.lemmas[c] == "on" and c == noun + 1):
        part = g.child(on, "pobj")
        of = None if part is None or g.lemmas[part] != "part" else g.child(part, "prep")
        if of is not None:
            return g.child(of, "pobj")  # `a fear on the part of nurses`
    place = next((c for c in beside if g.lemmas[c] in _WITHIN), None)
    return g.child(place, "pobj") if place is not None and place == noun + 1 else None
