"""The author's own assessments: a clause of narration that hedges or judges, with no source to stand on."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.held import attitude_named
from briefgen.extract.rules.position.polarity import (
    certainty_of,
    condition_of,
    is_future,
    is_necessary,
    is_negated,
    is_not_every,
)
from briefgen.extract.rules.position.spans import subtree
from briefgen.extract.rules.position.verbs import lemma_of
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.position import Act, Basis, Certainty, Stance

_OPEN = frozenset({"would", "will", "can", "could", "may", "might", "next", "whether", "who", "how"})
"""A question is the author's own where it looks ahead; `it is not clear if she attended` reports a gap."""
_FEWEST_WORDS = 4


def _is_tag(g: Grammar, at: int) -> bool:
    """Whether who speaks stands set off behind his verb, so that the words are his: `…, said an aide, but …`."""
    return (
        at > 0
        and g.tags[at] in ("VBD", "VBZ")
        and g.words[at - 1] == ","
        and g.lemmas[at] in saying().speaking_of
        and g.tags[at + 1 : at + 2][0:1] in (("DT",), ("NNP",), ("CD",), ("PRP$",))
    )


def of_author(view: PassageView, clause: Clause, *, is_dated: bool) -> Draft | None:
    """Returns the author's own assessment, or the fears that he reports without saying whose they are.

    What will be done on a day that is named (`is_dated`) is a plan that he tells.
    """
    g = view.g
    kinds = (ClauseKind.MAIN, ClauseKind.REASON) if view.author_weighs else (ClauseKind.MAIN,)
    if clause.kind not in kinds or view.is_quoted or _stands_beside_report(view, clause):
        return None
    below = subtree(g, clause.head)
    if any(g.is_stand_in(at) or _is_tag(g, at) for at in below):
        return None
    tokens = view.tokens_with_content(clause)
    subject = view.actor(clause.subject)
    fears = _fear_told(g, clause) if subject is None else None
    judges = is_assessment(g, clause.head, tokens, subject_acts=subject is not None) or (
        clause.subject is not None and is_not_every(g, clause.subject)
    )
    weighs = (
        view.author_weighs
        and _is_in_the_present(g, clause.head)
        and not (_is_plain(g, clause) or _is_fact(g, clause, tokens, subject_acts=subject is not None))
    )
    if len(tokens) < _FEWEST_WORDS or not (fears or judges or weighs):
        return None
    condition = condition_of(g, tokens, clause.head)
    view.consume(view.content[clause.head])
    if (
        _is_figure(g, clause)
        or _is_list(g, clause)
        or (condition is None and _is_planned(g, clause))
        or (is_dated and subject is not None and condition is None and _is_scheduled(g, clause.head))
    ):
        return None
    act, stance = Act.RECOMMEND if is_necessary(g, clause.head) else Act.ASSESS, Stance.NONE
    if fears is not None:
        felt = attitude_named(fears)
        is_felt = felt is not None and felt.kind is PredicateKind.ATTITUDE
        act, stance = (felt.act, felt.stance) if felt is not None and is_felt else (Act.FEEL, Stance.SUPPORT)
    return Draft(
        clause=clause,
        tokens=tokens,
        holder=(),
        holder_is_author=not fears,
        act=act,
        stance=stance,
        basis=Basis.NARRATED,
        certainty=Certainty.POSSIBLE if fears else certainty_of(g, view.tokens(clause), clause.head),
        condition=condition[0] if condition else None,
        key="author:fear" if fears else "author:assess",
        target=() if subject is None else (subject,),
        strength=0.6 if judges and view.author_weighs else 0.3,
    )


