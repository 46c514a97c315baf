"""What a source holds by saying a clause about the world."""

from __future__ import annotations

import re

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.attribution.viewpoints import expert_at, view_at
from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.position.clauses import Clause, ClauseKind, is_finite
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.endings import ends_it
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.halves import first_half
from briefgen.extract.rules.position.idle import is_put_in
from briefgen.extract.rules.position.polarity import (
    certainty_of,
    condition_of,
    is_future,
    is_negated,
    was_before,
)
from briefgen.extract.rules.position.spans import own_tokens
from briefgen.extract.rules.position.stance import Leaning, leaning_of_content
from briefgen.extract.rules.position.undertakings import has_to_if, is_chosen
from briefgen.extract.rules.position.verdicts import is_expected
from briefgen.extract.rules.position.view import PassageView
from briefgen.extract.rules.position.wording import with_condition, with_front
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.stances import stance_words
from briefgen.model.evidence import Span
from briefgen.model.position import Act, Basis, Certainty, Stance

_ASKED = re.compile(r"\b[Aa]sked (?:whether|if) ([^,.;“\"]{8,120})(?=,)")
_DEPENDENT = frozenset({ClauseKind.RELATIVE, ClauseKind.PARTICIPLE, ClauseKind.TIME})
_POINTING = frozenset({"that", "this"})
_FEWEST_WORDS = 3
_SHORT = 4
"""Up to so many words tell a one-minute reader little (`I will, yeah`)."""
_FEWEST_WORDS_OF_A_REASON = 5


def of_source(view: PassageView, clause: Clause, around: tuple[Frame, ...]) -> Draft | None:
    """Returns what the innermost source holds by saying this clause."""
    opener = _opener(view, clause)
    orders = _is_order(view, clause) and (
        not _lets_me(view, clause) if opener is None else _tells_more(view, clause.head, opener)
    )
    if clause.kind in _DEPENDENT or not (is_finite(view.g, clause.head) or orders):
        return None
    g, source = view.g, around[-1]
    if view.label is not None and ((view.label.asks and len(around) == 1) or view.is_question(clause)):
        return None  # who asks in an interview holds nothing of it
    viewer = viewer_of(view, clause)
    if len(around) == 1 and _is_shown_by_figures(view, clause):
        return None
    if source.is_denial or _is_torn(view, clause) or _is_aside(view, clause, source):
        return None
    if any(view.mentions[h].text.lower() in _POINTING for h in source.source):
        return None
    tokens = view.tokens_with_content(clause)
    first_person = view.is_first_person(clause)
    fewest = _FEWEST_WORDS_OF_A_REASON if clause.kind is ClauseKind.REASON else _FEWEST_WORDS
    tokens = with_condition(view, clause, tokens, source)
    tokens = with_front(view, clause, tokens, source)
    addressed = clause.subject is not None and g.words[clause.subject].lower() == "you"
    if len(tokens) < (2 if first_person else 6 if addressed else fewest):
        return None
    view.consume(view.content[clause.head])
    condition = condition_of(g, tokens, clause.head)
    content = clause.kind is ClauseKind.CONTENT and clause.governor is not None
    cue = view.predicates.get(clause.governor) if content and clause.governor is not None else None
    leaning = leaning_of_content(
        g,
        clause.head,
        tokens,
        commentator=source.is_commentator or source.is_medium,
        first_person=first_person,
        cue=cue,
    )
    if orders:
        idle = Leaning(Act.ASSESS, Stance.NONE)
        leaning = _leaning_of_order(view, clause) if opener is None else idle
    if view.is_question(clause):
        leaning = Leaning(Act.ASSESS, Stance.NONE)
    waits = _waits_until(view, clause) if condition is None else None
    if waits is not None:
        condition = (waits, "until")
    speaks_by_trade = source.is_commentator or source.is_medium
    if condition is not None and not view.is_question(clause) and not speaks_by_trade:
        leaning = _on_condition(view, clause, leaning, condition[1], first_person=first_person)
    certainty = certainty_of(g, view.tokens(clause), clause.head)
    hedged = clause.head in view.hedged or is_expected(g, clause.head)
    if hedged and certainty is Certainty.CERTAIN:
        certainty = Certainty.PROBABLE
    basis = Basis.STATED
    asserted: tuple[int, ...] = ()
    relayed: tuple[int, ...] = (source.relay,) if source.relay is not None else ()
    outer = next((f for f in reversed(around[:-1]) if f.source != source.source), None)
    if outer is not None and outer.is_medium:
        relayed = relayed or outer.source
    elif outer is not None:
        basis = Basis.IMPUTED if source.is_read_out else Basis.RELAYED
        asserted = outer.source
    holder = source.source
    if viewer is not None and viewer not in holder and not first_person:
        # `In her mind it is over`, he said: what he says she thinks
        holder, basis, asserted, relayed = (viewer,), Basis.IMPUTED, source.source, asserted or relayed
        leaning = Leaning(Act.BELIEVE, leaning.stance)
    subject = view.actor(clause.subject)
    asked = asked_question(view, clause) if first_person and len(tokens) <= _SHORT else None
    return Draft(
        clause=clause,
        tokens=tokens,
        holder=holder,
        asserted_by=asserted,
        relayed_by=relayed,
        act=leaning.act,
        stance=leaning.stance,
        basis=basis,
        certainty=certainty,
        condition=condition[0] if condition else None,
        source=source,
        key=f"say:{source.cue_lemma or ''}",
        target=() if subject is None else (subject,),
        strength=0.7 if (len(tokens) > _SHORT or asked is not None) and not _is_former(view, clause) else 0.4,
        cue=_cue_of(view, clause, holder) if basis is Basis.RELAYED else (),
        first_half=first_half(view.reading, g, clause, source),
        words=asked,
    )


