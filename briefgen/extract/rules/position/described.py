"""What somebody is described as (`diplomats describe Norway as desperate`), and `what Norway is after`."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.rules.attribution.sources import agent_of, possessor_of
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.polarity import certainty_of, is_negated
from briefgen.extract.rules.position.predicates import Predicate, predicate_of
from briefgen.extract.rules.position.said import viewer_of
from briefgen.extract.rules.position.spans import subtree
from briefgen.extract.rules.position.stance import Leaning, leaning_of
from briefgen.extract.rules.position.verbs import lemma_of
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateGroup, PredicateKind, disposition, group_of, predicate_index
from briefgen.model.extraction import MentionForm
from briefgen.model.position import Basis, Certainty


def of_described(view: PassageView, clause: Clause, *, is_passed_on: bool) -> Draft | None:
    """Returns the attitude that a clause says somebody has, on the word of its subject.

    In somebody else's words (`is_passed_on`) it is his assessment instead.
    """
    g, verb = view.g, clause.head
    if g.lemmas[verb] not in position_cues().describing or is_passed_on:
        return None
    described = clause.subject if clause.passive else g.child(verb, "dobj")
    holder = view.actor(described)
    found = _attitude(view, verb)
    if holder is None or found is None:
        return None
    group, word, at = found
    if clause.passive:
        teller = view.actor(agent_of(g, verb))
    else:
        teller = view.actor(clause.subject)
        if teller is None:
            return None
    view.consume(view.clauses[head] for head in view.heads & subtree(g, at) if head != at)
    tokens = view.tokens(clause)
    predicate = Predicate(group, f"be {word}", at, negated=False)
    leaning = leaning_of(g, predicate, tokens, None, ())
    certainty = certainty_of(g, tokens, verb)
    if teller is None and certainty is Certainty.CERTAIN:
        certainty = Certainty.PROBABLE
    return Draft(
        clause=clause,
        tokens=tokens,
        holder=(holder,),
        asserted_by=() if teller is None else (teller,),
        act=leaning.act,
        stance=leaning.stance,
        basis=Basis.NARRATED if teller is None else Basis.IMPUTED,
        certainty=certainty,
        key=f"{group.id}:be {word}",
        strength=0.7,
    )


def of_portrayed(view: PassageView, clause: Clause) -> Draft | None:
    """Returns the mind of whom somebody paints: `Friends who know him describe a man who feels betrayed`."""
    g, verb = view.g, clause.head
    noun = g.child(verb, "dobj") if g.lemmas[verb] in position_cues().painting else None
    teller = view.actor(clause.subject)
    if noun is None or teller is None or clause.subject is None:
        return None
    inner = next((c for c in view.clauses.values() if c.antecedent == noun and c.governor == verb), None)
    predicate = view.predicates.get(inner.head) if inner is not None else None
    if inner is None or predicate is None or predicate.kind is not PredicateKind.ATTITUDE:
        return None
    if view.mentions[teller].form is not MentionForm.NOMINAL:
        return None
    known = [t for t in range(g.left[clause.subject], verb) if g.words[t].lower() in ("him", "her", "his")]
    found = view.mentions.at_token(g.passage, known[0]) if known else None
    tokens = view.tokens(inner)
    leaning = leaning_of(g, predicate, tokens, None, ())
    view.consume([inner])
    return Draft(
        clause=inner,
        tokens=tokens,
        holder=() if found is None else (found,),
        asserted_by=(teller,),
        act=leaning.act,
        stance=leaning.stance,
        basis=Basis.IMPUTED,
        certainty=certainty_of(g, tokens, inner.head),
        key=f"{predicate.group.id}:{predicate.key}",
        strength=0.7,
    )


def of_sort(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns the mind that a sentence gives somebody by his sort: `Cole is a man who hates to lose`."""
    g, verb = view.g, clause.head
    noun = g.child(verb, "attr") if g.lemmas[verb] == "be" else None
    if noun is None or is_negated(g, verb):
        return None
    holder = view.actor(clause.subject)
    if holder is None or view.mentions[holder].person == 1:
        return None
    if g.lemmas[noun] not in noun_sets().person | noun_sets().titles | {"someone", "somebody"}:
        return None
    inner = next((c for c in view.clauses.values() if c.antecedent == noun and c.governor == verb), None)
    predicate = view.predicates.get(inner.head) if inner is not None else None
    if inner is None or predicate is None or predicate.kind is not PredicateKind.ATTITUDE:
        return None
    who = g.child(inner.head, "nsubj")
    if who is None or g.words[who].lower() != "who" or g.words[who - 1] == ",":
        return None  # `Cole is the minister, who hates to lose`
    source = around[-1] if around else None
    if source is not None and holder in source.source:
        return None
    tokens = view.tokens_with_content(clause)
    leaning = leaning_of(g, predicate, view.tokens(inner), None, ())
    view.consume([inner])
    return ascribed(
        clause,
        tokens,
        holder,
        source,
        leaning,
        told_basis(view, source),
        view,
        f"{predicate.group.id}:be sort",
    )