def _is_figure(g: Grammar, clause: Clause) -> bool:
    """Whether a clause only tells a number, or what figures show: `That is 1,400 crowns`, `The data show a rise`."""
    subject = clause.subject
    if subject is not None and g.lemmas[subject] in position_cues().statistics | position_cues().polls:
        return True
    if g.lemmas[clause.head] in position_cues().measuring:
        return _is_measured(g, clause.head)
    if g.lemmas[clause.head] not in ("be", "have"):
        return False
    told = g.child(clause.head, "attr", "acomp", "dobj")
    if told is None or told < clause.head:
        return False
    numbers = [c for c in (told, *g.children[told]) if g.tags[c] == "CD"]
    return any(g.words[c][0].isdigit() for c in numbers)


def _is_measured(g: Grammar, head: int) -> bool:
    """Whether a clause tells how much something is, with no word of what may be: `Tariffs stand at 45%`."""
    if any(g.tags[c] == "MD" for c in g.children[head]):
        return False
    told = [g.child(c, "pobj") if g.deps[c] == "prep" else c for c in g.children[head] if c > head]
    ends = [x for at in told if at is not None for x in (at, *g.children[at])]
    ends += [x for at in ends if g.lemmas[at] == "of" for x in g.children[at]]  # `duties of 25%`
    ends += [x for at in ends for x in g.children[at] if g.lemmas[at] in ("%", "percent")]
    return any(g.tags[x] == "CD" and g.words[x][0].isdigit() for x in ends)


def _is_plain(g: Grammar, clause: Clause) -> bool:
    """Whether a clause only reports what has been done: `It has been used before`."""
    return clause.passive and any(
        g.deps[c] == "aux" and g.lemmas[c] == "have" for c in g.children[clause.head]
    )


def _is_fact(g: Grammar, clause: Clause, tokens: tuple[int, ...], *, subject_acts: bool) -> bool:
    """Whether a clause tells what can be counted or was seen: `Some 1,500 farms sell milk`, `Oslo is the largest port`.

    What somebody has done is such a thing as well, unless a word in it judges.
    """
    head, subject, words = clause.head, clause.subject, modality()
    if subject is None:
        return False
    if any(g.deps[c] == "nummod" and g.words[c][0].isdigit() for c in g.children[subject]):
        return True
    told = g.child(head, "attr")
    if told is not None and any(
        g.tags[c] == "JJS" and g.lemmas[c] in position_cues().sizes for c in g.children[told]
    ):
        return True
    judging = words.judging.words | words.judging_adjectives.words | words.judgement.words
    has_done = any(g.deps[c] == "aux" and g.lemmas[c] == "have" for c in g.children[head])
    return subject_acts and has_done and not any(g.lemmas[t] in judging for t in tokens)


def _is_planned(g: Grammar, clause: Clause) -> bool:
    """Whether it only tells what is planned, and done by nobody who is named: `Consuls will be appointed` tells a plan.

    Whoever will take over an office takes it over, whoever is named.
    """
    head = clause.head
    helpers = g.helpers(head)
    if is_negated(g, head) or any(g.words[c].lower() in position_cues().hedges for c in g.children[head]):
        return False
    if "will" in helpers and {g.lemmas[head], g.with_particle(head)} & position_cues().taking_over:
        return True
    is_done = clause.passive and not any(g.deps[c] == "agent" for c in g.children[head])
    weighed = modality().judging.words | position_cues().weighing | position_cues().harming
    is_plain = is_done and g.tags[head] == "VBN" and g.lemmas[head] not in weighed
    return is_plain and bool(helpers & {"will", "shall"})


def _is_list(g: Grammar, clause: Clause) -> bool:
    """Whether a clause only tells what there is of something: `These include two towns`."""
    head, subject = clause.head, clause.subject
    several = subject is not None and (
        g.tags[subject] == "NNS" or g.words[subject].lower() in ("these", "those")
    )
    if any(g.tags[c] == "MD" for c in g.children[head]):
        return False  # `A ban would involve two towns`: he looks ahead
    return g.lemmas[head] in position_cues().listing and (several or g.lemmas[head] != "include")