def _is_shown_by_figures(view: PassageView, clause: Clause) -> bool:
    """Whether a clause is what numbers show, which is nobody's view: `Figures showed that the number has fallen`."""
    subject = None if clause.governor is None else view.clauses[clause.governor].subject
    return subject is not None and view.g.lemmas[subject] in position_cues().statistics


def _on_condition(
    view: PassageView, clause: Clause, leaning: Leaning, marker: str, *, first_person: bool
) -> Leaning:
    """Returns what it is to say a clause on a condition: a yes or a deed of choice then hangs on it."""
    g, head = view.g, clause.head
    on_it = Leaning(leaning.act, Stance.CONDITIONAL)
    if marker in ("once", "even if") or leaning.act is Act.THREATEN:
        return leaning
    if leaning.stance is Stance.OPPOSE and marker.endswith("as long as"):
        return leaning  # `would keep up its raids for as long as Oslo ignores it`: no yes that hangs on it
    if has_to_if(g, head):
        return on_it if marker != "unless" else Leaning(Act.PREDICT, Stance.NONE)
    if leaning.stance is Stance.SUPPORT and (first_person or marker in ("unless", "provided")):
        return on_it
    is_deed = is_chosen(g, head) and not _are_things(view, clause)
    if is_negated(g, head):
        return on_it if marker in ("unless", "until", "only if") and is_future(g, head) else leaning
    return on_it if is_deed else leaning


def _is_former(view: PassageView, clause: Clause) -> bool:
    """Whether it was said before what the story tells: `had signalled in December that it would close`."""
    above = clause.governor if clause.kind is ClauseKind.CONTENT else None
    return above is not None and was_before(view.g, above)


def _are_things(view: PassageView, clause: Clause) -> bool:
    """Whether a clause tells what becomes of things that choose nothing: `jobs would go`."""
    g, noun = view.g, clause.subject
    if noun is None or clause.passive or g.child(clause.head, "dobj") is not None:
        return False
    return g.tags[noun] == "NNS" and view.actor(noun) is None