def of_known(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns the mind of some whom a speaker has or knows: `I have men here who think they are being sent away`."""
    g, verb = view.g, clause.head
    lemma = g.lemmas[verb]
    if not around or (lemma not in ("have", "be", "meet") and lemma not in position_cues().acquainted):
        return None
    if is_negated(g, verb) or not (g.child(verb, "expl") is not None or view.is_first_person(clause)):
        return None
    noun = g.child(verb, "dobj", "attr")
    holder = view.actor(noun)
    if noun is None or holder is None or g.tags[noun] != "NNS":
        return None
    inner = next((c for c in view.clauses.values() if c.antecedent == noun and c.governor == verb), None)
    predicate = view.predicates.get(inner.head) if inner is not None else None
    if inner is None or predicate is None or predicate.kind is not PredicateKind.ATTITUDE:
        return None
    who = g.child(inner.head, "nsubj", "nsubjpass")
    if who is None or g.words[who].lower() != "who":
        return None
    tokens = view.tokens_with_content(clause)
    view.consume([inner, *view.content[inner.head]])
    leaning = leaning_of(g, predicate, view.tokens(inner), None, ())
    key = f"{predicate.group.id}:known"
    return ascribed(clause, tokens, holder, around[-1], leaning, Basis.IMPUTED, view, key)


def of_sought(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns the wish or fear that a sentence turns on: `What Norway is after is a pardon`."""
    g, verb = view.g, clause.head
    inner = _turned_on(g, verb)
    if inner is None or (g.child(verb, "acomp") is not None and g.child(verb, "attr") is None):
        return None  # `What Norway wants is harder to tell`
    found = _sought(view, inner)
    moved = found is not None and found.group.holder == "object"
    # `what worries the army is the shield`, whose object the parser may take for the subject of `is`
    holder = view.actor(
        g.child(inner, "dobj") or g.child(verb, "nsubj") if moved else g.child(inner, "nsubj")
    )
    if holder is None or found is None or view.mentions[holder].person == 1:
        return None
    group = found.group
    thing = g.child(verb, "nsubj")
    is_last = thing is not None and any(g.lemmas[c] == "last" for c in g.children[thing])
    negated = (is_negated(g, verb) or is_last) != is_negated(g, inner)
    turned = group.negated if negated else None
    source = around[-1] if around else None
    told = Leaning(
        group.act if turned is None else turned.act, group.stance if turned is None else turned.stance
    )
    basis = told_basis(view, source)
    draft = ascribed(clause, view.tokens(clause), holder, source, told, basis, view, f"{group.id}:what")
    viewer = viewer_of(view, clause)
    if viewer is None or viewer == holder:
        return draft
    # `What she dreads, in his view, is a photograph`
    return replace(draft, asserted_by=(viewer,), basis=Basis.IMPUTED)


def _turned_on(g: Grammar, verb: int) -> int | None:
    """Returns the verb of wanting that a sentence turns on: `what he wants is`, `the last thing he wants is`."""
    clause = g.child(verb, "csubj") if g.lemmas[verb] == "be" else g.child(verb, "csubjpass")
    if clause is not None:
        return clause if g.words[g.left[clause]].lower() in ("what", "all") else None
    thing = g.child(verb, "nsubj") if g.lemmas[verb] == "be" else None
    if thing is None or g.lemmas[thing] not in ("thing", "all"):
        return None
    return g.child(thing, "relcl")


def of_meant(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns the aim that a deed is said to have had: `Norway’s test was meant to warn Sweden, officials said`."""
    g, verb = view.g, clause.head
    if g.lemmas[verb] not in modality().aimed.words or not clause.passive or clause.subject is None:
        return None
    if not any(
        g.deps[c] == "xcomp" or (g.deps[c] == "prep" and g.child(c, "pcomp")) for c in g.children[verb]
    ):
        return None
    holder = view.owner(possessor_of(g, clause.subject))
    source = around[-1] if around else None
    if holder is None or (source is not None and holder in source.source):
        return None
    predicate = Predicate(group_of("want"), f"be {g.words[verb].lower()}", verb, is_negated(g, verb))
    tokens = view.tokens(clause)
    leaning = leaning_of(g, predicate, tokens, None, ())
    basis = told_basis(view, source)
    return ascribed(clause, tokens, holder, source, leaning, basis, view, "want:be meant")


def told_basis(view: PassageView, source: Frame | None) -> Basis:
    """Returns the basis of a mind that somebody tells: the author where there is neither source nor speaker."""
    return Basis.NARRATED if source is None and not view.is_quoted else Basis.IMPUTED


def ascribed(
    clause: Clause,
    tokens: tuple[int, ...],
    holder: int,
    source: Frame | None,
    leaning: Leaning,
    basis: Basis,
    view: PassageView,
    key: str,
) -> Draft:
    """Returns the mind of a holder as the source tells it, or the author where there is none."""
    return Draft(
        clause=clause,
        tokens=tokens,
        holder=(holder,),
        asserted_by=() if source is None else source.source,
        act=leaning.act,
        stance=leaning.stance,
        basis=basis,
        certainty=certainty_of(view.g, tokens, clause.head),
        source=source,
        key=key,
        strength=0.7,
    )


def _sought(view: PassageView, inner: int) -> Predicate | None:
    """Returns the attitude of `what he wants`, `what he is after`, `what he is keen to find`."""
    g = view.g
    if g.lemmas[inner] == "be" and any(g.lemmas[c] == "after" for c in g.children[inner]):
        return Predicate(group_of("want"), "be after", inner, negated=False)
    subject = g.child(inner, "nsubj")
    if subject is not None and g.tags[subject] == "WP":
        entries = predicate_index().get(lemma_of(g, inner), ())
        moving = next((group for rest, group in entries if not rest and group.holder == "object"), None)
        return None if moving is None else Predicate(moving, lemma_of(g, inner), inner, negated=False)
    found = predicate_of(g, inner, finite_content=False)
    if found is None and g.deps[inner] in ("relcl", "csubj"):  # `the last thing he wants`, `all he wants`
        entries = predicate_index().get(lemma_of(g, inner), ())
        wanting = next((group for rest, group in entries if not rest and group.id in ("want", "fear")), None)
        found = Predicate(wanting, lemma_of(g, inner), inner, negated=False) if wanting is not None else None
    if found is None and g.deps[inner] == "csubj":  # `what they are looking for is`
        entries = predicate_index().get(lemma_of(g, inner), ())
        loose = {g.lemmas[c] for c in g.children[inner] if g.deps[c] == "prep" and g.right[c] == c}
        under = next((group for rest, group in entries if len(rest) == 1 and rest[0] in loose), None)
        found = Predicate(under, lemma_of(g, inner), inner, negated=False) if under is not None else None
    if found is None:
        return None
    return found if found.kind is PredicateKind.ATTITUDE or found.group.id in ("reject", "demand") else None


def _attitude(view: PassageView, verb: int) -> tuple[PredicateGroup, str, int] | None:
    """Returns the attitude behind `as`: `as desperate for a deal`, `as deeply hostile`."""
    g = view.g
    behind = [c for c in g.children[verb] if c > verb]
    as_ = next((c for c in behind if g.lemmas[c] == "as"), None)
    states = [] if as_ is None else [c for c in g.children[as_] if c > as_]
    # `as convinced that it will rain`
    states += [c for c in behind if g.deps[c] == "advcl" and g.has_mark(c, "as")]
    for at in states:
        if g.tags[at] not in ("JJ", "VBN"):
            continue
        group = disposition(g.words[at])
        if group is not None:
            return group, g.words[at].lower(), at
    return None