def _is_scheduled(g: Grammar, head: int) -> bool:
    """Whether something simply will or must be done: `must rule by July`, `has until Friday to decide`."""
    helpers = g.helpers(head)
    waits = g.lemmas[head] == "have" and any(g.lemmas[c] == "until" for c in g.children[head])
    if any(g.words[c].lower() in position_cues().hedges for c in g.children[head]):
        return False
    return waits or (bool(helpers & {"will", "must"}) and lemma_of(g, head) not in position_cues().copulas)


def _is_in_the_present(g: Grammar, head: int) -> bool:
    """Whether a clause says how things stand: what its author of an analysis weighs, not what happened."""
    tags = [g.tags[head], *(g.tags[c] for c in g.children[head] if g.deps[c] in ("aux", "auxpass"))]
    return any(tag in ("VBZ", "VBP", "MD") for tag in tags)


def is_assessment(g: Grammar, head: int, tokens: tuple[int, ...], *, subject_acts: bool) -> bool:
    """Whether a clause without a source is its author's judgement, not a report of what happened."""
    words = modality()
    text = " ".join(g.words[at].lower() for at in tokens)
    modals = {g.words[c].lower() for c in g.children[head] if g.deps[c] in ("aux", "advmod", "acomp")}
    ahead = bool(modals & words.future.words)
    if any(phrase in text for phrase in words.phrases_unknown.words):
        return bool({g.words[at].lower() for at in tokens} & _OPEN)
    hedges = modals & position_cues().hedges
    if hedges:  # `could not be verified` reports what was out of reach
        is_done = (
            g.child(head, "auxpass") is not None and g.with_particle(head) not in position_cues().left_open
        )
        return not (hedges == {"could"} and is_negated(g, head) and is_done)
    past = g.tags[head] in ("VBD", "VBN") and not ahead
    if is_necessary(g, head) and not past:
        return True
    if g.lemmas[head] in ("seem", "appear") and any(g.deps[c] == "xcomp" for c in g.children[head]):
        return True
    if lemma_of(g, head) in position_cues().copulas:
        return _judges_by_complement(g, head, past=past)
    if subject_acts:
        return is_future(g, head) and not past
    if g.lemmas[head] not in words.judging.words:
        return False
    passive = any(g.deps[c] == "auxpass" for c in g.children[head])
    return (passive and g.lemmas[head] in position_cues().weighing) or g.tags[head] in ("VBZ", "VBP") or ahead


def _judges_by_complement(g: Grammar, head: int, *, past: bool) -> bool:
    """Whether what the subject is said to be is a judgement (`is a setback`, `is crucial`).

    What somebody was is history more often than judgement: adjectives count in the present alone.
    """
    words = modality()
    complements = [c for c in g.children[head] if g.deps[c] in ("acomp", "attr", "oprd") and c > head]
    if any(g.lemmas[c] in words.judgement.words for c in complements):
        return True
    return not past and any(
        g.lemmas[x] in words.judging_adjectives.words
        for c in complements
        for x in (c, *(y for y in g.children[c] if g.deps[y] == "amod" and g.deps[c] == "attr"))
    )


def _fear_told(g: Grammar, clause: Clause) -> str | None:
    """Returns the fear, hope or belief that a clause says there is, without saying whose."""
    children = g.children[clause.head]
    words = modality().fears.words
    front = range(g.left[clause.head], clause.head)
    if any(g.deps[x] == "expl" and g.lemmas[x] == "there" for x in front):
        relations: tuple[str, ...] = ("attr", "dobj")
    elif g.lemmas[clause.head] in position_cues().feeding:
        relations = ("dobj",)  # `The verdict spawned speculation that …`
    else:
        return None
    return next((g.lemmas[c] for c in children if g.deps[c] in relations and g.lemmas[c] in words), None)


def _stands_beside_report(view: PassageView, clause: Clause) -> bool:
    """Whether a coordinated clause stands beside a reporting one, so that whose words it is stays open."""
    if not clause.coordinate:
        return False
    first = next((at for at in view.g.ancestors(clause.head) if at in view.heads), None)
    return first is not None and bool(view.around(first) or view.content[first])
