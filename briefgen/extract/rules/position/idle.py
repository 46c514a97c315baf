"""Predicates that tell no mind in one use: what is led to a place, whom somebody runs against, what was told before."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender

_TELLING = frozenset({"acl", "relcl", "ccomp", "xcomp", "advcl"})
_OF_PEOPLE = frozenset({Gender.MALE, Gender.FEMALE})


def tells_nothing(view: PassageView, predicate: Predicate) -> bool:
    """Whether a predicate with what stands under it leaves open what its subject is for or against."""
    g = view.g
    thing = g.child(predicate.head, "dobj")
    settles = (
        predicate.key == "decide"
        and thing is not None
        and (g.lemmas[thing] in position_cues().contests or g.pos[thing] == "PROPN")
    )
    lacks_object = predicate.key in position_cues().only_with_an_object and thing is None
    return (
        settles
        or (lacks_object and not _is_led_to(g, predicate.head))
        or _runs_against(view, predicate)
        or _was_told(g, predicate)
        or _shows_itself(view, predicate)
        or _argues_nothing(g, predicate)
        or _is_no_plea(g, predicate)
        or _is_preposition(g, predicate)
        or _pleases(g, predicate)
        or _calls_up(view, predicate)
    )


def _is_led_to(g: Grammar, verb: int) -> bool:
    """Whether the object of a verb stands before it or is its subject: `a pact that they signed`, `was accused`."""
    return any(
        g.deps[c] in ("nsubjpass", "auxpass", "agent") or g.tags[c] in ("WDT", "WP") for c in g.children[verb]
    ) or g.deps[verb] in ("relcl", "acl", "conj")


def _argues_nothing(g: Grammar, predicate: Predicate) -> bool:
    """Whether it is not told what somebody argues for or where he stands: `made their case to the board`."""
    if predicate.key == "make case":
        case = g.child(predicate.head, "dobj")
        beside = (predicate.head,) if case is None else (predicate.head, case)
        told = [c for at in beside for c in g.children[at] if c > predicate.head and c != case]
        return not any(g.lemmas[c] in ("for", "against") or g.deps[c] in _TELLING for c in told)
    # `with Hansen standing behind him`
    is_bodily = g.tags[predicate.head] == "VBG" and not any(
        g.deps[c] == "aux" for c in g.children[predicate.head]
    )
    return is_bodily and predicate.key.startswith("stand ")


def _is_no_plea(g: Grammar, predicate: Predicate) -> bool:
    """Whether nothing is asked for by what is pleaded: `pleaded guilty to fraud`; `pleaded not guilty` denies it."""
    guilty = next((c for c in g.children[predicate.head] if g.lemmas[c] == "guilty"), None)
    return predicate.key == "plead" and guilty is not None and g.words[guilty - 1].lower() != "not"


def _calls_up(view: PassageView, predicate: Predicate) -> bool:
    """Whether somebody is only called on the telephone: `called the mayor on Friday`."""
    g, head = view.g, predicate.head
    whom = g.child(head, "dobj", "oprd")
    if predicate.key != "call" or whom is None or not head < whom or view.actor(whom) is None:
        return False
    behind = [c for c in g.children[head] if c > whom]
    is_alone = all(
        g.deps[c] in ("prep", "punct", "npadvmod", "cc", "conj") or g.tags[c] == "VB" for c in behind
    )
    last = g.right[whom]
    ends = last == whom or any(
        g.right[c] == last and g.deps[c] in ("relcl", "prep") for c in g.children[whom]
    )
    is_marked = any(t in g.passage.quoted or g.is_stand_in(t) for t in range(head, g.right[head] + 1))
    is_so = any(g.lemmas[c] == "as" for c in behind)
    return is_alone and ends and not is_marked and not is_so


def _pleases(g: Grammar, predicate: Predicate) -> bool:
    """Whether somebody is only to be won over: `will appeal to its base`, not `appealed to both sides for calm`."""
    if predicate.key != "appeal to":
        return False
    behind = [c for c in g.children[predicate.head] if c > predicate.head]
    inside = [c for at in behind for c in g.children[at]]
    asks = any(g.lemmas[c] == "for" or g.deps[c] in ("xcomp", "ccomp", "advcl") for c in (*behind, *inside))
    whom = next((g.child(at, "pobj") for at in behind if g.lemmas[at] == "to"), None)
    return not asks and whom is not None and g.lemmas[whom] in position_cues().won_over


def _is_preposition(g: Grammar, predicate: Predicate) -> bool:
    """Whether a participle only gives a reason: `The timing was poor, considering the ports are shut`."""
    head = predicate.head
    return (
        g.words[head].lower() == "considering"
        and g.deps[head] in ("advcl", "prep")
        and g.child(head, "ccomp") is not None
    )


def _runs_against(view: PassageView, predicate: Predicate) -> bool:
    """Whether somebody only stands against another: `is challenging the mayor for his seat`, `campaigns against her`.

    What he is challenged to do or on is a quarrel over it.
    """
    g, head = view.g, predicate.head
    if predicate.key not in position_cues().rivalries:
        return False
    prep = next((c for c in g.children[head] if g.deps[c] == "prep" and g.lemmas[c] == "against"), head)
    whom = g.child(prep, "dobj", "pobj")
    found = view.actor(whom)
    if (
        whom is None
        or found is None
        or any(g.deps[c] in ("xcomp", "ccomp") for c in g.children[head] if c > head)
    ):
        return False
    behind = (c for at in (head, whom) for c in g.children[at] if g.deps[c] == "prep")
    if any(g.lemmas[c] in position_cues().matters_behind for c in behind):
        return False
    mention = view.mentions[found]
    return mention.kind is ActorKind.PERSON or mention.gender in _OF_PEOPLE


def _was_told(g: Grammar, predicate: Predicate) -> bool:
    """Whether what somebody voices is told by likeness alone: `raised similar concerns`."""
    noun = g.child(predicate.head, "dobj")
    if noun is None or len(predicate.key.split()) < 2 or g.lemmas[noun] not in predicate.key.split():
        return False
    alike = any(
        g.deps[c] in ("amod", "det") and g.lemmas[c] in position_cues().alike for c in g.children[noun]
    )
    beside = (predicate.head, noun)
    is_told = any(
        g.deps[c] in ("prep", "ccomp", "acl", "relcl", "advcl")
        for at in beside
        for c in g.children[at]
        if c > at
    )
    return alike and not is_told


def _shows_itself(view: PassageView, predicate: Predicate) -> bool:
    """Whether findings only bring out what is so: `The findings underscore the divide`."""
    g = view.g
    if predicate.kind is not PredicateKind.SAY or predicate.key not in position_cues().bringing_out:
        return False
    subject = g.child(predicate.head, "nsubj")
    return subject is not None and g.lemmas[subject] in position_cues().findings


def is_put_in(view: PassageView, clause: Clause, source: Frame) -> bool:
    """Whether the teller of what another said adds a clause: `said Oslo – it has two ports – would pay`.

    So is what he knows by hindsight, or concedes behind a dash: `argued that she could not win, though ultimately
    she did`, `said it had ten ships — though none is new`.
    """
    g, head = view.g, clause.head
    first, last = g.sentences[g.sentence[head]]
    dashes = [t for t in range(first + 1, last) if _is_dash(g, t)]
    before = max((t for t in dashes if t < head), default=None)
    after = min((t for t in dashes if t > head), default=None)
    if before is not None and after is not None and not _speaks_between(g, source, before, after):
        main = clause.governor
        while main is not None and before < main < after:
            main = view.clauses[main].governor
        return main is not None
    if clause.coordinate and clause.own_subject and not g.has_mark(head, "that"):
        joint = g.left[clause.subject] - 1 if clause.subject is not None else head
        return joint - 1 in dashes and g.deps[joint] == "cc"  # `said it was shut — and it was`
    if clause.kind is not ClauseKind.REASON or not g.has_mark(head, "though", "although"):
        return False
    opens = g.left[head] - 1 if g.words[g.left[head]].lower() != "even" else g.left[head] - 2
    is_hindsight = any(g.lemmas[c] in position_cues().hindsight for c in g.children[head])
    return is_hindsight or opens + 1 in dashes or opens in dashes


def _is_dash(g: Grammar, token: int) -> bool:
    """Whether a mark sets words off, and joins none: `Oslo – it has two – pays`, not `a two-way street`."""
    is_apart = g.passage.ends[token - 1] < g.passage.starts[token]
    return g.words[token] in ("—", "--") or (g.words[token] in ("-", "–") and is_apart)


def _speaks_between(g: Grammar, source: Frame, before: int, after: int) -> bool:
    """Whether the saying itself stands between two dashes."""
    starts = g.passage.starts
    return source.cue is not None and starts[before] < source.cue[0] < starts[after]