def _cue_of(view: PassageView, clause: Clause, holder: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the words by which a source tells that the holder said it: `he had told her that …`."""
    above = view.clauses.get(clause.governor) if clause.governor is not None else None
    if above is None or clause.kind is not ClauseKind.CONTENT or above.passive:
        return ()
    if view.actor(above.subject) not in holder or not above.own_subject or view.has_object_beside(above):
        return ()
    inside = frozenset(c.head for c in view.content[above.head])
    first = min(above.head, view.g.left[above.subject] if above.subject is not None else above.head)
    return tuple(t for t in own_tokens(view.g, above, view.splits(above) | inside) if t >= first)


def _is_order(view: PassageView, clause: Clause) -> bool:
    """Whether quoted words tell somebody to do something: `Do not sign this bill`, `Let us build the bridge`."""
    g, head = view.g, clause.head
    if not view.is_quoted or clause.kind is not ClauseKind.MAIN or clause.coordinate or g.tags[head] != "VB":
        return False
    if any(g.deps[c] in (*SUBJECTS, "mark") or g.lemmas[c] == "to" for c in g.children[head] if c < head):
        return False
    helpers = g.helpers(head)
    at_all = is_negated(g, head) and any(g.lemmas[c] == "even" for c in g.children[head])
    is_idle = g.lemmas[head] in modality().idle_orders.words and not at_all  # `Don’t even think of it`
    return helpers <= {"do"} and not is_idle


def _lets_me(view: PassageView, clause: Clause) -> bool:
    """Whether a speaker only says what he goes on with: `Let me give you my prediction`."""
    g, head = view.g, clause.head
    return g.lemmas[head] == "let" and head + 1 < len(g) and g.words[head + 1].lower() == "me"


def _opener(view: PassageView, clause: Clause) -> int | None:
    """Returns the verb with a `let us` that asks nothing of anybody: `Let’s be clear`, `Let us not forget that …`."""
    g, head = view.g, clause.head
    told = g.child(head, "ccomp", "xcomp") if g.lemmas[head] == "let" else None
    if told is None or not {"us", "'s", "’s", "me"} & {w.lower() for w in g.words[head:told]}:
        return None
    state = g.child(told, "acomp") if g.lemmas[told] == "be" else told
    return told if state is not None and g.lemmas[state] in stance_words().idle_proposals else None


def _tells_more(view: PassageView, head: int, opener: int) -> bool:
    """Whether a clause stands behind what only opens it."""
    g = view.g
    behind = (c for at in (head, opener, *g.children[opener]) for c in g.children[at] if c > opener)
    return any(g.deps[c] == "ccomp" for c in behind)


def _leaning_of_order(view: PassageView, clause: Clause) -> Leaning:
    g, head = view.g, clause.head
    told = (
        next((c for c in g.children[head] if g.deps[c] == "ccomp"), head) if g.lemmas[head] == "let" else head
    )
    contrary = ends_it(g, told)
    opposes = contrary != (is_negated(g, head) or is_negated(g, told))
    return Leaning(Act.DEMAND, Stance.OPPOSE if opposes else Stance.SUPPORT)


def viewer_of(view: PassageView, clause: Clause) -> int | None:
    """Returns in whose view a clause is so: `In her mind the war is lost`, `in the view of the mayor`."""
    g = view.g
    for child in g.children[clause.head]:
        is_far = g.words[child].lower() == "far" and child > 0
        told = expert_at(g, child) if g.lemmas[child] == "to" else view_at(g, child - 1) if is_far else None
        if told is not None:
            return view.actor(
                told[0]
            )  # `To the Swedes, it is an insult`, `As far as they are concerned, it is over`
        if g.deps[child] not in ("prep", "npadvmod"):
            continue
        if g.lemmas[child] == "from":
            point = g.child(child, "pobj")
            if point is not None and g.lemmas[point] in position_cues().standpoints:
                return view.owner(g.child(point, "poss"))
        if g.lemmas[child] not in ("in", "to"):
            continue
        noun = g.child(child, "pobj")
        if noun is None or g.lemmas[noun] not in saying().viewpoints:
            continue
        of = next((c for c in g.children[noun] if g.lemmas[c] == "of"), None)
        owner = g.child(noun, "poss") if of is None else g.child(of, "pobj")
        if owner is not None and g.words[owner].lower() in ("my", "our"):
            return None  # his own, told by himself
        return view.owner(owner)
    return None


def asked_question(view: PassageView, clause: Clause) -> Span | None:
    """Returns the question that a short yes answers: `Asked whether he will go, he said, “I will.”`"""
    g = view.g
    if is_negated(g, clause.head) or g.tags[clause.head] != "MD":
        return None
    text, start = view.reading.article.text, g.passage.starts[clause.head]
    paragraph = next(p for p in view.reading.paragraphs if p[0] <= start < p[1])
    found = list(_ASKED.finditer(text, paragraph[0], start))
    return found[-1].span(1) if found else None


def _waits_until(view: PassageView, clause: Clause) -> Span | None:
    """Returns the words of what a no or a deed waits for: `there will be no talks until they withdraw`.

    What a speaker's own will do `when` something is over waits for it as well.
    """
    g, head = view.g, clause.head
    is_deed = is_chosen(g, head)
    if not is_future(g, head) or not (is_negated(g, head) or is_deed):
        return None
    openers = {"until"}
    if is_deed and not is_negated(g, head) and view.is_first_person(clause):
        openers.add("when")
    for other in view.clauses.values():
        if other.kind is ClauseKind.TIME and other.governor == head:
            mark = next((c for c in g.children[other.head] if g.words[c].lower() in openers), None)
            if mark is not None:
                return g.span(mark, g.right[other.head])
    return None


def _is_aside(view: PassageView, clause: Clause, source: Frame) -> bool:
    """Whether a clause hangs on the saying itself or is put in by its teller: `praised her, not only as she won`."""
    if view.is_quoted:
        return False
    if is_put_in(view, clause, source):
        return True
    if clause.kind is not ClauseKind.REASON or clause.governor is None:
        return False
    if source.is_quoted and not view.g.has_mark(clause.head, "as"):
        return False
    return not source.covers(view.g.passage.starts[clause.governor])


def _is_torn(view: PassageView, clause: Clause) -> bool:
    """Whether only a comma stands between subject and verb: `she, busy with it` lacks its verb."""
    subject = clause.subject
    if subject is None or not clause.own_subject:
        return False
    g = view.g
    has_auxiliary = any(g.deps[c] in ("aux", "auxpass") for c in g.children[clause.head])
    return clause.head == subject + 2 and g.words[subject + 1] == "," and not has_auxiliary
